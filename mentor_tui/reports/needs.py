"""Table C: what people named, and where it stood at the end of the month."""

from collections.abc import Iterator

from mentor_tui.reports.counting import OTHER_WORD, lines_by_code, of_people, of_records
from mentor_tui.reports.tables import Group, Line, Table, counted
from mentor_tui.reports.work import PeriodOfWork
from store.records import Goal
from store.vocabulary import AREAS, GOAL_STATES

_OVER = frozenset({"got-it", "got-some", "no-longer-wanted", "nothing-available"})
_NEEDS = "needs named"
_STATE_UNKNOWN = "where it stood then: not known"
_AREA_UNKNOWN = "area not asked or not known"


def needs(month: PeriodOfWork) -> Table:
    """Needs that were open at some time in the month, all together and by area."""
    open_then = [goal for goal in month.goals if _was_open_in(goal, month)]
    by_area = lines_by_code(((goal.area, goal) for goal in open_then), AREAS, _NEEDS, _AREA_UNKNOWN)
    groups = (
        Group("All areas", tuple(_all_areas(open_then, month))),
        Group("All areas: where they stood", _states(open_then, month, whole=True), adds_up=True),
        Group("By area", by_area, adds_up=True),
        *(Group(title, _states(goals, month), adds_up=True) for title, goals in _areas(open_then)),
    )
    return Table("C", "Needs named, and where they stood", tuple(each for each in groups if each.lines))


def _all_areas(goals: list[Goal], month: PeriodOfWork) -> Iterator[Line]:
    named = {goal.client_id for goal in goals}
    known = len(month.people)
    yield counted("people with a need named", of_people(named), known, "people in the records", share=True)
    yield counted(_NEEDS, of_records(goals), None, "needs; one person may name several")
    undated = (goal for goal in goals if goal.named_on is None)
    yield counted("day it was named: not known", of_records(undated), len(goals), _NEEDS, missing=True)


def _areas(goals: list[Goal]) -> Iterator[tuple[str, list[Goal]]]:
    """Each area in which there is a need, in the order of the list."""
    titles = {term.code: term.label for term in AREAS} | {"": _AREA_UNKNOWN}
    by_title: dict[str, list[Goal]] = {}
    for goal in goals:
        by_title.setdefault(titles.get(goal.area, OTHER_WORD), []).append(goal)
    for title in dict.fromkeys((*(term.label for term in AREAS), OTHER_WORD, _AREA_UNKNOWN)):
        if title in by_title:
            yield title, by_title[title]


def _states(goals: list[Goal], month: PeriodOfWork, *, whole: bool = False) -> tuple[Line, ...]:
    states = ((_state_then(goal, month), goal) for goal in goals)
    return lines_by_code(states, GOAL_STATES, _NEEDS, _STATE_UNKNOWN, whole=whole)


def _was_open_in(goal: Goal, month: PeriodOfWork) -> bool:
    begun = goal.named_on is None or goal.named_on <= month.last
    over = goal.state in _OVER and goal.state_on is not None and goal.state_on < month.first
    return begun and not over


def _state_then(goal: Goal, month: PeriodOfWork) -> str:
    # Only the newest state is kept: one set after the month says nothing of how it stood then.
    return "" if goal.state_on is not None and goal.state_on > month.last else goal.state
