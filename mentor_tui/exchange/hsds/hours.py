"""Opening hours: a row a day in the source, a line a week for people."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mentor_tui.exchange.hsds.tables import Row
from store.records import Hours

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RRULE_DAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
_TIME = re.compile(
    r"(?:\d{4}-\d{2}-\d{2}[T ])?(\d{1,2}):?(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?"
    r"(?:z|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(\d{1,2})()\s*(am|pm)", re.IGNORECASE)
_NTH = re.compile(r"([+-]?\d{1,2})(mo|tu|we|th|fr|sa|su)", re.IGNORECASE)
_NTHS = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th", "5": "5th", "-1": "last", "-2": "last but one"}
_RANGE = re.compile(r"([^\W\d_]+)\s*(?:-|–|to|through|thru)\s*([^\W\d_]+)", re.IGNORECASE)
_GROUPS = {
    "daily": range(7),
    "everyday": range(7),
    "weekdays": range(5),
    "weekday": range(5),
    "weekends": (5, 6),
    "weekend": (5, 6),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """When one row says it is open."""

    days: frozenset[int]
    """Monday is 0; none where the source gives no weekday."""
    words: str
    """The source's words for when, where they are not weekdays."""
    opens: str
    closes: str
    note: str


def opening(row: Row) -> Opening | None:
    """What a row of hours says; None where it gives neither hours nor words (closed, or not said)."""
    days, words = _days(row)
    if row["closed"].lower() in ("true", "1", "yes", "y"):
        return Opening(days, words, "", "", "closed")
    opens, closes = clock_time(row["opens_at"]), clock_time(row["closes_at"])
    note = _note(row)
    if not (opens or closes or note):
        return None
    return Opening(days, words, opens, closes, note)


def merged(openings: Iterable[Opening]) -> tuple[Hours, ...]:
    """Rows with the same hours as one line, in the order of the week; one-off days last."""
    together: dict[tuple[str, str, str, str], set[int]] = {}
    for one in openings:
        together.setdefault((one.words, one.opens, one.closes, one.note), set()).update(one.days)
    lines = [
        (
            min(days, default=7),
            opens,
            Hours(days=spoken_days(days) or words, opens=opens, closes=closes, note=note),
        )
        for (words, opens, closes, note), days in together.items()
    ]
    return tuple(hours for *_, hours in sorted(lines, key=lambda line: line[:2]))


def spoken_days(days: Iterable[int]) -> str:
    """Days as people write them: "Mon-Fri", "Mon, Wed", "every day"."""
    wanted = sorted(set(days))
    if len(wanted) == 7:
        return "every day"
    runs: list[list[int]] = []
    for day in wanted:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run(run) for run in runs)


@lru_cache(maxsize=512)
def clock_time(text: str) -> str:
    """A time as "09:00"; the source's own words where they are not one."""
    plain = re.sub(r"\b([ap])\.\s?m\.", r"\1m", text.strip(), flags=re.IGNORECASE)
    found = _TIME.fullmatch(plain) or _HOUR.fullmatch(plain)
    if not found:
        return " ".join(text.split())
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:
        return " ".join(text.split())
    return f"{hour:02d}:{minute:02d}"


def _run(run: list[int]) -> str:
    if len(run) < 3:
        return ", ".join(DAYS[day] for day in run)
    return f"{DAYS[run[0]]}-{DAYS[run[-1]]}"


def _days(row: Row) -> tuple[frozenset[int], str]:
    listed = row["byday"] or row["weekday"]
    if days := _listed_days(listed):
        return days, ""
    start, end = row.line("start_date"), row.line("end_date")
    if start:
        return frozenset(), start if end in ("", start) else f"{start} to {end}"
    if row["freq"].upper() == "DAILY" and not listed:
        return frozenset(range(7)), ""
    return frozenset(), _words(listed, row)


@lru_cache(maxsize=512)
def _listed_days(listed: str) -> frozenset[int]:
    """Days of the week that words, ranges or numbers say; none where one of them says anything else."""
    found: set[int] = set()
    rest = listed
    for span in _RANGE.finditer(listed):
        first, last = _day(span[1]), _day(span[2])
        if first is None or last is None:
            return frozenset()
        found |= {day % 7 for day in range(first, last + (1 if last >= first else 8))}
        rest = rest.replace(span[0], " ")
    for word in re.split(r"[,;|/&\s\[\]\"']+", rest):
        group = _GROUPS.get(word.lower())
        if group is not None:
            found |= set(group)
        elif word:
            day = _day(word)
            if day is None:
                return frozenset()
            found.add(day)
    return frozenset(found)


def _words(listed: str, row: Row) -> str:
    """When it is, where no day of the week says so alone: "1st Mon", "day 15 of the month"."""
    if row["freq"].upper() == "MONTHLY":
        if not listed and row["bymonthday"]:
            return f"day {row.line('bymonthday').replace(',', ', ')} of the month"
        nths = [_NTH.fullmatch(word) for word in re.split(r"[,;\s]+", listed) if word]
        if nths and all(nths):
            return ", ".join(_nth(found) for found in nths if found)
    return " ".join(listed.split()) or row.line("freq").lower()


def _nth(found: re.Match[str]) -> str:
    number = found[1].lstrip("+")
    return f"{_NTHS.get(number, number)} {DAYS[_RRULE_DAYS[found[2].lower()]]}"


def _day(word: str) -> int | None:
    word = word.lower()
    if word.isdecimal():
        # HSDS 1.1 numbers the days from Monday, 1, to Sunday, 7.
        return int(word) - 1 if word.isascii() and 1 <= int(word) <= 7 else None
    if word in _RRULE_DAYS:
        return _RRULE_DAYS[word]
    return next((day for day, name in enumerate(_FULL) if len(word) > 2 and name.startswith(word)), None)


def _note(row: Row) -> str:
    parts = [row.line("description"), row.line("notes")]
    interval = row.line("interval")
    if row["freq"].upper() == "WEEKLY" and interval.isdecimal() and int(interval) > 1:
        parts.append(f"every {interval} weeks")
    elif row["freq"].upper() == "DAILY" and (interval or "1") != "1":
        parts.append(f"every {interval} days")
    elif row["freq"].upper() not in ("", "WEEKLY", "DAILY"):
        parts.append(row.line("freq").lower())
    if row["valid_from"] and row["valid_to"]:
        parts.append(f"from {row.line('valid_from')} to {row.line('valid_to')}")
    elif row["valid_from"] or row["valid_to"]:
        parts.append(
            f"from {row.line('valid_from')}" if row["valid_from"] else f"until {row.line('valid_to')}"
        )
    return "; ".join(part for part in parts if part)
