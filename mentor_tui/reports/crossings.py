"""How far a bridge came, and when they first went: read from its stages and their days."""

from collections.abc import Iterator
from datetime import date, tzinfo

from store.period import Period
from store.records import Referral
from store.vocabulary import OPEN_STAGES

_WENT = frozenset({"went", "settled"})
# A yes, and a place on a waiting list, are one answer: they stand side by side.
_ORDER = {
    "idea": 0,
    "wanted": 1,
    "asked": 2,
    "yes": 3,
    "waiting-list": 3,
    "date-set": 4,
    "went": 5,
    "settled": 6,
}


def came_to(bridge: Referral, last: date) -> int | None:
    """The furthest stage by that day, as a number that `is_at_least` reads; None where none is known."""
    known = (_ORDER[stage] for stage, day in _stages(bridge) if stage in _ORDER and (day or last) <= last)
    return max(known, default=None)


def is_at_least(reached: int | None, stage: str) -> bool:
    """Whether a bridge that came so far came to this stage or past it."""
    return reached is not None and reached >= _ORDER[stage]


def was_there(bridge: Referral, period: Period, tz: tzinfo) -> bool:
    """Whether it was open at some time in these days, or moved in them.

    One with no day at all counts as long as it is open; one that is not, in the days it was written.
    """
    if any(day in period for _, day in _stages(bridge)):
        return True
    dated = [(day, stage) for stage, day in _stages(bridge) if day]
    if not dated:
        written = bridge.written_at
        return bridge.stage in OPEN_STAGES or written is None or written.astimezone(tz).date() in period
    before = [(day, stage) for day, stage in dated if day < period.first]
    newest = max((day for day, _ in before), default=None)
    # Of several on one day the one written last stands.
    return newest is not None and [stage for day, stage in before if day == newest][-1] in OPEN_STAGES


def was_let_go(bridge: Referral, last: date) -> bool:
    """Whether it had ended by that day, for a reason or for none that is known."""
    return bridge.stage == "let-go" and (bridge.stage_on is None or bridge.stage_on <= last)


def went_on(bridge: Referral) -> tuple[date, ...]:
    """The days they first went, oldest first: one, or several where it was walked again."""
    first = {day for stage, day in _stages(bridge) if stage == "went" and day}
    return tuple(sorted(first or {day for stage, day in _stages(bridge) if stage == "settled" and day}))


def day_they_went_is_unknown(bridge: Referral) -> bool:
    """Whether they went, and nobody wrote when."""
    return not went_on(bridge) and any(stage in _WENT for stage, _ in _stages(bridge))


def _stages(bridge: Referral) -> Iterator[tuple[str, date | None]]:
    if bridge.asked_on:
        yield "asked", bridge.asked_on
    if bridge.went_on:
        yield "went", bridge.went_on
    for step in bridge.steps:
        yield step.stage, step.on
    # Without steps (from another program) the stage it stands at is all there is.
    if not bridge.steps or bridge.steps[-1].stage != bridge.stage:
        yield bridge.stage, bridge.stage_on
