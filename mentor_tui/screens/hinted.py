"""A dialog that says its keys in its last line."""

from typing import TYPE_CHECKING, cast

from mentor_tui.screens.base import MentorScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from widgets.key_hints import KeyHints


class HintedDialog(MentorScreen):
    """For a dialog with `KeyHints`: a click on a key does what the key does."""

    async def on_key_hints_chosen(self, event: "KeyHints.Chosen") -> None:
        """Do it."""
        await cast("Screen[object]", self).run_action(event.action)
