"""A dialog that gives hints about words at a pause in typing, in a line of its own that is always there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mentor_tui.keys import told
from mentor_tui.screens.base import MentorScreen
from mentor_tui.word_hints import LEFT_OUT, PAUSE, hint_row
from widgets.chips import ChipRow, Chips

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from store.wording.watch import Watch

_LOOKED_AT = 4000
"""Letters at the end of what is written: more would be felt at the pause."""
_FRAME = 7
"""Columns of the screen that are not the line."""


class WordsHinted(MentorScreen):
    """For a dialog in which a record is written. It takes no key and moves nothing."""

    _hint_pause: Timer | None = None
    _watch: Watch | None = None
    _is_said = False
    """Whether something stands on the line: a key need not look for it else."""

    def words_looked_at(self) -> str:
        """What the hints are about."""
        raise NotImplementedError

    def hint_line(self) -> Chips:
        """The line for them."""
        return Chips(id="word-hint")

    def hint_soon(self) -> None:
        """Look at the words at the next pause; what was said of the earlier ones goes at once."""
        if not self.mentor.settings.hints:
            return
        if self._hint_pause is not None:
            self._hint_pause.stop()
        if self._is_said:
            self._say(())
        self._hint_pause = cast("Screen[object]", self).set_timer(PAUSE, self.show_hint)

    def show_not_written(self) -> None:
        """Before the very first note, until the first key: what is better left out of it."""
        if self.mentor.settings.hints:
            self._say(((told(LEFT_OUT), "label"),))

    def show_hint(self) -> None:
        """Say the newest hint, or nothing."""
        text = self.words_looked_at()[-_LOOKED_AT:]
        room = cast("Screen[object]", self).size.width - _FRAME
        self._say(hint_row(text, self._looked_through().hints(text), room) if text.strip() else ())

    def _say(self, row: ChipRow) -> None:
        self._is_said = bool(row)
        for line in cast("Screen[object]", self).query("#word-hint").results(Chips):
            line.rows = (row,) if row else ()
            line.set_class(bool(row), "-said")

    def _looked_through(self) -> Watch:
        if self._watch is None:
            from store.wording.watch import Watch

            self._watch = Watch.of(self.mentor.caseload)
        return self._watch
