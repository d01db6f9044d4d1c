"""The tutor at the foot of the demo's pages: it watches the keys, and shows what to try next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from mentor_tui.app_turns import AppTurns
from mentor_tui.keys import told

if TYPE_CHECKING:
    from mentor_tui.tutor import Tutor
    from store.saved import Saved


class AppTutor(AppTurns):
    """An app that can show the tutor. Where nobody began it, nothing is watched."""

    tutor: Tutor | None = None
    """The steps, while they stand at the foot."""
    _tutor_left: Tutor | None = None
    """The steps as they were put away, to go on with."""
    _is_leaving = False
    """She was told how it is put away and brought back, and has pressed nothing since."""

    @property
    def tutor_words(self) -> str:
        """What to try now; "" where there is no tutor."""
        return self.tutor.words if self.tutor is not None else ""

    def begin_tutor(self) -> None:
        """Show the first step, or the one where it was put away."""
        from mentor_tui.tutor import Tutor  # the first frame does not wait for it

        self.tutor, self._tutor_left = self._tutor_left or Tutor(), None
        self._show_tutor()

    def esc_from_tutor(self) -> None:
        """Put it away, if that is what was meant: an esc more than was needed does not end it."""
        if self.tutor is None or self._is_leaving:
            self.leave_tutor()
            return
        self._is_leaving = True
        self.trouble(
            told("esc once more puts the tutor away; “Tutor” under {command-palette} brings it back.")
        )

    def leave_tutor(self) -> None:
        """Put it away, if it is there."""
        if self.tutor is not None:
            self._tutor_left = None if self.tutor.is_over else self.tutor
            self.tutor, self._is_leaving = None, False
            self._show_tutor()

    async def _give(self, event: events.Event) -> None:
        if self.tutor is None or not isinstance(event, events.Key):
            await super()._give(event)
            return
        self._is_leaving = self._is_leaving and event.key == "escape"
        is_typing = self.focused is not None and self.focused.check_consume_key(event.key, event.character)
        await super()._give(event)
        if self.tutor is not None:
            self._go_on(self.tutor.pressed(event.key, is_typing=is_typing))

    def saved(self, saved: Saved | None) -> None:
        """Say that something is on the disk, to the tutor too."""
        super().saved(saved)
        if self.tutor is not None and saved is not None:
            self._go_on(self.tutor.saved())

    def _go_on(self, is_another: bool) -> None:
        if self.tutor is not None and self.tutor.is_over:
            self.leave_tutor()
        elif is_another:
            self._show_tutor()

    def _show_tutor(self) -> None:
        place = self._place_in_sight() if self.is_running else None
        if place is not None and place.is_mounted:
            place.show_status()
