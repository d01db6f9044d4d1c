"""Reflect's tab of the questions: the mentor's own, and the program's theme by theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from mentor_tui import question_rows
from mentor_tui.keys import told
from mentor_tui.reflect_page import ReflectPage
from mentor_tui.screens.dialog import AskScreen
from mentor_tui.screens.offering import Way, offer, removing
from store import own_questions
from store.errors import MentorError
from store.own_questions import Known
from store.principles import Offered
from store.records import OwnQuestion
from store.saved import Saved
from store.text import clean_line
from widgets.row import Column
from widgets.row_list import RowList
from widgets.side_list import SideList
from widgets.tab_line import TabLine


class OwnQuestionsPage(ReflectPage):
    """Hers are asked like the others; any can be put in her words, never be asked, be welcomed back."""

    ID = "own-questions-page"
    TITLE = "My own questions"
    HINTS = ("open", "write", "add", "edit", "more", "next-tab", "help")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._known: dict[str, Known] = {}

    def compose(self) -> ComposeResult:
        """The groups, what the one in front is, its questions."""
        with Horizontal(id="question-groups-line"):
            yield Static("← →", classes="for-anyone")
            yield TabLine([words for _, words in question_rows.GROUPS], id="question-groups")
        yield Static(id="question-lens", classes="for-anyone")
        yield SideList((Column(),), id="own-questions")

    def show(self) -> None:
        """Ask the notebook, and show the group in front."""
        known = own_questions.known_questions(self.mentor.notebook)
        self._known = {question_rows.key_of(one): one for one in known}
        self.query_one("#question-lens", Static).update(Content(question_rows.lens_words(self.group)))
        items = question_rows.question_items(known, self.group)
        self.list.show_items(items, empty=question_rows.no_questions())

    @property
    def group(self) -> str:
        """The one in front: hers, a theme's short name, or the quiet days."""
        return question_rows.GROUPS[self.query_one("#question-groups", TabLine).chosen][0]

    @property
    def list(self) -> SideList:
        """The list."""
        return self.query_one("#own-questions", SideList)

    @property
    def known_here(self) -> Known | None:
        """The question under the cursor."""
        return self._known.get(self.list.highlighted_key)

    def take_focus(self) -> None:
        """Into the list."""
        self.list.focus()

    def record_here(self) -> OwnQuestion | None:
        """Her record of the question under the cursor."""
        return self.known_here.hers if self.known_here else None

    def write(self) -> None:
        """On the question under the cursor."""
        if known := self.known_here:
            self.mentor.open_dialog("write", Offered(known.question, ""))
        else:
            super().write()

    def add(self) -> None:
        """A question of her own, of the theme in front."""
        from mentor_tui.screens.own_question import OwnQuestionScreen

        of_theme = "" if self.group in (question_rows.YOURS, question_rows.QUIET_DAYS) else self.group
        self.mentor.push_screen(OwnQuestionScreen(theme=of_theme), self.mentor.saved)

    def edit(self) -> None:
        """Correct one of hers; put one of the program's in her words."""
        from mentor_tui.screens.own_question import form_of

        if known := self.known_here:
            self.mentor.push_screen(form_of(known), self.mentor.saved)

    def more(self) -> None:
        """Never ask it, ask it again, take hers out."""
        if known := self.known_here:
            offer(self.mentor, "question", self._ways(known))

    @on(SideList.Sided)
    def group_turned(self, event: SideList.Sided) -> None:
        """The one beside it."""
        self.query_one("#question-groups", TabLine).turn(event.step)
        self._show_from_the_top()

    @on(TabLine.Chosen, "#question-groups")
    def group_clicked(self, event: TabLine.Chosen) -> None:
        """The group that was clicked."""
        event.stop()  # these are not the tabs of the screen
        event.tab_line.chosen = event.index
        self._show_from_the_top()

    @on(RowList.Opened, "#own-questions")
    def open_row(self, event: RowList.Opened) -> None:
        """One opens to be put otherwise; what is not asked is welcomed back."""
        known = self.known_here
        if known is None or not known.is_aside:
            self.edit()
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._welcome(known)

        words = clean_line(known.question.words)
        self.mentor.push_screen(AskScreen(f"Ask this one again? “{words}”", "welcome it back"), answered)

    def _show_from_the_top(self) -> None:
        self.show()
        self.list.action_edge(-1)
        self.take_focus()

    def _ways(self, known: Known) -> Iterator[Way]:
        """What can be done with it beyond its words."""
        notebook, hers = self.mentor.notebook, known.hers
        if known.is_aside:
            yield "ask it again", lambda: self._welcome(known)
        else:
            yield "never ask this one", lambda: self._chosen(lambda: own_questions.retire(notebook, known))
        if hers and known.words_before:
            back = told("its own words again, {undo} brings yours back")
            yield back, lambda: self._remove(hers, "its own words again")
        elif hers:
            yield removing("question"), lambda: self._remove(hers, "your question removed")

    def _welcome(self, known: Known) -> None:
        self._chosen(lambda: own_questions.welcome(self.mentor.notebook, known))

    def _remove(self, hers: OwnQuestion, label: str) -> None:
        self.mentor.attempt(lambda: self.mentor.notebook.remove(hers, label))

    def _chosen(self, choose: Callable[[], Saved | None]) -> None:
        try:
            choose()
        except MentorError as error:
            self.mentor.trouble(str(error))
            return
        self.show()
