"""A dialog that is typed into: its words are on the disk at every pause, and however it is closed."""

from typing import TYPE_CHECKING, cast

from mentor_tui.keeping import PAUSE_SECONDS
from mentor_tui.screens.hinted import HintedDialog
from mentor_tui.unkept import not_kept

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from mentor_tui.keeping import KeptDraft, KeptItem


class WordsKept(HintedDialog):
    """For a dialog with words: it says how they are kept, and when one of them was typed."""

    _kept: "KeptDraft | KeptItem"

    def __init__(self) -> None:
        super().__init__()
        self._pause: Timer | None = None
        self._is_warned = False
        """She was told that the words are not kept, and has typed nothing since."""

    def keep(self) -> None:
        """Keep what was typed. The parts of the dialog may be gone by then."""
        raise NotImplementedError

    def keep_soon(self) -> None:
        """Keep it at the next pause in typing."""
        self._is_warned = False
        if self._pause is not None:
            self._pause.stop()
        self._pause = cast("Screen[object]", self).set_timer(PAUSE_SECONDS, self.keep)

    def may_close(self) -> bool:
        """Whether nothing is lost by closing; if something would be, that is said, and asked once."""
        self.keep()
        if self._is_warned or not self._kept.refused:
            return True
        self._is_warned = True
        self.say(not_kept(self._kept.refused, "esc"))
        return False

    def keep_words(self) -> None:
        """The program is about to end."""
        self.keep()

    def leave_nobody(self, gone: str) -> None:
        """Stay, so that what is being typed does not become keys of the screen below; the words are kept."""
        self.keep()
        self.say(f"{gone}; your words are kept.")

    def on_unmount(self) -> None:
        """However the dialog is closed, its words are kept."""
        self.keep()
