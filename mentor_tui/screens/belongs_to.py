"""Something filed with the wrong person: whom it belongs to instead, somebody new among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.rows import key_parts, person_key
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.screens.person_pick import pick_person
from store.records import CheckIn, Client, Record
from store.whose import people_of
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_NEW = "somebody who is not here yet"


def may_belong_elsewhere(record: Record) -> bool:
    """Whether it is about people, and is not a person."""
    from store.merging import MAY_MOVE

    return isinstance(record, MAY_MOVE) and bool(people_of(record))


def ask_whose_it_is(app: MentorApp, record: Record) -> None:
    """Ask whom a record belongs to, and file it there; one about several changes for one of them.

    A check-in belongs to its talk: that is what is filed, and the check-in goes along.
    """
    if isinstance(record, CheckIn):
        from store.merging import filed_with

        _ask_whom(app, filed_with(app.caseload, record), record.client_id)
        return
    people = people_of(record)
    if len(people) == 1:
        _ask_whom(app, record, people[0])
        return
    rows = [Row(person_key(id), (((app.caseload.get(Client, id).name, "name"),),)) for id in people]
    asking = PickScreen("who was not part of it", rows, (Column(),), "this one")

    def picked(key: str | None) -> None:
        if person := key_parts(key or "")[1]:
            _ask_whom(app, record, person)

    app.push_screen(asking, picked)


def _ask_whom(app: MentorApp, record: Record, of: int) -> None:
    def chosen(to: int) -> None:
        if to:
            _file(app, record, of, app.caseload.get(Client, to))
        else:
            _name_them(app, record, of)

    pick_person(app, "whom it belongs to", chosen, but=of, also=_NEW)


def _name_them(app: MentorApp, record: Record, of: int) -> None:
    asking = OneLineScreen("somebody new", "", "A name or an alias is enough.", "file it there")

    def named(name: str | None) -> None:
        if name:
            _file(app, record, of, name)

    app.push_screen(asking, named)


def _file(app: MentorApp, record: Record, of: int, to: Client | str) -> None:
    from store.merging import refile

    app.attempt(lambda: refile(app.caseload, (record,), app.caseload.get(Client, of), to))
