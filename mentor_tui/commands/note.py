"""`mentor note`: the same line, the same single save as in the program."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import saved_shape
from store.errors import RequestRefused
from store.noting import contact_of, says_something
from store.text import clean_lines

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.noteline import NoteReading

_EMPTY = 'Nothing to save: the note is empty. Try: mentor note "dee call 15m got the boots"'


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("note")(note)


def note(
    context: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(help="The line; `-` reads stdin; nothing asks for one line.")
    ] = None,
    who: Annotated[str, typer.Option(help="Who it is about; then no name is read from the line.")] = "",
    next: Annotated[str, typer.Option(help='Next touch: "thu 10am clinic".')] = "",
    when: Annotated[str, typer.Option(help='When it happened: "yesterday".')] = "",
    promise: Annotated[str, typer.Option(help='What you said you would do: "ask about ID".')] = "",
    spent: Annotated[str, typer.Option(help='How long: "15m", "1h30".')] = "",
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Take a note in one line: who, how, what, `> thu 10am` next, `< yesterday`, `! a promise`."""
    line = _line(text or [])
    with opened(context) as caseload:
        if not line.strip():
            raise RequestRefused(_EMPTY)
        person = caseload.find_person(who).id if who else None
        whole = _with_marks(line, next, when, promise)
        reading = caseload.read_note(whole, person=person)
        _check_marks(reading, next, when, promise)
        if spent:
            reading = replace(reading, minutes=_minutes(caseload, spent))
        if reading.is_settled and reading.is_empty:
            raise RequestRefused(_EMPTY)
        if not reading.is_settled:
            _to_inbox(caseload, whole, reading, json)
            return
        _save(caseload, reading, json)


def _line(text: list[str]) -> str:
    if text == ["-"]:
        return clean_lines(sys.stdin.buffer.read().decode("utf-8", "replace"))
    if text:
        return clean_lines(" ".join(text))
    if sys.stdin.isatty():
        say("One line, then enter:")
    return clean_lines(sys.stdin.readline())


def _with_marks(line: str, next: str, when: str, promise: str) -> str:
    """The options as the marks they stand for, at the end of the first line."""
    first, newline, rest = line.partition("\n")
    given = (("<", when), (">", next), ("!", promise))
    marks = "".join(f" {mark} {words.strip()}" for mark, words in given if words)
    return first.rstrip() + marks + newline + rest


def _check_marks(reading: NoteReading, next: str, when: str, promise: str) -> None:
    """An option that was not read as what it is must not quietly become prose."""
    for given, read, name, example in (
        (next, reading.next, "--next", "thu 10am clinic"),
        (when, reading.when, "--when", "yesterday"),
        (promise, reading.promises, "--promise", "ask about ID"),
    ):
        if given and not read:
            why = reading.unclear[0] if reading.unclear else f"{given!r} is not read."
            raise RequestRefused(f"{name}: {why} Nothing was saved. Try: {name} {example!r}")


def _minutes(caseload: Caseload, words: str) -> int:
    """A length, by the same reading as on the line itself."""
    reading = caseload.read_note(f"work {words}")
    if reading.minutes is None or reading.words:
        raise RequestRefused(f"{words!r} is not read as a length. Try: --spent 15m, --spent 1h30.")
    return reading.minutes


def _save(caseload: Caseload, reading: NoteReading, json: bool) -> None:
    moment = caseload.clock.now()
    saved = caseload.record_note(reading)
    contact = next(iter(saved.records), None)
    if reading.themes:
        uid = contact.uid if contact and says_something(contact_of(reading, moment)) else ""
        notebook_of(caseload).see_themes(reading.themes, uid, moment.day, saved.act)
    if json:
        put_json({"filed": True} | saved_shape(saved))
        return
    from mentor_tui.understood import closed_lines, understood_lines

    for line in understood_lines(reading, caseload):
        put(line)
    for closed in closed_lines(saved, caseload):
        put(closed)
    say_saved(saved, moment)


def _to_inbox(caseload: Caseload, line: str, reading: NoteReading, json: bool) -> None:
    from store.inbox import Inbox

    why = reading.question or "It is not clear who this is about."
    item = Inbox(caseload.folder.path, caseload.clock).put(line, why)
    if json:
        put_json({"filed": False, "why": why, "inbox": {"name": item.name, "text": item.text}})
        return
    put("Kept in the inbox, word for word: it is not clear who it is about.")
    say(f"{why} Open `mentor` to file it, or say who with --who.")
