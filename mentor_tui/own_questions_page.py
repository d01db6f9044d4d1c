"""Reflect's tab of the mentor's own questions, and of those she set aside."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from mentor_tui import reflect_rows
from mentor_tui.keys import told
from mentor_tui.reflect_page import ReflectPage
from mentor_tui.rows import key_parts
from mentor_tui.screens.dialog import AskScreen
from mentor_tui.screens.taking_out import offer_to_remove
from store.errors import MentorError
from store.records import OwnQuestion
from store.text import clean_line
from widgets.row_list import RowList


class OwnQuestionsPage(ReflectPage):
    """Asked like the others; what was set aside can be welcomed back."""

    ID = "own-questions-page"
    TITLE = "My own questions"
    HINTS = ("open", "add", "edit", "more", "next-tab", "help")

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowList(reflect_rows.QUESTION_COLUMNS, id="own-questions")

    def show(self) -> None:
        """Ask the notebook."""
        items = reflect_rows.question_items(self.mentor.notebook)
        self.list.show_items(items, empty=told(reflect_rows.NO_QUESTIONS))

    @property
    def list(self) -> RowList:
        """The list."""
        return self.query_one("#own-questions", RowList)

    def take_focus(self) -> None:
        """Into the list."""
        self.list.focus()

    def record_here(self) -> OwnQuestion | None:
        """The question of her own under the cursor."""
        table, id = key_parts(self.list.highlighted_key)
        return self.mentor.notebook.get(OwnQuestion, id) if table == "own_questions" else None

    def add(self) -> None:
        """A question of her own."""
        self._open(None)

    def edit(self) -> None:
        """Correct one of hers."""
        if record := self.record_here():
            self._open(record)

    def more(self) -> None:
        """Take one of hers out."""
        if record := self.record_here():
            notebook = self.mentor.notebook
            offer_to_remove(self.mentor, "question", lambda: notebook.remove(record, "your question removed"))

    @on(RowList.Opened, "#own-questions")
    def open_row(self, event: RowList.Opened) -> None:
        """One of hers opens; what was set aside is welcomed back."""
        aside = event.key.removeprefix("aside ")
        if aside == event.key:
            self.edit()
            return
        words = clean_line(reflect_rows.question_words(self.mentor.notebook, aside))

        def answered(yes: bool | None) -> None:
            if yes:
                self._welcome(aside)

        self.mentor.push_screen(AskScreen(f"Ask this one again? “{words}”", "welcome it back"), answered)

    def _welcome(self, question_id: str) -> None:
        try:
            self.mentor.notebook.choose(question_id, "welcome")
        except MentorError as error:
            self.mentor.trouble(str(error))
            return
        self.show()

    def _open(self, record: OwnQuestion | None) -> None:
        from mentor_tui.screens.own_question import OwnQuestionScreen

        self.mentor.push_screen(OwnQuestionScreen(record), self.mentor.saved)
