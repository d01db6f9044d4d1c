"""Groups with a line for each code that occurs: those that do not are filled in, to be hidden too."""

from dataclasses import replace

from mentor_tui.reports.counting import OTHER_WORD
from mentor_tui.reports.doors import SHUT
from mentor_tui.reports.tables import Group, Line, Table
from store.vocabulary import ACTIVITIES, AREAS, GOAL_STATES, HOW_MET, REFERRAL_ENDS, STATUSES, Terms

_SHUT = tuple(term for term in REFERRAL_ENDS if term.code in SHUT)
_LISTS: tuple[Terms, ...] = (_SHUT, GOAL_STATES, HOW_MET, REFERRAL_ENDS, STATUSES, AREAS, ACTIVITIES)
_OF_ALL = ", all areas"


def filled(table: Table) -> Table:
    """The table with a line for each code that does not occur, and without the gaps that are none.

    That a line is not there would say that there is nobody. A gap ("not asked") of nought says nothing of
    anybody: it is left out.
    """
    groups = tuple(map(_filled, map(_without_no_gaps, table.groups)))
    return replace(table, groups=(*groups, *_areas_without(groups)))


def may_leave_out(group: Group) -> bool:
    """Whether a group prints only what occurs, so that a line that is not there need not be nought."""
    return bool(_absent(group))


def leads_an_area(group: Group) -> bool:
    """Whether its first line says how many of all areas are in this one."""
    return bool(group.lines) and group.lines[0].base_words.endswith(_OF_ALL)


def _filled(group: Group) -> Group:
    last = group.lines[-1] if group.lines else None
    if not group.adds_up or last is None:
        return group
    nobody = tuple(Line(label, 0, last.base, last.base_words) for label in _absent(group))
    return replace(group, lines=(*group.lines, *nobody))


def _absent(group: Group) -> tuple[str, ...]:
    """Labels of the list this group is by that have no line in it; none where it is by no list."""
    there = [line.label for line in group.lines if not line.missing and line.label != OTHER_WORD]
    for terms in _LISTS:
        labels = [term.label for term in terms]
        inside = [label for label in there if label in labels]
        # A total may stand above those of a list ("needs named").
        if inside and len(there) - len(inside) <= 1 and (there[-len(inside) :] == inside):
            return tuple(label for label in labels if label not in there)
    return ()


def _areas_without(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The areas that have no group, with nought in every line of one that has."""
    labels = [term.label for term in AREAS]
    there = {group.title for group in groups}
    example = next((group for group in groups if group.title in labels and group.lines), None)
    if example is None:
        return ()
    nobody = tuple(_nought(line) for line in example.lines if not line.base_words.startswith("people"))
    return tuple(replace(example, title=label, lines=nobody) for label in labels if label not in there)


def _nought(line: Line) -> Line:
    base = line.base if line.base_words.endswith(_OF_ALL) else 0
    return replace(line, figure=0, base=base, behind=())


def _without_no_gaps(group: Group) -> Group:
    return replace(group, lines=tuple(line for line in group.lines if line.figure or not line.missing))
