"""The six themes of the study, and the questions that belong to them, read from store/content."""

from functools import cache
from pathlib import Path

import msgspec

from store.errors import RequestRefused
from store.text import clean_line, fold


class Theme(msgspec.Struct, frozen=True):
    """One theme: a lens for words, never a field to fill or a figure."""

    code: str
    """Short name: shared, hope, respect, steady, meet, bridge."""
    name: str
    """The study's own name for it."""
    place: str
    """Its place in the study's picture: foundation, practice or outcome."""
    purpose: str
    """What it is for, in our words."""


class Question(msgspec.Struct, frozen=True):
    """One question, in our own words."""

    id: str
    """Stable: "hope-b1"; the mentor's own are "own-3"."""
    theme: str
    """A theme's short name; empty for the special moments."""
    moment: str
    """before, after, weekly; with (asked together); death, inside, ending. Empty fits any day."""
    words: str
    fits: tuple[str, ...] = ()
    """What must have happened for it to be asked, as codes of `Happening`; none for any day."""


class Citation(msgspec.Struct, frozen=True):
    """Where the six names come from, and what is ours."""

    title: str
    authors: str
    year: int
    journal: str
    doi: str
    note: str


class _Content(msgspec.Struct, frozen=True):
    citation: Citation
    themes: tuple[Theme, ...]
    questions: tuple[Question, ...]


def themes() -> tuple[Theme, ...]:
    """The six, as the study stacks them: the foundation, the four practices, the outcome."""
    return _content().themes


def theme(code: str) -> Theme:
    """The theme with this short name; KeyError for any other word."""
    return {each.code: each for each in themes()}[code]


def theme_named(words: str) -> Theme:
    """The theme that these words name: its short name, with or without #, or the study's name.

    Raises:
        RequestRefused: none of the six; the sentence names them.
    """
    wanted = fold(words).removeprefix("#")
    found = next((each for each in themes() if wanted in (each.code, fold(each.name))), None)
    if found is None:
        known = ", ".join(each.code for each in themes())
        raise RequestRefused(f"“{clean_line(words)[:40]}” is not one of the themes: {known}.")
    return found


def questions() -> tuple[Question, ...]:
    """Every question there is."""
    return _content().questions


def questions_for(moment: str, theme_code: str = "") -> tuple[Question, ...]:
    """The questions of a moment ("after", "with", "death" ...), of one theme if named."""
    return tuple(each for each in questions() if each.moment == moment and theme_code in ("", each.theme))


def citation() -> Citation:
    """The study, to be named wherever its themes are shown."""
    return _content().citation


@cache
def _content() -> _Content:
    # Beside the code in every install; importlib.resources would find it too, and wake zipfile for it.
    text = (Path(__file__).parents[1] / "content" / "questions.json").read_bytes()
    return msgspec.json.decode(text, type=_Content)
