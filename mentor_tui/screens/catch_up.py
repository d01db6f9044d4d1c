"""The catch-up sheet: many lines from paper or phone, each understood, saved in one commit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import TextArea

from mentor_tui.keeping import KeptDraft
from mentor_tui.keys import action, bindings
from mentor_tui.note_chips import short_row, trouble
from mentor_tui.note_in_hand import NoteInHand, see_themes
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.words_kept import WordsKept
from mentor_tui.sheet_lines import SheetLines
from mentor_tui.ways_back import made, with_words
from store.drafts import Draft
from store.errors import MentorError, NotFound
from store.noteline import NoteReading
from store.saved import Saved
from store.templates import text_of
from widgets.chips import ChipRow, Chips
from widgets.key_hints import KeyHint, KeyHints
from widgets.long_text import LongText

if TYPE_CHECKING:
    from datetime import date

    from store.clock import Moment

_HINT = """One note a line, as on the note line:
dee 15c got the boots < fri
marcus text back ok
  an indented line goes on with the note above"""

_READ_AT_MOST = 500
"""Readings that are remembered, so that at each key only the line that changed is read."""


class CatchUpScreen(WordsKept, ModalScreen["Saved | None"]):
    """A sheet to type or paste into; under it, how each note is understood."""

    CSS_PATH = "catch_up.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save", "put-aside"),
        Binding(
            "escape", "close", "Close", show=False, id="sheet.close", tooltip="Close; the lines are kept."
        ),
    ]

    def __init__(self, *, aside: Draft | None = None) -> None:
        """A sheet.

        Args:
            aside: the draft put aside that it goes on with.
        """
        super().__init__()
        self._blank = aside or Draft("catch-up", None, {})
        self._text = ""
        self._saved: Saved | None = None
        self._was_asked = ""
        """The sheet as it stood when she was told what is not clear in it."""

    def compose(self) -> ComposeResult:
        """The sheet, the readings, the keys."""
        self._kept = KeptDraft(self.mentor, self._blank)
        self._read = lru_cache(_READ_AT_MOST)(self._reading)
        self._begin()
        self._text = str(self._kept.answers.get("text", ""))
        with Vertical(id="sheet", classes="dialog") as frame:
            frame.border_title = "catch up"
            frame.border_subtitle = self._kept.words_back
            yield LongText(self._text, hint=_HINT, id="sheet-text")
            with VerticalScroll(id="sheet-readings", can_focus=False):
                yield Chips(id="sheet-chips")
            yield Chips(id="sheet-said")
            yield KeyHints(
                (
                    KeyHint("ctrl+s", "save all", "save"),
                    KeyHint("f3", "put aside", "put_aside"),
                    KeyHint("esc", "close, kept", "close"),
                ),
                id="sheet-keys",
            )

    def on_mount(self) -> None:
        """Show how earlier lines read."""
        self._show()
        sheet = self.query_one("#sheet-text", LongText)
        # An indented line goes on with the note above: so does what a template has in its further lines.
        sheet.template_of = lambda digit: text_of(self.mentor.caseload, digit).replace("\n", "\n  ")
        sheet.focus()

    @on(LongText.Answered)
    def typed(self, event: LongText.Answered) -> None:
        """Understand the lines as they are typed, and keep them at the next pause."""
        self._text = event.answer
        if not self._text.strip() and self._kept.typed:
            self.keep()  # what is typed from here on is of today
        self._show()
        self.say("")
        self.keep_soon()

    def way_back(self) -> WayBack:
        """With its lines."""
        return with_words(self._kept.name, "catch-up", None, 0, made("catch-up"))

    def keep(self) -> None:
        """What stands here goes to the disk."""
        self._kept.keep(self._lines.kept(self._text))

    def action_save(self) -> None:
        """Save every note in one commit; lines that are not clear are pointed at first."""
        readings = self._readings()
        unclear = [number for number, (_, reading) in enumerate(readings, 1) if not _is_ready(reading)]
        if not readings:
            self.say("Nothing to save yet: one note a line.")
        elif unclear and self._was_asked != self._text:
            self._was_asked = self._text
            self.say(_unclear(unclear))
        else:
            self._save()

    def action_put_aside(self) -> None:
        """Keep this sheet in a place of its own, and open an empty one."""
        try:
            self._kept.put_aside(self._lines.kept(self._text))
        except MentorError as error:
            self.say(str(error))
            return
        self._begin()
        self.query_one("#sheet").border_subtitle = "put aside; it waits on Today"
        self.query_one("#sheet-text", LongText).answer = ""

    def action_close(self) -> None:
        """Close; the lines are kept."""
        if self.may_close():
            self.dismiss(self._saved)

    def _save(self) -> None:
        """First the notes that are clear, in one commit; then the others go to the inbox."""
        self._read.cache_clear()
        lines = self._lines.read(self._text)
        readings = [(line, self._reading(*line)) for line in lines]
        ready = tuple(reading for _, reading in readings if _is_ready(reading))
        left = [(line, reading.question) for line, reading in readings if not _is_ready(reading)]
        try:
            if ready:
                self._saved = self.mentor.caseload.record_notes(ready)
                see_themes(self.mentor, ready, self._saved)
                # what is saved must not be saved again, should the inbox refuse the others
                self._text = "\n".join(note.replace("\n", "\n  ") for (note, _), _ in left)
            for (note, typed), why in left:
                self._in_hand(typed).to_inbox(note, why or "It says nothing yet.")
        except MentorError as error:
            self._show_left()
            self.say(f"The clear notes are saved. {error}" if self._saved else str(error))
            return
        self._kept.done()
        self.dismiss(self._saved)

    def _show_left(self) -> None:
        """Show the notes that are not saved, without taking that for typing."""
        sheet = self.query_one("#sheet-text", LongText)
        with sheet.prevent(TextArea.Changed):
            sheet.answer = self._text
        self._show()

    def _readings(self) -> tuple[tuple[str, NoteReading], ...]:
        today = self.mentor.clock.now().day
        return tuple((note, self._read(note, typed, today)) for note, typed in self._lines.read(self._text))

    def _begin(self) -> None:
        """When each of its notes was typed, as it is kept."""
        self._lines = SheetLines(self.mentor.clock, self._kept.answers, lambda: self._kept.typed)

    def _in_hand(self, typed: Moment | None) -> NoteInHand:
        note = NoteInHand(self.mentor, None, None)
        note.typed = lambda: typed
        return note

    def _reading(self, note: str, typed: Moment | None, today: date | None = None) -> NoteReading:
        """How a note of the sheet reads, today; its days are those of when it was typed."""
        return self._in_hand(typed).reading(note)

    def _rows(self) -> tuple[ChipRow, ...]:
        caseload = self.mentor.caseload
        return tuple(
            ((f"{number:>2} ", "label"), *short_row(reading, caseload))
            for number, (_, reading) in enumerate(self._readings(), 1)
        )

    def _show(self) -> None:
        try:
            rows = self._rows()
        except NotFound:  # somebody was taken out meanwhile: who is meant has to be read again
            self._read.cache_clear()
            rows = self._rows()
        self.query_one("#sheet-chips", Chips).rows = rows
        readings = self.query_one("#sheet-readings", VerticalScroll)
        self.call_after_refresh(readings.scroll_end, animate=False)

    def say(self, sentence: str) -> None:
        """Say it under the readings; "" takes it away."""
        self.query_one("#sheet-said", Chips).rows = trouble(sentence) if sentence else ()


def _is_ready(reading: NoteReading) -> bool:
    return reading.is_settled and not reading.is_empty


def _unclear(numbers: list[int]) -> str:
    """Which notes are not clear, and what can be done about it."""
    which = ", ".join(map(str, numbers[:-1])) + (" and " if len(numbers) > 1 else "") + str(numbers[-1])
    notes, it = ("note", "it") if len(numbers) == 1 else ("notes", "them")
    save = action("save").shown_key
    return f"Not clear yet: {notes} {which}. Say who and what, or {save} again puts {it} in the inbox."
