"""The question of the day: fair between the themes, never the same one soon, and always free to leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from store.clock import Moment
from store.principles.themes import Question, questions, themes
from store.records import OwnQuestion, QuestionChoice

_SATURDAY = 5
# Six themes: the one met longest ago is six days back when each had its day. A question rests a season.
_THEME_DAYS = 5
_QUESTION_DAYS = 90
# What counts as having met a question, so that another one comes next time.
_MET = frozenset({"offered", "written", "another"})


@dataclass(frozen=True, slots=True)
class Offered:
    """One question, and why this one."""

    question: Question
    because: str
    """"After a day like this one (a gate pickup, two calls unanswered)"."""


def question_of_the_day(
    moment: Moment,
    happenings: Sequence[str],
    choices: Iterable[QuestionChoice],
    own_questions: Iterable[OwnQuestion] = (),
    *,
    when: str = "",
) -> Offered | None:
    """One question, the same all day for the same records; None after "not today" or where none is left.

    Args:
        happenings: this day in words, from `day_happenings`; none before the day's first contact.
        choices: oldest first, as the notebook holds them.
        when: before, after or weekly, to ask for one of these; empty leaves it to the day.
    """
    so_far = _Choices(choices, moment.day)
    if so_far.not_today:
        return None
    asked_for = when or _fitting(moment.day, happenings)
    pool = [each for each in (*questions(), *_own(own_questions)) if so_far.welcomes(each)]
    stays = next((each for each in pool if each.id == so_far.shown_today and not when), None)
    fitting = [each for each in pool if each.theme and each.moment in (asked_for, "")]
    chosen = stays or _fairest(fitting, so_far.last_met, moment.day)
    return Offered(chosen, _because(chosen.moment or asked_for, happenings)) if chosen else None


def is_not_today(choices: Iterable[QuestionChoice], today: date) -> bool:
    """Whether the mentor wants no question today."""
    return _Choices(choices, today).not_today


def set_aside(
    choices: Iterable[QuestionChoice], own_questions: Iterable[OwnQuestion] = ()
) -> tuple[Question, ...]:
    """The questions that were answered "never this one" and not welcomed back."""
    so_far = _Choices(choices, date.min)
    return tuple(each for each in (*questions(), *_own(own_questions)) if not so_far.welcomes(each))


def own_question_id(own: OwnQuestion) -> str:
    """The id a question of her own is asked by."""
    return f"own-{own.id}"


class _Choices:
    """What the mentor did with the questions until now."""

    def __init__(self, choices: Iterable[QuestionChoice], today: date):
        self.last_met: dict[str, date] = {}
        self.not_today = False
        self.shown_today = ""
        self._left: set[str] = set()
        self._never: set[str] = set()
        for choice in choices:
            self._note(choice, today)

    def welcomes(self, question: Question) -> bool:
        """Neither "never this one" nor passed over today."""
        return question.id not in self._never and question.id not in self._left

    def _note(self, choice: QuestionChoice, today: date) -> None:
        if choice.choice == "never":
            self._never.add(choice.question_id)
        elif choice.choice == "welcome":
            self._never.discard(choice.question_id)
            self.not_today = False
        if choice.on != today:
            # Only earlier days weigh in the choice, else showing a question would change it.
            if choice.choice in _MET:
                earlier = self.last_met.get(choice.question_id, date.min)
                self.last_met[choice.question_id] = max(earlier, choice.on)
        elif choice.choice == "not-today":
            self.not_today = True
        elif choice.choice == "another":
            self._left.add(choice.question_id)
            self.last_met[choice.question_id] = today
        elif choice.choice in ("offered", "written"):
            self.shown_today = choice.question_id


def _fairest(pool: Sequence[Question], last_met: dict[str, date], today: date) -> Question | None:
    """Of the themes not met lately the day's own, and of its questions likewise."""
    if not pool:
        return None
    theme_met: dict[str, date] = {}
    for each in (*questions(), *pool):
        met = _lately(last_met.get(each.id), today, _THEME_DAYS)
        theme_met[each.theme] = max(met, theme_met.get(each.theme, date.min))
    order = [each.code for each in themes()]
    code = min(
        {each.theme: None for each in pool},
        key=lambda theme: (theme_met[theme], _turn(order, theme, today.toordinal())),
    )
    fitting = [each for each in pool if each.theme == code]
    ids = [each.id for each in fitting]
    turn = today.toordinal() // len(order)
    return min(
        fitting,
        key=lambda each: (_lately(last_met.get(each.id), today, _QUESTION_DAYS), _turn(ids, each.id, turn)),
    )


def _lately(met: date | None, today: date, days: int) -> date:
    """The day a thing was met, if that is fresh enough to weigh."""
    return met if met and (today - met).days <= days else date.min


def _turn(order: Sequence[str], one: str, turn: int) -> int:
    """How far it is from being the one whose turn it is; each has its turn, whatever was written down."""
    return (order.index(one) - turn) % len(order) if one in order else len(order)


def _own(own_questions: Iterable[OwnQuestion]) -> tuple[Question, ...]:
    return tuple(Question(own_question_id(own), own.theme, own.moment, own.words) for own in own_questions)


def _fitting(day: date, happenings: Sequence[str]) -> str:
    if happenings:
        return "after"
    return "weekly" if day.weekday() >= _SATURDAY else "before"


def _because(when: str, happenings: Sequence[str]) -> str:
    if when == "after" and happenings:
        return f"After a day like this one ({', '.join(happenings)})"
    return {"weekly": "Looking back over the week", "after": "After this day"}.get(
        when, "Before the day begins"
    )
