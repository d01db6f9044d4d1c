"""The question of the day: for what happened, fair between the themes, and always free to leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from store.principles.asked import every_question
from store.principles.fairness import LONGEST_WAIT, QUIET_CODES, REST_DAYS, Past, fairest
from store.principles.moments import TheDay, because, level_of, looks_back, moment_of
from store.principles.themes import Question
from store.records import OwnQuestion, QuestionChoice
from store.waiting.due import monday_of

# What counts as having met a question, so that another one comes next time.
_MET = frozenset({"offered", "written", "another"})
_QUIET_WORDS = {"inside": "Somebody is back inside today", "ending": "At an ending, small or large"}
_A_WHILE = "it has been a while since this theme"


@dataclass(frozen=True, slots=True)
class Offered:
    """One question, and why this one."""

    question: Question
    because: str
    """"After a day like this one (a gate pickup, two calls unanswered)"."""
    why: str = ""
    """Where its theme goes before whatever happened: "it has been a while since this theme"."""
    level: int = 0
    """How much of the day it is chosen for; see `moments.level_of`."""
    week: date | None = None
    """Monday of the week it looks back on; None where it looks back on none."""

    def shown(self, on: date) -> Shown:
        """That it stood before her on this day."""
        return Shown(on, self.question.id, self.level, self.week)


class Shown(NamedTuple):
    """A question that stood before her, written on or not."""

    on: date
    question_id: str
    level: int
    week: date | None = None
    """Monday of the week it looked back on; None where it looked back on none."""


def question_of_the_day(
    day: TheDay,
    choices: Iterable[QuestionChoice] = (),
    own_questions: Iterable[OwnQuestion] = (),
    shown: Sequence[Shown] = (),
    *,
    when: str = "",
) -> Offered | None:
    """One question, the same for the same records and day; None after "not today" or where none is left.

    Args:
        choices: oldest first, as the notebook holds them.
        shown: what stood before her until now, oldest first.
        when: before, after or weekly, to ask for one of these; empty leaves it to the day.
    """
    asking = _Asking(day, choices, every_question(own_questions), shown)
    return None if asking.so_far.not_today else asking.one(when)


def quiet_question(
    day: TheDay, choices: Iterable[QuestionChoice] = (), own_questions: Iterable[OwnQuestion] = ()
) -> Offered | None:
    """On a day on which somebody was back inside, or you parted: the question of that, for whoever looks."""
    so_far = _Choices(choices, day.on)
    welcome = [each for each in every_question(own_questions) if so_far.welcomes(each)]
    codes = {one.code for one in day.happened}
    for code, words in _QUIET_WORDS.items():
        asked = next((each for each in welcome if each.moment == code), None)
        if code in codes and asked and not so_far.not_today:
            return Offered(asked, words, level=2)
    return None


def is_not_today(choices: Iterable[QuestionChoice], today: date) -> bool:
    """Whether the mentor wants no question today."""
    return _Choices(choices, today).not_today


def is_done_with_the_week(
    choices: Iterable[QuestionChoice],
    own: Iterable[OwnQuestion],
    today: date,
    shown: Iterable[Shown] = (),
) -> bool:
    """Whether she wrote on a question that looks back on this week, or wanted none, since Monday."""
    weekly = {each.id for each in every_question(own) if each.moment == "weekly"}
    weekly -= _of_another_week(shown, today)
    since = [one for one in choices if monday_of(today) <= one.on <= today]
    return any(
        one.choice == "not-today" or (one.choice == "written" and one.question_id in weekly) for one in since
    )


def set_aside(
    choices: Iterable[QuestionChoice], own_questions: Iterable[OwnQuestion] = ()
) -> tuple[Question, ...]:
    """The questions that were answered "never this one" and not welcomed back."""
    never = _Choices(choices, date.min).never
    return tuple(each for each in every_question(own_questions) if each.id in never)


def _of_another_week(shown: Iterable[Shown], today: date) -> set[str]:
    """The questions that looked back on an earlier week when they were shown last."""
    weeks = {one.question_id: one.week for one in shown if one.week}
    return {id for id, week in weeks.items() if week != monday_of(today)}


class _Choices:
    """What the mentor did with the questions until now."""

    def __init__(self, choices: Iterable[QuestionChoice], today: date) -> None:
        self.met: list[tuple[date, str]] = []
        self.written: list[tuple[date, str]] = []
        self.not_today = False
        self.answered = ""
        """The one she wrote on today."""
        self.left: set[str] = set()
        self.never: set[str] = set()
        for choice in choices:
            self._note(choice, today)

    def welcomes(self, question: Question) -> bool:
        """Neither "never this one" nor passed over today."""
        return question.id not in self.never and question.id not in self.left

    def _note(self, choice: QuestionChoice, today: date) -> None:
        if choice.choice == "never":
            self.never.add(choice.question_id)
        elif choice.choice == "welcome":
            # Of one that was retired: it is asked again in its turn. Else the day is asked about after all.
            self.not_today = self.not_today and choice.question_id in self.never
            self.never.discard(choice.question_id)
        elif choice.choice in _MET:
            self.met.append((choice.on, choice.question_id))
        if choice.choice == "written":
            self.written.append((choice.on, choice.question_id))
        if choice.on != today:
            return
        if choice.choice == "not-today":
            self.not_today = True
        elif choice.choice == "another":
            self.left.add(choice.question_id)
        elif choice.choice in ("offered", "written"):
            self.answered = choice.question_id


class _Asking:
    """One choice among all questions."""

    def __init__(
        self,
        day: TheDay,
        choices: Iterable[QuestionChoice],
        questions: Sequence[Question],
        shown: Sequence[Shown],
    ) -> None:
        self.day = day
        self.so_far = _Choices(choices, day.on)
        self._questions = {each.id: each for each in questions}
        self._shown = [one for one in shown if one.question_id in self._questions and one.on <= day.on]
        met = {(one.on, one.question_id): None for one in self._shown}
        met |= dict.fromkeys(one for one in self.so_far.met if one[0] <= day.on)
        self._met = sorted(met, key=lambda one: one[0])
        self._themes_of = {each.id: each.theme for each in questions}
        self._past = Past(self._met, self._themes_of, day.on)

    def one(self, when: str) -> Offered | None:
        moment = when or moment_of(self.day, week_was_asked=self._week_was_asked())
        if moment == "weekly" and self.day.is_mourned:
            return None
        level = level_of(moment, self.day)
        held = self._held(moment, level, when)
        if held is not None:
            return self._offered(held, held.moment or moment, level)
        codes = self.day.codes(moment)
        pool = [each for each in self._questions.values() if self._may_ask(each, moment, codes)]
        # A week has one question, on whichever of its days it is asked.
        turn = self.day.of_week.toordinal() // 7 if moment == "weekly" else self.day.on.toordinal()
        chosen = fairest(pool, self._past, codes, turn)
        return self._offered(chosen, moment, level) if chosen else None

    def _offered(self, question: Question, moment: str, level: int) -> Offered:
        """With the reason: what it is for, or, seldom, that its theme goes before that."""
        is_for = {*question.fits} & {*self.day.codes(moment)} - QUIET_CODES
        why = _A_WHILE if not is_for and self._waited_long(question) else ""
        week = self._week_of(question) if moment == "weekly" else None
        return Offered(question, because(moment, self.day, question), why, level, week)

    def _week_of(self, question: Question) -> date:
        """Monday of the week it looks back on: as it was shown today, if it was."""
        today = (one for one in reversed(self._shown) if one.on == self.day.on and one.week)
        known = next((one.week for one in today if one.question_id == question.id), None)
        return known or self.day.of_week

    def _waited_long(self, question: Question) -> bool:
        """Whether so many questions in a row were of other themes, before this one was first shown."""
        since = self.day.on - timedelta(REST_DAYS)
        before = takewhile(lambda one: one[1] != question.id or one[0] < since, self._met)
        past = Past(before, self._themes_of, self.day.on)
        return len(past.themes) >= LONGEST_WAIT and past.waited(question.theme) >= LONGEST_WAIT

    def _may_ask(self, question: Question, moment: str, codes: Sequence[str]) -> bool:
        if not question.theme or question.moment not in (moment, ""):
            return False
        return self.so_far.welcomes(question) and (not question.fits or bool({*question.fits} & {*codes}))

    def _held(self, moment: str, level: int, when: str) -> Question | None:
        """The one that stands already: she wrote on it, or it was shown for this much of the day."""
        answered = self._questions.get(self.so_far.answered)
        if answered and not when and self._is_of_a_day(answered):
            return answered
        for one in reversed(self._shown):
            question = self._questions[one.question_id]
            may = one.level == level and self._may_ask(question, moment, self.day.codes(moment))
            if may and self._is_of_now(one, moment):
                return question
        return None

    def _is_of_now(self, one: Shown, moment: str) -> bool:
        """Shown for the same week, or on this day."""
        if moment == "weekly":
            return (one.week or monday_of(one.on)) == self.day.of_week
        return one.on == self.day.on

    def _is_of_a_day(self, question: Question) -> bool:
        """Neither asked together nor on a page of its own, and she wants it still."""
        return bool(question.theme) and question.moment != "with" and self.so_far.welcomes(question)

    def _week_was_asked(self) -> bool:
        """Whether she wrote on this week, or was asked on an earlier one of the days that look back."""
        monday = monday_of(self.day.on)
        asked = {
            one.question_id for one in self._shown if monday <= one.on < self.day.on if looks_back(one.on)
        }
        written = {id for on, id in self.so_far.written if monday <= on < self.day.on}
        asked |= written - _of_another_week(self._shown, self.day.on)
        return any(self._questions[id].moment == "weekly" for id in asked if id in self._questions)
