"""The question under the cursor of a check-in: what was said last time, and room for their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from mentor_tui.check_in_rows import last_time
from mentor_tui.keys import told
from mentor_tui.screens.base import FOR_ANYONE
from store.text import clean_line
from widgets.long_text import LongText

if TYPE_CHECKING:
    from mentor_tui.check_in_lines import Line
    from store.clock import Moment

_NOTHING_HAS_TO_BE = "Nothing has to be answered. {save} keeps what was said; what is left empty is not kept."
_IN_THEIRS = "{edit} writes it in their language"


class Answering(Vertical):
    """A place of its own height, so that the list above it never moves."""

    def compose(self) -> ComposeResult:
        """The question, the same in their language; last time's words beside these."""
        yield Static(told(_NOTHING_HAS_TO_BE), id="answering-rest", markup=False, classes=FOR_ANYONE)
        yield Static(id="answering-asked")
        yield Static(id="answering-theirs")
        yield Static(id="answering-how", classes=FOR_ANYONE)
        with Container(id="answering-sides"):
            yield Static(id="answering-before")
            yield LongText(hint="their words", id="answering-words")

    @property
    def field(self) -> LongText:
        """Where their words are typed."""
        return self.query_one("#answering-words", LongText)

    def ask(self, line: Line | None, words: str, moment: Moment) -> None:
        """Ask this, with what was typed to it so far; None shows nothing."""
        self.set_class(line is None, "-nothing")
        if line is None:
            return
        shown = {
            "#answering-asked": clean_line(line.asked),
            "#answering-theirs": clean_line(line.theirs),
            "#answering-how": told(_IN_THEIRS) if line.may_be_theirs else "",
            "#answering-before": last_time(line, moment),
        }
        for part, text in shown.items():
            self.query_one(part, Static).update(Content(text))
            self.query_one(part).set_class(not text, "-nothing")
        self.field.answer = words
