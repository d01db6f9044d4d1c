"""What became of bridges in a week: those that held, those on the way, doors that stayed shut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from store.hard_days import shut_on
from store.records import Appointment, Referral, Step
from store.text import listed
from store.vocabulary import APPOINTMENT_KINDS, OPEN_STAGES, REFERRAL_ENDS, STAGES, label
from store.waiting.phrases import day_name
from store.week_words import Told, quoted

if TYPE_CHECKING:
    from store.period import Period
    from store.week import Reads

_HELD = {
    "went": "{who} walked in at {place} for the first time ({day}).",
    "settled": "{who} keeps going back to {place} ({day}).",
}
"""What is said of a bridge that held, by the stage it reached."""
_MOVING = OPEN_STAGES - {"idea"}


def told_of_bridges(
    records: Reads, days: Period, names: dict[int, str], living: dict[int, str]
) -> Iterator[Told]:
    """Sentences of the bridges of these days, as they stood in them.

    Args:
        names: everyone by number.
        living: those of whom more than what held is told: what was closed after a death is tidying up.
    """
    held: list[str] = []
    shut: list[str] = []
    on_the_way: list[str] = []
    # Its last stage has a day of its own; the ones before it are earlier.
    for one in records.dated(Referral, "stage_on", days.first, date.max):
        who = names.get(one.client_id, "")
        steps = [step for step in _steps(one) if step.on in days]
        if not (who and steps):
            continue
        place = _place(one, records)
        walked = [(step.stage, step.on) for step in steps if step.stage in _HELD and step.on]
        held += [_HELD[stage].format(who=who, place=place, day=day_name(on)) for stage, on in walked]
        on = shut_on(one) if one.client_id in living else None
        if on and on in days:
            shut.append(_door(one, who, place, on))
        elif one.client_id in living and not walked and steps[-1].stage in _MOVING:
            on_the_way.append(f"{who} to {place} ({label(STAGES, steps[-1].stage)})")
    shut += _turned_away(records, days, living)
    way = f"On the way: {listed(on_the_way)}." if on_the_way else ""
    for about, words in (("held", " ".join(held)), ("on-the-way", way), ("shut", " ".join(shut))):
        if words:
            yield Told(about, words)


def _steps(bridge: Referral) -> tuple[Step, ...]:
    """Every stage with its day; one brought in from elsewhere may have the newest alone."""
    return bridge.steps or (Step(stage=bridge.stage, on=bridge.stage_on),)


def _turned_away(records: Reads, days: Period, names: dict[int, str]) -> list[str]:
    """Appointments at which somebody was sent away again."""
    return [
        f"{names[one.client_id]} was turned away: {_plan(one, records)} ({day_name(one.on)})."
        for one in records.plans_between(days.first, days.last)
        if one.result == "turned-away" and one.client_id in names
    ]


def _plan(plan: Appointment, records: Reads) -> str:
    return plan.what or records.service_name(plan.service_id) or label(APPOINTMENT_KINDS, plan.kind)


def _door(bridge: Referral, who: str, place: str, on: date) -> str:
    words = f" {quoted(bridge.ended_words)}" if bridge.ended_words.strip() else ""
    why = label(REFERRAL_ENDS, bridge.ended)
    return f"For {who} the door of {place} stayed shut ({day_name(on)}, {why}){words}."


def _place(bridge: Referral, records: Reads) -> str:
    return records.service_name(bridge.service_id) or bridge.to or "a service"
