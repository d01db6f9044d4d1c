"""A calendar brought in: what is still to come becomes plans, as one act; what is here already stays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.ics.lines import read_calendars
from mentor_tui.exchange.ics.naming import Known, People
from mentor_tui.exchange.ics.planning import CalendarPlan, CalendarRow, Planner
from mentor_tui.exchange.words import counted
from store.names import NameEntry
from store.records import Appointment
from store.repeat_words import repeat_words
from store.standing import has_died, is_active
from store.vocabulary import STATUSES, label
from store.when import When, echo

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.records import Client
    from store.saved import Saved

LABEL = "import of a calendar"


def plan_calendar(path: Path, caseload: Caseload, person: Client | None = None) -> CalendarPlan:
    """What a calendar would become here; nothing is written.

    Args:
        path: a file, or a folder of them.
        person: whom all of it is about; else titles say it, and the rest is the mentor's own.

    Raises:
        ImportRefused: it cannot be read, is no calendar, or the person died.
    """
    if person is not None and has_died(person):
        raise ImportRefused(f"Nothing is planned for {person.name} any more; nothing was brought in.")
    died = (NameEntry(client.id, client.name) for client in caseload.people() if has_died(client))
    resting = {
        client.id: label(STATUSES, client.status) for client in caseload.people() if not is_active(client)
    }
    people = People(caseload.names(), person.id if person else None, died, resting)
    known = Known(caseload.all(Appointment))
    return Planner(people, known, caseload.clock.now()).plan(read_calendars(path))


def import_calendar(plan: CalendarPlan, caseload: Caseload) -> Saved:
    """Keep what is new, as one act with one undo."""
    return caseload.apply_import(LABEL, plan.added, ())


def lines_of(plan: CalendarPlan, caseload: Caseload, *, applied: bool) -> tuple[str, ...]:
    """The import in lines of plain text: how many, then each event that is new or left out."""
    first = f"{counted(plan.many('new'), 'event')} {'brought in' if applied else 'to bring in'}"
    facts = (
        (plan.many("here"), "here already"),
        (plan.many("over"), "over, and left where they are"),
        (plan.many("left-out"), "left out"),
    )
    counts = ", ".join([first, *(f"{many:,} {what}" for many, what in facts if many)])
    names = {client.id: client.name for client in caseload.people()}
    moment = caseload.clock.now()
    return (f"{counts}.", *(_line(row, names.get(row.client_id, ""), moment) for row in plan.told))


def _line(row: CalendarRow, whose: str, moment: Moment) -> str:
    when = echo(When(row.on, row.at), moment) if row.on else ""
    title = row.title or "(no title)"
    comes_back = repeat_words(row.repeats) if row.repeats else ""
    facts = [when, f"for {whose}" if whose else "", title, comes_back]
    said = " · ".join(fact for fact in facts if fact)
    if row.outcome == "left-out":
        return f"  left out: {said} ({row.why})"
    if row.outcome == "here":
        return f"  here already: {said} ({row.why})"
    lost = f"; not kept: {', '.join(row.not_kept)}" if row.not_kept else ""
    return f"  {said}{lost}{f' ({row.why})' if row.why else ''}"
