"""Over any months: no theme waits long or has more than its share, and no question comes back soon.

The months are drawn at random: what happened each day, what was planned, how often the program was opened.
The bounds are those that docs/questions.md states.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from store.principles import KINDS_OF_DAY, Happening, Shown, TheDay, question_of_the_day, questions, themes
from store.records import OwnQuestion

THEME_OF = {each.id: each.theme for each in questions()}
CODES = [code for code, _ in KINDS_OF_DAY if code not in ("talk", "before", "long-week")]
PLANNED = ("gate", "along", "unanswered", "first-days", "called")


def some_months(seed: int, days: int = 90) -> Iterator[list[TheDay]]:
    """Each day as it stood whenever she looked, never more than three times."""
    drawn = random.Random(seed)
    usual = drawn.sample(CODES, drawn.randint(2, 8))
    telling, planned, looks = drawn.random() * 0.4, drawn.random(), drawn.uniform(0.3, 0.75)
    first = date(2026, 1, 1) + timedelta(drawn.randrange(365))
    for number in range(days):
        on = first + timedelta(number)
        calm = tuple(Happening(code, code) for code in usual if drawn.random() < 0.3)
        calm += (Happening("talk", ""),) if calm and drawn.random() < 0.8 else ()
        told = tuple(Happening(code, code, True) for code in usual if drawn.random() < telling / len(usual))
        week = tuple(Happening(code, code) for code in usual if drawn.random() < 0.6)
        plans = tuple(Happening(code, code) for code in PLANNED if drawn.random() < 0.1)
        plans += (Happening("before", "seen"),) if plans or drawn.random() < planned else ()
        stood = ((), calm, told + calm)
        yield [
            TheDay(on=on, happened=happened, week=week, planned=plans)
            for happened in stood
            if drawn.random() < looks
        ]


def lived(seed: int, own: tuple[OwnQuestion, ...] = ()) -> list[Shown]:
    return asked_on([each for days in some_months(seed) for each in days], own)


def asked_on(days: list[TheDay], own: tuple[OwnQuestion, ...] = ()) -> list[Shown]:
    shown: list[Shown] = []
    for day in days:
        offered = question_of_the_day(day, (), own, shown)
        assert offered is not None
        one = Shown(day.on, offered.question.id, offered.level)
        shown += [one] if one not in shown else []
    return shown


OWN = tuple(OwnQuestion(id=n, theme="meet", words=f"{n}?", moment="after") for n in range(1, 5))


@pytest.mark.parametrize("seed", range(24))
def test_in_any_months_the_themes_are_fair_and_no_question_comes_back_soon(seed):
    shown = lived(seed, OWN if seed % 2 else ())
    hold_the_bounds(shown, waits=8, least=2, most=6)
    assert sum(days <= 28 for days in came_again(shown)) <= 2


@pytest.mark.parametrize("code", ["gate", "promise-kept", "inside", "ride", "missed", "met"])
def test_days_that_are_all_alike_are_asked_about_as_fairly(code):
    evening, met = Happening(code, code, code == "gate"), Happening("met", "a meeting")
    twice = [
        TheDay(on=date(2026, 1, 5) + timedelta(number), happened=happened, week=(met,))
        for number in range(90)
        for happened in ((), (evening, met))
    ]
    hold_the_bounds(asked_on(twice), waits=8, least=2, most=6)
    mornings = [TheDay(on=date(2026, 1, 5) + timedelta(number)) for number in range(100)]
    hold_the_bounds(asked_on(mornings), waits=8, least=2, most=6)
    thrice = [TheDay(on=day.on, happened=(met,), week=(met,)) for day in twice[::2]]
    thrice = [day for three in zip(twice[::2], thrice, twice[1::2], strict=True) for day in three]
    hold_the_bounds(asked_on(thrice), waits=11, least=2, most=7)


def hold_the_bounds(shown: list[Shown], *, waits: int, least: int, most: int) -> None:
    asked = [THEME_OF.get(one.question_id, "meet") for one in shown]
    for code in (each.code for each in themes()):
        places = [-1, *(place for place, theme in enumerate(asked) if theme == code), len(asked)]
        assert max(after - before for before, after in pairwise(places)) <= waits + 1
        for place in range(len(asked) - 23):
            assert least <= asked[place : place + 24].count(code) <= most
    assert min(came_again(shown), default=99) > 14


def came_again(shown: list[Shown]) -> list[int]:
    """After how many days, for each time that one came again."""
    last: dict[str, date] = {}
    found = []
    for one in shown:
        if last.get(one.question_id, one.on) != one.on:
            found.append((one.on - last[one.question_id]).days)
        last[one.question_id] = one.on
    return found


def test_the_same_months_are_asked_the_same():
    assert lived(3) == lived(3)
