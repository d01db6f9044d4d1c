"""The question of the day, asked of both ledgers: the day's contacts, and what was done with questions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.principles import Offered, day_happenings, question_of_the_day

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.notebook import Notebook


def question_of_today(caseload: Caseload, notebook: Notebook) -> Offered | None:
    """One question for today; None after "not today"."""
    moment = caseload.clock.now()
    happened = day_happenings(caseload.contacts_between(moment.day, moment.day))
    return question_of_the_day(moment, happened, notebook.choices(), notebook.own_questions())


class DayQuestion:
    """The question as the program first showed it today.

    The choice follows what the day was like, so a note taken meanwhile could change it under her eyes.
    It stays until she chooses something about it, or the day is over.
    """

    def __init__(self) -> None:
        """Nothing was shown yet."""
        self._shown: Offered | None = None
        self._when: tuple[date, int, int] | None = None

    def of(self, caseload: Caseload, notebook: Notebook) -> Offered | None:
        """The one shown before, or today's; None after "not today"."""
        now = (caseload.clock.now().day, len(notebook.choices()), len(notebook.own_questions()))
        if self._when != now:
            self._shown, self._when = question_of_today(caseload, notebook), now
        return self._shown
