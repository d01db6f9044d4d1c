"""Days told relative to today, so that the demo is always now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_DAY_FIELDS = frozenset(
    {
        "on",
        "met_on",
        "status_on",
        "expected_on",
        "back_on",
        "agreed_on",
        "checked_on",
        "since",
        "until",
        "left_until",
        "review_on",
        "due_on",
        "made_on",
        "done_on",
        "named_on",
        "state_on",
        "stage_on",
        "asked_on",
        "went_on",
        "expires_on",
        "closed_on",
        "keep_until",
    }
)
_SATURDAY = 5
SUNDAY = 6
"""As `date.weekday` counts."""


@dataclass(frozen=True, slots=True)
class Days:
    """Turns "12 days ago" into a date."""

    today: date

    def at(self, offset: int) -> date:
        """The day that many days from today; negative is past."""
        return self.today + timedelta(days=offset)

    def office_before(self, offset: int) -> date:
        """That day, or the Friday before it: offices close at weekends."""
        day = self.at(offset)
        return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))

    def office_after(self, offset: int) -> date:
        """That day, or the Monday after it."""
        day = self.at(offset)
        return day if day.weekday() < _SATURDAY else day + timedelta(days=7 - day.weekday())

    def is_free(self, day: date) -> bool:
        """Whether it is one of the Sundays she keeps for herself: every third one."""
        return day.weekday() == SUNDAY and (self.today - day).days // 7 % 2 == 0

    def told(self, fields: Any, *, office: bool = False) -> Any:
        """The same fields with every day that is a number of days turned into a date, at any depth."""
        if isinstance(fields, list):
            return [self.told(one, office=office) for one in fields]
        if not isinstance(fields, Mapping):
            return fields
        return {key: self._value(key, value, office) for key, value in fields.items()}

    def _value(self, key: str, value: Any, office: bool) -> Any:
        if key not in _DAY_FIELDS or not isinstance(value, int):
            return self.told(value, office=office)
        if not office:
            return self.at(value)
        return self.office_after(value) if value > 0 else self.office_before(value)
