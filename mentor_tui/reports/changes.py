"""What is counted otherwise by now in a closed month: how much in all, then each figure in a sentence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentor_tui.reports.tables import Behind, Line, Table, figure_words, line_name
from mentor_tui.reports.work import Reads
from store.records import CASELOAD_TABLES
from store.text import listed

WRITTEN_SINCE = "by the entries now"
DAYS_SINCE = "by the days that have passed since"
_KINDS = (
    ("contacts", "entry", "entries"),
    ("clients", "person", "people"),
    ("goals", "need", "needs"),
    ("referrals", "bridge", "bridges"),
    ("end_conversations", "talk at the end", "talks at the end"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence about what is counted otherwise."""

    words: str
    line: str = ""
    """The line whose figure changed; "" where only what a group is out of did."""


def in_all(changes: Sequence[Change], written: Sequence[Behind]) -> str:
    """How much was written and changed: "1 entry was written since it was closed; 14 figures are ..."

    Args:
        changes: one or more.
        written: what was written since.
    """
    figures = len({each.line for each in changes if each.line})
    some = f"{figures} figures are" if figures > 1 else "1 figure is"
    changed = f"{some if figures else 'what some figures are out of is'} counted otherwise by now."
    counts = [(sum(one.table == table for one in written), one, many) for table, one, many in _KINDS]
    words = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    if not words:
        return changed[0].upper() + changed[1:]
    return f"{listed(words)} {'was' if len(written) == 1 else 'were'} written since it was closed; {changed}"


def written_since(records: Reads, tables: Sequence[Table], since: datetime | None) -> tuple[Behind, ...]:
    """What these tables count that was first written after an instant."""
    if since is None:
        return ()
    counted = {(one.table, one.id) for table in tables for line in table.lines for one in line.behind}
    return tuple(
        Behind(table, each.id)
        for table, _, _ in _KINDS
        for each in records.all(CASELOAD_TABLES[table])
        if each.written_at and each.written_at > since and (table, each.id) in counted
    )


def changes_between(before: Sequence[Table], after: Sequence[Table], why: str) -> Iterator[Change]:
    """A sentence for each figure that differs and one for all of a group whose base does, in their order."""
    was, now = by_name(before), by_name(after)
    places = {**_places(before), **_places(after)}
    labels = {line.label for line in (*was.values(), *now.values())}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(places, key=lambda name: places[name][0]):
        groups[places[name][1]].append(name)
    for place, names in groups.items():
        for name in names:
            for said, changed in _change(was.get(name), now.get(name)):
                yield Change(f"{place}: {said}, {why} {changed}.", name)
        yield from _bases(place, names, was, now, labels, why)


def by_name(tables: Sequence[Table]) -> dict[str, Line]:
    """Each line by its name; two areas that the mentor gave one name are one line here: the first."""
    found: dict[str, Line] = {}
    for table in tables:
        for group in table.groups:
            for line in group.lines:
                found.setdefault(line_name(table, group, line), line)
    return found


def _change(was: Line | None, now: Line | None) -> Iterator[tuple[str, str]]:
    """How one figure was and is, where that differs; a line that is new, or is gone, is said to be so."""
    if was and now:
        if was.figure != now.figure:
            yield f"{was.label} {figure_words(was)}", f"{figure_words(now)} ({_more(was, now)})"
    elif was and was.figure:
        yield f"{was.label} {figure_words(was)}", "no such line"
    elif now and now.figure:
        yield now.label, f"{figure_words(now)} (no such line then)"


def _bases(
    place: str,
    names: Sequence[str],
    was: Mapping[str, Line],
    now: Mapping[str, Line],
    labels: set[str],
    why: str,
) -> Iterator[Change]:
    """One sentence for all lines of a group that are the same figure out of another base."""
    pairs = [(was[name], now[name]) for name in names if name in was and name in now]
    # Where the base is a line itself, that line says it once for all that are out of it.
    only = [
        (old, new)
        for old, new in pairs
        if old.figure == new.figure and old.base != new.base and old.base_words not in labels
    ]
    if only:
        bases = dict.fromkeys((f"out of {old.base} {old.base_words}", f"{new.base}") for old, new in only)
        (first, changed), *more = bases
        said = "; ".join((f"{place}: {first}, {why} {changed}", *(f"{old}, {new}" for old, new in more)))
        yield Change(f"{said}.")


def _more(was: Line, now: Line) -> str:
    more = (now.figure or 0) - (was.figure or 0)
    return f"{'+' if more > 0 else '-'}{figure_words(replace(now, figure=abs(more)))}"


def _places(tables: Sequence[Table]) -> dict[str, tuple[tuple[str, int], str]]:
    """Where each line stands, and how that is said: "A, People"."""
    found: dict[str, tuple[tuple[str, int], str]] = {}
    count: defaultdict[str, int] = defaultdict(int)
    for table in tables:
        for group in table.groups:
            for line in group.lines:
                count[table.code] += 1
                at = (table.code, count[table.code])
                found.setdefault(line_name(table, group, line), (at, f"{table.code}, {group.title}"))
    return found
