"""Which plans go into a calendar, and under which name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.ics.uids import uid_alone, uid_of_release, uid_out
from store.records import Appointment, Client
from store.recurrence import days_of, next_day
from store.standing import has_died, is_active, plan_shows
from store.waiting.releases import expected_release

if TYPE_CHECKING:
    from store.caseload import Caseload

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One event as it goes out."""

    uid: str
    """The same in every export."""
    plan: Appointment
    """With its day in `on`; one with `repeats` comes back by its rule from that day on."""
    client: Client | None = None
    """None for the mentor's own."""
    is_release: bool = False
    """Not a plan of hers but the day they are expected out."""


def going_out(
    caseload: Caseload, person: Client | None = None, *, with_words: bool = False
) -> tuple[Outgoing, ...]:
    """Everything from today on that a calendar can hold: open plans, what comes back, expected releases.

    Args:
        person: theirs alone.
        with_words: whether other people's words may go out with them.

    Raises:
        ExportRefused: they died.
    """
    if person is not None and has_died(person):
        raise ExportRefused(f"Nothing of {person.name} goes into a calendar any more.")
    today = caseload.clock.now().day
    found: list[Outgoing] = []
    for client in caseload.people() if person is None else (person,):
        plans = caseload.appointments_of(client.id)
        shown = [plan for plan in plans if person is not None or plan_shows(client, plan)]
        found += (_whose(out, client) for out in outgoing(shown, today, with_words=with_words))
        if is_active(client):
            found += _releases(client, today)
    if person is None:
        found += outgoing(caseload.appointments_of(0), today, with_words=with_words)
    return tuple(sorted(found, key=lambda out: (out.plan.on, out.plan.at is not None, out.plan.at, out.uid)))


def _whose(out: Outgoing, client: Client) -> Outgoing:
    """The event with whose it is."""
    return Outgoing(out.uid, out.plan, client, out.is_release)


def short_names(people: Iterable[Client]) -> dict[int, str]:
    """Initials of everyone, by number; whoever was here first has them without a figure."""
    taken: dict[str, int] = {}
    names = {}
    for client in sorted(people, key=lambda client: client.id):
        words = _WORD.findall(client.name)
        letters = [words[0][0], *([words[-1][0]] if len(words) > 1 else [])] if words else ["·"]
        short = "".join(f"{letter.upper()}." for letter in letters)
        number = taken[short] = taken.get(short, 0) + 1
        names[client.id] = short if number == 1 else f"{short}{number}"
    return names


def outgoing(plans: Iterable[Appointment], today: date, *, with_words: bool = False) -> Iterator[Outgoing]:
    """The events of open plans from a day on; whose they are is not said yet."""
    for plan in plans:
        if plan.result:
            continue
        if plan.repeats is not None:
            yield from _of_series(plan, today, uid_out(plan, as_theirs=with_words))
        elif plan.on >= today:
            yield Outgoing(uid_out(plan, as_theirs=with_words), plan)


def _of_series(head: Appointment, today: date, uid: str) -> Iterator[Outgoing]:
    """The next one by itself where it is no day of the rule; then the rule, from its next day on."""
    repeats = head.repeats
    assert repeats is not None
    is_alone = not any(days_of(repeats, head.on, head.on))
    if is_alone and head.on >= today:
        yield Outgoing(uid_alone(head), replace(head, repeats=None))
    # As `store.series.occurrences` has it: what was before the next one is over, said or not.
    is_first = not is_alone and head.on >= today
    first = head.on if is_first else next_day(repeats, max(head.on, today - timedelta(days=1)))
    if first is not None:
        yield Outgoing(uid, replace(head, on=first))


def _releases(client: Client, today: date) -> Iterator[Outgoing]:
    day = expected_release(client, today)
    if day is not None and day >= today:
        uid = uid_of_release(client.uid, len(client.episodes))
        plan = Appointment(client_id=client.id, kind="release", on=day, at=client.episodes[-1].at)
        yield Outgoing(uid, plan, client, is_release=True)
