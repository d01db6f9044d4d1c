"""Whom a record is about, and that nothing is written about somebody who is no longer in the record."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.errors import NotFound, RequestRefused
from store.records import Client, Record
from store.standing import is_active_status

if TYPE_CHECKING:
    from store.act import Act


_AT_FIRST = Client(name="").status


class AtRest(RequestRefused):
    """Some of several people are no longer here, or do not walk with the mentor any more."""


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


def refuse_resting(act: "Act", people: Iterable[int]) -> None:
    """Refuse to do for several at once what somebody among them has no part in any more.

    Raises:
        AtRest: one of them died, rests, or was taken out since they were chosen.
    """
    everyone = tuple(people)
    resting = [person for person in everyone if _rests(act, person)]
    if len(resting) == len(everyone) > 0:
        raise AtRest("With all of them it rests now; nothing was saved, and esc leaves.")
    if resting:
        found = (act.get("clients", person) for person in resting)
        names = " and ".join(f"“{kept['name']}”" for kept in found if kept)
        whom = f"With {names} it rests now" if names else "Somebody was taken out meanwhile"
        raise AtRest(f"{whom}; nothing was saved yet. Save again, and it is for those who are left.")


def _rests(act: "Act", person: int) -> bool:
    kept = act.get("clients", person)
    return kept is None or not is_active_status(kept.get("status", _AT_FIRST))
