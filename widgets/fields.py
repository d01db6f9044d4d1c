"""What a form asks, as plain values: fields, and the sections they stand in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Answer: TypeAlias = "str | list[dict[str, str]]"
"""What stands in a field: its text, or the texts of each of its parts."""

Answers: TypeAlias = Mapping[str, Answer]
"""Answers by the names of their fields."""


@dataclass(frozen=True)
class Echo:
    """How a text was read, shown under its field while it is typed."""

    text: str
    is_refused: bool = False


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question."""

    name: str
    label: str
    kind: str = "line"
    """"line", "long", "choice", "several" (choices, comma between), "yes-no" or "parts"."""
    hint: str = ""
    """What belongs here, shown while it is empty."""
    options: tuple[tuple[str, str], ...] = ()
    """Choices: what is kept, and how it reads."""
    is_replaced: bool = False
    """Of a line: what stands there at first is marked, and typing replaces it."""
    is_free: bool = True
    """Whether words that are not among the choices are kept as they stand."""
    echo: Callable[[str], Echo] | None = None
    """Reads the text while it is typed."""
    parts: tuple["Field", ...] = ()
    """What each part asks."""
    part_called: str = ""
    """One part, in a word: "release"."""


@dataclass(frozen=True)
class Section:
    """Fields that belong together; one without a title is always open."""

    title: str
    fields: tuple[Field, ...]


def label_of(field: Field, code: str) -> str:
    """How a kept value reads in its field."""
    if field.kind == "several":
        return ", ".join(_label(field, part) for part in split(code))
    return _label(field, code)


def code_of(field: Field, text: str) -> str:
    """What is kept for a text: the code of a choice it names, else the words themselves."""
    if field.kind == "several":
        return ", ".join(_code(field, part) for part in split(text))
    return _code(field, text.strip())


def split(text: str) -> list[str]:
    """The parts of a text with commas between them."""
    return [part.strip() for part in text.split(",") if part.strip()]


def _label(field: Field, code: str) -> str:
    return next((label for kept, label in field.options if kept == code), code)


def _code(field: Field, text: str) -> str:
    sought = text.casefold()
    exact = (kept for kept, label in field.options if sought in (label.casefold(), kept.casefold()))
    return next(exact, text)
