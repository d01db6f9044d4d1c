"""A closed month: its figures as they were kept, and a sentence for each that is counted otherwise by now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mentor_tui.reports.changes import (
    DAYS_SINCE,
    WRITTEN_SINCE,
    by_name,
    changes_between,
    in_all,
    written_since,
)
from mentor_tui.reports.leaving_out import Without
from mentor_tui.reports.tables import Behind, Group, Line, Report, Table, line_name
from mentor_tui.reports.work import Reads
from store.records import ClosedMonth, KeptFigure

_KNOWN = "A/People/people in the records"


def kept_figures(report: Report) -> tuple[KeptFigure, ...]:
    """Every figure of a report, with all that is needed to print its line again."""
    return tuple(
        KeptFigure(
            line=line_name(table, group, line),
            figure=line.figure,
            base=line.base,
            # Hundreds of these are kept a month: what the name of the line tells already is not kept twice.
            group=group.title if "/" in f"{group.title}{line.label}" else "",
            of=line.base_words,
            unit=line.unit,
            missing=line.missing,
            share=line.share,
        )
        for table in report.tables
        for group in table.groups
        for line in group.lines
        if line.figure is not None
    )


def figures_for(records: Reads, closed: ClosedMonth | None) -> tuple[KeptFigure, ...]:
    """The figures that were kept for whoever reads these records; none where they may not stand.

    What is for handing on leaves out who said no. Whoever said so after the closing is in its figures:
    then the month is counted anew for that view.
    """
    if closed is None or not isinstance(records, Without):
        return closed.figures if closed else ()
    is_known = records.out <= set(closed.left_out)
    return (closed.to_hand_on or closed.figures) if is_known else ()


def as_closed(
    records: Reads,
    live: Report,
    then: Report,
    before: Report,
    closed: ClosedMonth,
    figures: tuple[KeptFigure, ...],
) -> Report:
    """The report of a closed month: its kept figures and bases, and what is counted otherwise by now.

    Args:
        records: those it is counted from.
        live: counted now.
        then: counted now, but as of the day it was closed: what differs from the figures was written since.
        before: the same without what was written since: whatever is behind it was there.
        figures: those that were kept for this view.
    """
    kept = _tables(live, figures)
    now, was = by_name(live.tables), by_name(before.tables)
    tables = tuple(_with_behind(table, now, was) for table in kept)
    made = replace(live, tables=tables, closed_on=closed.closed_on)
    people = next((int(one.figure) for one in figures if one.line == _KNOWN), live.people)
    changes = (
        *changes_between(kept, then.tables, WRITTEN_SINCE),
        *changes_between(then.tables, live.tables, DAYS_SINCE),
    )
    if not changes:
        return replace(made, people=people)
    written = written_since(records, live.tables, closed.written_at)
    whole = Line(in_all(changes, written), len(written), behind=written)
    shown = now | by_name(tables)
    return replace(
        made,
        people=people,
        restated=(whole.label, *(each.words for each in changes)),
        # Where only what it is out of changed, what was written since says more than what is in it.
        restated_lines=(whole, *(shown.get(each.line, whole) for each in changes)),
    )


def _tables(live: Report, figures: Sequence[KeptFigure]) -> tuple[Table, ...]:
    """The tables as they were kept, in the order they were kept in; not one line is lost or new."""
    now = {table.code: table for table in live.tables}
    kept: dict[str, dict[str, list[Line]]] = {}
    for one in figures:
        code, rest = one.line.split("/", 1)
        group = one.group or rest.partition("/")[0]
        label = rest.removeprefix(f"{group}/")
        kept.setdefault(code, {}).setdefault(group, []).append(_line(one, label))
    return tuple(
        Table(
            code,
            now[code].title if code in now else code,
            tuple(Group(title, tuple(lines), _adds_up(lines)) for title, lines in groups.items()),
            now[code].of_events if code in now else False,
        )
        for code, groups in kept.items()
    )


def _line(one: KeptFigure, label: str) -> Line:
    figure = one.figure if one.unit else int(one.figure)
    return Line(label, figure, one.base, one.of, one.unit, one.missing, share=one.share)


def _adds_up(lines: list[Line]) -> bool:
    """Whether these lines are all of one base; if only by chance, more is hidden of them, not less."""
    base = lines[0].base
    same = base is not None and all(line.base == base and not line.unit for line in lines)
    return same and sum(line.figure or 0 for line in lines) == base


def _with_behind(table: Table, now: Mapping[str, Line], was: Mapping[str, Line]) -> Table:
    """With what each line counts now behind it, and what was not there yet marked so."""
    groups = []
    for group in table.groups:
        names = [line_name(table, group, line) for line in group.lines]
        behind = (_marked(now.get(name), was.get(name)) for name in names)
        lines = (replace(line, behind=those) for line, those in zip(group.lines, behind, strict=True))
        groups.append(replace(group, lines=tuple(lines)))
    return replace(table, groups=tuple(groups))


def _marked(now: Line | None, was: Line | None) -> tuple[Behind, ...]:
    there = {(one.table, one.id, one.part) for one in was.behind} if was else set()
    found = now.behind if now else ()
    return tuple(replace(one, since=(one.table, one.id, one.part) not in there) for one in found)
