"""The first start: a passphrase for a data folder that is not there yet, or "not now"."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from mentor_tui.keys import bindings
from mentor_tui.screens.new_passphrase import NewPassphraseScreen
from mentor_tui.screens.recovery_key import RecoveryKeyScreen
from widgets.key_hints import KeyHint

_REALLY = "f7 again begins without encryption; esc goes back."
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

    def __init__(self) -> None:
        super().__init__()
        self._is_asking = False
        """Whether she was asked if she means "not now"."""

    @on(Input.Changed)
    def goes_on_typing(self) -> None:
        """Then she did not mean it."""
        self._is_asking = False

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
        """Begin without encryption, once that is asked; it is said on every page from then on."""
        if self._is_busy:
            return
        if self._is_asking:
            self.mentor.begin(None)
        else:
            self._is_asking = True
            self.say(_REALLY, quietly=True)
            self.query_one("#door-said").scroll_visible(animate=False)

    def action_close(self) -> None:
        """Out of the program, or back to the lock that this page was opened from; nothing is made."""
        if self._is_asking:
            self._is_asking = False
            self.say("")
            return
        self.mentor.leave_door()
