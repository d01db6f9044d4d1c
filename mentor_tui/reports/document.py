"""A page of words, tables and bars, before it is drawn in any form. What is drawn from it knows no record."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the page."""

    words: str
    level: int = 2
    """2 for a section, 3 for a part of one."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    words: str
    is_quiet: bool = False
    """Small print."""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `boxes` to tick on paper."""

    points: tuple[str, ...]
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words. Cells of one row may be fewer than the columns."""

    columns: tuple[str, ...]
    """Headings; all empty for none."""
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    """Columns that are set flush right: figures."""
    wide: int = 0
    """The column that takes what room is left."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, its number beside it."""

    label: str
    value: float
    shown: str
    """The number as it is read."""


@dataclass(frozen=True, slots=True)
class Bars:
    """A small chart."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    words: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Empty lines to write on."""

    lines: int = 3


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on another sheet of paper."""


Block: TypeAlias = Heading | Words | Points | Grid | Bars | Quote | Room | NewPage


@dataclass(frozen=True, slots=True)
class Document:
    """A whole page or more."""

    name: str
    """As it is asked for: "gate"."""
    title: str
    view: str
    """For whom it is, said under the title."""
    blocks: tuple[Block, ...]
    footer: tuple[str, ...] = ()
    made_on: date | None = None
    """The day the file says it was made."""
    people: tuple[int, ...] = field(default=(), compare=False)
    """Numbers of those it names, for the list of what was made."""
