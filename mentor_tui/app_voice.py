"""The app's two ledgers, and what it says of them: saved, undone, refused."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from textual.css.query import NoMatches

from mentor_tui.app_lens import AppLens
from mentor_tui.screens.base import MentorScreen, PlaceScreen
from mentor_tui.unkept import Unkept
from mentor_tui.voice import Voice
from store.errors import MentorError, NotFound, RequestRefused
from store.text import clean_line

_SHOWN_AFTER = 2.0
"""Seconds after which a question counts as shown; one that was only passed by may come again."""

if TYPE_CHECKING:
    from datetime import date

    from mentor_tui.app import MentorApp
    from mentor_tui.books import Books
    from store.caseload import Caseload
    from store.clock import Clock
    from store.notebook import Notebook
    from store.principles import Offered
    from store.saved import Saved


class AppVoice(AppLens):
    """An app over both ledgers that says at its foot what became of each act."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self.voice = Voice(clock)
        self.unkept = Unkept()
        """Words that the disk refused."""
        self.books: Books | None = None
        """Both ledgers; None until they are open."""

    @property
    def caseload(self) -> Caseload:
        """The door to the record."""
        assert self.books, "a screen reads only once the books are open"
        return self.books.caseload

    @property
    def notebook(self) -> Notebook:
        """The door to the mentor's own ledger."""
        assert self.books, "a screen reads only once the books are open"
        return self.books.notebook

    def day_question(self) -> Offered | None:
        """The question of the day, for whoever asks; None after "not today"."""
        assert self.books, "a screen reads only once the books are open"
        return self._shown(self.books.question.of(self.caseload, self.notebook))

    def question_by_itself(self) -> Offered | None:
        """The same, as often as she wants one offered."""
        assert self.books, "a screen reads only once the books are open"
        how_often = cast("MentorApp", self).settings.questions
        return self._shown(self.books.question.by_itself(self.caseload, self.notebook, how_often))

    def week_question(self, monday: date | None = None) -> Offered | None:
        """The question that looks back on a week; without its Monday on the newest."""
        assert self.books, "a screen reads only once the books are open"
        return self._shown(self.books.question.of_week(self.caseload, self.notebook, monday))

    def _shown(self, offered: Offered | None) -> Offered | None:
        """What stands there for a while has been asked: it does not come again soon."""
        if self.books and self.books.question.is_to_be_kept:
            self.set_timer(_SHOWN_AFTER, self._keep_shown)
        return offered

    def _keep_shown(self) -> None:
        if self.books is not None:
            self.books.question.keep(self.caseload)

    def saved(self, saved: Saved | None) -> None:
        """Say that something is on the disk; a dialog's result may be given as it is (None: nothing was)."""
        if saved is not None:
            self.voice.saved(saved.at)
        self.read_again()
        if saved is not None:
            from mentor_tui.after_saved import follow_up

            follow_up(cast("MentorApp", self), saved)

    def attempt(self, act: Callable[[], Saved]) -> Saved | None:
        """Do one act and say so; a refusal is said in its own sentence and nothing is lost."""
        try:
            saved = act()
        except MentorError as error:
            if isinstance(error, RequestRefused):  # maybe of a line that is another by now
                self.read_beneath()
            self.trouble(_said_of(error))
            return None
        self.saved(saved)
        return saved

    def trouble(self, sentence: str) -> None:
        """Say what went wrong, in place of the hints, until the next key; under a dialog too."""
        self.voice.trouble(sentence)
        place = self._place_in_sight()
        if place is not None:
            with suppress(NoMatches):  # it is not whole yet, or no longer; it says so when it is
                place.show_status()

    def read_beneath(self) -> None:
        """A dialog changed what the page beneath it says: read that again."""
        place = self._place_in_sight()
        if place is not None and place.is_mounted:
            place.read_again()

    def _place_in_sight(self) -> PlaceScreen | None:
        return next((one for one in reversed(self.screen_stack) if isinstance(one, PlaceScreen)), None)

    def says(self, error: Exception) -> bool:
        """A refusal that no screen has thought of is said where she looks, and ends nothing."""
        sentence = _said_of(error)
        front = self.screen if sentence and self.screen_stack else None
        if not isinstance(front, MentorScreen) or not front.is_mounted:
            if sentence:
                self.trouble(sentence)
        elif not (isinstance(error, NotFound) and front.leave_if_gone()):
            front.say(sentence)
        return bool(sentence)

    def leave(self, key: str) -> None:
        """Close the program; of words that the disk still refuses it is said once what becomes of them."""
        for screen in self.screen_stack:
            if isinstance(screen, MentorScreen) and screen.is_mounted:
                screen.keep_words()
        self.unkept.try_again()
        if sentence := self.unkept.say_once(key):
            self.trouble(sentence)
        else:
            self.exit()

    def read_again(self) -> None:
        """Let the screen in front read and draw again, as when it resumes."""
        if isinstance(self.screen, PlaceScreen):
            if self.screen.is_mounted:  # else it reads once it is whole
                self.screen.read_again()
        elif isinstance(self.screen, MentorScreen):
            self.screen.leave_if_gone()


def _said_of(error: Exception) -> str:
    """An error in a sentence; "" for a mistake of the program's own."""
    if isinstance(error, NotFound):
        return "That was taken out meanwhile; nothing else has changed."
    if isinstance(error, OSError):
        reason = clean_line(error.strerror or "the machine refused it").lower()
        return f"That did not work: {reason}. Nothing that was saved is lost."
    return str(error) if isinstance(error, MentorError) else ""
