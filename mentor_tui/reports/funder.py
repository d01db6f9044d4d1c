"""A report as it may be handed on: small numbers hidden, and whatever would give them away."""

from collections.abc import Iterator
from dataclasses import replace

from mentor_tui.reports.audit import DROPPED, FEW, SHOWN, SMALL, Page, floor_of
from mentor_tui.reports.cells import ALL_DAYS, BY_AREA, SOME_DAYS
from mentor_tui.reports.leaving_out import without_who_said_no
from mentor_tui.reports.listed import filled, leads_an_area, may_leave_out
from mentor_tui.reports.month import DEFINITIONS, NOT_A_MEASURE, period_report
from mentor_tui.reports.relations import for_others, is_told_only_whole
from mentor_tui.reports.sheet import Place
from mentor_tui.reports.suppression import LEAST, suppressed, threshold
from mentor_tui.reports.tables import HIDDEN as NOT_SHOWN
from mentor_tui.reports.tables import Group, Line, Report, Table
from mentor_tui.reports.work import Reads
from store.clock import Moment
from store.period import Period
from store.vocabulary import STATUSES
from store.vocabulary.terms import label

_QUOTES = "H"
_LET_GO = "let go"
_IF_ANY = ("died before", "back inside before")
"""Lines that are there only if there is someone: "<5" in them would say that there is. So is the one above,
where it is of an area."""


def whole_report(records: Reads, period: Period, moment: Moment) -> Report:
    """What is handed on before anything is hidden: without those who said no to being in numbers."""
    return period_report(without_who_said_no(records, moment), period, moment)


def funder_report(records: Reads, period: Period, moment: Moment, least: int = LEAST) -> Report:
    """The report of these days for handing on."""
    return for_funder(whole_report(records, period, moment), least)


def for_funder(report: Report, least: int = LEAST) -> Report:
    """The same report with small numbers hidden, or of the work alone where it is about few people.

    Args:
        report: every figure whole; without those who said no to `numbers` (`whole_report`).
        least: the least number that is shown; more than 5 may be asked for, less is taken as 5.
    """
    least = threshold(least)
    is_few = report.people < floor_of(least)
    tables = tuple(map(_of_events, report.tables)) if is_few else _hidden(report.tables, least)
    kept = [each for each in tables if each.groups or (each.code == _QUOTES and report.quotes and not is_few)]
    view = _view(least)
    return replace(
        report,
        view=view,
        tables=tuple(kept),
        footer=(*_said(report), *(_few(least) if is_few else _rules(least)), view, NOT_A_MEASURE),
        people=0,
        is_own=False,
        restated=(_RESTATED,) if report.restated else (),
        restated_lines=(),
        quotes=() if is_few else report.quotes,
    )


_RESTATED = "Some of this is counted otherwise than on the day the month was closed."


def _view(least: int) -> str:
    return f"For handing on: numbers under {least} are not shown."


def _said(report: Report) -> tuple[str, ...]:
    """Sentences of the footer that hold no figure: the days, and what is counted as what."""
    return (*report.footer[:1], *(each for each in report.footer[1:] if each in DEFINITIONS))


def _rules(least: int) -> tuple[str, ...]:
    few = floor_of(least)
    return (
        f"Numbers under {least}, nought too, read <{least}, and their shares are left out. More is not shown "
        "where something hidden could be reckoned from it.",
        f"What is out of fewer than {few} is not broken down. Where a list names some, each of the others "
        f"is under {least}.",
        "What all but a few did is not shown either, and what is not known stands beside other numbers only "
        "where it may be shown.",
        "Counts of work done (F) are of events, not of people, and are whole.",
    )


def _few(least: int) -> tuple[str, ...]:
    return (
        f"It is about fewer than {floor_of(least)} people, so that any number of people could point at one "
        "of them: only the work done is counted here.",
    )


def _of_events(table: Table) -> Table:
    """A table of events as it is, one about people with nothing in it."""
    if not table.of_events:
        return replace(table, groups=())
    groups = (replace(group, lines=tuple(map(_bare, group.lines))) for group in table.groups)
    return replace(table, groups=tuple(groups))


def _bare(line: Line) -> Line:
    return replace(line, behind=())


def _hidden(tables: tuple[Table, ...], least: int) -> tuple[Table, ...]:
    tables = tuple(table if table.of_events else for_others(table) for table in tables)
    whole = tuple(map(to_hide, tables))
    page = suppressed(whole, least)
    return tuple(
        _of_events(table)
        if table.of_events
        else replace(table, groups=tuple(_groups(page, number, table, tables[number])))
        for number, table in enumerate(whole)
    )


def to_hide(table: Table) -> Table:
    """The table, without what is for the mentor alone, as it is reckoned with.

    Left out: how many are quoted, since quotes can be counted, and several made one, since they lead back.
    """
    if table.of_events:
        return table
    if table.code == _QUOTES:
        return replace(table, groups=())
    table = for_others(table)
    return filled(
        replace(table, groups=tuple(group for group in table.groups if not _leads_back(group, table)))
    )


def _leads_back(group: Group, table: Table) -> bool:
    """Whether it puts several lines together that are broken down beside it."""
    if group.title.endswith(": any of several"):
        return True
    days = (each for each in table.groups if each.title.startswith(SOME_DAYS) and ":" not in each.title)
    return group.title.startswith(ALL_DAYS) and any(
        line.base is not None and line.base >= floor_of(LEAST) for each in days for line in each.lines
    )


def _groups(page: Page, t: int, table: Table, before: Table) -> Iterator[Group]:
    """What is left of each group; one in which nothing is told any more is left out."""
    printed = {group.title: may_leave_out(group, before) for group in before.groups}
    leads = [(g, group) for g, group in enumerate(table.groups) if leads_an_area(group)]
    for g, group in enumerate(table.groups):
        if leads and (g, group) == leads[0]:
            yield _by_area(page, t, leads)
        if group.title in printed:
            lines = tuple(_lines(page, (t, g), group, is_list=printed[group.title]))
            # An area of which every line is small says no more than that there is something.
            if any(not leads_an_area(group) or not line.hidden.startswith("<") for line in lines):
                yield replace(group, lines=lines)


def _by_area(page: Page, t: int, leads: list[tuple[int, Group]]) -> Group:
    """How many each area has, where the areas themselves say so one by one."""
    first = leads[0][1].lines[0]
    lines = [(replace(group.lines[0], label=group.title), (t, g, 0)) for g, group in leads]
    told = [_shown(page, at, line) for line, at in lines if _state(page, at) != SMALL]
    other = _each_other(page, first, lines[0][1], "each other area")
    return Group(f"{first.label.capitalize()}, by area", (*told, other))


def _lines(page: Page, at: tuple[int, int], group: Group, *, is_list: bool) -> Iterator[Line]:
    """The lines of a group that are left, those that say nothing more in one."""
    lines = [((*at, n), line) for n, line in enumerate(group.lines)]
    states = [_state(page, place) for place, _ in lines]
    is_area = leads_an_area(group)
    if all(state in (FEW, DROPPED) for state in states[is_area:]):
        return
    for (place, line), state in [*zip(lines, states, strict=True)][is_area:]:
        # What nobody can have come to yet is not printed either: of few it is never said which of the two.
        is_told = state != FEW and not (state == DROPPED and (is_area or is_list))
        is_told = is_told and (state == SHOWN or not is_told_only_whole(group, line))
        if_any = is_list or _is_if_any(line) or (is_area and line.label == _LET_GO)
        if is_told and not (state == SMALL and if_any):
            yield _shown(page, place, line)
    if is_list:
        example = next((each for each in lines if not each[1].missing), lines[0])
        words = "each other area" if group.title.endswith(BY_AREA) else "each other line"
        other = _each_other(page, example[1], example[0], words)
        yield replace(other, hidden=NOT_SHOWN) if {FEW, DROPPED} & set(states) else other


def _is_if_any(line: Line) -> bool:
    # She may call it otherwise: the word is looked up each time.
    return line.label.startswith(_IF_ANY) or line.label == label(STATUSES, "died")


def _state(page: Page, place: Place) -> str:
    """How a line stands; one that counts nothing one by one is not told."""
    cell = page.sheet.figures.get(place)
    return DROPPED if cell is None else page.states[cell]


def _shown(page: Page, place: Place, line: Line) -> Line:
    base = page.sheet.bases.get(place)
    is_told = base is not None and page.states[base] == SHOWN
    state = _state(page, place)
    sign = f"<{page.least}" if state == SMALL else NOT_SHOWN
    return replace(
        line,
        behind=(),
        figure=line.figure if state == SHOWN else None,
        hidden="" if state == SHOWN else sign,
        base=line.base if is_told else None,
        base_hidden=base is not None and not is_told,
    )


def _each_other(page: Page, example: Line, place: Place, words: str) -> Line:
    """One line for all that are small and all that do not occur: it does not say which."""
    line = replace(_shown(page, place, example), label=words, figure=None, hidden=f"<{page.least}")
    return replace(line, missing=False, share=False)
