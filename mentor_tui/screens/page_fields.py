"""What may stand on a page of the notebook beside its words, a line each; none of it is ever asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from mentor_tui.forms.day_texts import day_text
from mentor_tui.page_answers import theme_ticks
from mentor_tui.screens.base import FOR_ANYONE
from store.errors import UnclearDate
from store.text import clean_line
from store.when import When, echo
from widgets.choice_row import Choice
from widgets.line_field import LineField
from widgets.tick_row import TickRow

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.records import Reflection

_LABEL = f"page-label {FOR_ANYONE}"
_ASKS_THEN = "nothing burns by itself"


def below_the_words(page: Reflection, keep: str) -> ComposeResult:
    """The fields, in the order they are reached.

    Args:
        keep: the day it is kept until, as its field shows it.
    """
    with Horizontal(classes="page-line"):
        yield Static("themes", classes=_LABEL)
        with Vertical(classes="page-field"):
            yield TickRow(theme_ticks(), page.themes, id="page-themes")
            yield Static("", id="page-lens", classes=FOR_ANYONE)
    with Horizontal(classes="page-line"):
        yield Static("feeling", classes=_LABEL)
        yield LineField(page.feeling, hint="a word of your own", id="page-feeling")
    with Horizontal(classes="page-line"):
        yield Static("about", classes=_LABEL)
        yield LineField(page.alias, hint="an alias or a letter, no name", id="page-alias")
    with Horizontal(classes="page-line"):
        yield Static("keep until", classes=_LABEL)
        yield KeepUntil(page, keep)
    with Horizontal(classes="page-line"):
        yield Static("", classes=_LABEL)
        ticked = ("yes",) if page.for_supervision else ()
        yield TickRow((Choice("yes", "bring to supervision"),), ticked, id="page-supervision")


class KeepUntil(Vertical):
    """A day to come after which a page may go, and how it was read. It does nothing by itself."""

    def __init__(self, page: Reflection, text: str) -> None:
        """The field with this text in it; the page's own day may have passed."""
        super().__init__(classes="page-field")
        self._kept = page.keep_until
        self.text = text
        """What stands in the field."""
        self.day: date | None = None
        """The day it says; None for none."""
        self.refusal = ""
        """Why it is not read, as a sentence."""

    def compose(self) -> ComposeResult:
        """The field, and what it was read as."""
        yield LineField(self.text, hint="for good, or a day: fri, 25 dec, in 3 months", id="page-keep")
        yield Static("", id="page-keep-said", classes=FOR_ANYONE)

    def on_mount(self) -> None:
        """Read what stands there."""
        self.read_again()

    def read_again(self) -> None:
        """Read it, and say how."""
        self.text = self.query_one("#page-keep", LineField).answer.strip()
        self.day, self.refusal = self._read()
        said = self.query_one("#page-keep-said", Static)
        words = self.refusal
        if self.day:
            words = f"{echo(When(self.day), cast('MentorApp', self.app).clock.now())}; {_ASKS_THEN}"
        said.update(Content(clean_line(words)))
        said.set_class(bool(self.refusal), "-refused")
        said.display = bool(words)

    def _read(self) -> tuple[date | None, str]:
        if not self.text:
            return None, ""
        if self._kept and self.text == day_text(self._kept):
            return self._kept, ""
        try:
            return cast("MentorApp", self.app).caseload.read_when(self.text).day, ""
        except UnclearDate as error:
            return None, str(error)
