"""Whom a record is about, and that nothing is written about somebody who is no longer in the record."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.errors import NotFound
from store.records import Record

if TYPE_CHECKING:
    from store.act import Act


def people_of(record: Record) -> tuple[int, ...]:
    """The numbers of the people a record is about; none for one of the mentor's own."""
    several: tuple[int, ...] = getattr(record, "client_ids", ())
    return tuple(filter(None, several or (getattr(record, "client_id", 0),)))


def refuse_gone(act: "Act", people: Iterable[int]) -> None:
    """Refuse to write about people who are not there: another process may have taken them out.

    Raises:
        NotFound: one of them is not there.
    """
    for person in people:
        if act.get("clients", person) is None:
            raise NotFound("The person it is about was taken out meanwhile; nothing was saved.")
