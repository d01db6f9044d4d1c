"""`mentor note` on an encrypted caseload without a passphrase: the line is posted, nothing is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.commands.note_words import EMPTY, Said, line_of, with_marks
from mentor_tui.commands.printing import put, put_json, say
from store.errors import MentorError, RequestRefused
from store.text import clean_line

if TYPE_CHECKING:
    from mentor_tui.commands.door import Shell


def note(here: Shell, text: list[str], said: Said, json: bool) -> None:
    """Take a note: read and saved where that can be done at once, else into the letterbox.

    Args:
        text: the line; "-" alone reads stdin, nothing asks for one line.
    """
    from store.card import is_encrypted

    if is_encrypted(here.path) and not here.passphrases.is_given:
        _post(here, text, said, json)
        return
    from mentor_tui.commands.note_taking import take_note

    take_note(here, text, said, json)


def _post(here: Shell, text: list[str], said: Said, json: bool) -> None:
    from store.letterbox import post

    line = line_of(text)
    if not line.strip():
        raise RequestRefused(EMPTY)
    said = Said(*map(clean_line, said))
    whole = _whole(line, said)
    try:
        item = post(here.path, whole, here.clock, f"You said with --who: {said.who}." if said.who else "")
    except MentorError:
        say(f"Not posted, here it is again: {whole}")
        raise
    if json:
        put_json({"filed": False, "posted": True, "inbox": {"name": item.name, "text": item.text}})
        return
    put("Posted, encrypted: it waits in the inbox until you open mentor.")


def _whole(line: str, said: Said) -> str:
    """The line with everything the options say, in words that the note line reads once it is unlocked."""
    first, newline, rest = line.partition("\n")
    if said.who:  # a name and a length at the start are read as what they are
        first = " ".join(filter(None, (said.who, said.spent, first)))
    elif said.spent:
        first = f"{first} ({said.spent})"
    return with_marks(first + newline + rest, said)
