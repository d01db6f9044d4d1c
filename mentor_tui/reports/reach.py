"""Table A: people, releases and agreement, each kept apart from the count of contacts."""

from collections.abc import Iterator

from mentor_tui.reports.counting import lines_by_code, of_entries, of_people
from mentor_tui.reports.steps import steps
from mentor_tui.reports.tables import Behind, Group, Line, Table, counted
from mentor_tui.reports.work import PeriodOfWork
from store.records import Client
from store.vocabulary import HOW_MET

_KNOWN = "people in the records"
_SUPPORTED = "people supported"


def reach(month: PeriodOfWork) -> Table:
    """Who was reached this month, with a base on each line."""
    supported = [each for each in month.people if each.id in month.supported]
    met = lines_by_code(
        ((each.how_met, each) for each in supported),
        HOW_MET,
        _SUPPORTED,
        "how we met: not asked or not known",
        share=True,
    )
    groups = (
        Group("People", tuple(_people(month))),
        Group("In touch", tuple(_in_touch(month))),
        Group("Agreed to records", tuple(_agreed(month, supported)), adds_up=True),
        Group("How we met", met, adds_up=True),
        Group("Releases", tuple(_releases(month))),
        Group("Step by step", tuple(steps(month))),
        Group("Without a record", (_unnamed(month),)),
    )
    return Table("A", "Reach", tuple(group for group in groups if group.lines))


def _people(month: PeriodOfWork) -> Iterator[Line]:
    known = len(month.people)
    yield counted(_KNOWN, of_people(month.known), None, "by the end of the month")
    yield counted(_SUPPORTED, of_people(month.supported), known, _KNOWN)
    first, last = month.first, month.last
    new = [each.id for each in month.people if each.met_on and first <= each.met_on <= last]
    yield counted("new this month", of_people(new), known, _KNOWN)
    undated = [each.id for each in month.people if each.met_on is None]
    yield counted("day we met: not known", of_people(undated), known, _KNOWN, missing=True)


def _in_touch(month: PeriodOfWork) -> Iterator[Line]:
    reached, of = len(month.reached_out_to), "people reached out to"
    yield counted(
        "reached out to", of_people(month.reached_out_to), len(month.supported), _SUPPORTED, share=True
    )
    yield counted("in touch at least once", of_people(month.in_touch), reached, of, share=True)
    yield counted("met in person at least once", of_people(month.met_in_person), reached, of, share=True)


def _agreed(month: PeriodOfWork, supported: list[Client]) -> Iterator[Line]:
    states = {each.id: month.agreement(each.id) for each in supported}
    for state, label in (
        ("agreed", "agreed to records"),
        ("no", "asked, and no or no longer"),
        ("", "agreement: not asked or not known"),
    ):
        those = of_people(id for id, said in states.items() if said == state)
        yield counted(label, those, len(states), _SUPPORTED, missing=not state, share=True)


def _releases(month: PeriodOfWork) -> Iterator[Line]:
    released = [Behind("clients", id, part=place) for id, place, _ in month.released]
    yield counted("releases this month", released, None, "releases; one person may have several")
    people = of_people(behind.id for behind in released)
    yield counted("people released this month", people, len(month.people), _KNOWN)
    unsure = [Behind("clients", id, part=place) for id, place, _ in month.expected]
    yield counted(
        "expected, actual day not known",
        unsure,
        len(released) + len(unsure),
        "releases written or expected this month",
        missing=True,
    )


def _unnamed(month: PeriodOfWork) -> Line:
    met = of_entries(month.entries, lambda each: each.unnamed)
    return counted("met without a record", met, None, "times, not added to people")
