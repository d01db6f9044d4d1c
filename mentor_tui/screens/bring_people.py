"""People brought in from a spreadsheet or a phone: where it lies, what the columns are, who comes in."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mentor_tui.bring_rows import COLUMNS, choices, items, summary
from mentor_tui.keys import bindings
from mentor_tui.people_in_hand import PeopleInHand, looked_at
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.bringing import BringingScreen
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.ways_out import typed_path
from store.saved import Saved
from store.text import clean_line
from widgets.key_hints import KeyHint, KeyHints
from widgets.row import Column
from widgets.row_list import RowList
from widgets.typed_line import TypedLine

_ABOUT = (
    "A spreadsheet (CSV, XLSX, ODS) or the contacts of a phone (VCF). First you see who is in it, and nobody "
    "is ticked; nothing is written before you save."
)
_LOOK = (KeyHint("enter", "look", "go_on"), KeyHint("esc", "close", "close"))
_CHOOSE = (
    KeyHint("space", "tick, or change", "tick"),
    KeyHint("M", "all new", "mark_all"),
    KeyHint("ctrl+s", "bring in", "save"),
    KeyHint("esc", "close", "close"),
)


class BringPeopleScreen(BringingScreen[PeopleInHand]):
    """Gives what was saved, or None."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["write_file.tcss", "bring_people.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save", "mark-all"),
        Binding("space", "tick", "Tick", show=False, id="people.tick", tooltip="This one, or not."),
        Binding("escape", "close", "Close", show=False, id="people.close", tooltip="Bring in nobody."),
    ]

    def compose(self) -> ComposeResult:
        """The line, what to know, the columns and the people, the keys."""
        with Vertical(id="people-in", classes="dialog") as box:
            box.border_title = "bring people in"
            yield TypedLine(self.place, id="write-path", compact=True, select_on_focus=False)
            yield Static(Content(_ABOUT), id="write-caution", classes=FOR_ANYONE)
            yield RowList(COLUMNS, id="people-rows")
            yield Static("", id="write-said", markup=False, classes=FOR_ANYONE)
            yield KeyHints(_LOOK, id="write-keys")

    @on(Input.Submitted, "#write-path")
    def action_go_on(self) -> None:
        """Look at the file; once it is seen, go to its people."""
        if self.is_busy:
            return
        if self.found is not None:
            self._rows.focus()
            return
        typed, caseload = self.query_one("#write-path", Input).value, self.mentor.caseload
        self.look(lambda: looked_at(typed_path(typed), caseload))

    @on(RowList.Opened, "#people-rows")
    def action_tick(self) -> None:
        """Turn a person on or off; of a column, ask what it is."""
        table, _, number = (self._rows.highlighted_key or "").partition(":")
        if self.found is None or self.is_busy:
            return
        if table == "person":
            self.show_found(self.found.turned(int(number)))
        elif table == "column":
            self._ask_column(self.found, self.found.file.columns[int(number)].heading)

    def action_mark_all(self) -> None:
        """Tick everyone who is not here yet; nobody, where they all are."""
        if self.found is not None and not self.is_busy:
            self.show_found(self.found.turned_all())

    def action_save(self) -> None:
        """Bring in who is ticked, as one act."""
        if self.found is None or self.is_busy:
            return
        if self.found.plan.changes_nothing:
            self.say("Nobody is ticked: space ticks the one under the cursor, esc leaves.")
            return
        self.bring_in(self.found.again)

    def was_found(self) -> None:
        """Go to the people."""
        self._rows.focus()

    def has_new(self, found: PeopleInHand) -> bool:
        """Whether anybody comes in."""
        return not found.plan.changes_nothing

    def bring(self, found: PeopleInHand) -> Saved:
        """Bring in who is ticked."""
        from mentor_tui.exchange.people_in import import_people

        return import_people(found.plan, self.mentor.caseload)

    def show_found(self, found: PeopleInHand | None) -> None:
        """Show who is in the file; None takes it away."""
        self.found = found
        self._rows.show_items(items(found, self.mentor.clock.now()) if found else [])
        self.query_one("#people-in").set_class(found is not None, "-looked")
        self.say_beneath(summary(found) if found else "")
        self.query_one("#write-keys", KeyHints).hints = _CHOOSE if found else _LOOK

    def _ask_column(self, hand: PeopleInHand, heading: str) -> None:
        def picked(field: str | None) -> None:
            if field:
                self.look(lambda: hand.column(heading, field))

        title = f"“{clean_line(heading)}” is"
        columns = (Column(least=20, most=44), Column())
        self.mentor.push_screen(PickScreen(title, choices(), columns, "this", for_anyone=True), picked)

    @property
    def _rows(self) -> RowList:
        return self.query_one("#people-rows", RowList)
