"""A small form whose words are kept however it is left: they stand in it again when it is opened."""

from __future__ import annotations

from typing import ClassVar, Self
from zlib import crc32

from textual import on

from mentor_tui.keeping import KeptDraft
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.form_dialog import FormDialog
from mentor_tui.screens.words_kept import WordsKept
from mentor_tui.ways_back import with_words
from store.drafts import SMALL, SMALL_OWN, Draft, has_words
from store.saved import Saved
from widgets.fields import Answers
from widgets.form import Form
from widgets.key_hints import KeyHint


class KeptForm(WordsKept, FormDialog):
    """What is typed into it is on the disk at every pause, by whatever way it is closed."""

    KEYS: ClassVar[tuple[KeyHint, ...]] = (*FormDialog.KEYS[:-1], KeyHint("esc", "close, kept", "close"))
    KEPT_AS: ClassVar[str] = ""
    """The kind of the draft, which then waits on Today too; "" for a question of a day or two, whose words
    are only shown by itself."""
    IS_NOTEBOOKS: ClassVar[bool] = False
    """Such words of it are the notebook's, and sealed with its keys."""
    _kept: KeptDraft
    _aside: Draft | None = None
    """The draft it goes on with."""
    _typed: Answers | None = None
    """What was changed in the form so far; the form itself is gone when its screen closes."""

    def go_on_with(self, draft: Draft) -> Self:
        """Put earlier words back once the form is there."""
        self._aside = draft
        return self

    def line(self) -> tuple[int | None, int]:
        """Whom and what its draft is about: the number of a person, of a record."""
        return None, crc32(self.called().encode())

    def on_mount(self) -> None:
        """Earlier words, if there are any."""
        person, record = self.line()
        small = f"{SMALL_OWN if self.IS_NOTEBOOKS else SMALL}{type(self).__name__}"
        line = Draft(self.KEPT_AS or small, person, {}, record)
        self._kept = KeptDraft(self.mentor, self._aside or line)
        self.put_back(self._kept)

    def way_back(self) -> WayBack | None:
        """With what was typed into it, where it is known what it was opened for."""
        if not self.KEPT_AS:
            return None
        return with_words(self._kept.name, self.KEPT_AS, *self.line(), lambda mentor: None)

    @on(Form.Changed)
    def keep_at_the_next_pause(self, event: Form.Changed) -> None:
        """Keep what was typed."""
        self.typed()
        self._typed = self.form.changed
        self.say("")
        self.keep_soon()

    def keep(self) -> None:
        """What stands here goes to the disk."""
        if self._typed is not None:
            self._kept.keep(self.to_keep(self._typed, self._kept))

    def leave_nobody(self, gone: str) -> None:
        """Where nothing was typed there is nothing to stay for."""
        if has_words(self._typed or {}):
            super().leave_nobody(gone)
        else:
            self.dismiss(None)
            self.mentor.trouble(f"{gone}.")

    def saved(self, saved: Saved) -> None:
        """It is on the disk: no draft is needed any more."""
        self._kept.done()
        super().saved(saved)

    def action_close(self) -> None:
        """Close; what was typed is kept."""
        if self.may_close():
            super().action_close()
