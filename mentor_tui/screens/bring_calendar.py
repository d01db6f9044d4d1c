"""A calendar brought in: where it lies, what would become of each event, and only then enter brings it in."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from mentor_tui.calendar_rows import COLUMNS, items, summary
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from mentor_tui.ways_out import typed_path
from store.errors import MentorError
from store.saved import Saved
from store.text import clean_line
from widgets.key_hints import KeyHint, KeyHints
from widgets.row_list import RowList
from widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from mentor_tui.exchange.ics.planning import CalendarPlan

_ABOUT = (
    "An .ics file, or a folder of them. First you see what would become of each event; nothing is written."
)
_CLOSE = KeyHint("esc", "close", "close")


class BringCalendarScreen(HintedDialog, ModalScreen[Saved | None]):
    """Gives what was saved, or None."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["write_file.tcss", "bring_calendar.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="bring.close", tooltip="Bring in nothing."),
    ]

    def __init__(self, place: str = "~/") -> None:
        """A line for a path, with a place in it."""
        super().__init__()
        self._place = place
        self._seen: CalendarPlan | None = None
        """What was shown of the place that stands in the line."""
        self._is_bringing = False
        self._is_busy = False

    def compose(self) -> ComposeResult:
        """The line, what to know, the events, the keys."""
        with Vertical(id="bring", classes="dialog") as box:
            box.border_title = "bring in a calendar"
            yield TypedLine(self._place, id="write-path", compact=True, select_on_focus=False)
            yield Static(Content(_ABOUT), id="write-caution", classes=FOR_ANYONE)
            yield Static("", id="write-said", markup=False, classes=FOR_ANYONE)
            yield RowList(COLUMNS, id="bring-rows")
            yield KeyHints((KeyHint("enter", "look", "go_on"), _CLOSE), id="write-keys")

    @on(Input.Submitted, "#write-path")
    @on(RowList.Opened, "#bring-rows")
    def action_go_on(self) -> None:
        """Look at it; then bring in what is new."""
        if self._is_busy:
            return
        try:
            path = typed_path(self.query_one("#write-path", Input).value)
        except MentorError as error:
            self.say(str(error))
            return
        if self._seen is not None and not self._seen.added:
            self.say("Nothing of it is new. Name another calendar, or close.")
            return
        self._is_bringing, self._is_busy = self._seen is not None, True
        self._say("bringing in ..." if self._is_bringing else "looking ...")
        self._look(path)

    @on(Input.Changed, "#write-path")
    def path_changed(self) -> None:
        """Another place has to be looked at first."""
        if self._seen is not None and not self._is_busy:
            self.show_plan(None)
            self._say("")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Looked at, or not and why."""
        if event.state is WorkerState.SUCCESS:
            self._is_busy = False
            if self._is_bringing:
                self._bring(event.worker.result)
            else:
                self.show_plan(event.worker.result)
        elif event.state is WorkerState.ERROR:
            self._is_busy = self._is_bringing = False
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else ""
            self.say(known or "It could not be read, for a reason unknown here. Nothing was changed.")

    def action_close(self) -> None:
        """Bring in nothing; what is under way is waited for."""
        if not self._is_busy:
            self.dismiss(None)

    def say(self, sentence: str) -> None:
        """Say what went wrong."""
        self._say(sentence, is_trouble=True)

    # In a thread: a folder of thousands takes seconds, a backup too, and the screen must stay alive.
    @work(thread=True, exit_on_error=False)
    def _look(self, path: Path) -> CalendarPlan:
        from mentor_tui.exchange.ics_in import plan_calendar

        mentor = self.mentor
        if self._is_bringing:
            from mentor_tui.own_backup import backed_up

            untold: list[str] = []
            folder = mentor.caseload.folder
            backed_up(folder, mentor.clock, mentor.settings, "import", untold.append)
        return plan_calendar(path, mentor.caseload)

    def _bring(self, plan: CalendarPlan | None) -> None:
        from mentor_tui.exchange.ics_in import import_calendar

        self._is_bringing = False
        if plan is None or not plan.added:
            self.show_plan(plan)
            return
        try:
            saved = import_calendar(plan, self.mentor.caseload)
        except MentorError as error:
            self.say(str(error))
        else:
            self.dismiss(saved)

    def show_plan(self, plan: CalendarPlan | None) -> None:
        """Show what would become of each event; None takes it away."""
        self._seen = plan
        rows = self.query_one("#bring-rows", RowList)
        rows.show_items(items(plan, self.mentor.caseload) if plan else [])
        self.query_one("#bring").set_class(plan is not None, "-looked")
        self._say(summary(plan) if plan else "")
        is_new = plan is not None and bool(plan.added)
        enter = KeyHint("enter", "bring them in" if is_new else "look", "go_on")
        tab = (KeyHint("tab", "read them", "read"),) if rows.items else ()
        self.query_one("#write-keys", KeyHints).hints = (enter, *tab, _CLOSE)

    def action_read(self) -> None:
        """To the events, to read them."""
        self.query_one("#bring-rows", RowList).focus()

    def _say(self, sentence: str, *, is_trouble: bool = False) -> None:
        said = self.query_one("#write-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")
        said.set_class(is_trouble, "trouble")
