"""The question of the day, asked of both ledgers: how the day was, and what was done with questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.hard_days import died_on
from store.principles import (
    Happening,
    Lived,
    Offered,
    Shown,
    TheDay,
    ahead,
    happenings,
    is_done_with_the_week,
    looks_back,
    question_of_the_day,
    quiet_question,
)
from store.records import Appointment, CheckIn, Client, Promise, Referral
from store.standing import has_died
from store.two_way import is_attempt, is_note
from store.waiting.due import monday_of

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.notebook import Notebook

_QUIET = frozenset({"inside", "ending"})


def question_of_today(
    caseload: Caseload, notebook: Notebook, shown: Sequence[Shown] | None = None, *, when: str = ""
) -> Offered | None:
    """One question for whoever asks; None after "not today", and on a day on which somebody died.

    Args:
        shown: what stood before her until now, if that was read before.
        when: before, after or weekly; empty leaves it to the day.
    """
    return _asked(caseload, notebook, shown, when)


def question_by_itself(
    caseload: Caseload, notebook: Notebook, how_often: str, shown: Sequence[Shown] | None = None
) -> Offered | None:
    """What Today offers unasked; None where that is off, and on a day that is better left in peace.

    Nor before anybody is here: the first person comes first.

    Args:
        how_often: "daily"; "weekly", on the last working day and the weekend; or "off".
    """
    today = caseload.clock.now().day
    if how_often == "off" or not caseload.all(Client):
        return None
    when = "" if how_often == "daily" else "weekly"
    if when:
        shown = _shown_until_now(caseload) if shown is None else shown
        done = is_done_with_the_week(notebook.choices(), notebook.own_questions(), today, shown)
        if done or not looks_back(today):
            return None
    return _asked(caseload, notebook, shown, when, by_itself=True)


def question_of_the_week(
    caseload: Caseload,
    notebook: Notebook,
    shown: Sequence[Shown] | None = None,
    *,
    of: date | None = None,
) -> Offered | None:
    """The question that looks back on a week, the same whenever it is; None as for a day's.

    Args:
        of: its Monday; None is the newest of which anything can be told.
    """
    return _asked(caseload, notebook, shown, "weekly", week_from=of)


def _asked(
    caseload: Caseload,
    notebook: Notebook,
    shown: Sequence[Shown] | None,
    when: str,
    *,
    by_itself: bool = False,
    week_from: date | None = None,
) -> Offered | None:
    today = caseload.clock.now().day
    day = the_day(caseload, with_week=when == "weekly" or looks_back(today), week_from=week_from)
    codes = {one.code for one in day.happened}
    # Unasked it keeps quiet too where somebody is back inside, or they parted: that has a page of its own.
    if somebody_died_on(today, caseload) or (by_itself and codes & _QUIET):
        return None
    if shown is None:
        shown = _shown_until_now(caseload)
    choices, own = notebook.choices(), notebook.own_questions()
    quiet = None if when else quiet_question(day, choices, own)
    return quiet or question_of_the_day(day, choices, own, shown, when=when)


def the_day(caseload: Caseload, *, with_week: bool, week_from: date | None = None) -> TheDay:
    """Today, as far as a question can come from it.

    Args:
        with_week: whether a week may matter.
        week_from: its Monday; None is the newest of which anything can be told.
    """
    today = caseload.clock.now().day
    happened, planned = lived(caseload, today, today), _planned(caseload)
    if not with_week:
        return TheDay(on=today, happened=happened, planned=planned)
    week_from = week_from or _newest_week(caseload, today)
    first, last = _days_looked_back_on(week_from, today)
    since = min(first, today - timedelta(6))
    return TheDay(
        on=today,
        happened=happened,
        week=lived(caseload, first, last),
        planned=planned,
        week_from=week_from,
        is_mourned=any(since <= died <= today for died in map(died_on, caseload.all(Client)) if died),
    )


def is_week_mourned(caseload: Caseload) -> bool:
    """Whether somebody died in the week that would be looked back on now: then nothing is asked of it."""
    return the_day(caseload, with_week=True).is_mourned


def _newest_week(caseload: Caseload, today: date) -> date:
    """Monday of the week that a question looks back on by itself."""
    if looks_back(today):
        return monday_of(today)
    from store.week import latest_week  # on the first days of a week it may be the one before

    return latest_week(caseload, today).days.first


def _days_looked_back_on(monday: date, today: date) -> tuple[date, date]:
    """The seven days to this one at the end of a week; else that week, as far as it has come."""
    if (today - monday).days >= 7:
        return monday, monday + timedelta(6)
    return (today - timedelta(6) if looks_back(today) else monday), today


def lived(caseload: Caseload, first: date, last: date) -> tuple[Happening, ...]:
    """What happened from one day to another, what weighs most first."""
    return happenings(
        Lived(
            first=first,
            last=last,
            contacts=tuple(caseload.contacts_between(first, last)),
            people=caseload.all(Client),
            # A bridge is known by its last day; it may have held on one before.
            bridges=caseload.dated(Referral, "stage_on", first, date.max),
            promises=caseload.dated(Promise, "done_on", first, last),
            check_ins=caseload.dated(CheckIn, "on", first, last),
            plans=caseload.dated(Appointment, "closed_on", first, last),
        )
    )


def somebody_died_on(day: date, caseload: Caseload) -> bool:
    """Whether somebody died on this day, or it was written on it: then nothing is asked."""
    died = [client for client in caseload.all(Client) if has_died(client)]
    if any(client.status_on == day for client in died):
        return True
    touched = caseload.folder.touched_since(day) if died else set()
    return any(("clients", client.id) in touched for client in died)


def _planned(caseload: Caseload) -> tuple[Happening, ...]:
    today = caseload.clock.now().day
    plans = tuple(caseload.plans_between(today, today))
    people = {client.id: client for client in caseload.all(Client)}
    return ahead(
        today, plans, people, [id for id in {one.client_id for one in plans} if _tried(caseload, id)]
    )


def _tried(caseload: Caseload, person: int) -> bool:
    """Whether they did not answer the last time."""
    last = next((one for one in caseload.contacts_with(person) if not is_note(one)), None)
    return last is not None and is_attempt(last)


def _shown_until_now(caseload: Caseload) -> Sequence[Shown]:
    from store.questions_shown import shown_until_now  # wakes the drafts, which the first frame does without

    return shown_until_now(caseload.folder.drafts())


def count_as_shown(caseload: Caseload, shown: Sequence[Shown]) -> None:
    """What stood before her does not come again soon; a folder that can only be read stays as it is."""
    if shown and not caseload.folder.read_only_reason:
        from store.questions_shown import keep_shown

        keep_shown(caseload.folder.drafts(), shown, caseload.clock.now().day)


class DayQuestion:
    """The questions as the program showed them, so that none changes under her eyes.

    What is shown counts from then on, first here, and in the folder once it has stood for a while. What
    the shell showed meanwhile is read as it comes.
    """

    def __init__(self) -> None:
        """Nothing was shown yet."""
        self._kept: Sequence[Shown] = ()
        self._kept_as: object = None
        """How the file was when it was read."""
        self._here: list[Shown] = []
        """What this program showed, kept or not."""
        self._not_kept: list[Shown] = []

    def of(self, caseload: Caseload, notebook: Notebook) -> Offered | None:
        """Today's, for whoever asks; None after "not today"."""
        return self._seen(question_of_today(caseload, notebook, self._until_now(caseload)), caseload)

    def by_itself(self, caseload: Caseload, notebook: Notebook, how_often: str) -> Offered | None:
        """Today's, as often as she wants one offered."""
        offered = question_by_itself(caseload, notebook, how_often, self._until_now(caseload))
        return self._seen(offered, caseload)

    def of_week(self, caseload: Caseload, notebook: Notebook, monday: date | None = None) -> Offered | None:
        """A week's; without its Monday the newest one's."""
        offered = question_of_the_week(caseload, notebook, self._until_now(caseload), of=monday)
        return self._seen(offered, caseload)

    @property
    def is_to_be_kept(self) -> bool:
        """Whether something was shown that the folder does not know of."""
        return bool(self._not_kept)

    def keep(self, caseload: Caseload) -> None:
        """What has stood there counts when the program opens the next time."""
        new, self._not_kept = self._not_kept, []
        count_as_shown(caseload, new)

    def _until_now(self, caseload: Caseload) -> list[Shown]:
        from store.questions_shown import as_it_lies

        lies = as_it_lies(caseload.folder.drafts())
        if lies != self._kept_as:
            self._kept, self._kept_as = _shown_until_now(caseload), lies
        both = [*self._kept, *(one for one in self._here if one not in self._kept)]
        return sorted(both, key=lambda one: one.on)

    def _seen(self, offered: Offered | None, caseload: Caseload) -> Offered | None:
        if offered is not None and offered.question.theme:
            shown = offered.shown(caseload.clock.now().day)
            if shown not in self._until_now(caseload):
                self._here.append(shown)
                self._not_kept.append(shown)
        return offered
