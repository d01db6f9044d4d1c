"""The tabs of a person's own screen: what each shows, what `a` adds there, and what it says when empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mentor_tui import record_rows
from store.records import Appointment, Client, Consent, Goal, Record, Referral
from store.release_dates import OfferedDate, offered_dates, release_day
from store.waiting.releases import FIRST_DAYS
from widgets.row import Column, Gap, Item, Row

if TYPE_CHECKING:
    from store.caseload import Caseload

RELEASE_DATES = "release dates"
"""The key of the row that leads to the dates after a release."""

Rows: TypeAlias = Callable[["Caseload", Client], list[Item]]


@dataclass(frozen=True, slots=True)
class PersonTab:
    """One tab."""

    name: str
    rows: Rows
    empty: str
    """With {name} for the person."""
    adds: type[Record] | None = None
    """What `a` adds here; None is a note."""
    tables: tuple[str, ...] = ()
    """The records that stand here."""
    columns: Sequence[Column] = record_rows.TWO_COLUMNS


def _timeline(caseload: Caseload, client: Client) -> list[Item]:
    items = enumerate(caseload.timeline(client.id))
    return [record_rows.timeline_row(item, caseload, index) for index, item in items]


def _dates(caseload: Caseload, client: Client) -> list[Item]:
    """What is planned and promised; and that dates could follow from a release, while it is near."""
    moment = caseload.clock.now()
    items = record_rows.date_rows(caseload, client, moment)
    offered = len(_near_dates(caseload, client))
    if offered:
        many = "1 date" if offered == 1 else f"{offered} dates"
        words = f"{many} could follow from the release; enter shows them."
        row = Row(RELEASE_DATES, (((words, "muted"),),), spans=True)
        items += [*([Gap()] if items else []), row]
    return items


def _near_dates(caseload: Caseload, client: Client) -> Sequence[OfferedDate]:
    moment = caseload.clock.now()
    day = release_day(client, moment)
    if day is None or (moment.day - day).days > FIRST_DAYS:
        return ()
    return offered_dates(client, caseload.appointments_of(client.id), moment)


TABS = (
    PersonTab(
        "Timeline",
        _timeline,
        "Nothing written yet. {log} takes a note about {name}.",
        columns=record_rows.TIMELINE_COLUMNS,
    ),
    PersonTab(
        "Goals",
        record_rows.goal_rows,
        "No goal named yet. {goal} writes one, in their own words.",
        Goal,
        ("goals",),
    ),
    PersonTab(
        "Bridges",
        lambda caseload, client: record_rows.bridge_rows(caseload, client, caseload.clock.now()),
        "No bridge yet. {bridge} begins one to a service.",
        Referral,
        ("referrals",),
    ),
    PersonTab(
        "Dates",
        _dates,
        "Nothing planned and nothing promised. {plan} plans, {promise} keeps a promise.",
        Appointment,
        ("appointments", "promises"),
    ),
    PersonTab(
        "About",
        lambda caseload, client: record_rows.about_rows(caseload, client, caseload.clock.now()),
        "",
        Consent,
        ("consents", "end_conversations"),
    ),
)
"""From left to right."""


def tab_of(table: str) -> int:
    """Which tab a record of this table stands under."""
    return next((index for index, tab in enumerate(TABS) if table in tab.tables), 0)
