"""Help for one place: what it is for, and every key that works there now."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from mentor_tui.keys import Action, told
from mentor_tui.own_sentences import in_an_emergency
from mentor_tui.palette import actions_here
from mentor_tui.screens.base import FOR_ANYONE, MentorScreen
from mentor_tui.word_hints import not_written
from widgets.row import Column, Gap, Heading, Item, Row
from widgets.row_list import QuietList

NOT_HERE = (
    "Not here, on purpose: attachments (note where the paper is), dates of birth (an age band, and days "
    "that matter), sync (one laptop; a backup moves it), anything that reports to probation."
)

_COLUMNS = (Column(least=6, most=11), Column())


class HelpScreen(MentorScreen, ModalScreen[None]):
    """The help page of the screen that was in front."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,enter,question_mark,f1", "close", "Close", show=False, id="help.close", tooltip="Close."
        )
    ]

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self._purpose = told(str(getattr(about, "HELP", "")))
        self._actions = [action for action, _ in actions_here(about)]
        self._here: Mapping[str, str] = getattr(about, "SAYS", {})

    def compose(self) -> ComposeResult:
        """Purpose, keys of this place, keys that work everywhere, what is left out on purpose."""
        with VerticalScroll(classes="dialog dialog-text") as box:
            box.border_title = "help"
            yield Static(Content(f"{self._purpose}\n"), classes=FOR_ANYONE)
            yield QuietList(_COLUMNS, id="help-keys", classes=FOR_ANYONE)
            emergency = in_an_emergency(self.mentor.settings)
            foot = "\n\n".join((not_written(), NOT_HERE, emergency, "esc closes this page."))
            yield Static(Content.styled(f"\n{foot}", "$muted"), classes=FOR_ANYONE)

    def on_mount(self) -> None:
        """List the keys."""
        here = [self._row(action) for action in self._actions if not action.everywhere]
        anywhere = [self._row(action) for action in self._actions if action.everywhere]
        items: list[Item] = [Heading("HERE"), *here, Gap(), Heading("EVERYWHERE"), *anywhere]
        self.query_one("#help-keys", QuietList).show_items(items)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()

    def _row(self, action: Action) -> Row:
        # What a key does is the same everywhere; what that means in this place, the place knows best.
        sentence = told(self._here.get(action.id, action.sentence))
        return Row(action.id, (((action.all_keys, "accent"),), sentence))
