"""Reports: a month of work, seen; each figure opened to its records; and written to a file."""

from datetime import date, timedelta
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from mentor_tui import report_page
from mentor_tui.keys import bindings, hints
from mentor_tui.opening_files import open_file
from mentor_tui.printing_files import print_file
from mentor_tui.report_commands import ReportCommands
from mentor_tui.report_rows import COLUMNS, RESTATED, SINCE, columns_for
from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen
from mentor_tui.screens.behind import BehindScreen
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.report_choices import choose
from mentor_tui.screens.which_days import WhichDays
from mentor_tui.ways_out import shown_path
from store.errors import MentorError
from store.period import Period, month_of
from widgets.row_list import RowList
from widgets.status_bar import StatusBar

_NARROW = 72
_EARLIEST = date(1990, 1, 1)
_HINTS = (
    ("x", "write it", "more"),
    ("enter", "records", "open"),
    ("[", "month before", "previous_tab"),
    ("]", "after", "next_tab"),
    ("f", "which days", "go_to_day"),
    *hints(("find", "help")),
)


class ReportsScreen(PlaceScreen):
    """The figures of some days, each with what it is a part of. The mentor's own view."""

    CSS_PATH = "reports.tcss"
    COMMANDS = PlaceScreen.COMMANDS | {ReportCommands}
    HEADING_FOR_ANYONE = True
    HELP = (
        "A month of work, counted from what you wrote down: your own view, with nothing hidden. enter on a "
        "figure lists the records behind it. {more} writes it, with small numbers hidden for handing on. "
        "After writing, enter opens the file, and the palette prints it."
    )
    SAYS = {
        "more": "Write it, a gate page, a record; close the month.",
        "open": "The records behind the figure; the file that was just written.",
        "previous-tab": "The month before.",
        "next-tab": "The month after.",
        "go-to-day": "Which days: a month, a quarter, since a day.",
    }
    HINTS = ("more", "open", "previous-tab", "next-tab", "go-to-day", "find", "help")
    BINDINGS = bindings("open", "more", "previous-tab", "next-tab", "go-to-day")
    AUTO_FOCUS = "#report"

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self._page: report_page.ReportPage | None = None
        self._written: Path | None = None

    def compose_body(self) -> ComposeResult:
        """For whom it is, then the figures."""
        yield Static(id="view", classes=FOR_ANYONE)
        yield RowList(COLUMNS, id="report", classes=FOR_ANYONE)

    def read(self) -> None:
        """Count the days."""
        self._page = report_page.ReportPage.read(self.mentor.caseload, self.period)
        self._show(self._page)

    def _show(self, page: report_page.ReportPage) -> None:
        """Draw what was counted, as wide as there is room."""
        width = self.app.size.width
        narrow = width < _NARROW
        self.say_heading("Reports", page.days)
        self.query_one("#view", Static).update(Content(page.view))
        self.figures.use_columns(columns_for(width, narrow=narrow))
        self.figures.show_items(page.items(narrow=narrow))

    def _show_again(self) -> None:
        if self._page and self.is_attached and self.display:
            self._show(self._page)

    @property
    def period(self) -> Period:
        """The days that are shown; this month until others were asked for."""
        return self._period or month_of(self.mentor.clock.now().day)

    @property
    def figures(self) -> RowList:
        """The list of figures."""
        return self.query_one("#report", RowList)

    def show_status(self) -> None:
        """Draw the foot: where a file was just written, else the keys."""
        foot = self.query_one("#status", StatusBar)
        foot.show_hints(_HINTS[:2] if self.app.size.width < _NARROW else _HINTS)
        super().show_status()
        if self._written and not self.mentor.voice.sentence:
            foot.say(f"Written. enter opens {shown_path(self._written)}", whole_line=True)

    def on_key(self, event: events.Key) -> None:
        """Another key takes the way to the file away."""
        super().on_key(event)
        if self._written and event.key != "enter":
            self._written = None
            self.show_status()

    def action_previous_tab(self) -> None:
        """The month before."""
        self.turn_to(month_of(self.period.first - timedelta(days=1)))

    def action_next_tab(self) -> None:
        """The month after, up to this one."""
        self.turn_to(month_of(self.period.last + timedelta(days=1)))

    def action_go_to_day(self) -> None:
        """Ask which days."""
        self.mentor.push_screen(WhichDays(self.turn_to))

    def turn_to(self, period: Period) -> None:
        """Show these days; days to come alone are not there yet."""
        today = self.mentor.clock.now().day
        if _EARLIEST <= period.first <= today:
            self._period = None if period == month_of(today) else period
            self._written = None
            self.read_again()

    def action_more(self) -> None:
        """Everything that can be written, and what else is done with a month."""
        rows = report_page.choices(self.mentor.caseload, self.period)
        asking = PickScreen("write it", rows, report_page.CHOICE_COLUMNS, "choose", for_anyone=True)
        self.mentor.push_screen(asking, self.write_as)

    def write_as(self, code: str | None) -> None:
        """Go on with what was chosen."""
        if code:
            choose(self.mentor, code, self.period, self._was_written)

    def action_print(self) -> None:
        """Print the file that was just written."""
        if self._written:
            self._print(self._written)
        else:
            self.mentor.trouble("Nothing was written just now. Write it first, then print it.")

    @on(RowList.Opened, "#report")
    def action_open(self) -> None:
        """The file that was just written; else what is behind the figure."""
        if self._written:
            self._open(self._written)
        elif self.figures.highlighted_key.startswith(SINCE):
            self.figures.highlight(f"{RESTATED}0")
        elif self._page and (line := self._page.line_at(self.figures.highlighted_key)):
            self.mentor.push_screen(BehindScreen(line))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A file that could not be opened: say where it is."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else "It could not be opened from here."
            self.mentor.trouble(known)

    def on_resize(self, event: events.Resize) -> None:
        """Two columns where it is narrow; nothing is counted anew for it."""
        self.call_after_refresh(self._show_again)

    @work(thread=True, exit_on_error=False)
    def _open(self, path: Path) -> None:
        open_file(path)

    @work(thread=True, exit_on_error=False)
    def _print(self, path: Path) -> None:
        print_file(path)

    def _was_written(self, written: Path | None) -> None:
        self._written = written
        self.show_status()
