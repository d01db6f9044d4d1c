"""The numbers of a page, and the relations between them that a reader knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

Place = tuple[int, int, int]
"""Which table, which of its groups, which of its lines."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts make the total."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """Everyone of the whole is in one of the parts, or in several."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """The part is no more than the whole."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Rule:
    """What numbers make together, some added and some taken away, is nought at least, or nought."""

    signs: tuple[tuple[int, int], ...]
    """Each number, with 1 or -1."""
    is_equal: bool = False


@dataclass
class Sheet:
    """Every number once, by its place in `values`, and what is known to hold between them."""

    values: list[int] = field(default_factory=list)
    figures: dict[Place, int] = field(default_factory=dict)
    """The number each line counts; lines that are no count have none."""
    bases: dict[Place, int] = field(default_factory=dict)
    """The number each line is out of."""
    sums: list[Sum] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    withins: list[Within] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    rests: dict[int, tuple[int, int]] = field(default_factory=dict)
    """A few that something leaves of what it is out of, printed nowhere: that number, and the base."""
    at_least: dict[int, int] = field(default_factory=dict)
    """What a number is at least, since its line would not be there otherwise."""
    population: dict[Place, int] = field(default_factory=dict)
    """Out of how many people a line without a base is told, where its group says so: "Day 0: times"."""

    def add(self, value: int) -> int:
        """Another number; where it stands."""
        self.values.append(value)
        return len(self.values) - 1

    @cached_property
    def beside(self) -> tuple[tuple[int, ...], ...]:
        """For each number those that a relation holds it against."""
        near: list[dict[int, None]] = [{} for _ in self.values]
        sums = ((one.total, *one.parts) for one in self.sums)
        withins = ((one.part, one.whole) for one in self.withins)
        rules = (tuple(cell for cell, _ in rule.signs) for rule in self.rules)
        for cells in chain(sums, withins, rules):
            for cell in cells:
                near[cell].update(dict.fromkeys(cells))
        return tuple(tuple(each for each in those if each != cell) for cell, those in enumerate(near))

    @cached_property
    def totals(self) -> frozenset[int]:
        """Those that others add up to, or are out of: to hide one would hide what they are all out of."""
        return frozenset(one.total for one in self.sums).union(self.bases.values())

    def holds_for(self, values: Sequence[int]) -> bool:
        """Whether all that is known to hold does so for other numbers in their place."""
        sums = all(values[one.total] == sum(values[part] for part in one.parts) for one in self.sums)
        covers = all(values[one.whole] <= sum(values[part] for part in one.parts) for one in self.covers)
        withins = all(values[one.part] <= values[one.whole] for one in self.withins)
        return sums and covers and withins and all(is_so(rule, values) for rule in self.rules)


def is_so(rule: Rule, values: Sequence[int]) -> bool:
    """Whether it holds for these numbers."""
    over = sum(sign * values[cell] for cell, sign in rule.signs)
    return over == 0 or (over > 0 and not rule.is_equal)
