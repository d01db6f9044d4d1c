"""Whether a reader can compute what is hidden: are there other numbers that leave the page the same?"""

from collections import defaultdict
from dataclasses import dataclass

from mentor_tui.reports.cells import Sheet

SHOWN, SMALL, HIDDEN, FEW, DROPPED = "shown", "small", "hidden", "few", "dropped"
"""How a number stands on the page: whole, as "<5", as "not shown"; or not at all, since it is one of fewer
than 10, or since with it something else could be reckoned."""
_STEPS = 400
"""Changes that are tried for one number before it counts as not proved; what is not proved is hidden more."""
_FAR = 10**6


def floor_of(least: int) -> int:
    """What is out of fewer than this is not broken down at all (BC's rule for a population of 1 to 9)."""
    return max(10, least)


@dataclass
class Page:
    """A sheet as it is shown. A reader is taken to know all of it, and how it was hidden.

    "not shown" stands for `least` at least, since anything smaller would read "<5".
    """

    sheet: Sheet
    states: list[str]
    least: int
    _repair: "_Repair | None" = None

    def range_of(self, cell: int) -> tuple[int, int]:
        """What a number may be by its own look on the page alone."""
        state, value = self.states[cell], self.sheet.values[cell]
        if state == SHOWN:
            return value, value
        if state == SMALL:
            return self.sheet.at_least.get(cell, 0), self.least - 1
        if state == HIDDEN:
            return self.least, _FAR
        return 0, (floor_of(self.least) - 1 if state == FEW else _FAR)

    def could_be(self, cell: int, value: int) -> list[int] | None:
        """Numbers for the whole sheet that leave the page as it is, this one among them; None if none do."""
        low, high = self.range_of(cell)
        self._repair = self._repair or _Repair(self)
        return self._repair.found(cell, value) if low <= value <= high else None

    def is_open(self, cell: int) -> bool:
        """Whether a reader cannot tell it: see `proof`."""
        return bool(self.proof(cell))

    def is_unsure(self, cell: int) -> bool:
        """Whether there are two numbers at least that it may be."""
        value = self.sheet.values[cell]
        return any(self.could_be(cell, value + change) for change in (1, -1, 2, -2, 3, -3, 4, -4))

    def proof(self, cell: int) -> tuple[list[int], ...]:
        """Two sheets of numbers that leave the page as it is and differ in this one; () if none were found.

        For "<5" they hold none of it and four of it, so that all that the sign says stays possible; for "not
        shown" they are as far apart. What stands nowhere need only be unsure.
        """
        value, apart = self.sheet.values[cell], self.least - 1
        if self.states[cell] == SMALL:
            ends = (self.could_be(cell, self.range_of(cell)[0]), self.could_be(cell, apart))
            return tuple(found for found in ends if found) if all(ends) else ()
        near = apart if self.states[cell] == HIDDEN else 1
        for other in (value + near, value - near):
            if found := self.could_be(cell, other):
                return self.sheet.values, found
        return ()


class _Repair:
    """Changes other hidden numbers until everything holds again.

    Each relation is kept as what its whole has over its parts, and between which ends that must lie.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ends: list[tuple[int, int]] = []
        self._cells: list[tuple[tuple[int, int], ...]] = []
        self._of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._values: list[int] = []
        self._over: list[int] = []
        self._steps = 0
        self._at_first: list[int] = []
        sheet = page.sheet
        for total in sheet.sums:
            self._take(total.total, total.parts, (0, 0))
        for cover in sheet.covers:
            self._take(cover.whole, cover.parts, (-_FAR, 0))
        for within in sheet.withins:
            self._take(within.whole, (within.part,), (0, _FAR))

    def _take(self, whole: int, parts: tuple[int, ...], ends: tuple[int, int]) -> None:
        cells = ((whole, 1), *((part, -1) for part in parts))
        for cell, sign in cells:
            self._of[cell].append((len(self._ends), sign))
        self._ends.append(ends)
        self._cells.append(cells)
        self._at_first.append(sum(sign * self._page.sheet.values[each] for each, sign in cells))

    def found(self, cell: int, value: int) -> list[int] | None:
        """Numbers that hold together with this one so; None if none were found in so many steps."""
        self._values = list(self._page.sheet.values)
        self._over = list(self._at_first)
        self._steps = _STEPS
        self._change(cell, value - self._values[cell])
        is_mended = self._mend(tuple(number for number, _ in self._of[cell]), {cell})
        return self._values if is_mended else None

    def _mend(self, pending: tuple[int, ...], fixed: set[int]) -> bool:
        self._steps -= 1
        at = next((at for at, number in enumerate(pending) if self._lacks(number)), None)
        if at is None or self._steps < 0:
            return at is None
        for cell, change in self._ways(pending[at], fixed):
            self._change(cell, change)
            fixed.add(cell)
            if self._mend((*pending[at:], *(number for number, _ in self._of[cell])), fixed):
                return True
            fixed.discard(cell)
            self._change(cell, -change)
        return False

    def _change(self, cell: int, change: int) -> None:
        self._values[cell] += change
        for number, sign in self._of[cell]:
            self._over[number] += sign * change

    def _lacks(self, number: int, more: int = 0) -> int:
        """What a relation must change by to hold; 0 where it does."""
        (low, high), over = self._ends[number], self._over[number] + more
        return low - over if over < low else min(0, high - over)

    def _ways(self, broken: int, fixed: set[int]) -> list[tuple[int, int]]:
        """Numbers that may change and by how much: those first that mend most and break least."""
        lacks, ways = self._lacks(broken), []
        for cell, sign in self._cells[broken]:
            if cell in fixed:
                continue
            low, high = self._page.range_of(cell)
            value = self._values[cell]
            most = max(low - value, min(high - value, sign * lacks))
            for change in {most, (most > 0) - (most < 0)} - {0}:  # all of it, or one
                harm = self._harm(cell, change) / abs(change)
                ways.append((harm, -abs(change), len(self._of[cell]), cell, change))
        return [(cell, change) for *_, cell, change in sorted(ways)]

    def _harm(self, cell: int, change: int) -> int:
        """How much more is broken after a change; less than 0 where it mends."""
        return sum(
            abs(self._lacks(number, sign * change)) - abs(self._lacks(number))
            for number, sign in self._of[cell]
        )
