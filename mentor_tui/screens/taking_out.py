"""Taking something out of the mentor's own ledger: asked once, and undo brings it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.keys import action
from mentor_tui.screens.dialog import PickScreen
from store.saved import Saved
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def offer_to_remove(app: "MentorApp", called: str, remove: Callable[[], Saved]) -> None:
    """Offer to take it out.

    Args:
        called: what it is, in a word: "page".
        remove: takes it out, as one act.
    """
    rows = [Row("remove", (f"remove this {called}, {action('undo').shown_key} brings it back",))]

    def picked(key: str | None) -> None:
        if key == "remove":
            app.attempt(remove)

    app.push_screen(PickScreen(f"more, {called}", rows, (Column(),), "choose", for_anyone=True), picked)
