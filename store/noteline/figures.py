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
_AND_MINUTES = re.compile(
    r" +(?:(?P<joined>and) +)?(?:(?P<minutes>\d{1,4})(?:m|mins?| (?:mins?|minutes?))|(?<=and )a half)" + STOP,
    WORD_FLAGS,
)
_IN_FULL = re.compile(r"\d +(?:m|h)", WORD_FLAGS)
# "20 minutes late", "2 hours ago", "1 hour before court": not how long it was, but the beginning of words.
_SENTENCE_GOES_ON = re.compile(
    r" +(?:late|later|early|earlier|ago|before|after|until|walk|drive|away|from|to|of)\b", WORD_FLAGS
)
_AGO = re.compile(r" +ago\b", WORD_FLAGS)
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
    """How long; "2h 30m" is one length, and so is "1 hour and 20 min"."""
    found = _LENGTH.match(line, place)
    minutes = _minutes(found) if found else 0
    if found is None or not 0 < minutes <= _DAY or _in_a_sentence(line, found):
        return None
    joined = _joined(line, found)
    if joined:
        return _whole(run, minutes, found, joined)
    if run.minutes is None:
        run.minutes = minutes
        run.hours_just_said = found["hours"] is not None and "." not in found["hours"]
        return found.end()
    if run.hours_just_said and found["minutes"] and minutes < 60:
        run.minutes += minutes
        run.hours_just_said = False
        return found.end()
    return None


def _joined(line: str, found: re.Match[str]) -> re.Match[str] | None:
    """The minutes that "and" adds to hours."""
    more = _AND_MINUTES.match(line, found.end()) if found["hours"] else None
    return more if more and (more["joined"] or not more["minutes"]) else None


def _whole(run: Run, minutes: int, hours: re.Match[str], joined: re.Match[str]) -> int | None:
    """Hours with the minutes behind "and" are read as one, or not at all."""
    more = int(joined["minutes"] or 30)
    if run.minutes is not None or "." in hours["hours"] or more >= 60 or minutes + more > _DAY:
        return None
    run.minutes = minutes + more
    return joined.end()


def _in_a_sentence(line: str, found: re.Match[str]) -> bool:
    """Whether the words go on with it, as in "20 minutes late"; "15m late" is a length all the same."""
    more = _AND_MINUTES.match(line, found.end()) if found["hours"] else None
    end = more.end() if more else found.end()
    in_full = _IN_FULL.search(line, found.start(), end)
    return bool((_SENTENCE_GOES_ON if in_full else _AGO).match(line, end))


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
