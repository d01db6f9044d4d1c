"""Groups with a line for each code that occurs: those that do not are filled in, to be hidden too."""

from dataclasses import replace

from mentor_tui.reports.by_area import NO_AREA
from mentor_tui.reports.cells import BY_AREA
from mentor_tui.reports.counting import OTHER_WORD
from mentor_tui.reports.tables import Group, Line, Table
from store.vocabulary import (
    ACTIVITIES,
    AREAS,
    GOAL_STATES,
    HOW_MET,
    REFERRAL_ENDS,
    SHUT_ENDS,
    STATUSES,
    Terms,
)

_SHUT = tuple(term for term in REFERRAL_ENDS if term.code in SHUT_ENDS)
_LISTS: tuple[Terms, ...] = (_SHUT, GOAL_STATES, HOW_MET, REFERRAL_ENDS, STATUSES, AREAS, ACTIVITIES)
_OF_ALL = ", all areas"


def filled(table: Table) -> Table:
    """The table with a line for each code that does not occur, and without the gaps that are none.

    That a line is not there would say that there is nobody. A gap ("not asked") of nought says nothing of
    anybody: it is left out.
    """
    groups = tuple(_filled(_without_no_gaps(group), table) for group in table.groups)
    return replace(table, groups=(*groups, *_areas_without(groups)))


def may_leave_out(group: Group, table: Table) -> bool:
    """Whether a group prints only what occurs, so that a line that is not there need not be nought."""
    return bool(_absent(group, table))


def leads_an_area(group: Group) -> bool:
    """Whether its first line says how many of all areas are in this one."""
    return bool(group.lines) and group.lines[0].base_words.endswith(_OF_ALL)


def _filled(group: Group, table: Table) -> Group:
    last = group.lines[-1] if group.lines else None
    if not group.adds_up or last is None:
        return group
    nobody = tuple(Line(label, 0, last.base, last.base_words) for label in _absent(group, table))
    return replace(group, lines=(*group.lines, *nobody))


def _absent(group: Group, table: Table) -> tuple[str, ...]:
    """Labels of the list this group is by that have no line in it; none where it is by no list."""
    labels = _list_of(group)
    if not labels and _is_area(group) and not leads_an_area(group):
        # An area in which nothing is on the list goes by the one of its neighbours.
        labels = next(filter(None, map(_list_of, filter(_is_area, table.groups))), ())
    there = {line.label for line in group.lines}
    return tuple(label for label in labels if label not in there)


def _list_of(group: Group) -> tuple[str, ...]:
    """The labels of the list whose codes its lines count; () where they are of none."""
    there = [
        line.label for line in group.lines if not line.missing and line.label not in (OTHER_WORD, NO_AREA)
    ]
    for terms in (AREAS,) if group.title.endswith(BY_AREA) else _LISTS:
        labels = tuple(term.label for term in terms)
        if set(there) <= set(labels) and (there or group.title.endswith(BY_AREA)):
            return labels
    return ()


def _is_area(group: Group) -> bool:
    return group.title in {OTHER_WORD, NO_AREA, *(term.label for term in AREAS)}


def _areas_without(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The areas that have no group, with nought in every line of one that has."""
    there = {group.title for group in groups}
    example = next((group for group in groups if _is_area(group) and group.lines), None)
    if example is None:
        return ()
    nobody = tuple(_nought(line) for line in example.lines if _is_of_any_area(line))
    labels = (term.label for term in AREAS)
    return tuple(replace(example, title=label, lines=nobody) for label in labels if label not in there)


def _is_of_any_area(line: Line) -> bool:
    return not (line.missing or line.label == OTHER_WORD or line.base_words.startswith("people"))


def _nought(line: Line) -> Line:
    base = line.base if line.base_words.endswith(_OF_ALL) else 0
    return replace(line, figure=0, base=base, behind=())


def _without_no_gaps(group: Group) -> Group:
    return replace(group, lines=tuple(line for line in group.lines if line.figure or not line.missing))
