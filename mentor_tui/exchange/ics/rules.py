"""How an event comes back: an RRULE, kept where it is one a person could say, and refused otherwise.

What is let through always comes to its next day soon: a rule from elsewhere may have none, and looking
for it would take minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from store.recurrence import MOST_EVERY, MOST_YEARS, WEEKDAY_CODES
from store.when_words import MONTH_DAYS

_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_MOST_TIMES = 1_000
_MAY_HOLD = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTH", "BYMONTHDAY"},
}
_ANYWHERE = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}


class NotSaid(Exception):
    """It comes back in a way that is not kept here."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that can be kept."""

    text: str
    """Without UNTIL and COUNT, each part in its place."""
    freq: str
    every: int
    count: int | None = None
    until: str = ""
    """As it came."""

    def near(self, begins: date, day: date) -> date:
        """A day from which the rule runs as from `begins`, not long before `day`."""
        if day <= begins:
            return begins
        step = {"DAILY": self.every, "WEEKLY": 7 * self.every}.get(self.freq)
        if step is not None:
            return begins + timedelta(days=(day - begins).days // step * step)
        # The text names its days, so that only which month, or year, it is counted from matters.
        step = self.every * (12 if self.freq == "YEARLY" else 1)
        months = (day.year - begins.year) * 12 + day.month - begins.month
        year, month = divmod(begins.year * 12 + begins.month - 1 + months // step * step, 12)
        return begins if months < step else date(year, month + 1, 1)


def read_rule(text: str, begins: date) -> Rule:
    """A rule that starts on a day.

    Raises:
        NotSaid: it is none that is kept here.
    """
    parts: dict[str, str] = {}
    for part in text.upper().rstrip(";").split(";"):
        name, sign, value = part.strip().partition("=")
        if not sign or name in parts:
            raise NotSaid
        parts[name] = value.strip()
    freq = parts.get("FREQ", "")
    by = {name for name in parts if name not in _ANYWHERE}
    if freq not in _MAY_HOLD or not by <= _MAY_HOLD[freq]:
        raise NotSaid
    if freq == "DAILY" and "BYDAY" in parts and parts.get("INTERVAL", "1") == "1":
        freq = "WEEKLY"  # the same days, as they are said
    every = _number(parts.get("INTERVAL", "1"), MOST_YEARS if freq == "YEARLY" else MOST_EVERY)
    count = _number(parts["COUNT"], _MOST_TIMES) if "COUNT" in parts else None
    said = _said(freq, every, parts, begins)
    week = parts.get("WKST", "MO")
    if week not in WEEKDAY_CODES:
        raise NotSaid
    whole = [f"FREQ={freq}"]
    if every > 1:
        whole.append(f"INTERVAL={every}")
    if week != "MO" and freq == "WEEKLY" and every > 1 and "," in said[0]:
        whole.append(f"WKST={week}")
    return Rule(";".join([*whole, *said]), freq, every, count, parts.get("UNTIL", ""))


def _said(freq: str, every: int, parts: dict[str, str], begins: date) -> list[str]:
    """The days, where the rule leaves them to its first day written out."""
    by_day = _by_day(parts.get("BYDAY", ""))
    if freq == "DAILY":
        if by_day:
            raise NotSaid
        return []
    if freq == "WEEKLY":
        if any(nth for nth, _ in by_day):
            raise NotSaid
        return _days_said(by_day or (("", WEEKDAY_CODES[begins.weekday()]),))
    if freq == "MONTHLY":
        months = {(begins.month - 1 + turn * every) % 12 + 1 for turn in range(12)}
        said = _monthly(by_day, parts, begins)
    else:
        months = set(_months(parts, begins))
        said = _yearly(by_day, parts, begins)
    days = _numbers(parts.get("BYMONTHDAY", ""), 31) or (() if by_day else (begins.day,))
    # The 29th of February, or a fifth Monday in it, every other year may never come.
    february = 29 if freq == "YEARLY" and every == 1 else 28
    longest = max(february if month == 2 else MONTH_DAYS[month - 1] for month in months)
    fewest = min((abs(day) for day in days), default=29 if any("5" in nth for nth, _ in by_day) else 1)
    if fewest > longest:
        raise NotSaid
    return said


def _monthly(by_day: tuple[tuple[str, str], ...], parts: dict[str, str], begins: date) -> list[str]:
    days = _numbers(parts.get("BYMONTHDAY", ""), 31)
    position = parts.get("BYSETPOS", "")
    if by_day and days:
        raise NotSaid
    if position:
        if not by_day or any(nth for nth, _ in by_day) or not re.fullmatch(r"-?[1-4]", position):
            raise NotSaid
        if len(by_day) == 1:
            return _days_said(((position, by_day[0][1]),))
        return [*_days_said(by_day), f"BYSETPOS={position}"]
    if by_day:
        return _days_said(by_day)
    return [f"BYMONTHDAY={','.join(map(str, days or (begins.day,)))}"]


def _yearly(by_day: tuple[tuple[str, str], ...], parts: dict[str, str], begins: date) -> list[str]:
    months = _months(parts, begins)
    days = _numbers(parts.get("BYMONTHDAY", ""), 31)
    if (by_day and days) or (by_day and not all(nth for nth, _ in by_day)):
        raise NotSaid
    said = _days_said(by_day) or [f"BYMONTHDAY={','.join(map(str, days or (begins.day,)))}"]
    return [f"BYMONTH={','.join(map(str, months))}", *said]


def _months(parts: dict[str, str], begins: date) -> tuple[int, ...]:
    months = _numbers(parts.get("BYMONTH", ""), 12) or (begins.month,)
    if min(months) < 1:
        raise NotSaid
    return months


def _by_day(value: str) -> tuple[tuple[str, str], ...]:
    found = [_DAY.fullmatch(each.strip()) for each in value.split(",")] if value else []
    if not all(found) or len({bool(each[1]) for each in found if each}) > 1:
        raise NotSaid
    return tuple(((each[1] or "").lstrip("+"), each[2]) for each in found if each)


def _days_said(by_day: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"BYDAY={','.join(f'{nth}{day}' for nth, day in by_day)}"] if by_day else []


def _number(value: str, most: int) -> int:
    if not re.fullmatch(r"\d{1,4}", value, re.ASCII) or not 1 <= int(value) <= most:
        raise NotSaid
    return int(value)


def _numbers(value: str, most: int) -> tuple[int, ...]:
    found = value.split(",") if value else []
    if not all(re.fullmatch(r"[+-]?\d{1,2}", each.strip(), re.ASCII) for each in found):
        raise NotSaid
    numbers = tuple(int(each) for each in found)
    if any(not 1 <= abs(number) <= most for number in numbers):
        raise NotSaid
    return numbers
