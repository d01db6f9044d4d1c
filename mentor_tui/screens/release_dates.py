"""Dates that could follow from a release: nothing is ticked at first, and what is ticked is one act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui import offered_rows
from mentor_tui.keys import bindings
from mentor_tui.note_chips import trouble
from mentor_tui.screens.base import FOR_ANYONE, WayBack
from mentor_tui.screens.hinted import HintedDialog
from mentor_tui.ways_back import made
from store.errors import MentorError
from store.records import Client
from store.release_dates import OfferedDate, offered_dates
from store.saved import Saved
from store.text import clean_line
from widgets.chips import Chips
from widgets.key_hints import KeyHint, KeyHints
from widgets.row_list import RowList

_SAID = "Nothing is planned but what you tick."


class ReleaseDatesScreen(HintedDialog, ModalScreen[Saved | None]):
    """A list to tick in; ctrl+s plans what is ticked."""

    CSS_PATH = "release_dates.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save"),
        Binding("space", "tick", "Tick", show=False, id="dates.tick", tooltip="This one, or not."),
        Binding("escape,q", "close", "Close", show=False, id="dates.close", tooltip="Plan none of them."),
    ]

    def __init__(self, client_id: int, was: date | None = None, ticked: Sequence[int] = ()) -> None:
        """What could follow for this person.

        Args:
            was: the day their release had until just now.
            ticked: which of them are ticked already, by their places.
        """
        super().__init__()
        self._client_id = client_id
        self._was = was
        self._at_first = ticked
        self._ticked: frozenset[str] = frozenset()
        self._keys: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The dates, what it is, the keys."""
        with Vertical(id="dates", classes="dialog") as frame:
            frame.border_title = Content(f"dates after the release, {clean_line(self._client.name)}")
            yield RowList(offered_rows.COLUMNS, id="dates-list")
            yield Static(_SAID, id="dates-said", classes=FOR_ANYONE, markup=False)
            yield Chips(id="dates-refused")
            keys = (
                KeyHint("space", "tick", "tick"),
                KeyHint("ctrl+s", "plan them", "save"),
                KeyHint("esc", "not now", "close"),
            )
            yield KeyHints(keys, id="dates-keys")

    def on_mount(self) -> None:
        """Show them."""
        self.about(self._client)
        self._keys = tuple(self._offered)
        self._ticked = frozenset(self._keys[place] for place in self._at_first if place < len(self._keys))
        self._show()
        self._list.focus()

    def way_back(self) -> WayBack:
        """The same list, with the same ticks."""
        ticked = [place for place, key in enumerate(self._keys) if key in self._ticked]
        return made("release-dates", self._client_id, self._was, ticked)

    @on(RowList.Opened)
    def action_tick(self) -> None:
        """Tick the one under the cursor, or take the tick away."""
        if key := self._list.highlighted_key:
            self._ticked ^= {key}
            self._show()

    def action_save(self) -> None:
        """Plan what is ticked, in one act."""
        chosen = [one for key, one in self._offered.items() if key in self._ticked]
        if not chosen:
            self.say("None is ticked: space ticks the one under the cursor, esc leaves.")
            return
        try:
            self.dismiss(self.mentor.caseload.plan_dates(self._client, chosen))
        except MentorError as error:
            self.mentor.says(error)

    def action_close(self) -> None:
        """Plan none."""
        self.dismiss(None)

    def say(self, sentence: str) -> None:
        """Say it under the list."""
        self.query_one("#dates-refused", Chips).rows = trouble(sentence)

    def _show(self) -> None:
        self.say("")
        self._list.show_items(offered_rows.items(self._offered, self._ticked, self.mentor.caseload))

    @property
    def _offered(self) -> dict[str, OfferedDate]:
        plans = self.mentor.caseload.appointments_of(self._client_id)
        found = offered_dates(self._client, plans, self.mentor.clock.now(), self._was)
        return {f"{one.plan.kind} {one.plan.on}": one for one in found}

    @property
    def _client(self) -> Client:
        return self.mentor.caseload.get(Client, self._client_id)

    @property
    def _list(self) -> RowList:
        return self.query_one("#dates-list", RowList)
