"""Reflect: the six themes as the study draws them, one question, the notebook, her own questions."""

from textual import events
from textual.app import ComposeResult

from mentor_tui.keys import bindings, hints
from mentor_tui.notebook_page import NotebookPage
from mentor_tui.own_questions_page import OwnQuestionsPage
from mentor_tui.question_page import QuestionPage
from mentor_tui.reflect_commands import ReflectCommands
from mentor_tui.reflect_page import ReflectPage
from mentor_tui.screens.tabbed import TabbedScreen
from mentor_tui.themes_page import ThemesPage
from mentor_tui.week_page import WeekPage
from store.records import Record
from widgets.status_bar import StatusBar
from widgets.tab_line import TabLine

_PAGES: tuple[type[ReflectPage], ...] = (QuestionPage, WeekPage, ThemesPage, NotebookPage, OwnQuestionsPage)
"""From left to right."""


class ReflectScreen(TabbedScreen):
    """The mentor's own place: nothing here is in a report, an export or anybody's record."""

    CSS_PATH = "reflect.tcss"
    COMMANDS = TabbedScreen.COMMANDS | {ReflectCommands}
    HEADING_FOR_ANYONE = True
    HELP = (
        "A question a day, if you like: write, ask for another, leave it for today or for good. "
        "{previous-tab} and {next-tab} lead to the week in words, the themes, your notebook and questions "
        "of your own. On Themes the arrows go from theme to theme and through what you wrote. A page can "
        "have a day to be kept until; then it stands first, and nothing burns by itself. All of it is yours "
        "alone, in no report and no export, but for pages marked for supervision; {more} on one writes them."
    )
    SAYS = {
        "add": "An empty page, or a question of your own.",
        "more": "Bring a page to supervision, keep, burn or remove it; on Week, whom you can talk to.",
        "page-before": "The week before, on Week; the month before, on Themes.",
        "page-after": "The week or the month after.",
        "to-today": "Back to this week, this month.",
        "open": "Choose, or open what is under the cursor.",
    }
    HINTS = QuestionPage.HINTS
    BINDINGS = bindings("open", "write", "add", "edit", "more", "page-before", "page-after", "to-today")
    AUTO_FOCUS = "#choices"

    def compose_body(self) -> ComposeResult:
        """Tabs, and a page for each; one is in front."""
        yield TabLine(tuple(page.TITLE for page in _PAGES), id="tabs")
        for page in _PAGES:
            yield page(id=page.ID)

    def read(self) -> None:
        """Show the page in front."""
        self.say_heading("Reflect")
        for page in self.query(ReflectPage):
            page.display = page is self.page
        self.query_one("#status", StatusBar).show_hints(hints(self.page.HINTS))
        self.page.show()

    @property
    def page(self) -> ReflectPage:
        """The page in front."""
        return self.query_one(f"#{_PAGES[self.tab_line.chosen].ID}", ReflectPage)

    @property
    def question_page(self) -> QuestionPage:
        """The page of the question."""
        return self.query_one("#question-page", QuestionPage)

    def record_here(self) -> Record | None:
        """What is under the cursor."""
        return self.page.record_here()

    def action_write(self) -> None:
        """Write on the question of the day; where there is none, on an empty page."""
        self.page.write()

    def action_add(self) -> None:
        """What this page adds: an empty page, or a question of her own."""
        self.page.add()

    def action_edit(self) -> None:
        """Read and correct what is under the cursor."""
        self.page.edit()

    def action_more(self) -> None:
        """What else can be done with it."""
        self.page.more()

    def action_page_before(self) -> None:
        """The week or the month before."""
        self.page.turn(-1)

    def action_page_after(self) -> None:
        """The one after."""
        self.page.turn(1)

    def action_to_today(self) -> None:
        """Back to today's."""
        self.page.turn(0)

    def action_open(self) -> None:
        """Enter, where nothing has the focus."""
        self.page.take_focus()

    def tab_turned(self) -> None:
        """Show what stands there, and be in it."""
        self.page.turned_to()
        self.read_again()
        self.page.take_focus()

    def action_to_notebook(self) -> None:
        """The notebook, where a page was burned."""
        self.turn_to(NotebookPage)

    def turn_to(self, page: type[ReflectPage]) -> None:
        """Turn this page to the front."""
        self.tab_line.chosen = _PAGES.index(page)
        self.tab_turned()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self.call_after_refresh(self.read_again)
