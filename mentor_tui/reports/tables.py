"""What a report is made of, before it is drawn anywhere."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Line:
    """One figure, with what it is a part of."""

    label: str
    """Documented in docs/reports.md, word for word."""
    figure: int | float
    base: int | None = None
    """What the figure is out of; None where it is a part of nothing."""
    base_words: str = ""
    """What the base counts, or what the figure is where there is no base."""
    unit: str = ""
    """"hours", "km" or "$"; empty for a count."""
    missing: bool = False
    """It counts what was not asked or is not known."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a report."""

    code: str
    """A, C, F: the letter funders' tables go by."""
    title: str
    groups: tuple[Group, ...]

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


_ONE = {"people": "person", "entries": "entry", "releases": "release", "needs": "need"}


def part_words(line: Line) -> str:
    """What stands beside a figure: "of 12 people supported"."""
    if line.base is None:
        return line.base_words
    counted, *rest = line.base_words.split(" ", 1)
    noun = _ONE.get(counted.rstrip(","), counted) if line.base == 1 else counted
    return " ".join((f"of {line.base} {noun}", *rest))


def figure_words(line: Line) -> str:
    """A figure as it is read: "12", "7.5 hours", "$8.50"."""
    if line.unit == "$":
        return f"${line.figure:,.2f}"
    if isinstance(line.figure, float):
        return f"{line.figure:,.1f} {line.unit}".strip()
    return f"{line.figure} {line.unit}".strip()
