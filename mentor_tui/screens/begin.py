"""The first start: a passphrase for a data folder that is not there yet, or "not now"."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from mentor_tui.keys import bindings
from mentor_tui.screens.new_passphrase import NewPassphraseScreen
from mentor_tui.screens.recovery_key import RecoveryKeyScreen
from widgets.key_hints import KeyHint

MAKING = "Making the lock: a few seconds, so that guessing is slow ..."


class BeginScreen(NewPassphraseScreen):
    """Nothing is made before the recovery key is on paper, or "not now" is said."""

    HEADING = ("Welcome", "")
    KEYS = (
        KeyHint("enter", "go on", "go_on"),
        KeyHint("f5", "show", "show_typed"),
        KeyHint("f6", "other words", "other_words"),
        KeyHint("f7", "not now", "not_now"),
        KeyHint("esc", "close", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("not-now")
    ALSO = "Not now? f7 begins without encryption, and every page then says so."

    async def accepted(self, passphrase: str) -> None:
        """Make the keys, show the recovery key, and begin once it is on paper."""
        from store.vault import new_lock

        made = await self.while_it_works(MAKING, lambda: new_lock(passphrase))
        if made is None:
            return
        lock, recovery_key = made
        if await self.mentor.push_screen_wait(RecoveryKeyScreen(recovery_key)):
            self.mentor.begin(lock)
        else:
            self.say("Nothing was made. Enter makes another lock, with another recovery key.", quietly=True)
            self.again.focus()

    def action_not_now(self) -> None:
        """Begin without encryption; that is said on every page from then on."""
        if not self._is_busy:
            self.mentor.begin(None)

    def action_close(self) -> None:
        """Out of the program, or back to the lock that this page was opened from; nothing is made."""
        self.mentor.leave_door()
