"""What can be done on a check-in: their words become a goal, a promise or a plan; print, take away, more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.belongs_to import ask_whose_it_is
from mentor_tui.screens.dialog import PickScreen
from store.records import CheckIn, Client
from store.text import clean_line
from widgets.row import Column, Row

if TYPE_CHECKING:
    from store.records import Appointment, Goal, Promise

_MORE = (
    ("questions", "print the questions, with room to write"),
    ("page", "a page of this check-in, to take along"),
    ("elsewhere", "it belongs to somebody else"),
    ("remove", told("remove this check-in, {undo} brings it back")),
    ("person", "about the person: status, back inside, died, remove"),
)
_OF_ANY = ("questions", "person")
"""What can be done while it is not kept yet."""


class CheckInActs(PersonActs):
    """A page of one check-in, with a cursor on what was said."""

    def words_here(self) -> str:
        """What they said on the row under the cursor; "" where nothing was said."""
        return ""

    def check_in_here(self) -> CheckIn:
        """The check-in as it stands here."""
        raise NotImplementedError

    @property
    def client(self) -> Client:
        """Who it is with."""
        return self.mentor.caseload.get(Client, self.person_here() or 0)

    def action_goal(self) -> None:
        """Their words as a goal."""
        from store.check_in_next import as_goal

        self._begin(lambda words: as_goal(self.check_in_here(), words), super().action_goal)

    def action_promise(self) -> None:
        """What it takes from the mentor, as a promise."""
        from store.check_in_next import as_promise

        self._begin(lambda words: as_promise(self.check_in_here(), words), super().action_promise)

    def action_plan(self) -> None:
        """Their words as a plan; the day is asked."""
        from store.check_in_next import as_plan

        self._begin(
            lambda words: as_plan(self.check_in_here(), date.min, words, zone=self.mentor.clock.now().zone),
            super().action_plan,
        )

    def action_more(self) -> None:
        """Print, take along, take out; and what is done seldom with the person."""
        from mentor_tui import check_in_papers

        said = self.check_in_here()
        doing: dict[str, Callable[[], object]] = {
            "questions": lambda: check_in_papers.write_questions(self.mentor, self.client),
            "page": lambda: check_in_papers.write_page(self.mentor, said),
            "elsewhere": lambda: ask_whose_it_is(self.mentor, said),
            "remove": lambda: self.mentor.attempt(lambda: self.mentor.caseload.remove(said)),
            "person": super().action_more,
        }
        rows = [Row(code, (words,)) for code, words in _MORE if said.id or code in _OF_ANY]

        def picked(key: str | None) -> None:
            if key:
                doing[key]()

        picking = PickScreen("more, check-in", rows, (Column(),), "choose", for_anyone=True)
        self.mentor.push_screen(picking, picked)

    def _begin(self, begun: Callable[[str], Goal | Promise | Appointment], empty: Callable[[], None]) -> None:
        if not (words := clean_line(self.words_here())):
            empty()
            return
        from mentor_tui.screens.begun_form import BegunForm

        self.mentor.push_screen(BegunForm(begun(words)), self.mentor.saved)
