"""Days, numbers and intervals in the words of a reason; English whatever the machine's locale is."""

from datetime import date, time

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
# A reason is one line or two on Today; the whole words are in the record it names.
_LONGEST = 60
_NUMBERS = ("no", "a", "two", "three", "four", "five", "six")


def day_name(day: date) -> str:
    """A day of the week: "Mon"."""
    return _DAYS[day.weekday()]


def full_day(day: date, today: date | None = None) -> str:
    """A day as "Fri 4 Dec", with its year where that is not today's, or where no today is told."""
    year = "" if today and day.year == today.year else f" {day.year}"
    return f"{day_name(day)} {day.day} {_MONTHS[day.month - 1]}{year}"


def near_day(day: date, today: date) -> str:
    """A day as "tomorrow", as "Thu" where only one can be meant, else in full."""
    away = (day - today).days
    if away in _NEAR:
        return _NEAR[away]
    return day_name(day) if 1 < away < 7 else full_day(day, today)


def day_and_time(day: date, at: time | None, today: date) -> str:
    """A day, and its time where there is one: "tomorrow 09:30"."""
    return near_day(day, today) + (f" {at:%H:%M}" if at else "")


def how_many(number: int, thing: str) -> str:
    """A number and its noun: "1 day", "2 days"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def in_words(number: int, one: str, many: str) -> str:
    """A few of something, without a figure: "a death", "two deaths"; more than six are "many"."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else "many"
    return f"{said} {one if number == 1 else many}"


def length(minutes: int) -> str:
    """A length of time as it is typed: "15m", "1h", "1h30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest:02}" if rest else f"{hours}h"


def times(number: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def interval(every_days: int) -> str:
    """A rhythm: "weekly", "every day", "every 10 days"."""
    return {1: "every day", 7: "weekly"}.get(every_days, f"every {every_days} days")


def ago(days: int) -> str:
    """How long ago: "today", "yesterday", "6 days ago"."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def brief(words: str) -> str:
    """Words on one line, shortened so that a reason stays a line."""
    line = " ".join(words[: _LONGEST * 20].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
