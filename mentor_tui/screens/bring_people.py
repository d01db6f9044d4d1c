"""People brought in from a spreadsheet or a phone: where it lies, what the columns are, who comes in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from mentor_tui.bring_rows import COLUMNS, choices, items, summary
from mentor_tui.keys import bindings
from mentor_tui.people_in_hand import PeopleInHand, looked_at
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.hinted import HintedDialog
from mentor_tui.ways_out import typed_path
from store.errors import MentorError
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


class BringPeopleScreen(HintedDialog, ModalScreen[Saved | None]):
    """Gives what was saved, or None."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["write_file.tcss", "bring_people.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save", "mark-all"),
        Binding("space", "tick", "Tick", show=False, id="people.tick", tooltip="This one, or not."),
        Binding("escape", "close", "Close", show=False, id="people.close", tooltip="Bring in nobody."),
    ]

    def __init__(self, place: str = "~/") -> None:
        """A line for a path, with a place in it."""
        super().__init__()
        self._place = place
        self._hand: PeopleInHand | None = None
        """Who is in the file that stands in the line; None before it was looked at."""
        self._is_bringing = False
        self._is_busy = False

    def compose(self) -> ComposeResult:
        """The line, what to know, the columns and the people, the keys."""
        with Vertical(id="people-in", classes="dialog") as box:
            box.border_title = "bring people in"
            yield TypedLine(self._place, id="write-path", compact=True, select_on_focus=False)
            yield Static(Content(_ABOUT), id="write-caution", classes=FOR_ANYONE)
            yield RowList(COLUMNS, id="people-rows")
            yield Static("", id="write-said", markup=False, classes=FOR_ANYONE)
            yield KeyHints(_LOOK, id="write-keys")

    @on(Input.Submitted, "#write-path")
    def action_go_on(self) -> None:
        """Look at the file; once it is seen, go to its people."""
        if self._is_busy:
            return
        if self._hand is not None:
            self._rows.focus()
            return
        typed, caseload = self.query_one("#write-path", Input).value, self.mentor.caseload
        self._begin("looking ...", lambda: looked_at(typed_path(typed), caseload))

    @on(Input.Changed, "#write-path")
    def path_changed(self) -> None:
        """Another place has to be looked at first."""
        if self._hand is not None and not self._is_busy:
            self.show_hand(None)
            self._say("")

    @on(RowList.Opened, "#people-rows")
    def action_tick(self) -> None:
        """Turn a person on or off; of a column, ask what it is."""
        table, _, number = (self._rows.highlighted_key or "").partition(":")
        if self._hand is None or self._is_busy:
            return
        if table == "person":
            self.show_hand(self._hand.turned(int(number)))
        elif table == "column":
            self._ask_column(self._hand, self._hand.file.columns[int(number)].heading)

    def action_mark_all(self) -> None:
        """Tick everyone who is not here yet; nobody, where they all are."""
        if self._hand is not None and not self._is_busy:
            self.show_hand(self._hand.turned_all())

    def action_save(self) -> None:
        """Bring in who is ticked, as one act."""
        if self._hand is None or self._is_busy:
            return
        if self._hand.plan.changes_nothing:
            self.say("Nobody is ticked: space ticks the one under the cursor, esc leaves.")
            return
        self._is_bringing = True
        self._begin("bringing in ...", self._backed_up)

    def action_close(self) -> None:
        """Bring in nobody; what is under way is waited for."""
        if not self._is_busy:
            self.dismiss(None)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Looked at, or not and why."""
        if event.state is WorkerState.SUCCESS:
            self._is_busy = False
            if self._is_bringing:
                self._bring(event.worker.result)
            else:
                self.show_hand(event.worker.result)
                self._rows.focus()
        elif event.state is WorkerState.ERROR:
            self._is_busy = self._is_bringing = False
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else ""
            self.say(known or "It could not be read, for a reason unknown here. Nothing was changed.")

    def say(self, sentence: str) -> None:
        """Say what went wrong."""
        self._say(sentence, is_trouble=True)

    def show_hand(self, hand: PeopleInHand | None) -> None:
        """Show who is in the file; None takes it away."""
        self._hand = hand
        self._rows.show_items(items(hand, self.mentor.clock.now()) if hand else [])
        self.query_one("#people-in").set_class(hand is not None, "-looked")
        self._say(summary(hand) if hand else "")
        self.query_one("#write-keys", KeyHints).hints = _CHOOSE if hand else _LOOK

    def _ask_column(self, hand: PeopleInHand, heading: str) -> None:
        def picked(field: str | None) -> None:
            if field:
                self._begin("looking ...", lambda: hand.column(heading, field))

        title = f"“{clean_line(heading)}” is"
        columns = (Column(least=20, most=44), Column())
        self.mentor.push_screen(PickScreen(title, choices(), columns, "this", for_anyone=True), picked)

    def _begin(self, saying: str, doing: Callable[[], PeopleInHand | None]) -> None:
        self._is_busy = True
        self._say(saying)
        self._work(doing)

    # In a thread: a large file takes seconds, a backup too, and the screen must stay alive.
    @work(thread=True, exit_on_error=False)
    def _work(self, doing: Callable[[], PeopleInHand | None]) -> PeopleInHand | None:
        return doing()

    def _backed_up(self) -> PeopleInHand | None:
        from mentor_tui.own_backup import backed_up

        mentor, untold = self.mentor, list[str]()
        backed_up(mentor.caseload.folder, mentor.clock, mentor.settings, "import", untold.append)
        return self._hand.again() if self._hand else None

    def _bring(self, hand: PeopleInHand | None) -> None:
        from mentor_tui.exchange.people_in import import_people

        self._is_bringing = False
        if hand is None or hand.plan.changes_nothing:
            self.show_hand(hand)
            return
        try:
            saved = import_people(hand.plan, self.mentor.caseload)
        except MentorError as error:
            self.say(str(error))
        else:
            self.dismiss(saved)

    def _say(self, sentence: str, *, is_trouble: bool = False) -> None:
        said = self.query_one("#write-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")
        said.set_class(is_trouble, "trouble")

    @property
    def _rows(self) -> RowList:
        return self.query_one("#people-rows", RowList)
