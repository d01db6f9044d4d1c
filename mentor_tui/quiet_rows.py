"""What stands on the page of an ending: what has stopped, a question, what may be done. Nothing has to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.own_questions import Known, known_questions
from store.standing import is_active
from widgets.row import Column, Gap, Heading, Item, Row

if TYPE_CHECKING:
    from store.made_files import MadeFile
    from store.notebook import Notebook
    from store.records import Client

COLUMNS = (Column(),)
FILE = "file-"
"""What the key of a row about a file begins with."""
_HOLD = "FILES THAT STILL HOLD THEIR DATES"
_CALENDAR = "a calendar"
"""What such a file is called in the list, whatever follows."""
_READ_ELSEWHERE = "A calendar that read one of them has to let go of it there."


@dataclass(frozen=True, slots=True)
class Ending:
    """One way in which walking together stops or changes."""

    moment: str
    """Of the questions that belong to it: death, inside or ending."""
    because: str
    """Why such a question, in a word or two."""
    words: str
    """What has stopped, and what stays."""
    may: tuple[tuple[str, str], ...]
    """What may be done: a key and its words."""


_WRITE = ("write", "write something, for yourself alone")
_READ = ("read", "read what you kept")
_AGAIN = ("again", "walk together again")
_TALK = ("end", "the talk at the end: did it help?")
_BESIDE = ("beside", "who stands beside them now")
_NOTE = ("note", "a note about how you parted")

ENDINGS = {
    "died": Ending(
        "death",
        "After a death",
        "Everything that would have asked or reminded has stopped. Nothing you wrote is gone: it is kept "
        "until you choose, and there is no day for that.",
        (_WRITE, _READ),
    ),
    "inside": Ending(
        "inside",
        "They are back inside",
        "Nothing reminds of them now, but for a letter if you plan one. What you kept is kept, and what was "
        "planned comes back with them.",
        (("letter", "a day to write them a letter"), _WRITE, _READ, ("again", "they are out again")),
    ),
    "stepping-back": Ending(
        "ending",
        "Stepping back",
        "You go on walking together, further apart. What is planned and promised stays.",
        (_BESIDE, ("note", "a note about what you agreed"), _TALK, _WRITE, _READ, _AGAIN),
    ),
    "finished": Ending(
        "ending",
        "At an ending",
        "Nothing reminds of them from now on. What you kept is kept, and the door stays open.",
        (_NOTE, _TALK, _WRITE, _READ, _BESIDE, _AGAIN),
    ),
}
"""By status."""


def questions_of(ending: Ending, notebook: Notebook) -> tuple[Known, ...]:
    """The questions of such a moment that she did not set aside; the first of them is to write on."""
    known = known_questions(notebook)
    return tuple(one for one in known if one.question.moment == ending.moment and not one.is_aside)


def items(client: Client, files: Sequence[MadeFile], *, has_draft: bool) -> list[Item]:
    """What may be done; then the files that hold their dates, and what had been begun.

    Args:
        files: the calendars that hold dates of theirs.
        has_draft: words about them were put aside and are not saved.
    """
    ending = ENDINGS[client.status]
    rows: list[Item] = [_row(key, _with_name(client, key, words)) for key, words in ending.may]
    if has_draft:
        rows.append(_row("aside", "what you had begun to write about them"))
    if files and not is_active(client):
        rows += [Gap(), Heading(_HOLD)]
        rows += [
            Row(f"{FILE}{made.name}", (((made.path.name, ""), (f"  {made.what}", "muted")),))
            for made in files
        ]
        rows.append(_row("files", _READ_ELSEWHERE))
    return rows


def is_calendar(made: MadeFile) -> bool:
    """Whether a file is one that a calendar reads; of a sheet or a page nothing would have to let go."""
    return made.what.startswith(_CALENDAR)


def _with_name(client: Client, key: str, words: str) -> str:
    return f"{words}: “{client.beside_them}”" if key == "beside" and client.beside_them else words


def _row(key: str, words: str) -> Row:
    choice, colon, said = words.partition(": “")
    pieces = ((choice, ""), (colon + said, "words")) if colon else ((words, ""),)
    return Row(key, (pieces,), for_anyone=not colon)
