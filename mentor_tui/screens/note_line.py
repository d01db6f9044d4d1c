"""The note line, over any screen: one line understood as it is typed, saved with enter."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from mentor_tui import template_rows
from mentor_tui.keeping import KeptItem, day_typed
from mentor_tui.kept_note import KeptNote
from mentor_tui.keys import bindings
from mentor_tui.note_chips import closing_words, note_view, saved_rows, trouble
from mentor_tui.note_in_hand import NoteInHand, closing_in, closing_kept
from mentor_tui.screens.asking_who import ASKING_KEYS, ASKING_LONG_KEYS, AskingWho
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.words_hinted import WordsHinted
from mentor_tui.ways_back import filing, made, with_words
from store.drafts import CLOSES, Answers, Draft
from store.errors import MentorError
from store.inbox import InboxItem
from store.noteline import NoteReading
from store.noting import About
from store.records import Appointment, Client
from store.saved import Saved
from store.templates import text_of
from widgets.chips import ChipRow
from widgets.key_hints import KeyHint, KeyHints
from widgets.note_line import NoteLine, NoteView

_CLOSE = (KeyHint("f3", "put aside", "put_aside"), KeyHint("esc", "close, kept", "close"))
_TYPING = (
    KeyHint("enter", "save", "save"),
    KeyHint("tab", "complete", "complete"),
    KeyHint("f2", "longer", "longer"),
    *_CLOSE,
)
_CLOSING = "how it went, if you like; enter alone closes it too"
_LONG = (KeyHint("ctrl+s", "save", "save"), KeyHint("f2", "one line, enter saves", "longer"), *_CLOSE)
_SAVED = (KeyHint("enter", "plan it", "accept"), KeyHint("any other key", "leaves it", "close"))


class NoteLineScreen(WordsHinted, AskingWho, ModalScreen["Saved | None"]):
    """One note, about the person already chosen or about whom its first words name."""

    CSS_PATH = "note_line.tcss"
    HELP = (
        "One line: who, how, what. > what is next, ! what you promised, < when it was, @ a service, # a "
        "theme. Enter saves it; closed, it is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("longer", "put-aside", "save", "help"),
        Binding(
            "escape", "close", "Close", show=False, id="note.close", tooltip="Close; the words are kept."
        ),
    ]

    def __init__(
        self,
        person: int | None = None,
        plan: int | About | None = None,
        *,
        aside: Draft | None = None,
        item: InboxItem | None = None,
    ) -> None:
        """A note line.

        Args:
            person: whom the note is about; no name is read then.
            plan: the appointment it is about; with what became of it, enter closes that too.
            aside: the draft put aside that it goes on with.
            item: the line of the inbox that it files.
        """
        super().__init__()
        self._plan = plan
        self._blank = aside or Draft("note", person, {}, plan.plan if isinstance(plan, About) else plan or 0)
        self._item = item
        self._text = ""

    def compose(self) -> ComposeResult:
        """The line in its frame, and the keys."""
        self._note = self.in_hand()
        self._kept = KeptItem(self.mentor, self._item) if self._item else KeptNote(self.mentor, self._blank)
        self._note.typed = lambda: self._kept.typed
        self._text = str(self._kept.answers.get("text", ""))
        example = "15c got the boots > thu 10am clinic ! ask about ID"
        hint = example if self._note.person else f"dee {example}"
        hint = _CLOSING if self._note.closes else hint
        with VerticalScroll(id="note", classes="dialog", can_focus=False):
            yield NoteLine(
                self._seen,
                self._completed,
                self._text,
                hint=hint,
                id="note-line",
            )
            yield self.hint_line()
            yield KeyHints(_LONG if "\n" in self._text else _TYPING, id="note-keys")

    def in_hand(self) -> NoteInHand:
        """The note that is being written."""
        plan = self._plan or closing_in(self._blank) or self._blank.record_id or None
        return NoteInHand(self.mentor, self._blank.client_id, plan, self._item)

    def view(self, reading: NoteReading) -> NoteView:
        """How a reading is shown."""
        return note_view(reading, self.mentor.caseload)

    def _seen(self, text: str) -> NoteView:
        """What stands under a text: the templates, while one is called for; else how it is understood."""
        if templates := template_rows.offered(text, self.mentor.caseload):
            return NoteView(self.view(self._note.reading(text)).marks, templates)
        view = self.view(self._note.reading(text))
        return replace(view, rows=(*view.rows, *self._as_of())) if text.strip() else view

    def _as_of(self) -> tuple[ChipRow, ...]:
        """From which day on its days are counted, where that is not today."""
        typed, now = self._kept.typed, self.mentor.clock.now()
        if self._item or typed is None or typed.day == now.day:
            return ()
        return (((f"as of {day_typed(typed, now)}; erased whole, the line is of today", "soft"),),)

    def answers(self) -> Answers:
        """What of it is kept as a draft; with it, what became of the plan that it closes."""
        words = {"text": self._text}
        about = self._note.closes
        return {**words, CLOSES: closing_kept(about)} if about and self._text.strip() else words

    def on_mount(self) -> None:
        """Say whom it is about, and that earlier words are back."""
        frame = self.query_one("#note")
        frame.border_title = Content(self.called())
        frame.border_subtitle = self._kept.words_back
        self.line.editor.template_of = lambda digit: text_of(self.mentor.caseload, digit)
        self.show_waiting()
        if not self._text and not self.mentor.caseload.folder.caseload.documents("contacts"):
            self.show_not_written()

    def called(self) -> str:
        """What stands in the frame: whom it is about."""
        if person := self._note.person:
            self.about(self.mentor.caseload.get(Client, person))
        name = self.about_whom
        called = f"note, {name}" if name else "note"
        return called + closing_words(self._note.closes, self.mentor.caseload)

    @property
    def item_in_hand(self) -> str:
        """The line of the inbox that it files."""
        return self._item.name if self._item else ""

    def way_back(self) -> WayBack | None:
        """With its words; a note that is saved already needs none."""
        if self.saved_note is not None:
            return None
        if self._item is not None:
            return filing(self._item.name)
        person, plan = self._blank.client_id, self._blank.record_id
        blank = made("note", person, self._plan or plan or None)
        # Without a name nothing was typed, and what waits beneath the line goes on waiting.
        return with_words(self._kept.name, "note", person, plan, blank) if self._kept.name else blank

    @property
    def line(self) -> NoteLine:
        """The line."""
        return self.query_one("#note-line", NoteLine)

    @on(NoteLine.Changed)
    def typed(self, event: NoteLine.Changed) -> None:
        """Keep the draft at the next pause."""
        self._text = event.text
        if "\n" in event.text:  # a template may bring lines with it
            self.line.editor.make_long()
        self._show_keys()
        self.keep_soon()
        self.hint_soon()
        if not event.text.strip() and self._kept.typed:
            self.keep()  # what is typed from here on is of today
            self.query_one("#note").border_subtitle = ""

    @on(NoteLine.Submitted)
    def submitted(self, event: NoteLine.Submitted) -> None:
        """Enter: save it, and propose the next touch if there is a rhythm."""
        if self.saved_note is not None:
            return
        reading = self._note.reading(event.text)
        if reading.is_empty and not self._note.closes:
            self.say("Nothing to save yet: a word about what happened is enough.")
            return
        try:
            saved = self._note.save(reading)
        except MentorError as error:
            self.mentor.says(error)
            return
        self._kept.done()
        self.propose(saved)

    def say(self, sentence: str) -> None:
        """Say it in place of the reading."""
        self.line.say(trouble(sentence))

    def leave_nobody(self, gone: str) -> None:
        """Take no more typing: what is read about nobody cannot be saved."""
        if self.saved_note is not None:
            self.dismiss(self.saved_note)
            return
        self._text = self.line.text
        self.line.hold()
        super().leave_nobody(gone)

    def show_proposed(self, saved: Saved, touch: Appointment) -> None:
        """In place of the reading too; the words stand above it, and take no more typing."""
        self.line.hold()
        self.show_hint()
        self.line.say(saved_rows(saved, touch, self.mentor.caseload))
        self.query_one("#note-keys", KeyHints).hints = _SAVED

    def words_looked_at(self) -> str:
        """The line, until it is saved."""
        return "" if self.saved_note else self._text

    def keep(self) -> None:
        """What stands here goes to the disk."""
        self._kept.keep(self.answers())

    def action_save(self) -> None:
        """Save, in the longer form too."""
        if self.saved_note is None:
            self.line.submit()

    def action_help(self) -> None:
        """The keys here, and what is better left out; a ? is typed, f1 leads here."""
        from mentor_tui.screens.help import HelpScreen

        self.mentor.push_screen(HelpScreen(self))

    def action_complete(self) -> None:
        """Complete the last word."""
        self.line.complete()

    def action_longer(self) -> None:
        """Room for more lines of words; or one line again, if there is only one."""
        self.line.editor.make_long(not self.line.editor.is_long or "\n" in self._text)
        self.line.editor.focus()
        self._show_keys()

    def action_put_aside(self) -> None:
        """Keep this draft in a place of its own, and open an empty line."""
        try:
            self._kept.put_aside(self.answers())
        except MentorError as error:
            self.say(str(error))
            return
        self._note.forget_answer()
        self.line.text = ""
        self.query_one("#note").border_subtitle = "put aside; it waits on Today"
        self.show_waiting()

    def action_close(self) -> None:
        """Close; what was typed and not saved is kept."""
        if self.saved_note is not None or self.may_close():
            self.dismiss(self.saved_note)

    def show_waiting(self) -> None:
        """While nothing is typed: what waits from before."""
        words = self._kept.waiting_words
        self.line.show_while_empty((((words, "soft"),),) if words else ())

    def _completed(self, text: str) -> str:
        """A text with its last word completed; in place of none at all, the words that wait."""
        if text or not (back := self._kept.bring_back()):
            return self._note.completed(text)
        self.query_one("#note").border_subtitle = self._kept.words_back
        self.call_after_refresh(self.show_waiting)
        return back

    @on(NoteLine.Turned)
    def _show_keys(self) -> None:
        """The keys that work now."""
        if self.saved_note is None:
            is_long = self.line.editor.is_long
            asking, typing = (ASKING_LONG_KEYS, _LONG) if is_long else (ASKING_KEYS, _TYPING)
            self.query_one("#note-keys", KeyHints).hints = asking if self.line.is_asking else typing
