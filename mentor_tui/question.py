"""The question of the day, asked of both ledgers: the day's contacts, and what was done with questions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.principles import Offered, day_happenings, question_of_the_day
from store.standing import has_died

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.notebook import Notebook


def question_of_today(caseload: Caseload, notebook: Notebook) -> Offered | None:
    """One question for today; None after "not today", and on a day on which somebody died."""
    moment = caseload.clock.now()
    if somebody_died_on(moment.day, caseload):
        return None
    died = {client.id for client in caseload.people() if has_died(client)}
    # What was with someone who died is not what a question comes from.
    contacts = caseload.contacts_between(moment.day, moment.day)
    happened = day_happenings(one for one in contacts if not died & set(one.client_ids))
    return question_of_the_day(moment, happened, notebook.choices(), notebook.own_questions())


def question_of_the_week(caseload: Caseload, notebook: Notebook) -> Offered | None:
    """One question for the end of a walk through everyone; None on a day on which somebody died."""
    moment = caseload.clock.now()
    if somebody_died_on(moment.day, caseload):
        return None
    return question_of_the_day(moment, (), notebook.choices(), notebook.own_questions(), when="weekly")


def somebody_died_on(day: date, caseload: Caseload) -> bool:
    """Whether somebody died on this day, or it was written on it: then nothing is asked."""
    died = [client for client in caseload.people() if has_died(client)]
    if any(client.status_on == day for client in died):
        return True
    touched = caseload.folder.touched_since(day) if died else set()
    return any(("clients", client.id) in touched for client in died)


class DayQuestion:
    """The question as the program first showed it today.

    The choice follows what the day was like, so a note taken meanwhile could change it under her eyes.
    It stays until she chooses something about it, or the day is over.
    """

    def __init__(self) -> None:
        """Nothing was shown yet."""
        self._shown: Offered | None = None
        self._when: tuple[date, int, int, bool] | None = None

    def of(self, caseload: Caseload, notebook: Notebook) -> Offered | None:
        """The one shown before, or today's; None after "not today"."""
        today = caseload.clock.now().day
        choices, own = notebook.choices(), notebook.own_questions()
        now = (today, len(choices), len(own), somebody_died_on(today, caseload))
        if self._when != now:
            self._shown, self._when = question_of_today(caseload, notebook), now
        return self._shown
