"""The recovery key, and two of its groups asked back."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mentor_tui.keys import bindings
from mentor_tui.recovery_groups import asked_back, is_group, lines, parts
from mentor_tui.screens.door import DoorScreen, words
from widgets.key_hints import KeyHint, KeyHints
from widgets.secret_field import SecretField

_SHOWING = (KeyHint("enter", "it is on paper", "open"), KeyHint("esc", "back", "close"))
_ASKING = (KeyHint("enter", "go on", "open"), KeyHint("esc", "show the key again", "close"))
_WHAT_IT_IS = (
    "It opens your notes if the passphrase is ever forgotten. Write it on paper and keep that away from this "
    "machine. mentor does not keep it: once you go on from the next page, nobody can show it again."
)
_LETTERS = "No letter O, I or B is in it: 0 and 8 are figures. Small letters do."
_STYLES = ("$muted", "bold")


class RecoveryKeyScreen(DoorScreen):
    """Gives True once she has shown that it is on paper, None if she went back."""

    HEADING = ("Welcome", "")
    CALLED: ClassVar[str] = "Your recovery key"
    WHAT_IT_IS: ClassVar[str] = _WHAT_IT_IS
    LETTERS: ClassVar[str] = _LETTERS
    KEYS = _SHOWING
    BINDINGS: ClassVar[list[BindingType]] = bindings("open")
    AUTO_FOCUS = ""

    def __init__(self, recovery_key: str) -> None:
        """The page of a key that was just made, as age writes it."""
        super().__init__()
        self._begins, self._groups = parts(recovery_key)
        self._asked = asked_back(self._groups)

    def compose_page(self) -> ComposeResult:
        """The key; in its place, later, two groups of it to type."""
        with Vertical(id="key-shown", classes="door-part"):
            yield words(self.CALLED, "title")
            yield words(self.WHAT_IT_IS)
            yield Static(self._begins, classes="for-anyone door-quiet", markup=False)
            yield Static(id="key-groups", classes="for-anyone door-key", markup=False)
            yield words(self.LETTERS, "quiet")
        with Vertical(id="key-asked", classes="door-part"):
            yield words("Is it on paper?", "title")
            yield words(f"To be sure, type groups {self._asked[0]} and {self._asked[1]} from your paper.")
            for number in self._asked:
                yield words(f"group {number}", "quiet")
                yield SecretField(is_shown=True, id=f"group-{number}")
        yield Static(id="door-said", classes="for-anyone", markup=False)

    def on_mount(self) -> None:
        """First the key."""
        self._ask(False)

    def on_resize(self, event: events.Resize) -> None:
        """As many groups on a line as fit."""
        room = min(event.size.width - 4, 72)
        rows = [
            Content.assemble(
                *((part, style) for cell in row for part, style in zip(cell, _STYLES, strict=True))
            )
            for row in lines(self._groups, room)
        ]
        self.query_one("#key-groups", Static).update(Content("\n").join(rows))

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Enter in the first line leads to the second, there to the end."""
        first, second = self.secrets
        if event.input is first and not second.secret:
            second.focus()
        else:
            self.action_open()

    def action_open(self) -> None:
        """On to the question, or its answer."""
        if not self._is_asking:
            self._ask(True)
            return
        for number, field in zip(self._asked, self.secrets, strict=True):
            if not is_group(field.secret, self._groups[number - 1]):
                field.focus()
                self.say(f"Group {number} is another one. Look at your paper; esc shows the key again.")
                return
        self.dismiss(True)

    def action_close(self) -> None:
        """From the question back to the key; from there back to the passphrase."""
        if self._is_asking:
            self._ask(False)
        else:
            self.dismiss(None)

    @property
    def _is_asking(self) -> bool:
        return bool(self.query_one("#key-asked").display)

    def _ask(self, is_asking: bool) -> None:
        """Never both at once, so that what is typed comes from the paper."""
        self.query_one("#key-asked").display = is_asking
        self.query_one("#key-shown").display = not is_asking
        self.query_one("#door-keys", KeyHints).hints = _ASKING if is_asking else _SHOWING
        self.say("")
        for field in self.secrets:
            field.forget()
        if is_asking:
            self.call_after_refresh(self.secrets[0].focus)
        else:
            self.set_focus(None)
