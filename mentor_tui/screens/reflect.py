"""Reflect: the six themes as the study draws them, one question, the notebook, her own questions."""

from functools import partial

from textual import events, on
from textual.app import ComposeResult

from mentor_tui import reflect_rows
from mentor_tui.keys import bindings, hints, told
from mentor_tui.question_page import QuestionPage
from mentor_tui.reflect_commands import ReflectCommands
from mentor_tui.rows import key_parts
from mentor_tui.screens import theme_seen
from mentor_tui.screens.dialog import AskScreen
from mentor_tui.screens.tabbed import TabbedScreen
from mentor_tui.screens.taking_out import offer_to_remove
from store.errors import MentorError
from store.records import OwnQuestion, Reflection, ThemeSeen
from store.shelf import TABLE_OF
from store.text import clean_line
from widgets.choice_row import ChoiceRow
from widgets.row_list import RowList
from widgets.status_bar import StatusBar
from widgets.tab_line import TabLine

TABS = ("Question", "Notebook", "My own questions")
_HINTS = {
    "Question": ("write", "next-tab", "note", "find", "help"),
    "Notebook": ("open", "add", "edit", "more", "next-tab", "help"),
    "My own questions": ("open", "add", "edit", "more", "next-tab", "help"),
}
_CALLED: dict[str, tuple[type[Reflection | ThemeSeen | OwnQuestion], str, str]] = {
    "reflections": (Reflection, "page", "reflection removed"),
    "themes_seen": (ThemeSeen, "theme", "theme removed"),
    "own_questions": (OwnQuestion, "question", "your question removed"),
}
"""The records that stand here: their kind, what one is called, and what undo calls taking one out."""
_SET_ASIDE = "It will not be asked again. Under “My own questions” it can be welcomed back."


class ReflectScreen(TabbedScreen):
    """The mentor's own place: nothing here is in a report, an export or anybody's record."""

    CSS_PATH = "reflect.tcss"
    COMMANDS = TabbedScreen.COMMANDS | {ReflectCommands}
    HEADING_FOR_ANYONE = True
    HELP = (
        "A question a day, if you like: write, ask for another, leave it for today or for good. "
        "{previous-tab} and {next-tab} lead to your notebook and to questions of your own. All of it is "
        "yours alone, in no report and no export; the palette writes the pages marked for supervision."
    )
    SAYS = {
        "add": "An empty page, or a question of your own.",
        "more": "Take the page or question under the cursor out.",
        "open": "Choose, or open what is under the cursor.",
    }
    HINTS = _HINTS["Question"]
    BINDINGS = bindings("open", "write", "add", "edit", "more")
    AUTO_FOCUS = "#choices"

    def __init__(self) -> None:
        super().__init__()
        self._said = ""

    def compose_body(self) -> ComposeResult:
        """Tabs; the question's page; the list of the other two tabs."""
        yield TabLine(TABS, id="tabs")
        yield QuestionPage(id="question-page")
        yield RowList(id="pages")

    def read(self) -> None:
        """Ask the notebook, and show the tab in front."""
        self.say_heading("Reflect")
        self.query_one("#status", StatusBar).show_hints(hints(_HINTS[self.tab]))
        self.question_page.display = self.tab == "Question"
        self.pages.display = self.tab != "Question"
        notebook = self.mentor.notebook
        if self.tab == "Question":
            self.question_page.show(self.mentor, self._said)
        elif self.tab == "Notebook":
            self.pages.use_columns(reflect_rows.PAGE_COLUMNS)
            note_of = partial(theme_seen.note_of, self.mentor)
            pages, seen = notebook.reflections(), notebook.themes_seen()
            items = reflect_rows.page_items(pages, seen, self.mentor.clock.now(), note_of)
            self.pages.show_items(items, empty=told(reflect_rows.NO_PAGES))
        else:
            self.pages.use_columns(reflect_rows.QUESTION_COLUMNS)
            self.pages.show_items(
                reflect_rows.question_items(notebook), empty=told(reflect_rows.NO_QUESTIONS)
            )

    @property
    def tab(self) -> str:
        """The tab in front."""
        return TABS[self.tab_line.chosen]

    @property
    def question_page(self) -> QuestionPage:
        """The page of the first tab."""
        return self.query_one("#question-page", QuestionPage)

    @property
    def pages(self) -> RowList:
        """The list of the notebook and of her own questions."""
        return self.query_one("#pages", RowList)

    def record_here(self) -> Reflection | ThemeSeen | OwnQuestion | None:
        """The page, the theme or the question of her own under the cursor."""
        table, id = key_parts(self.pages.highlighted_key)
        if self.tab == "Question" or table not in _CALLED:
            return None
        return self.mentor.notebook.get(_CALLED[table][0], id)

    def action_write(self) -> None:
        """Write on the question of the day; where there is none, on an empty page."""
        self.mentor.open_dialog("write", self.mentor.day_question())

    def action_add(self) -> None:
        """An empty page, or a question of her own."""
        if self.tab == "My own questions":
            self._open_question(None)
        else:
            self.mentor.open_dialog("write")

    def action_edit(self) -> None:
        """Read and correct what is under the cursor."""
        record = self.record_here()
        if isinstance(record, Reflection):
            self.mentor.open_dialog("write", record=record)
        elif isinstance(record, ThemeSeen):
            theme_seen.choose_another(self.mentor, record)
        elif record:
            self._open_question(record)

    def action_more(self) -> None:
        """Take what is under the cursor out."""
        if record := self.record_here():
            _, called, label = _CALLED[TABLE_OF[type(record)]]
            notebook = self.mentor.notebook
            offer_to_remove(self.mentor, called, lambda: notebook.remove(record, label))

    def action_open(self) -> None:
        """Enter, where nothing has the focus."""
        self._focus_tab()

    @on(RowList.Opened, "#pages")
    def open_row(self, event: RowList.Opened) -> None:
        """A page or a question opens, a theme leads to its note; what was set aside is welcomed back."""
        aside = event.key.removeprefix("aside ")
        if aside == event.key:
            record = self.record_here()
            if isinstance(record, ThemeSeen):
                theme_seen.show_note(self.mentor, record)
            else:
                self.action_edit()
            return
        words = clean_line(reflect_rows.question_words(self.mentor.notebook, aside))

        def answered(yes: bool | None) -> None:
            if yes:
                self._choose(aside, "welcome")

        self.mentor.push_screen(AskScreen(f"Ask this one again? “{words}”", "welcome it back"), answered)

    @on(ChoiceRow.Chosen, "#choices")
    def choice_made(self, event: ChoiceRow.Chosen) -> None:
        """Write, or remember what she would rather."""
        if event.code == "write":
            self.action_write()
            return
        offered = self.question_page.offered
        self._choose(offered.question.id if offered else "", event.code)

    def tab_turned(self) -> None:
        """Show what stands there, and be in it."""
        self._said = ""
        self.read_again()
        self._focus_tab()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self.call_after_refresh(self.read_again)

    def _choose(self, question_id: str, choice: str) -> None:
        try:
            self.mentor.notebook.choose(question_id, choice)
        except MentorError as error:
            self.mentor.trouble(str(error))
            return
        self._said = _SET_ASIDE if choice == "never" else ""
        self.read_again()

    def _focus_tab(self) -> None:
        (self.query_one("#choices") if self.tab == "Question" else self.pages).focus()

    def _open_question(self, record: OwnQuestion | None) -> None:
        from mentor_tui.screens.own_question import OwnQuestionScreen

        self.mentor.push_screen(OwnQuestionScreen(record), self.mentor.saved)
