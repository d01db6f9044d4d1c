"""What `mentor note` does, from a line to its save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.commands.door import Shell, notebook_of, opened
from mentor_tui.commands.note_words import EMPTY, Said, is_typed, line_of, with_marks
from mentor_tui.commands.printing import put, put_json, say, say_saved
from store.errors import MentorError, RequestRefused
from store.records import Contact
from store.text import clean_line
from store.unfiled import put_unfiled

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.noteline import NoteReading
    from store.saved import Saved


def take_note(here: Shell, text: list[str], said: Said, json: bool) -> None:
    """Read a line, save it and print what was understood.

    Args:
        text: the line; "-" alone reads stdin, nothing asks for one line.
    """
    said = Said(*map(clean_line, said))
    with opened(here) as caseload:
        person = caseload.find_person(said.who).id if said.who else None
        line = line_of(text)
        try:
            _take(caseload, line, person, said, json)
        except MentorError:
            if not is_typed(text) and line.strip():
                say(f"Not saved, here it is again: {line}")
            raise


def _take(caseload: Caseload, line: str, person: int | None, said: Said, json: bool) -> None:
    if not line.strip():
        raise RequestRefused(EMPTY)
    if ";" in line:
        from store.templates import filled_in

        line = filled_in(line, caseload)
    whole = with_marks(line, said)
    reading = caseload.read_note(whole, person=person)
    _check_marks(reading, caseload.read_note(line, person=person), said)
    if said.spent:
        reading = replace(reading, minutes=_minutes(caseload, said.spent))
    if not reading.is_settled:
        _to_inbox(caseload, whole, said.spent, reading, json)
    elif reading.is_empty:
        raise RequestRefused(EMPTY)
    else:
        _save(caseload, reading, json)


def _check_marks(reading: NoteReading, without: NoteReading, said: Said) -> None:
    """An option that was not read as what it is must not quietly become prose."""
    for given, is_read, name, example in (
        (said.next, len(reading.next) > len(without.next), "--next", "thu 10am clinic"),
        (said.when, reading.when is not None and without.when is None, "--when", "yesterday"),
        (said.promise, len(reading.promises) > len(without.promises), "--promise", "ask about ID"),
    ):
        if given and not is_read:
            why = reading.unclear[-1] if reading.unclear else f"{given!r} is not read."
            raise RequestRefused(f"{name}: {why} Nothing was saved. Try: {name} {example!r}")


def _minutes(caseload: Caseload, words: str) -> int:
    """A length, by the same reading as on the line itself."""
    reading = caseload.read_note(f"work {words}")
    only_a_length = replace(caseload.read_note("work"), minutes=reading.minutes)
    if reading.minutes is None or _bare(reading) != _bare(only_a_length):
        raise RequestRefused(f"{words!r} is not read as a length. Try: --spent 15m, --spent 1h30.")
    return reading.minutes


def _bare(reading: NoteReading) -> NoteReading:
    return replace(reading, as_typed="", marks=())


def _save(caseload: Caseload, reading: NoteReading, json: bool) -> None:
    moment = caseload.clock.now()
    saved = caseload.record_note(reading)
    if reading.themes:
        keep_themes(caseload, reading, saved)
    if json:
        from mentor_tui.commands.shapes import saved_shape

        put_json({"filed": True} | saved_shape(saved))
        return
    from mentor_tui.understood import closed_lines, understood_lines

    for line in understood_lines(reading, caseload):
        put(line)
    for closed in closed_lines(saved, caseload):
        put(closed)
    say_saved(saved, moment)


def keep_themes(caseload: Caseload, reading: NoteReading, saved: Saved) -> None:
    """The themes, into the notebook. The note is saved whatever becomes of this."""
    contact = next((record for record in saved.records if isinstance(record, Contact)), None)
    day = reading.when.day if reading.when else caseload.clock.now().day
    try:
        notebook_of(caseload).see_themes(reading.themes, contact.uid if contact else "", day, saved.act)
    except (MentorError, OSError) as trouble:
        say(f"The note is saved, its theme is not: {trouble}")


def _to_inbox(caseload: Caseload, line: str, spent: str, reading: NoteReading, json: bool) -> None:
    why = reading.question or "It is not clear who this is about."
    if spent:
        line = f"{line} ({spent})"  # no place to put it as a length yet, but not lost either
        reading = caseload.read_note(line)
    item = put_unfiled(caseload.folder.inbox(), lambda: notebook_of(caseload), line, reading, why)
    if json:
        put_json({"filed": False, "why": why, "inbox": {"name": item.name, "text": item.text}})
        return
    put("Kept in the inbox, word for word: it is not clear who it is about.")
    if reading.themes and item.text == reading.without_themes(line):
        put(f"in your notebook: {', '.join(reading.themes)}")
    say(f"{why} Open `mentor` to file it, or say who with --who.")
