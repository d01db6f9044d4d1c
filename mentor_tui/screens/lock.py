"""The lock: the passphrase opens, and nothing about anybody stands here."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from mentor_tui.keys import bindings
from mentor_tui.screens.door import DoorScreen, words
from widgets.key_hints import KeyHint
from widgets.secret_field import SecretField

OPENING = "Opening: a few seconds ..."
_LOOK_SECONDS = 1.0


class LockScreen(DoorScreen):
    """The first page of an encrypted data folder, and the page after ctrl+l."""

    HEADING = ("mentor", "locked")
    KEYS = (
        KeyHint("enter", "open", "open"),
        KeyHint("f4", "forgot? recovery key", "recovery_key"),
        KeyHint("f5", "show", "show_typed"),
        KeyHint("esc", "close mentor", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("recovery-key", "show-typed")
    AUTO_FOCUS = "#passphrase"

    def compose_page(self) -> ComposeResult:
        """One line, and how many letters wait."""
        yield words("Your notes are locked", "title")
        yield words("passphrase", "quiet")
        yield SecretField(id="passphrase")
        yield Static(id="door-said", classes="for-anyone", markup=False)
        yield Static(id="letters", classes="for-anyone door-quiet", markup=False)

    def on_mount(self) -> None:
        """Count the letters once this page is on the screen, and again as more are posted."""
        self.call_after_refresh(self._look)
        self.set_interval(_LOOK_SECONDS, self._look)

    @property
    def line(self) -> SecretField:
        """The line."""
        return self.query_one("#passphrase", SecretField)

    @on(Input.Changed)
    def typed(self) -> None:
        """The sentence has been seen."""
        self.say("")

    @on(Input.Submitted)
    def action_open(self) -> None:
        """Try what was typed."""
        if self.line.secret and not self._is_busy:
            self.run_worker(self._try(self.line.secret), exit_on_error=False)

    def action_recovery_key(self) -> None:
        """The passphrase is forgotten: the recovery key opens too."""
        if not self._is_busy:
            from mentor_tui.screens.forgotten import ForgottenScreen

            self.mentor.push_screen(ForgottenScreen())

    def action_close(self) -> None:
        """Out of the program."""
        self.mentor.leave("esc")

    async def _try(self, passphrase: str) -> None:
        from store.vault import unlock

        path = self.mentor.folder_door.path
        keys = await self.while_it_works(OPENING, lambda: unlock(path, passphrase))
        self.line.forget()
        if keys is not None:
            self.mentor.unlocked(keys)
        else:
            self.line.focus()

    def _look(self) -> None:
        letters = self.mentor.folder_door.letters()
        said = f"{letters} line{'s' * (letters != 1)} wait{'s' * (letters == 1)} in the inbox."
        parts = [said] if letters else []
        if held := self.mentor.left_to_say():
            parts.append(held)
        self.query_one("#letters", Static).update(Content("\n".join(parts)))
