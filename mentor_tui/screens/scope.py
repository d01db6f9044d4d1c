"""How far a change of something that comes back reaches: a letter each, no two of them neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from store.series_acts import ALL, FROM, ONLY
from store.text import clean_line
from store.waiting import what_it_is
from store.when import short
from widgets.key_hints import KeyHint, KeyHints
from widgets.row import Column, Row
from widgets.row_list import RowList

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.records import Appointment

_WORDS = {
    ONLY: ("o", "only this one"),
    FROM: ("h", "from here on"),
    ALL: ("a", "all of them, from the next one on"),
}


def ask_scope(app: MentorApp, plan: Appointment, doing: str, then: Callable[[str], None]) -> None:
    """Ask how far it reaches, if the plan comes back; then do it.

    Args:
        doing: what is about to be done, in a word or two: "move".
    """
    if not app.caseload.comes_back(plan):
        then("")
        return
    choices = (ONLY, ALL) if plan.repeats else (ONLY, FROM, ALL)
    _ask(app, plan, doing, choices, then)


def ask_from_where(app: MentorApp, plan: Appointment, doing: str, then: Callable[[str], None]) -> None:
    """The same for what cannot be done to one day alone; nothing is asked where only all are left."""
    if plan.repeats or not app.caseload.comes_back(plan):
        then(ALL)
    else:
        _ask(app, plan, doing, (FROM, ALL), then)


def _ask(
    app: MentorApp, plan: Appointment, doing: str, choices: Sequence[str], then: Callable[[str], None]
) -> None:
    day = short(plan.on, app.clock.now())
    title = f"{doing} “{what_it_is(plan, app.caseload)}”, {day}: which of them"
    app.push_screen(ScopeScreen(title, choices), lambda scope: then(scope) if scope else None)


class ScopeScreen(HintedDialog, ModalScreen[str]):
    """Gives one of `SCOPES`, or "" for none."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False, id="scope.leave", tooltip="Change nothing.")
    ]

    def __init__(self, title: str, choices: Sequence[str]) -> None:
        """A choice of these.

        Args:
            title: the program's own words; a person's own stand in it between “ and ”.
        """
        super().__init__()
        self._title = title
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """A row for each, with its letter."""
        with Vertical(classes="dialog", id="pick-box") as box:
            box.border_title = Content(clean_line(self._title))
            yield RowList((Column(width=1), Column()), id="pick", classes=FOR_ANYONE)
            yield KeyHints(
                (KeyHint("enter", "this", "take"), KeyHint("esc", "change nothing", "leave")), id="ask-keys"
            )

    def on_mount(self) -> None:
        """Show them."""
        letters = {choice: _WORDS[choice] for choice in self._choices}
        rows = [Row(choice, (((key, "accent"),), words)) for choice, (key, words) in letters.items()]
        self.query_one("#pick", RowList).show_items(rows)

    def on_key(self, event: events.Key) -> None:
        """A letter is its choice."""
        chosen = next((choice for choice in self._choices if _WORDS[choice][0] == event.key), "")
        if chosen:
            event.stop()
            self.dismiss(chosen)

    @on(RowList.Opened)
    def picked(self, event: RowList.Opened) -> None:
        """Enter takes the row."""
        self.dismiss(event.key)

    def action_take(self) -> None:
        """A click on the hint takes the row."""
        self.dismiss(self.query_one("#pick", RowList).highlighted_key)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss("")
