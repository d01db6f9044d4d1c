"""A calendar brought in: where it lies, what would become of each event, and only then enter brings it in."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mentor_tui.calendar_rows import COLUMNS, items, summary
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.bringing import BringingScreen
from mentor_tui.ways_out import typed_path
from store.errors import MentorError
from store.saved import Saved
from widgets.key_hints import KeyHint, KeyHints
from widgets.row_list import RowList
from widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from mentor_tui.exchange.ics.planning import CalendarPlan

_ABOUT = (
    "An .ics file, or a folder of them. First you see what would become of each event; nothing is written."
)
_CLOSE = KeyHint("esc", "close", "close")


class BringCalendarScreen(BringingScreen["CalendarPlan"]):
    """Gives what was saved, or None."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["write_file.tcss", "bring_calendar.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="bring.close", tooltip="Bring in nothing."),
    ]

    def compose(self) -> ComposeResult:
        """The line, what to know, the events, the keys."""
        with Vertical(id="bring", classes="dialog") as box:
            box.border_title = "bring in a calendar"
            yield TypedLine(self.place, id="write-path", compact=True, select_on_focus=False)
            yield Static(Content(_ABOUT), id="write-caution", classes=FOR_ANYONE)
            yield Static("", id="write-said", markup=False, classes=FOR_ANYONE)
            yield RowList(COLUMNS, id="bring-rows")
            yield KeyHints((KeyHint("enter", "look", "go_on"), _CLOSE), id="write-keys")

    @on(Input.Submitted, "#write-path")
    @on(RowList.Opened, "#bring-rows")
    def action_go_on(self) -> None:
        """Look at it; then bring in what is new."""
        if self.is_busy:
            return
        try:
            path = typed_path(self.query_one("#write-path", Input).value)
        except MentorError as error:
            self.say(str(error))
            return
        if self.found is not None and not self.found.added:
            self.say("Nothing of it is new. Name another calendar, or close.")
            return
        if self.found is None:
            self.look(lambda: self._plan(path))
        else:
            self.bring_in(lambda: self._plan(path))

    def _plan(self, path: Path) -> CalendarPlan:
        from mentor_tui.exchange.ics_in import plan_calendar

        return plan_calendar(path, self.mentor.caseload)

    def has_new(self, found: CalendarPlan) -> bool:
        """Whether anything of it comes in."""
        return bool(found.added)

    def bring(self, found: CalendarPlan) -> Saved:
        """Bring in what is new."""
        from mentor_tui.exchange.ics_in import import_calendar

        return import_calendar(found, self.mentor.caseload)

    def show_found(self, found: CalendarPlan | None) -> None:
        """Show what would become of each event; None takes it away."""
        self.found = found
        rows = self.query_one("#bring-rows", RowList)
        rows.show_items(items(found, self.mentor.caseload) if found else [])
        self.query_one("#bring").set_class(found is not None, "-looked")
        self.say_beneath(summary(found) if found else "")
        is_new = found is not None and bool(found.added)
        enter = KeyHint("enter", "bring them in" if is_new else "look", "go_on")
        tab = (KeyHint("tab", "read them", "read"),) if rows.items else ()
        self.query_one("#write-keys", KeyHints).hints = (enter, *tab, _CLOSE)

    def action_read(self) -> None:
        """To the events, to read them."""
        self.query_one("#bring-rows", RowList).focus()
