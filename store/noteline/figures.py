"""The figures of the run: how long, travel, distance, money. Each says where its figure ends, or None."""

import re

from store.noteline.run_said import Run
from store.noteline.run_words import HOW_WORDS, SHORTHAND, STOP, WORD_FLAGS

_LENGTH = re.compile(
    r"(?:(?P<minutes>\d{1,4})(?:m|mins?| (?:mins?|minutes?))"
    r"|(?P<hours>\d{1,2}(?:\.\d{1,2})?)(?:h|hrs?| (?:hrs?|hours?))"
    r"|(?P<whole>\d{1,2})h(?P<rest>[0-5]?\d)m?)" + STOP,
    WORD_FLAGS,
)
_SHORT = re.compile(r"(?P<minutes>\d{1,3})(?P<way>[ctv])" + STOP, WORD_FLAGS)
_TRAVEL = re.compile(r"travel +", WORD_FLAGS)
_KM = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)km" + STOP, WORD_FLAGS)
_MONEY = re.compile(r"[$£€](\d{1,6})(?:\.(\d{1,2}))?" + STOP)
# Longer than a day is a slip of the finger.
_DAY = 24 * 60


def short(run: Run, line: str, place: int) -> int | None:
    """A length with its way, as in "15c"."""
    found = _SHORT.match(line, place)
    if found is None or run.mode or run.minutes is not None or not 0 < int(found["minutes"]) <= _DAY:
        return None
    run.minutes = int(found["minutes"])
    run.mode = HOW_WORDS[SHORTHAND[found["way"].lower()]].mode
    return found.end()


def length(run: Run, line: str, place: int) -> int | None:
    """How long; "2h 30m" is one length."""
    found = _LENGTH.match(line, place)
    minutes = _minutes(found) if found else 0
    if found is None or not 0 < minutes <= _DAY:
        return None
    if run.minutes is None:
        run.minutes = minutes
        run.hours_just_said = found["hours"] is not None and "." not in found["hours"]
        return found.end()
    if run.hours_just_said and found["minutes"] and minutes < 60:
        run.minutes += minutes
        run.hours_just_said = False
        return found.end()
    return None


def _minutes(found: re.Match[str]) -> int:
    if found["minutes"]:
        return int(found["minutes"])
    if found["hours"]:
        return round(float(found["hours"]) * 60)
    return int(found["whole"]) * 60 + int(found["rest"])


def travel(run: Run, line: str, place: int) -> int | None:
    """The way there and back, as in "travel 30m"."""
    said = _TRAVEL.match(line, place)
    found = _LENGTH.match(line, said.end()) if said else None
    if found is None or run.travel_minutes is not None or not 0 < _minutes(found) <= _DAY:
        return None
    run.travel_minutes = _minutes(found)
    return found.end()


def distance(run: Run, line: str, place: int) -> int | None:
    """Kilometres."""
    found = _KM.match(line, place)
    if found is None or run.km is not None:
        return None
    run.km = float(found[1])
    return found.end()


def money(run: Run, line: str, place: int) -> int | None:
    """Money spent, in hundredths."""
    found = _MONEY.match(line, place)
    if found is None or run.cents is not None:
        return None
    run.cents = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    return found.end()
