"""Table F: the work done, counted by entry; an attempt is work like any other."""

from collections import Counter
from collections.abc import Iterator

from mentor_tui.reports.counting import lines_by_code
from mentor_tui.reports.tables import Group, Line, Table
from mentor_tui.reports.work import PeriodOfWork, sort_of
from store.vocabulary import KINDS, MODES

_ENTRIES = "entries"


def effort(month: PeriodOfWork) -> Table:
    """Contacts, attempts, hours and travel; an entry with several people counts once."""
    entries = month.entries
    modes = lines_by_code(
        (each.mode for each in entries if each.kind != "work"),
        MODES,
        "entries other than own work",
        "how: not said",
    )
    kinds = lines_by_code((each.kind for each in entries), KINDS, _ENTRIES, "what kind: not said")
    groups = (
        Group("What was done", tuple(_sorts(month))),
        Group("Among these", tuple(_among(month))),
        Group("How", modes),
        Group("What kind", kinds),
        Group("Time, travel and money", tuple(_time(month))),
    )
    return Table("F", "Effort", tuple(group for group in groups if group.lines))


def _sorts(month: PeriodOfWork) -> Iterator[Line]:
    sorts = Counter(map(sort_of, month.entries))
    total = len(month.entries)
    yield Line("entries", total, None, "contacts, attempts and other work")
    yield Line("in touch", sorts["in-touch"], total, _ENTRIES)
    yield Line("attempts", sorts["attempt"], total, _ENTRIES)
    yield Line("beside them", sorts["beside"], total, _ENTRIES)
    yield Line("own work", sorts["work"], total, _ENTRIES)
    yield Line("what happened: not known", sorts["unknown"], total, _ENTRIES, missing=True)


def _among(month: PeriodOfWork) -> Iterator[Line]:
    total = len(month.entries)
    along = sum(each.kind == "along" or "along" in each.activities for each in month.entries)
    yield Line("accompaniments", along, total, _ENTRIES)
    brief = sum(each.kind == "check-in" for each in month.entries)
    yield Line("brief check-ins", brief, total, _ENTRIES)
    several = sum(len(each.client_ids) + each.unnamed > 1 for each in month.entries)
    yield Line("with several people at once", several, total, _ENTRIES)
    yield Line("notes", month.notes, None, "not entries: neither contact nor attempt")


def _time(month: PeriodOfWork) -> Iterator[Line]:
    entries, total = month.entries, len(month.entries)
    timed = [each.minutes for each in entries if each.minutes is not None]
    yield Line("hours", sum(timed) / 60, len(timed), "entries with a length", unit="hours")
    yield Line("length: not known", total - len(timed), total, _ENTRIES, missing=True)
    travel = [each.travel_minutes for each in entries if each.travel_minutes is not None]
    yield Line("hours of travel", sum(travel) / 60, len(travel), "entries with travel time", unit="hours")
    distances = [each.km for each in entries if each.km is not None]
    yield Line("distance", float(sum(distances)), len(distances), "entries with a distance", unit="km")
    costs = [each.cents for each in entries if each.cents is not None]
    yield Line("money spent", sum(costs) / 100, len(costs), "entries with money spent", unit="$")
