"""The question of the day, asked of both ledgers: the day's contacts, and what was done with questions."""

from __future__ import annotations

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
