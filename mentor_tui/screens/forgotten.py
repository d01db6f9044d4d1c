"""The passphrase is forgotten: the recovery key opens, and a new passphrase takes the old one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from mentor_tui.keys import bindings
from mentor_tui.recovery_groups import whole
from mentor_tui.screens.door import STAYS_LOCKED, DoorScreen, words
from mentor_tui.screens.new_passphrase import NewPassphraseScreen
from widgets.key_hints import KeyHint
from widgets.secret_field import SecretField

if TYPE_CHECKING:
    from store.keys import Keys

_CHANGED = "The passphrase is changed."
_CHANGING = "Changing the lock: a few seconds ..."


class ForgottenScreen(DoorScreen):
    """The recovery key from her paper."""

    HEADING = ("mentor", "locked")
    KEYS = (
        KeyHint("enter", "open", "open"),
        KeyHint("f8", "both are lost", "both_lost"),
        KeyHint("esc", "back to the passphrase", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("both-lost")
    AUTO_FOCUS = "#recovery"

    def compose_page(self) -> ComposeResult:
        """One line for the key."""
        yield words("Forgot the passphrase?", "title")
        yield words(
            "The recovery key opens your notes too. Type it from your paper: the groups one after another. "
            "Blanks and small letters do not matter. After it you choose a new passphrase."
        )
        yield words("recovery key", "quiet")
        yield SecretField(is_shown=True, id="recovery")
        yield Static(id="door-said", classes="for-anyone", markup=False)

    @on(Input.Changed)
    def typed(self) -> None:
        """The sentence has been seen."""
        self.say("")

    @on(Input.Submitted)
    def action_open(self) -> None:
        """Try what was typed."""
        typed = self.query_one("#recovery", SecretField).secret
        if typed.strip():
            self.run_worker(self._try(typed), exit_on_error=False)

    def action_both_lost(self) -> None:
        """Neither is left."""
        from mentor_tui.screens.both_lost import BothLostScreen

        self.mentor.push_screen(BothLostScreen())

    async def _try(self, recovery_key: str) -> None:
        from store.vault import unlock_with_recovery

        path = self.mentor.folder_door.path
        keys = await self.while_it_works(
            "Opening ...", lambda: unlock_with_recovery(path, whole(recovery_key))
        )
        if keys is None:
            self.query_one("#recovery").focus()
            return
        self.query_one("#recovery", SecretField).forget()
        await self.mentor.push_screen(NewPassphraseForOld(keys))


class NewPassphraseForOld(NewPassphraseScreen):
    """A new passphrase in the place of a forgotten one; then the notes open."""

    HEADING = ("mentor", "locked")
    TITLE_WORDS = "A new passphrase"
    EXPLAINS = (
        "It takes the place of the forgotten one. The recovery key stays as it is, on your paper; keep it. "
        "If both are ever lost, nobody can open the notes again: not you, and not the makers of mentor."
    )

    def __init__(self, keys: Keys) -> None:
        """With the keys that the recovery key gave."""
        super().__init__()
        self._keys: Keys | None = keys

    async def accepted(self, passphrase: str) -> None:
        """Change the lock, then open."""
        from store.vault import change_passphrase

        keys, path = self._keys, self.mentor.folder_door.path
        if keys is None:
            return
        changed: list[bool] = []

        def change() -> bool:
            change_passphrase(path, keys, passphrase)
            changed.append(True)
            return True

        if await self.while_it_works(_CHANGING, change):
            self._keys = None
            self.mentor.passphrase_is_new()
            self.mentor.unlocked(keys)
        elif self._is_dropped:
            self._keys = None
            self.mentor.action_lock()
            self.mentor.say_at_the_door(f"{_CHANGED} {STAYS_LOCKED}" if changed else STAYS_LOCKED)

    def action_close(self) -> None:
        """Back; the old passphrase holds on."""
        self._keys = None
        super().action_close()
