"""A reading of a note, as the note line shows it: marks to draw, chips under it, answers to offer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.understood import closed_lines, facts, kind_read
from store.errors import NotFound
from store.records import Client
from store.rhythm import rhythm_words
from store.vocabulary import RESULTS, STAGES, label
from store.waiting import what_it_is
from store.when import When, distance, echo, short
from widgets.chips import ChipRow, Piece
from widgets.note_line import NoteView

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.noteline import NextTouch, NoteReading
    from store.noting import About
    from store.records import Appointment
    from store.saved import Saved

SOMEONE_ELSE = "someone else: choose"
LATER = "keep it in the inbox, to file later"
_QUOTED_AT_MOST = 300
"""A long note is not repeated whole under itself."""


def note_view(reading: NoteReading, caseload: Caseload) -> NoteView:
    """How a reading is shown; what it is about may have been taken out meanwhile."""
    try:
        return NoteView(
            marks=tuple((mark.start, mark.end, mark.role) for mark in reading.marks),
            rows=tuple(_rows(reading, caseload)),
            offers=offers(reading, caseload),
        )
    except NotFound:
        return NoteView(rows=trouble("Who or what this is about was taken out meanwhile."))


def offers(reading: NoteReading, caseload: Caseload) -> tuple[str, ...]:
    """Whom it may be about, while that is not settled; nothing once it is, or while nothing is typed."""
    if reading.is_settled or not reading.as_typed:
        return ()
    named = (caseload.get(Client, person).name for person in reading.candidates)
    added = (f"add “{reading.stranger}”",) if reading.stranger else ()
    return (*named, *added, SOMEONE_ELSE, LATER)


def saved_rows(saved: Saved, touch: Appointment, caseload: Caseload) -> tuple[ChipRow, ...]:
    """What the line says once it is saved, with the next touch an agreed rhythm proposes."""
    moment = caseload.clock.now()
    client = caseload.get(Client, touch.client_id)
    rhythm = f" · {rhythm_words(client.rhythm)}" if client.rhythm else ""
    return (
        ((f"Saved {saved.at.astimezone(moment.tz):%H:%M}", "good"), (told(" · {undo} undoes"), "soft")),
        *(((line, "soft"),) for line in closed_lines(saved, caseload)),
        (("next  ", "label"), *_day(When(touch.on, None), moment), (f"{rhythm}?", "soft")),
    )


def closing_words(about: About | None, caseload: Caseload) -> str:
    """What enter closes together with the note, for the frame: " · “call”, Tue 24 Nov: “done”"."""
    if about is None:
        return ""
    plan = caseload.plan_on(about.plan, about.day)
    day = short(plan.on, caseload.clock.now())
    return f" · “{what_it_is(plan, caseload)}”, {day}: “{label(RESULTS, about.result)}”"


def short_row(reading: NoteReading, caseload: Caseload) -> ChipRow:
    """A reading in one row, for the catch-up sheet."""
    if not reading.is_settled:
        return ((reading.question, "trouble"), (f'  "{_cut(reading.words, 60)}"', "words"))
    if reading.is_empty:
        return (*_who_and_how(reading, caseload)[:-1], ("says nothing yet", "trouble"))
    moment = caseload.clock.now()
    pieces: list[Piece] = [*_who_and_how(reading, caseload)]
    pieces += [(f'  "{_cut(reading.words, 60)}"', "words")] if reading.words else []
    for touch in reading.next:
        kind = kind_read(touch.words)
        pieces += [("  next ", "label"), *_touch(touch, moment), (f" · {kind}" if kind else "", "soft")]
    for promise in reading.promises:
        pieces += [("  promised ", "label"), (_cut(promise.words, 30), "soft")]
    pieces += [(f"  {sentence}", "trouble") for sentence in reading.unclear]
    return tuple(pieces)


def trouble(sentence: str) -> tuple[ChipRow, ...]:
    """A sentence in place of the reading."""
    return (((sentence, "trouble"),),)


def _rows(reading: NoteReading, caseload: Caseload) -> Iterator[ChipRow]:
    moment = caseload.clock.now()
    if reading.question and reading.as_typed:
        yield ((reading.question, "trouble"),)
    if not reading.is_empty or reading.who:
        yield _who_and_how(reading, caseload)
    if reading.words:
        yield ((f'"{_cut(reading.words, _QUOTED_AT_MOST)}"', "words"),)
    for touch in reading.next:
        yield (("next  ", "label"), *_touch(touch, moment), *_after(touch.words))
    for promise in reading.promises:
        due = ((" by ", "label"), *_day(promise.due, moment)) if promise.due else ()
        yield (("promised  ", "label"), (promise.words, "strong"), *due)
    for mention in reading.services:
        stage = f" · {label(STAGES, mention.stage)}" if mention.stage else ""
        yield (("bridge  ", "label"), (caseload.service_name(mention.service_id), "strong"), (stage, ""))
    if reading.themes:
        yield (("in your notebook  ", "label"), (", ".join(reading.themes), ""))
    for sentence in reading.unclear:
        yield ((sentence, "trouble"),)


def _who_and_how(reading: NoteReading, caseload: Caseload) -> ChipRow:
    """The people as pills, then how it went, with dots between."""
    said = facts(reading, caseload)
    people = len(reading.who) + (1 if reading.unnamed else 0)
    pills: list[Piece] = []
    for name in said[:people]:
        pills += [(name, "who"), (" ", "")]
    return (*pills, (" · ".join(said[people:]), "fact"))


def _touch(touch: NextTouch, moment: Moment) -> tuple[Piece, ...]:
    """The day of a next touch, and how it comes back."""
    if touch.repeats is None:
        return _day(touch.when, moment)
    from store.repeat_words import repeat_words

    return (*_day(touch.when, moment), (f", {repeat_words(touch.repeats)}", ""))


def _day(when: When, moment: Moment) -> tuple[Piece, ...]:
    """A day as it was read: "Thu 26 Nov 10:00" and how far it is."""
    date = echo(when, moment).split(",")[0].rsplit(" ", 1)
    year = "" if when.day.year == moment.day.year else f" {date[1]}"
    clock = f" {when.at:%H:%M}" if when.at else ""
    return ((f"{date[0]}{year}{clock}", "strong"), (f" ({distance(when.day, moment.day)})", "soft"))


def _after(words: str) -> tuple[Piece, ...]:
    kind = kind_read(words)
    said = ((f" · {words}", ""),) if words else ()
    return (*said, (f" · {kind}", "soft")) if kind else said


def _cut(words: str, at_most: int) -> str:
    """Words in one line, and not too many of them."""
    words = " ".join(words[: at_most * 2].split())
    return words if len(words) <= at_most else f"{words[:at_most]} …"
