"""Which numbers are hidden, so that no number under 5 can be read or reckoned (DOMAIN.md 5, P5)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from mentor_tui.reports.audit import DROPPED, FEW, HIDDEN, REST, SHOWN, SMALL, Page, floor_of
from mentor_tui.reports.cells import lines_in, sheet_of
from mentor_tui.reports.sheet import Sheet, Sum
from mentor_tui.reports.tables import Table

LEAST = 5
"""Smaller numbers are hidden. More may be asked for, never less."""


def threshold(asked: int) -> int:
    """The least number that is shown, whatever was asked for."""
    return max(LEAST, asked)


def suppressed(tables: Sequence[Table], least: int = LEAST) -> Page:
    """The numbers of these tables with enough of them hidden that what is hidden stays so.

    Under `least` a number is small; out of a base of fewer than 10 nothing is broken down. Then more is
    hidden, the smallest first, until for each hidden number the audit finds other numbers that would have
    left the very same page: for a small one down to nought and up to four, and where there is nothing more
    to hide for that, two at least. What cannot be mended so is not broken down either.
    """
    sheet = sheet_of(tables, threshold(least))
    page = Page(sheet, [SHOWN] * len(sheet.values), threshold(least))
    _hide_what_is_small(page)
    _drop_what_is_out_of_few(page, tables)
    _hide_what_leaves_few(page)
    groups = _groups(sheet)
    proved: set[int] = set()
    for cell in _unproved(page, proved):
        more = _nearest_shown(page, cell)
        if more is None and page.is_unsure(cell):
            proved.add(cell)
        elif more is not None:
            page.mark(more, HIDDEN)
        else:
            _hide_total_or_drop(page, cell, groups)
    return page


def _hide_what_is_small(page: Page) -> None:
    counted = set(page.sheet.figures.values())
    for cell, value in enumerate(page.sheet.values):
        if cell in page.sheet.rests:
            page.mark(cell, REST)
        elif value < page.least:
            page.mark(cell, SMALL if cell in counted else FEW)


def _drop_what_is_out_of_few(page: Page, tables: Sequence[Table]) -> None:
    few, sheet = floor_of(page.least), page.sheet
    for place, _, _ in lines_in(tables):
        whole = sheet.bases.get(place, sheet.population.get(place))
        if whole is not None and sheet.values[whole] < few:
            page.mark(sheet.figures[place], FEW)
    counted = set(sheet.figures.values())
    for cell in set(sheet.bases.values()) - counted:
        if sheet.values[cell] < few:
            page.mark(cell, FEW)


def _hide_what_leaves_few(page: Page) -> None:
    """Of a number and its base between which few are left, the one that fewer lines are out of."""
    lines = Counter(page.sheet.bases.values())
    for figure, base in page.sheet.rests.values():
        if page.states[figure] == page.states[base] == SHOWN:
            page.mark(base if lines[figure] > lines[base] else figure, HIDDEN)


def _groups(sheet: Sheet) -> dict[int, list[int]]:
    """For each number that a line counts, all those of the groups it stands in."""
    of: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, cell in sheet.figures.items():
        of[place[:2]].append(cell)
    found: dict[int, list[int]] = defaultdict(list)
    for place, cell in sheet.figures.items():
        found[cell] += of[place[:2]]
    return found


def _unproved(page: Page, proved: set[int]) -> Iterator[int]:
    """Hidden numbers that a reader might tell, until there are none.

    What is proved once stays so, since only more is hidden.
    """
    cell = 0
    while cell < len(page.states):
        if all(state == DROPPED for state in page.states):
            return  # with nothing on the page there is nothing to reckon with
        if page.states[cell] == SHOWN or cell in proved or page.is_open(cell):
            if page.states[cell] != SHOWN:
                proved.add(cell)
            cell += 1
        else:
            yield cell
            cell = 0


def _nearest_shown(page: Page, cell: int) -> int | None:
    """The smallest number beside it that nothing adds up to; else one beside what is hidden beside it."""
    reached, wave = {cell}, [cell]
    while wave:
        near = [part for each in wave for part in page.sheet.beside[each]]
        shown = [part for part in near if page.states[part] == SHOWN and part not in page.sheet.totals]
        if shown:
            return min(shown, key=lambda part: (page.sheet.values[part], part))
        wave = list(
            dict.fromkeys(part for part in near if part not in reached and page.states[part] != SHOWN)
        )
        reached.update(wave)
    return None


def _hide_total_or_drop(page: Page, cell: int, groups: dict[int, list[int]]) -> None:
    """What stands in a sum with it is hidden, that of most sums first; else its group is not broken down.

    If that is so already, neither is whatever it adds up with.
    """
    sheet = page.sheet
    sums = [one for one in sheet.sums if cell in _cells(one)]
    beside = {each for one in sums for each in _cells(one) if each != cell and page.states[each] == SHOWN}
    if beside:
        count = Counter(each for one in sheet.sums for each in _cells(one))
        page.mark(max(beside, key=lambda each: (count[each], -sheet.values[each], -each)), HIDDEN)
        return
    theirs = [each for each in (cell, *groups.get(cell, ())) if each not in sheet.totals] or [cell]
    for cells in (theirs, [cell], *map(_cells, sums), sheet.beside[cell], range(len(page.states))):
        left = [each for each in cells if page.states[each] != DROPPED]
        for each in left:
            page.mark(each, DROPPED)
        if left:
            return


def _cells(one: Sum) -> tuple[int, ...]:
    return (one.total, *one.parts)
