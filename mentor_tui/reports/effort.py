"""Table F: the work done, counted by entry; an attempt is work like any other."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from mentor_tui.reports.counting import lines_by_code, of_records
from mentor_tui.reports.tables import Group, Line, Table, Those, counted
from mentor_tui.reports.work import PeriodOfWork
from store.records import Contact
from store.vocabulary import KINDS, MODES

_ENTRIES = "entries"
_SORTS = (
    ("in-touch", "in touch"),
    ("attempt", "attempts"),
    ("beside", "beside them"),
    ("work", "own work"),
    ("unknown", "what happened: not known"),
)


def effort(month: PeriodOfWork) -> Table:
    """Contacts, attempts, hours and travel; an entry with several people counts once."""
    others = [each for each in month.entries if each.kind != "work"]
    modes = ((each.mode, each) for each in others)
    kinds = ((each.kind, each) for each in month.entries)
    groups = (
        Group("Entries", tuple(_entries(month))),
        Group("What was done", tuple(_sorts(month)), adds_up=True),
        Group("Among these", tuple(_among(month))),
        Group("How", lines_by_code(modes, MODES, "entries other than own work", "how: not said"), True),
        Group("What kind", lines_by_code(kinds, KINDS, _ENTRIES, "what kind: not said"), True),
        Group("Time, travel and money", tuple(_time(month))),
    )
    return Table("F", "Effort", tuple(group for group in groups if group.lines), of_events=True)


def _entries(month: PeriodOfWork) -> Iterator[Line]:
    yield counted("entries", of_records(month.entries), None, "contacts, attempts and other work")
    yield counted("notes", of_records(month.notes), None, "not entries: neither contact nor attempt")


def _sorts(month: PeriodOfWork) -> Iterator[Line]:
    total = len(month.entries)
    for sort, label in _SORTS:
        behind = of_records(month.by_sort[sort])
        yield counted(label, behind, total, _ENTRIES, missing=sort == "unknown")


def _among(month: PeriodOfWork) -> Iterator[Line]:
    entries, total = month.entries, len(month.entries)
    along = (each for each, things in month.done if "along" in things)
    yield counted("accompaniments", of_records(along), total, _ENTRIES)
    brief = (each for each in entries if each.kind == "check-in")
    yield counted("brief check-ins", of_records(brief), total, _ENTRIES)
    several = (each for each in entries if len(each.client_ids) + each.unnamed > 1)
    yield counted("with several people at once", of_records(several), total, _ENTRIES)


def _time(month: PeriodOfWork) -> Iterator[Line]:
    total = len(month.entries)
    yield _added(month, "hours", "entries with a length", "hours", attrgetter("minutes"))
    untimed = (each for each in month.entries if each.minutes is None)
    yield counted("length: not known", of_records(untimed), total, _ENTRIES, missing=True)
    travel = attrgetter("travel_minutes")
    yield _added(month, "hours of travel", "entries with travel time", "hours", travel)
    yield _added(month, "distance", "entries with a distance", "km", attrgetter("km"))
    yield _added(month, "money spent", "entries with money spent", "$", attrgetter("cents"))


def _added(
    month: PeriodOfWork, label: str, of: str, unit: str, amount: Callable[[Contact], int | float | None]
) -> Line:
    """What the entries that have an amount add up to; one of nought is still one of them."""
    sums = zip(month.entries, map(amount, month.entries), strict=True)
    written = [(each.id, adds) for each, adds in sums if adds is not None]
    some = [(id, adds) for id, adds in written if adds]
    behind = Those("contacts", tuple(id for id, _ in some), tuple(adds for _, adds in some))
    return counted(label, behind, len(written), of, unit=unit)
