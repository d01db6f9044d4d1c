"""Jump: a letter on each part of the page, then on each row of it. The letter pressed is where one goes."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from mentor_tui.screens.base import FOR_ANYONE, MentorScreen, PlaceScreen

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

LETTERS = "asdfghjklqwertyuiopzxcvbnm" + string.digits[1:] + "0" + string.ascii_uppercase
"""In the order in which they are given out: the ones under the fingers first."""


@runtime_checkable
class HasSpots(Protocol):
    """A part of a page with rows in it, or with days."""

    def spots(self) -> Sequence[tuple[str, int]] | Sequence[tuple[str, int, int]]:
        """What is in sight: a key, the line in its own window, and the column if it is not the first."""

    def highlight(self, key: str) -> None:
        """Put the cursor there."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a letter stands, and where it leads."""

    x: int
    y: int
    part: Widget
    key: str = ""
    """The row; "" for the part itself."""


def begin_to_jump(mentor: MentorApp) -> None:
    """Put letters on the page in front; where there is nowhere to go, say so."""
    page = mentor.screen
    if not isinstance(page, PlaceScreen):
        return
    parts = _parts(page)
    spots = [Spot(part.region.x, part.region.y, part) for part in parts]
    if len(parts) == 1:
        spots = _rows(parts[0]) or spots
    if spots:
        mentor.push_screen(JumpScreen(spots))
    else:
        mentor.trouble("There is nothing here to jump to.")


class JumpScreen(MentorScreen, ModalScreen[None]):
    """The letters, over the page as it stands."""

    CSS_PATH = "jump.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, spots: Sequence[Spot]) -> None:
        super().__init__()
        self._spots = dict(zip(LETTERS, spots, strict=False))

    def compose(self) -> ComposeResult:
        """A letter at each spot, and what to do at the foot."""
        for letter, spot in self._spots.items():
            sign = Static(Content(letter), classes=f"jump-letter {FOR_ANYONE}")
            sign.styles.offset = (spot.x, spot.y)
            yield sign
        yield Static("press a letter · esc stays", id="jump-foot", classes=FOR_ANYONE)

    def on_key(self, event: events.Key) -> None:
        """Go there; any other key stays where one was."""
        event.stop()
        event.prevent_default()
        spot = self._spots.get(event.character or "")
        if spot is not None:
            self._go(spot)
        else:
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """The mouse has its own way."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """The letters would stand elsewhere."""
        if event.size != self.app.size:
            self.dismiss(None)

    def _go(self, spot: Spot) -> None:
        rows = _rows(spot.part) if not spot.key else []
        self.dismiss(None)
        self.app.call_later(_arrive, self.mentor, spot, rows)


def _arrive(mentor: MentorApp, spot: Spot, rows: Sequence[Spot]) -> None:
    """Take the cursor there; into a part with several rows, with a letter on each."""
    if not spot.part.is_attached or mentor.screen is not spot.part.screen:
        return
    spot.part.focus()
    if spot.key and isinstance(spot.part, HasSpots):
        spot.part.highlight(spot.key)
    elif len(rows) > 1:
        mentor.push_screen(JumpScreen(rows))


def _parts(page: Screen[Any]) -> list[Widget]:
    """The parts of a page that take the cursor and are in sight, as they are read."""
    seen = [part for part in page.focus_chain if part.region and page.region.overlaps(part.region)]
    return sorted(seen, key=lambda part: (part.region.y, part.region.x))


def _rows(part: Widget) -> list[Spot]:
    if not isinstance(part, HasSpots):
        return []
    window = part.content_region
    return [
        Spot(max(window.x + (where[2] if len(where) > 2 else 0), 0), window.y + where[1], part, where[0])
        for where in part.spots()
    ]
