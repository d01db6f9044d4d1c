"""What a report is made of, before it is drawn anywhere."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

HIDDEN = "not shown"
"""In place of a figure that would give another one away."""


@dataclass(frozen=True, slots=True)
class Behind:
    """One record that a figure counts."""

    table: str
    """In the caseload: "contacts"."""
    id: int
    amount: int | float = 1
    """What it adds: 1, or minutes, hundredths of money, kilometres."""
    part: int | None = None
    """Which of several inside it, from 0: the place of an episode. None for the record itself."""
    since: bool = False
    """Of a closed month: written after it was closed, and not in its figure."""


@dataclass(frozen=True, slots=True)
class Those(Collection[Behind]):
    """Many records of one table, each made a Behind only when somebody opens the figure."""

    table: str
    ids: tuple[int, ...]
    amounts: tuple[int | float, ...] = ()
    """What each adds; none where each adds 1."""

    @property
    def total(self) -> int | float:
        """What they add up to."""
        return sum(self.amounts) if self.amounts else len(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Behind]:
        if not self.amounts:
            return (Behind(self.table, id) for id in self.ids)
        adds = zip(self.ids, self.amounts, strict=True)
        return (Behind(self.table, id, amount) for id, amount in adds)

    def __contains__(self, one: object) -> bool:
        return one in tuple(self)


@dataclass(frozen=True, slots=True)
class Line:
    """One figure, with what it is a part of."""

    label: str
    """Documented in docs/reports.md, word for word."""
    figure: int | float | None
    """None where it is hidden."""
    base: int | None = None
    """What the figure is out of; None where it is a part of nothing, or is hidden."""
    base_words: str = ""
    """What the base counts, or what the figure is where there is no base."""
    unit: str = ""
    """"hours", "km" or "$"; empty for a count."""
    missing: bool = False
    """It counts what was not asked or is not known."""
    behind: Collection[Behind] = ()
    """What it counts, for the mentor's own view alone; the amounts add up to the figure."""
    hidden: str = ""
    """What stands in place of a hidden figure: "<5" or HIDDEN."""
    base_hidden: bool = False
    """Its base is a hidden figure too."""
    share: bool = False
    """Whether its percentage of the base says something."""


_PER_UNIT = {"hours": 60, "$": 100}
"""How many of what a record adds make one of the unit."""


def counted(
    label: str,
    behind: Iterable[Behind],
    base: int | None = None,
    base_words: str = "",
    *,
    unit: str = "",
    missing: bool = False,
    share: bool = False,
) -> Line:
    """A line whose figure is what its records add up to."""
    found = behind if isinstance(behind, Those) else tuple(behind)
    total = found.total if isinstance(found, Those) else sum(each.amount for each in found)
    figure = total / _PER_UNIT[unit] if unit in _PER_UNIT else float(total) if unit else total
    return Line(label, figure, base, base_words, unit, missing, found, share=share)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    title: str
    lines: tuple[Line, ...]
    adds_up: bool = False
    """Every one of the base is in exactly one of the lines: they add up to it."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a report."""

    code: str
    """A to H: the letter funders' tables go by."""
    title: str
    groups: tuple[Group, ...]
    of_events: bool = False
    """It counts events, not people: safe to hand on even with few people."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in order."""
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Report:
    """A report: a heading, tables and a footer."""

    name: str
    """As it is asked for: "month"."""
    title: str
    view: str
    """Who it is for, said above and below the figures."""
    first: date
    last: date
    made_on: date
    tables: tuple[Table, ...]
    footer: tuple[str, ...]
    people: int = 0
    """How many different people it is about."""
    is_own: bool = True
    """The mentor's own view, every figure whole; False for what was made to be handed on."""
    restated: tuple[str, ...] = ()
    """Of a closed month: what is counted otherwise by now: how much in all, then a sentence each."""
    restated_lines: tuple[Line, ...] = ()
    """What stands behind each of those sentences; for the mentor's own view alone."""
    quotes: tuple[str, ...] = ()
    """What people agreed to have quoted, in their words and without a name; for table H."""
    closed_on: date | None = None
    """Of a closed month: the day since when its figures stand."""


_ONE = {
    "people": "person",
    "entries": "entry",
    "releases": "release",
    "needs": "need",
    "times": "time",
    "talks": "talk",
    "bridges": "bridge",
    "doors": "door",
}


def line_name(table: Table, group: Group, line: Line) -> str:
    """What a line is known by from month to month: "A/People/people supported"."""
    return f"{table.code}/{group.title}/{line.label}"


def part_words(line: Line) -> str:
    """What stands beside a figure: "of 12 people supported"."""
    if line.base_hidden:
        return f"of {line.base_words}"
    if line.base is None:
        return line.base_words
    counted, *rest = line.base_words.split(" ", 1)
    noun = _ONE.get(counted.rstrip(","), counted) if line.base == 1 else counted
    return " ".join((f"of {line.base} {noun}", *rest))


def figure_words(line: Line) -> str:
    """A figure as it is read: "12", "7.5 hours", "$8.50", "<5"."""
    if line.figure is None:
        return line.hidden or HIDDEN
    if line.unit == "$":
        return f"${line.figure:,.2f}"
    if isinstance(line.figure, float):
        return f"{line.figure:,.1f} {line.unit}".strip()
    return f"{line.figure} {line.unit}".strip()


def share_words(line: Line) -> str:
    """The percentage, where it says something and may be said: "46.7%"."""
    if not line.share or line.figure is None or not line.base:
        return ""
    return f"{100 * line.figure / line.base:.1f}%"
