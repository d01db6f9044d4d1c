"""What can be done on a check-in: their words become a goal, a promise or a plan; print, take away, more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.belongs_to import ask_whose_it_is
from mentor_tui.screens.offering import ABOUT_PERSON, ELSEWHERE, Way, offer, removing
from store.records import CheckIn, Client
from store.standing import has_died
from store.text import clean_line

if TYPE_CHECKING:
    from store.records import Appointment, Goal, Promise
    from store.saved import Saved


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
        from mentor_tui.check_in_papers import write_page, write_questions

        app, said = self.mentor, self.check_in_here()
        print_them = ("print the questions, with room to write", lambda: write_questions(app, self.client))
        of_one_kept: list[Way] = [
            ("a page of this check-in, to take along", lambda: write_page(app, said)),
            (ELSEWHERE, lambda: ask_whose_it_is(app, said)),
            (removing("check-in"), lambda: app.attempt(lambda: app.caseload.remove(said))),
        ]
        to_ask = [] if has_died(self.client) else [print_them]
        ways = [*to_ask, *(of_one_kept if said.id else []), (ABOUT_PERSON, super().action_more)]
        offer(app, "check-in", ways)

    def begun(self, saved: Saved | None) -> None:
        """Something came of their words."""
        self.mentor.saved(saved)

    def _begin(self, begun: Callable[[str], Goal | Promise | Appointment], empty: Callable[[], None]) -> None:
        if has_died(client := self.client):
            self.mentor.trouble(f"{client.name} died; nothing is promised or planned any more.")
            return
        if not (words := clean_line(self.words_here())):
            empty()
            return
        from mentor_tui.screens.begun_form import BegunForm

        self.mentor.push_screen(BegunForm(begun(words)), self.begun)
