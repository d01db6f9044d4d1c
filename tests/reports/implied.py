"""What follows from the relations of a sheet: which number is in which, and which are apart."""

from collections import defaultdict

from tests.reports.relations_found import PRIME, reduced


class Implied:
    """The lines of one sheet, by name, and what its relations say of them.

    It follows them by hand: from part to whole, and from two parts of one whole to all that is within these.
    """

    def __init__(self, sheet, names):
        self.cells = {name: sheet.figures[at] for name, at in names.items() if at in sheet.figures}
        self.width = len(sheet.values)
        self._sums, self._up = [], [1 << cell for cell in range(self.width)]
        for less, more in self._read(sheet):
            if len(more) == 1:
                for part in less:
                    self._up[part] |= 1 << more[0]
            self._sums.append((less, more))
        self._rows = None
        self._close()

    def _read(self, sheet):
        self.equal = []
        for one in sheet.sums:
            yield one.parts, (one.total,)
            yield (one.total,), one.parts
            self.equal.append({one.total: 1, **dict.fromkeys(one.parts, -1)})
        for one in sheet.covers:
            yield (one.whole,), one.parts
        for one in sheet.withins:
            yield (one.part,), (one.whole,)
        for rule in sheet.rules:
            less = tuple(cell for cell, sign in rule.signs if sign < 0)
            more = tuple(cell for cell, sign in rule.signs if sign > 0)
            yield less, more
            if rule.is_equal:
                yield more, less
                self.equal.append(dict(rule.signs))

    def _close(self):
        for middle in range(self.width):
            beyond, bit = self._up[middle], 1 << middle
            self._up = [up | beyond if up & bit else up for up in self._up]

    def is_within(self, part, whole):
        """Whether the one can be no more than the other."""
        return bool(self._up[self.cells[part]] >> self.cells[whole] & 1)

    def are_apart(self, a, b, whole):
        """Whether the two together can be no more than a third."""
        one, other, top = self._up[self.cells[a]], self._up[self.cells[b]], self.cells[whole]
        for less, more in self._sums:
            if len(more) == 1 and self._up[more[0]] >> top & 1:
                in_one = [part for part in less if one >> part & 1]
                in_other = [part for part in less if other >> part & 1]
                if any(p != q for p in in_one for q in in_other):
                    return True
        return False

    def is_covered(self, whole, parts):
        """Whether it can be no more than these together."""
        if any(self.is_within(whole, part) for part in parts):
            return True
        wholes, tops = self._up[self.cells[whole]], [self.cells[part] for part in parts]
        return any(
            wholes >> less[0] & 1 and self._fit(more, tops) for less, more in self._sums if len(less) == 1
        )

    def _fit(self, more, tops):
        """Whether each of these is within one of the tops, and no two within the same."""
        left = list(tops)
        for cell in more:
            at = next((top for top in left if self._up[cell] >> top & 1), None)
            if at is None:
                return False
            left.remove(at)
        return True

    def has_equality(self, factors, never=()):
        """Whether these figures, each so many times, have to make nought; so do those that never are."""
        if self._rows is None:
            nothing = [{self.cells[name]: 1} for name in never if name in self.cells]
            rows = (
                [row.get(cell, 0) % PRIME for cell in range(self.width)] for row in (*self.equal, *nothing)
            )
            self._rows = reduced(rows, self.width)
        wanted = defaultdict(int)
        for name, factor in factors.items():
            wanted[self.cells[name]] += factor
        one = [wanted[cell] % PRIME for cell in range(self.width)]
        for at, row in self._rows:
            if n := one[at]:
                one = [(x - n * y) % PRIME for x, y in zip(one, row, strict=True)]
        return not any(one)
