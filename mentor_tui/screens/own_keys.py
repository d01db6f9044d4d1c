"""Settings, keys: every action with its key; enter takes another, x brings back the one it came with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui import keymap
from mentor_tui.keys import ACTIONS, Action, action, bindings, came_as, hints
from mentor_tui.screens.base import FOR_ANYONE, MentorScreen, PlaceScreen
from widgets.row import Column, Gap, Heading, Item, Row
from widgets.row_list import RowList
from widgets.status_bar import StatusBar

_COLUMNS = (Column(least=8, most=14), Column())
_ALL = "all"
_HINTS = (("enter", "another key", "open"), ("x", "as it came", "more"), *hints(("back", "help")))


class OwnKeysScreen(PlaceScreen):
    """The keys, in the order of the help."""

    CSS_PATH = "own_keys.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Enter on a line, then the key that you would rather press. {more} brings back the key it came with. "
        "What moves and closes is the same for everyone and stands below."
    )
    SAYS = {"more": "Bring back the key that this came with.", "open": "Choose another key for this."}
    HINTS = ("open", "more", "back", "help")
    BINDINGS = bindings("open", "more")
    AUTO_FOCUS = "#keys"

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(_COLUMNS, id="keys", classes=FOR_ANYONE)

    def read(self) -> None:
        """Look at the settings again."""
        own, refused = keymap.sound(self.mentor.settings.keys)
        self.query_one("#status", StatusBar).show_hints(_HINTS)
        self.say_heading("Keys", facts=f"{len(own)} of your own" if own else "as they come")
        self.query_one("#keys", RowList).show_items(_items(own, refused))

    def action_open(self) -> None:
        """Enter, or a click on its hint."""
        self.query_one("#keys", RowList).action_open()

    @on(RowList.Opened, "#keys")
    def open_row(self, event: RowList.Opened) -> None:
        """Ask for another key."""
        if event.key == _ALL:
            self._use({})
        elif keymap.can_change(action(event.key)):
            asking = PressKeyScreen(action(event.key), self.mentor.settings.keys)
            self.mentor.push_screen(asking, self._pressed)
        else:
            self.mentor.trouble("This key is the same for everyone.")

    def action_more(self) -> None:
        """Bring back the key that the action under the cursor came with."""
        id = self.query_one("#keys", RowList).highlighted_key
        if id in self.mentor.settings.keys:
            self._use({name: key for name, key in self.mentor.settings.keys.items() if name != id})
        else:
            self.mentor.trouble("This one is as it came.")

    def _pressed(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            id, key = chosen
            others = {name: had for name, had in self.mentor.settings.keys.items() if name != id}
            is_as_it_came = key == action(id).key.split(",")[0]
            self._use(others if is_as_it_came else {**others, id: key})

    def _use(self, own: Mapping[str, str]) -> None:
        self.mentor.use_keys(own)
        self.mentor.keep(replace(self.mentor.settings, keys=dict(own)))
        self.read_again()


class PressKeyScreen(MentorScreen, ModalScreen["tuple[str, str] | None"]):
    """Waits for one key; one that is taken is refused, and the next is waited for."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, one: Action, own: Mapping[str, str]) -> None:
        """A question for a key.

        Args:
            own: the keys she has chosen so far.
        """
        super().__init__()
        self._one = one
        self._own = own

    def compose(self) -> ComposeResult:
        """What is asked, and what stands in the way."""
        with Vertical(classes="dialog", id="ask"):
            words = f"{self._one.title}: press its new key. Now it is {self._one.shown_key}."
            yield Static(Content(words), id="ask-words", classes=FOR_ANYONE)
            yield Static("", id="press-said", markup=False, classes=FOR_ANYONE)
            hint = Content.styled("esc leaves it as it is", "$muted")
            yield Static(hint, id="press-keys", classes=FOR_ANYONE)

    def on_key(self, event: events.Key) -> None:
        """Take it, or say why not."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif why := keymap.why_not(self._one.id, event.key, self._own):
            self.query_one("#press-said", Static).update(Content.styled(f"{why}\n", "$trouble"))
        else:
            self.dismiss((self._one.id, event.key))


def _items(own: Mapping[str, str], refused: tuple[str, ...]) -> list[Item]:
    rows = [_row(one, own) for one in ACTIONS if keymap.can_change(one)]
    fixed = [_row(one, own) for one in ACTIONS if not keymap.can_change(one)]
    items: list[Item] = []
    if refused:
        items += [Heading("IN THE SETTINGS, BUT NOT USED")]
        items += [Row(f"refused {at}", ("", said)) for at, said in enumerate(refused)]
        items += [Gap()]
    items += [Heading("YOURS TO CHANGE"), *rows]
    if own or refused:
        items += [Gap(), Row(_ALL, ("", "bring back all keys as they came"))]
    return [*items, Gap(), Heading("THE SAME FOR EVERYONE"), *fixed]


def _row(one: Action, own: Mapping[str, str]) -> Row:
    mine = ((f"yours; it came as {came_as(one)}. ", "second"),) if one.id in own else ()
    title = one.title if one.title.endswith("?") else f"{one.title}."
    words = ((f"{title} ", ""), *mine, (one.sentence, "muted"))
    return Row(one.id, (((one.all_keys, "accent"),), words))
