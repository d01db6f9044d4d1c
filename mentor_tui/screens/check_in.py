"""Checking in together: questions theme by theme, pick any, skip any; their words, kept as theirs."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from mentor_tui.check_in_page import DAY, TALK, CheckInPage
from mentor_tui.check_in_rows import BEFORE
from mentor_tui.keys import bindings, hints
from mentor_tui.rows import key_parts
from mentor_tui.screens.check_in_asked import CheckInDay, ask_talk, ask_theirs
from mentor_tui.screens.check_in_words import CheckInWords
from store.check_in_corrected import correct_check_in
from store.check_ins_kept import record_check_in
from store.errors import MentorError
from store.saved import Saved
from widgets.row_list import RowList


class CheckInScreen(CheckInWords):
    """One conversation. Nothing has to be asked and nothing answered; one answer is enough to keep it."""

    CSS_PATH = "check_in.tcss"
    HELP = (
        "Questions to ask together, three for each theme. Pick any, skip any: what is left empty is not "
        "kept. enter writes their words to the question under the cursor; what they said last time stands "
        "with it. {save} keeps the check-in and the talk it was part of. {edit} writes the question in "
        "their language. {goal}, {promise} and {plan} begin with the words under the cursor."
    )
    SAYS = {
        "open": "Write what they say to it.",
        "edit": "The question under the cursor in their language.",
        "check-in": "Write what they say to it.",
        "goal": "A goal in these words of theirs.",
        "promise": "Something you say you will do, from these words.",
        "plan": "A plan from these words; the day is asked.",
        "more": "Print the questions; more about the person.",
        "back": "Close; the words are kept.",
    }
    HINTS = ("open", "save", "edit", "goal", "promise", "plan", "more", "back")
    WHILE_TYPING = (("tab", "next", "on(1)"), *hints(("save",)), ("esc", "list", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("open", "save"),
        Binding("tab", "on(1)", "On", show=False, id="check-in.on", tooltip="To the next question."),
        Binding("shift+tab", "on(-1)", "Back", show=False, id="check-in.before", tooltip="To the last one."),
    ]
    AUTO_FOCUS = "#questions"

    @on(RowList.Highlighted, "#questions")
    def line_changed(self) -> None:
        """Show it below; what was typed to the one before stands in the list from now on."""
        if self.is_typing:
            self.show_list()
        self.show_line()

    @on(RowList.Opened, "#questions")
    def open_row(self, event: RowList.Opened) -> None:
        """Write to it; the day and the talk are asked, and an earlier check-in is shown."""
        if event.key == DAY:
            self.mentor.push_screen(CheckInDay(self._person, self._of_day))
        elif event.key == TALK and self._page:
            ask_talk(self.mentor, self._page, self._part_of)
        elif event.key.startswith(BEFORE):
            self.mentor.open_dialog("check-in-read", key_parts(event.key)[1])
        elif self.line_here:
            self.field.focus()

    def on_descendant_focus(self) -> None:
        """From the list to their words, or back."""
        self.set_class(self.is_typing, "-answering")
        self.show_list()
        super().on_descendant_focus()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.focus()

    def action_check_in(self) -> None:
        """It is open already: write."""
        self.list.action_open()

    def action_on(self, step: int) -> None:
        """From the list to their words; from there to the next question, and after the last to the list."""
        if not self.is_typing:
            self.list.action_open()
            return
        self.list.action_cursor(step)
        if self.line_here is None:
            self.list.focus()

    def action_back(self) -> None:
        """From their words to the list; from the list to where it was opened. The words are kept."""
        if self.is_typing:
            self.list.focus()
        elif self.may_close():
            super().action_back()

    def action_edit(self) -> None:
        """The question under the cursor in their language."""
        if self._page and self.line_here:
            ask_theirs(self.mentor, self._page.client, self.line_here)
        else:
            self.mentor.trouble("Only a question can be written in their language.")

    def action_save(self) -> None:
        """Keep it with its talk; if that cannot be, say why and keep every word."""
        self.read()  # another hand may have written, and the field may know more than the page
        if self._gone or self._page is None:
            return
        try:
            saved = self._saved(self._page)
        except MentorError as error:
            self.say(str(error))
            return
        self._kept.done()
        self.dismiss(saved)
        if saved and not self._number:
            self.mentor.open_dialog("check-in-read", saved.records[0].id)

    def _saved(self, page: CheckInPage) -> Saved | None:
        caseload = self.mentor.caseload
        if page.record is None:
            return record_check_in(caseload, page.made(), page.talk_in(caseload), begun=self._came)
        return correct_check_in(caseload, page.record, page.made()) if page.is_changed else None

    def _of_day(self, on: date) -> None:
        if self._page:
            self._page.on = on
            self._changed()

    def _part_of(self, talk: str) -> None:
        if self._page:
            self._page.talk = talk
            self._changed()

    def _changed(self) -> None:
        self.keep_soon()
        self.read_again()
