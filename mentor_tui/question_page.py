"""Reflect's first tab: the picture of the themes, one question, why this one, what can be done with it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from mentor_tui import reflect_rows
from mentor_tui.question import somebody_died_on
from mentor_tui.reflect_page import ReflectPage
from store.errors import MentorError
from store.principles import Offered, is_not_today
from store.text import clean_line
from widgets.choice_row import ChoiceRow
from widgets.theme_picture import ThemePicture

_SET_ASIDE = "The one before is set aside. “My own questions” can welcome it back."


class QuestionPage(ReflectPage):
    """One question among its six themes."""

    ID = "question-page"
    TITLE = "Question"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.offered: Offered | None = None
        """The question that is shown; None after "not today" or where none is left."""
        self._said = ""
        """Of the choice just made, in place of the quiet line."""

    def compose(self) -> ComposeResult:
        """The picture, the question, the choices, and what stands quietly below."""
        yield ThemePicture(*reflect_rows.drawn_themes(), id="picture")
        yield Static(id="lens")
        yield Static(id="because")
        yield Static(id="asked")
        yield ChoiceRow(id="choices")
        yield Static(id="quiet")
        yield Static(Content(reflect_rows.cited()), id="cited", classes="for-anyone")

    def show(self) -> None:
        """Ask both ledgers for today's question, and show it."""
        app = self.mentor
        notebook, moment = app.notebook, app.clock.now()
        offered = self.offered = app.day_question()
        not_today = is_not_today(notebook.choices(), moment.day)
        lens = offered.question.theme if offered else ""
        sat = reflect_rows.sat_with(notebook.reflections(), offered, moment) if offered else ""
        self.query_one("#picture", ThemePicture).lit = lens
        self._say("lens", reflect_rows.theme_name(lens))
        self._say("because", f"{offered.because}:" if offered else "")
        quiet = somebody_died_on(moment.day, app.caseload)
        none = reflect_rows.no_question(is_not_today=not_today, is_quiet=quiet)
        self._say("asked", offered.question.words if offered else none)
        self.query_one("#asked").set_class(offered is not None, "-question")
        why = offered.why if offered else ""
        self._say("quiet", self._said or reflect_rows.quiet_line((sat, why), app.size.width))
        choices = reflect_rows.choices_for(offered, is_not_today=not_today)
        self.query_one("#choices", ChoiceRow).offer(choices)
        # The row that has the focus scrolls itself into view, and on a phone the question out of it.
        self.call_after_refresh(self.scroll_home, animate=False)

    def take_focus(self) -> None:
        """On what can be chosen."""
        self.query_one("#choices").focus()

    def turned_to(self) -> None:
        """The choice made before is over."""
        self._said = ""

    @on(ChoiceRow.Chosen, "#choices")
    def choice_made(self, event: ChoiceRow.Chosen) -> None:
        """Write, or remember what she would rather."""
        if event.code == "write":
            self.write()
            return
        try:
            self.mentor.notebook.choose(self.offered.question.id if self.offered else "", event.code)
        except MentorError as error:
            self.mentor.trouble(str(error))
            return
        self._said = _SET_ASIDE if event.code == "never" else ""
        self.show()

    def _say(self, place: str, words: str) -> None:
        line = self.query_one(f"#{place}", Static)
        line.update(Content(clean_line(words)))
        line.set_class(not words, "-nothing")
