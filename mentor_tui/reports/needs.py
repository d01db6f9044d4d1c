"""Table C: what people named, and where it stood at the end of the month."""

from collections.abc import Iterator

from mentor_tui.reports.counting import OTHER_WORD, lines_by_code
from mentor_tui.reports.tables import Group, Line, Table
from mentor_tui.reports.work import PeriodOfWork
from store.records import Goal
from store.vocabulary import AREAS, GOAL_STATES

_OVER = frozenset({"got-it", "got-some", "no-longer-wanted", "nothing-available"})
_STATE_UNKNOWN = "where it stood then: not known"
_NEEDS = "needs named"


def needs(month: PeriodOfWork) -> Table:
    """Needs that were open at some time in the month, all together and by area."""
    open_then = [goal for goal in month.goals if _was_open_in(goal, month)]
    known = {term.code for term in AREAS}
    areas = [(term.label, [goal for goal in open_then if goal.area == term.code]) for term in AREAS]
    areas.append((OTHER_WORD, [goal for goal in open_then if goal.area and goal.area not in known]))
    areas.append(("area not asked or not known", [goal for goal in open_then if not goal.area]))
    by_area = (
        Group(title, (_named(part, len(open_then)), *_states(part, month))) for title, part in areas if part
    )
    return Table("C", "Needs named, and where they stood", (_all_areas(open_then, month), *by_area))


def _all_areas(goals: list[Goal], month: PeriodOfWork) -> Group:
    people = len({goal.client_id for goal in goals})
    return Group(
        "All areas",
        (
            Line("people with a need named", people, len(month.people), "people in the records"),
            Line(_NEEDS, len(goals), None, "needs; one person may name several"),
            *_states(goals, month, whole=True),
            *_missing(goals),
        ),
    )


def _named(goals: list[Goal], of_all: int) -> Line:
    return Line(_NEEDS, len(goals), of_all, "needs named, all areas")


def _states(goals: list[Goal], month: PeriodOfWork, *, whole: bool = False) -> tuple[Line, ...]:
    states = (_state_then(goal, month) for goal in goals)
    return lines_by_code(states, GOAL_STATES, _NEEDS, _STATE_UNKNOWN, whole=whole)


def _missing(goals: list[Goal]) -> Iterator[Line]:
    unknown = sum(goal.named_on is None for goal in goals)
    yield Line("day it was named: not known", unknown, len(goals), _NEEDS, missing=True)


def _was_open_in(goal: Goal, month: PeriodOfWork) -> bool:
    begun = goal.named_on is None or goal.named_on <= month.last
    over = goal.state in _OVER and goal.state_on is not None and goal.state_on < month.first
    return begun and not over


def _state_then(goal: Goal, month: PeriodOfWork) -> str:
    # Only the newest state is kept: one set after the month says nothing of how it stood then.
    return "" if goal.state_on is not None and goal.state_on > month.last else goal.state
