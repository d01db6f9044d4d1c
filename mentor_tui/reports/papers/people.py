"""The caseload on a page: one line a person, for the mentor's own use, or with initials for supervision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.reports.asked import Asked
from mentor_tui.reports.document import Document, Grid, Words
from mentor_tui.reports.papers.plans_ahead import plans_ahead
from store.consents import said_no
from store.errors import RequestRefused
from store.records import Client
from store.standing import active, counts_days
from store.two_way import last_talk
from store.vocabulary import STATUSES, label
from store.waiting import expected_release, released_on, what_it_is
from store.waiting.phrases import full_day, how_many

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload

_OWN = "With names: for you alone."
_INITIALS = "Initials, days and counts: no name, and nothing of what anything is about."
_WITH_INITIALS = (
    "A list with names is for you alone. With initials it can be for supervision (`--initials`); "
    "`mentor report handover --to NAME` makes what people agreed to share."
)


def people_summary(caseload: Caseload, asked: Asked) -> Document:
    """Everyone active: where you stand, days since release, last in touch, next, what is promised.

    Raises:
        RequestRefused: names are asked for, and for somebody else.
    """
    if asked.to and not asked.initials:
        raise RequestRefused(_WITH_INITIALS)
    today = asked.moment.day
    everyone = active(caseload.people())
    shown = [each for each in everyone if not asked.initials or not _said_no(caseload, each, today)]
    names = _initials(caseload) if asked.initials else {each.id: each.name for each in shown}
    rows = sorted(_row(caseload, each, names[each.id], asked) for each in shown)
    columns = ("", "stands", "out", "last in touch", "next", "promised")
    blocks = (Words(_counted(len(shown), len(everyone))), Grid(columns, tuple(rows), right=(5,), wide=4))
    named = () if asked.initials else tuple(each.id for each in shown)
    view = _INITIALS if asked.initials else _OWN
    return Document(
        "people", "The people you walk with", view, blocks, (f"Made on {full_day(today)}.",), today, named
    )


def _said_no(caseload: Caseload, person: Client, today: date) -> bool:
    return said_no(caseload.consents_of(person.id), "supervision", today)


def _counted(shown: int, everyone: int) -> str:
    people = f"{shown} {'person' if shown == 1 else 'people'}."
    if shown == everyone:
        return people
    return f"{people} Left out: {everyone - shown}, who said no to being talked about in supervision."


def _initials(caseload: Caseload) -> dict[int, str]:
    from mentor_tui.exchange.ics.choosing import short_names  # as on calendars and pocket cards

    return short_names(caseload.people())


def _row(caseload: Caseload, person: Client, name: str, asked: Asked) -> tuple[str, ...]:
    today = asked.moment.day
    talk = last_talk(caseload.contacts_with(person.id)).contact
    last = full_day(talk.on, today) if talk else "not yet"
    open_ones = sum(promise.state == "open" for promise in caseload.promises_of(person.id))
    stands = label(STATUSES, person.status)
    return name, stands, _out(person, today), last, _next(caseload, person, asked), str(open_ones or "")


def _out(person: Client, today: date) -> str:
    if not counts_days(person):
        return ""
    if expected := expected_release(person, today):
        return f"expected {full_day(expected, today)}"
    out = released_on(person, today)
    return how_many((today - out).days, "day") if out else ""


def _next(caseload: Caseload, person: Client, asked: Asked) -> str:
    today = asked.moment.day
    ahead = plans_ahead(caseload, person.id, today)
    if not ahead:
        return ""
    when = full_day(ahead[0].on, today) + (f" {ahead[0].at:%H:%M}" if ahead[0].at else "")
    return when if asked.initials else f"{when} {what_it_is(ahead[0], caseload)}"
