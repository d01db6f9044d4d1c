"""A day that matters: a day and a month, never a year."""

import re
from typing import Any

from mentor_tui.forms.asking import Asked, Values, line, parts
from store.errors import RequestRefused
from store.records import MatteringDay
from store.when_echo import day_and_month
from store.when_words import MONTH_DAYS, MONTHS
from widgets.fields import Answer, Field

_EITHER_WAY = re.compile(r"(\d{1,2})\.? +([a-z]+)|([a-z]+) +(\d{1,2})")


def days_that_matter() -> Asked:
    """Days that matter to them, each with what it is."""
    field = Field(name="date", label="Day and month", hint="4 March")
    date = Asked(field, _shown, lambda answer: _taken(str(answer)))
    return parts(
        "days_that_matter",
        "Days that matter",
        "day that matters",
        MatteringDay,
        (date, line("what", "What it is", "her daughter's birthday")),
    )


def _shown(day: Any) -> Answer:
    return day_and_month(day.day, day.month)


def _taken(text: str) -> Values:
    found = _EITHER_WAY.fullmatch(text.strip().casefold())
    day, word = (found[1] or found[4], found[2] or found[3]) if found else ("0", "")
    starting = [number for number, name in enumerate(MONTHS, 1) if word[:3] == name]
    if not starting or not 1 <= int(day) <= MONTH_DAYS[starting[0] - 1]:
        raise RequestRefused(f"“{text.strip()[:40]}” is not a day and month; “4 March” would be read.")
    return {"month": starting[0], "day": int(day)}
