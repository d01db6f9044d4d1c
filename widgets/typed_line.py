"""A line to type into, which takes in all of a paste."""

from textual import events
from textual.widgets import Input

from widgets.long_text import tidy


class TypedLine(Input):
    """One line; pasted line ends become spaces, so that nothing of it is lost."""

    def on_paste(self, event: events.Paste) -> None:
        """What the terminal pastes."""
        event.prevent_default()
        event.stop()
        self._take(event.text)

    def action_paste(self) -> None:
        """What was copied in the program."""
        self._take(self.app.clipboard)

    def _take(self, text: str) -> None:
        """Put it where the cursor is, or in the place of what is selected."""
        self.replace(" ".join(filter(str.strip, tidy(text).splitlines())), *self.selection)
