"""Reports: a month of work, seen and written to a file."""

from datetime import date, timedelta
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from mentor_tui.keys import bindings, hints
from mentor_tui.opening_files import open_file
from mentor_tui.printing_files import print_file
from mentor_tui.report_commands import ReportCommands
from mentor_tui.report_rows import COLUMNS, NARROW_COLUMNS, lines_of, report_items
from mentor_tui.reports import Report, month_report
from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen
from mentor_tui.screens.behind import BehindScreen
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.made_files import MadeFilesScreen
from mentor_tui.ways_out import WAYS, shown_path
from mentor_tui.writing_out import ask_where
from store.errors import MentorError
from widgets.row import Column, Row
from widgets.row_list import RowList
from widgets.status_bar import StatusBar

_NARROW = 72
_EARLIEST = date(1990, 1, 1)
_HINTS = (
    ("x", "write it", "more"),
    ("[", "month before", "previous_tab"),
    ("]", "month after", "next_tab"),
    *hints(("note", "find", "help")),
)
_FILES = "files"
_PICK_COLUMNS = (Column(least=12, most=18), Column())


class ReportsScreen(PlaceScreen):
    """The month's figures, each with what it is a part of. The mentor's own view."""

    CSS_PATH = "reports.tcss"
    COMMANDS = PlaceScreen.COMMANDS | {ReportCommands}
    HEADING_FOR_ANYONE = True
    HELP = (
        "A month of work, counted from what you wrote down. enter on a figure lists the records behind it. "
        "{previous-tab} and {next-tab} go to the month before and after; {more} writes it to a file, or the "
        "whole record, a calendar, a pocket card, and lists the files you made. After writing, enter opens "
        "the file, and the palette prints it. This is your own view, with nothing hidden."
    )
    SAYS = {
        "more": "Write the month, the record or a calendar.",
        "previous-tab": "The month before.",
        "next-tab": "The month after.",
    }
    HINTS = ("more", "note", "find", "help")
    BINDINGS = bindings("open", "more", "previous-tab", "next-tab")
    AUTO_FOCUS = "#report"

    def __init__(self) -> None:
        super().__init__()
        self._first: date | None = None
        self._report: Report | None = None
        self._written: Path | None = None

    def compose_body(self) -> ComposeResult:
        """For whom it is, then the figures."""
        yield Static(id="view", classes=FOR_ANYONE)
        yield RowList(COLUMNS, id="report", classes=FOR_ANYONE)

    def read(self) -> None:
        """Count the month."""
        moment = self.mentor.clock.now()
        first = self._first or moment.day.replace(day=1)
        report = self._report = month_report(self.mentor.caseload, first, moment)
        narrow = self.app.size.width < _NARROW
        self.say_heading("Reports", report.title.rpartition(": ")[2] if narrow else report.title)
        self.query_one("#view", Static).update(Content(report.view))
        self.figures.use_columns(NARROW_COLUMNS if narrow else COLUMNS)
        self.figures.show_items(report_items(report, (), narrow=narrow))

    @property
    def figures(self) -> RowList:
        """The list of figures."""
        return self.query_one("#report", RowList)

    def show_status(self) -> None:
        """Draw the foot: where a file was just written, else the keys."""
        foot = self.query_one("#status", StatusBar)
        foot.show_hints(_HINTS)
        super().show_status()
        if self._written and not self.mentor.voice.sentence:
            foot.say(f"Written. enter opens {shown_path(self._written)}", whole_line=True)

    def on_key(self, event: events.Key) -> None:
        """Another key takes the way to the file away."""
        if self._written and event.key != "enter":
            self._written = None
            self.show_status()

    def action_previous_tab(self) -> None:
        """The month before."""
        first = self._shown_month()
        self._turn_to((first - timedelta(days=1)).replace(day=1))

    def action_next_tab(self) -> None:
        """The month after, up to this one."""
        self._turn_to((self._shown_month() + timedelta(days=31)).replace(day=1))

    def action_more(self) -> None:
        """Write it: in which form."""
        rows = [Row(each.code, (((each.title, "name"),), each.what)) for each in WAYS]
        rows.append(Row(_FILES, ((("files you made", "name"),), "where they lie; to open or remove")))
        asking = PickScreen("write it", rows, _PICK_COLUMNS, "choose", for_anyone=True)
        self.mentor.push_screen(asking, self.write_as)

    def write_as(self, code: str | None) -> None:
        """Ask where, and write it there; or show what was written before."""
        if code == _FILES:
            self.mentor.push_screen(MadeFilesScreen())
            return
        if code and self._report is not None:
            ask_where(self.mentor, code, self._report, self._was_written)

    def action_print(self) -> None:
        """Print the file that was just written."""
        if self._written:
            self._print(self._written)
        else:
            self.mentor.trouble("Nothing was written just now. Write it first, then print it.")

    @on(RowList.Opened, "#report")
    def action_open(self) -> None:
        """Open the file that was just written; else the records behind the figure."""
        if self._written:
            self._open(self._written)
        elif self._report and (line := lines_of(self._report).get(self.figures.highlighted_key)):
            self.mentor.push_screen(BehindScreen(line))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A file that could not be opened: say where it is."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else "It could not be opened from here."
            self.mentor.trouble(known)

    def on_resize(self, event: events.Resize) -> None:
        """Two columns where it is narrow."""
        self.call_after_refresh(self.read_again)

    @work(thread=True, exit_on_error=False)
    def _open(self, path: Path) -> None:
        open_file(path)

    @work(thread=True, exit_on_error=False)
    def _print(self, path: Path) -> None:
        print_file(path)

    def _shown_month(self) -> date:
        return self._first or self.mentor.clock.now().day.replace(day=1)

    def _turn_to(self, first: date) -> None:
        this_month = self.mentor.clock.now().day.replace(day=1)
        if _EARLIEST <= first <= this_month:
            self._first = None if first == this_month else first
            self._written = None
            self.read_again()

    def _was_written(self, written: Path | None) -> None:
        self._written = written
        self.show_status()
