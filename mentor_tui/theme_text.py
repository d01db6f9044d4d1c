"""The six themes for a terminal without the program: the picture in text, and what was written under each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from store.principles import Theme, citation, themes
from store.records import Reflection
from store.text import clean_line

if TYPE_CHECKING:
    from store.records import Contact, ThemeSeen
    from store.themes_written import Written

_WIDTH = 76
_GAP = 4
_WORDS = 60
"""Characters of what was written, in a line of the list; the notebook and --json have all of it."""


def picture() -> Iterator[str]:
    """As the study stacks them: the outcome, the four practices, the foundation they stand on."""
    by_place: dict[str, list[Theme]] = {}
    for each in themes():
        by_place.setdefault(each.place, []).append(each)
    cells = [wrap(each.name.lower(), _room(each.name)) for each in by_place["practice"]]
    rule = "─" * (_WIDTH // 2 - 2)
    yield by_place["outcome"][0].name.lower().center(_WIDTH).rstrip()
    yield f"{rule} ▲ {rule}"
    for line in range(max(map(len, cells))):
        words = (_cell(cell, line) for cell in cells)
        yield (" " * _GAP).join(words).center(_WIDTH).rstrip()
    yield f"{rule} ▲ {rule}"
    yield by_place["foundation"][0].name.lower().center(_WIDTH).rstrip()


def purposes(shown: Iterable[Theme]) -> Iterator[str]:
    """Each by its short name, and what it is for in our words."""
    for each in shown:
        first, *more = wrap(each.purpose, _WIDTH - 9)
        yield f"{each.code:<7}  {first}"
        yield from (" " * 9 + line for line in more)


def cited() -> Iterator[str]:
    """The study in full, and what of it is known here."""
    study = citation()
    yield from wrap(
        f"{study.authors} {study.year}. {study.title}. {study.journal}, doi {study.doi}. {study.note}", _WIDTH
    )


def timeline(
    written: Iterable[Written], note_of: Callable[[ThemeSeen], Contact | None], *, of_one: bool
) -> Iterator[str]:
    """A line for each, newest first.

    Args:
        note_of: the note a theme was seen on, if it is still there.
        of_one: only one theme is asked about, which no line needs to name.
    """
    for one in written:
        record = one.record
        if isinstance(record, Reflection):
            words = clean_line(record.words or record.feeling)
        else:
            note = note_of(record)
            words = f"on a note ({record.id})" + (f": {clean_line(note.words)}" if note else "")
        named = "" if of_one else f"{', '.join(one.themes)}: "
        yield f"{one.on.isoformat()}  {named}{words if len(words) <= _WORDS else words[: _WORDS - 1] + '…'}"


def _room(name: str) -> int:
    """The narrowest width in which a name takes two lines."""
    words = name.split()
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(max(map(len, cut)) for cut in cuts)


def _cell(lines: list[str], line: int) -> str:
    words = lines[line] if line < len(lines) else ""
    return words.center(max(map(len, lines)))
