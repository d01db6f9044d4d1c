"""What the program says at the foot of the screen: when things were saved, or what went wrong."""

from datetime import datetime
from typing import TYPE_CHECKING

from mentor_tui.keys import action
from store.clock import Clock

if TYPE_CHECKING:
    from store.folder import DataFolder


class Voice:
    """One line, the same on every screen."""

    def __init__(self, clock: Clock) -> None:
        self.words = ""
        """"Saved 14:02 · u undoes", or "saved 14:02" for what an earlier session saved."""
        self.sentence = ""
        """A whole sentence in place of the hints, until the next key; mostly what went wrong."""
        self._clock = clock

    def opened(self, folder: "DataFolder") -> None:
        """The folder is open: say when it was last saved, and what it has to say once."""
        self.sentence = " ".join(folder.notices)
        if folder.read_only_reason:
            self.words = "read only"
        elif past := folder.next_undo():
            self.words = f"saved {self._when(past.at)}"

    def saved(self, at: datetime) -> None:
        """Something is on the disk."""
        self.words = f"Saved {self._when(at)} · {action('undo').shown_key} undoes"
        self.sentence = ""

    def undone(self, label: str) -> None:
        """Something was taken back."""
        self.words = f"Undone: {label} · {action('redo').shown_key} redoes"
        self.sentence = ""

    def redone(self, label: str) -> None:
        """Something that was taken back is there again."""
        self.words = f"Redone: {label} · {action('undo').shown_key} undoes"
        self.sentence = ""

    def trouble(self, sentence: str) -> None:
        """Something went wrong; the sentence has the way out."""
        self.sentence = sentence

    def hush(self) -> bool:
        """Another key was pressed: the sentence has been seen. True if there was one."""
        had = bool(self.sentence)
        self.sentence = ""
        return had

    def _when(self, at: datetime) -> str:
        now = self._clock.now()
        local = at.astimezone(now.tz)
        return f"{local:%H:%M}" if local.date() == now.day else f"{local.day} {local:%b}"
