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
    shown: list[Shown] = []
    for day in (each for days in some_months(seed) for each in days):
        offered = question_of_the_day(day, (), own, shown)
        assert offered is not None
        one = Shown(day.on, offered.question.id, offered.level)
        shown += [one] if one not in shown else []
    return shown


OWN = tuple(OwnQuestion(id=n, theme="meet", words=f"{n}?", moment="after") for n in range(1, 5))


@pytest.mark.parametrize("seed", range(24))
def test_in_any_months_the_themes_are_fair_and_no_question_comes_back_soon(seed):
    own = OWN if seed % 2 else ()
    shown = lived(seed, own)
    asked = [THEME_OF.get(one.question_id, "meet") for one in shown]
    for code in (each.code for each in themes()):
        places = [-1, *(place for place, theme in enumerate(asked) if theme == code), len(asked)]
        assert max(after - before for before, after in pairwise(places)) <= 9
        for place in range(len(asked) - 23):
            assert 2 <= asked[place : place + 24].count(code) <= 6
    last: dict[str, date] = {}
    for one in shown:
        assert last.get(one.question_id) in (None, one.on) or (one.on - last[one.question_id]).days > 28
        last[one.question_id] = one.on


def test_the_same_months_are_asked_the_same():
    assert lived(3) == lived(3)
