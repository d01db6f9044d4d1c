"""A line for something secret: dots in place of what is typed, until she asks to see it."""

from textual import events
from textual.widgets import Input


class SecretField(Input):
    """A line of dots over a rule. Nothing goes from it to a clipboard, or from the program's own into it."""

    DEFAULT_CSS = """
    SecretField, SecretField:focus {
        border: none;
        border-bottom: solid $rule;
        padding: 0;
        height: 2;
        background: transparent;
        background-tint: transparent;
    }
    SecretField:focus { border-bottom: solid $accent; }
    """
    for_anyone = True
    """Dots tell nobody anything; the privacy lens leaves them."""

    def __init__(self, *, is_shown: bool = False, id: str | None = None) -> None:
        """An empty line.

        Args:
            is_shown: what is typed is shown from the start.
        """
        super().__init__(password=not is_shown, id=id, select_on_focus=False)

    @property
    def secret(self) -> str:
        """What was typed, every blank of it."""
        return self.value

    def show(self, is_shown: bool) -> None:
        """Show what is typed, or dots again."""
        self.password = not is_shown

    def forget(self) -> None:
        """Empty the line, without taking that for typing."""
        with self.prevent(Input.Changed):
            self.value = ""

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes in without its line ends and what a terminal would obey."""
        event.prevent_default()
        event.stop()
        text = "".join(mark if mark.isprintable() else " " for mark in event.text.strip())
        self.replace(text, *self.selection)

    def action_copy(self) -> None:
        """Nothing: a clipboard is no place for it."""

    def action_cut(self) -> None:
        """Nothing: a clipboard is no place for it."""

    def action_paste(self) -> None:
        """Nothing: what the program's own clipboard holds may be somebody's words."""
