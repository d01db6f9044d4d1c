"""Whether a reader can compute what is hidden: are there other numbers that leave the page the same?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mentor_tui.reports.sheet import Sheet

SHOWN, SMALL, HIDDEN, FEW, DROPPED, REST = "shown", "small", "hidden", "few", "dropped", "rest"
"""How a number stands on the page: whole, as "<5", as "not shown"; or not at all, since it is one of fewer
than 10, since with it something else could be reckoned, or since it is the few that are left of a base."""
_TRIES = 40
"""Paths over a number that stands in several relations, for one number that is to be proved."""
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
    _ranges: list[tuple[int, int]] | None = None

    def mark(self, cell: int, state: str) -> None:
        """Have a number stand otherwise on the page."""
        self.states[cell] = state
        if self._ranges:
            self._ranges[cell] = self.range_of(cell)

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """What each number may be by its own look."""
        if self._ranges is None:
            self._ranges = [self.range_of(cell) for cell in range(len(self.states))]
        return self._ranges

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
        near = apart if self.states[cell] in (HIDDEN, REST) else 1
        for other in (value + near, value - near):
            if found := self.could_be(cell, other):
                return self.sheet.values, found
        return ()


class _Repair:
    """Changes other hidden numbers, one by one along the shortest way, until everything holds again.

    Each relation is kept as what its whole has over its parts, and between which ends that must lie. A step
    mends one relation and may break another, which the next step mends: a path, as in a network of flows.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ranges: list[tuple[int, int]] = []
        self._ends: list[tuple[int, int]] = []
        self._cells: list[tuple[tuple[int, int], ...]] = []
        self._of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._values: list[int] = []
        self._at_first: list[int] = []
        self._over: list[int] = []
        self._tries = 0
        self._touched: set[int] = set()
        sheet = page.sheet
        for total in sheet.sums:
            self._take(total.total, total.parts, (0, 0))
        for cover in sheet.covers:
            self._take(cover.whole, cover.parts, (-_FAR, 0))
        added_up = {(part, one.total) for one in sheet.sums for part in one.parts}
        for within in sheet.withins:
            if (within.part, within.whole) not in added_up:
                self._take(within.whole, (within.part,), (0, _FAR))
        for rule in sheet.rules:
            self._take_signs(rule.signs, (0, 0 if rule.is_equal else _FAR))

    def _take(self, whole: int, parts: tuple[int, ...], ends: tuple[int, int]) -> None:
        self._take_signs(((whole, 1), *((part, -1) for part in parts)), ends)

    def _take_signs(self, cells: tuple[tuple[int, int], ...], ends: tuple[int, int]) -> None:
        for cell, sign in cells:
            self._of[cell].append((len(self._ends), sign))
        self._ends.append(ends)
        self._cells.append(cells)
        self._at_first.append(sum(sign * self._page.sheet.values[each] for each, sign in cells))

    def found(self, cell: int, value: int) -> list[int] | None:
        """Numbers that hold together with this one so; None if no path was found."""
        self._values, self._over = list(self._page.sheet.values), list(self._at_first)
        self._ranges = list(self._page.ranges)
        self._ranges[cell] = (value, value)
        self._change(cell, value - self._values[cell])
        self._tries, self._touched = _TRIES, set()
        if not self._mend([number for number, _ in self._of[cell]]):
            return None
        # What two paths did to one relation is checked at the end.
        return None if any(map(self._lacks, self._touched)) else self._values

    def _mend(self, numbers: list[int]) -> bool:
        for number in numbers:
            while lacks := self._lacks(number):
                wide: list[list[tuple[int, int]]] = []
                path = self._path(number, 1 if lacks > 0 else -1, wide)
                for step, change in path:
                    self._change(step, change)
                if abs(self._lacks(number)) >= abs(lacks) and not any(map(self._mend_wide, wide)):
                    return False
        return True

    def _mend_wide(self, path: list[tuple[int, int]]) -> bool:
        """Try a path whose first number stands in several relations more: each is mended in turn."""
        self._tries -= 1
        if self._tries < 0:
            return False
        values, over, ranges = list(self._values), list(self._over), list(self._ranges)
        for step, change in path:
            self._change(step, change)
        first = path[0][0]
        self._ranges[first] = (self._values[first], self._values[first])
        if self._mend([number for number, _ in self._of[first]]):
            self._ranges = ranges
            return True
        self._values, self._over, self._ranges = values, over, ranges
        return False

    def _path(self, broken: int, side: int, wide: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
        """Numbers and their changes by one that mend a relation and leave no other worse; [] if none do.

        Args:
            wide: gets the paths that end in a number which breaks several.
        """
        came_from: dict[tuple[int, int], tuple[tuple[int, int] | None, int, int]] = {}
        wave: list[tuple[int, int]] = [(broken, side)]
        seen = {(broken, side)}
        while wave:
            after: list[tuple[int, int]] = []
            for at in wave:
                for cell, change in self._steps_at(*at):
                    worse = self._made_worse(cell, change, at[0])
                    if not worse:
                        return self._way_back(came_from, at, (cell, change))
                    if len(worse) > 1:
                        wide.append(self._way_back(came_from, at, (cell, change)))
                    elif worse[0] not in seen:
                        seen.add(worse[0])
                        came_from[worse[0]] = (at, cell, change)
                        after.append(worse[0])
            wave = after
        return []

    def _steps_at(self, number: int, side: int) -> Iterator[tuple[int, int]]:
        """Numbers of a relation that can be changed by one to the side it lacks."""
        for cell, sign in self._cells[number]:
            low, high = self._ranges[cell]
            if low <= self._values[cell] + sign * side <= high:
                yield cell, sign * side

    def _made_worse(self, cell: int, change: int, but: int) -> list[tuple[int, int]]:
        """Relations that a change would break, and the side they would lack."""
        worse = []
        for number, sign in self._of[cell]:
            if number != but:
                lacks = self._lacks(number, sign * change)
                if abs(lacks) > abs(self._lacks(number)):
                    worse.append((number, 1 if lacks > 0 else -1))
        return worse

    def _way_back(
        self,
        came_from: dict[tuple[int, int], tuple[tuple[int, int] | None, int, int]],
        at: tuple[int, int] | None,
        last: tuple[int, int],
    ) -> list[tuple[int, int]]:
        path = [last]
        while at in came_from:
            at, cell, change = came_from[at]
            path.append((cell, change))
        return path

    def _change(self, cell: int, change: int) -> None:
        self._values[cell] += change
        for number, sign in self._of[cell]:
            self._touched.add(number)
            self._over[number] += sign * change

    def _lacks(self, number: int, more: int = 0) -> int:
        """What a relation must change by to hold; 0 where it does."""
        (low, high), over = self._ends[number], self._over[number] + more
        return low - over if over < low else min(0, high - over)
