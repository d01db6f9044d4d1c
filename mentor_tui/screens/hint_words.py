"""Words for hints: the mentor's own list, changed here."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from mentor_tui import hint_word_rows
from mentor_tui.keys import bindings, told
from mentor_tui.screens.base import PlaceScreen, WayBack
from mentor_tui.screens.hint_word_form import HintWordForm
from mentor_tui.screens.record_more import more_about
from mentor_tui.ways_back import made
from store.records import HintWord
from widgets.row_list import RowList


class HintWordsScreen(PlaceScreen):
    """Her own words to be reminded of, and those she wants no hint for."""

    CSS_PATH = "hint_words.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "While you write a record, one quiet line speaks of words that stay with somebody: labels, "
        "diagnoses, full names of others, what a court could ask for, guesses. It stops nothing and changes "
        "nothing. {add} adds a word of your own, or turns the hint for one off; {more} removes it. What "
        "stands in quotation marks is never looked at."
    )
    SAYS = {
        "open": "Change this word.",
        "add": "Add a word of your own, or one that no hint is wanted for.",
        "edit": "Change this word.",
        "more": "Remove this one.",
    }
    HINTS = ("add", "edit", "more", "back", "help")
    BINDINGS = bindings("open", "add", "edit", "more")
    AUTO_FOCUS = "#hint-words"

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(hint_word_rows.COLUMNS, id="hint-words", empty=told(hint_word_rows.NONE_YET))

    def read(self) -> None:
        """Ask for all of them."""
        self.say_heading("Words", facts="" if self.mentor.settings.hints else "hints are off")
        self.list.show_items(hint_word_rows.items(self.mentor.caseload.all(HintWord)))

    def way_back(self) -> WayBack:
        """The same list."""
        return made("hint-words")

    @property
    def list(self) -> RowList:
        """The words."""
        return self.query_one("#hint-words", RowList)

    @property
    def word_here(self) -> HintWord | None:
        """The one under the cursor."""
        id = int(self.list.highlighted_key.removeprefix("word ") or 0)
        return next((one for one in self.mentor.caseload.all(HintWord) if one.id == id), None)

    @on(RowList.Opened, "#hint-words")
    def action_open(self) -> None:
        """Change this word."""
        self.action_edit()

    def action_edit(self) -> None:
        """The same."""
        if self.word_here:
            self.mentor.push_screen(HintWordForm(self.word_here), self.mentor.saved)

    def action_add(self) -> None:
        """Write a new one."""
        self.mentor.push_screen(HintWordForm(), self.mentor.saved)

    def action_more(self) -> None:
        """Remove this one."""
        if self.word_here:
            more_about(self.mentor, self.word_here)
        else:
            self.mentor.trouble(told("There is nothing here to remove; {add} writes one."))
