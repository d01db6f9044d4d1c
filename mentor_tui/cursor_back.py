"""Where the cursor stood in a dialog, as a number, and how it comes back there after a lock."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.widget import Widget
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

_PATIENCE_SECONDS = 1.0
"""How long a dialog may take until its own first field has the focus."""

Spot = tuple[int, str]
"""Which of the parts that take the focus, from the top, and what kind of part it is."""


def spot_of(screen: Screen[Any]) -> Spot | None:
    """Where the cursor stands; None where it stands nowhere."""
    here = screen.focused
    if here is None:
        return None
    return next(((at, type(part).__name__) for at, part in enumerate(_parts(screen)) if part is here), None)


async def bring_cursor_back(screen: Screen[Any], spot: Spot | None) -> None:
    """Wait until the dialog stands, and put the cursor at the end of the field where it was."""
    stands = asyncio.Event()
    screen.call_after_refresh(
        screen.call_after_refresh, stands.set
    )  # a form goes to its first field by itself
    with suppress(TimeoutError):
        await asyncio.wait_for(stands.wait(), _PATIENCE_SECONDS)
    parts = _parts(screen)
    if spot is None or spot[0] >= len(parts) or type(parts[spot[0]]).__name__ != spot[1]:
        return
    part = parts[spot[0]]
    _unfold(part)
    screen.set_focus(part)
    if isinstance(part, Input):
        part.cursor_position = len(part.value)
    elif isinstance(part, TextArea):
        part.move_cursor(part.document.end)


def _unfold(part: Widget) -> None:
    from widgets.form import SectionView

    for above in part.ancestors:
        if isinstance(above, SectionView):
            above.open()


def _parts(screen: Screen[Any]) -> Sequence[Widget]:
    return [part for part in screen.walk_children(Widget) if part.can_focus]
