"""A month as a leaf of a calendar: a line for each week, a sign beside each day that holds something."""

from textual.content import Content
from textual.style import Style

from widgets.day_grid import MARK, DayGrid, GridDay
from widgets.lens import marked

_WEEK = 7
_CELL = 4
"""The cursor, two figures, the sign."""
HOLDS = "•"
"""One sign, however much a day holds."""


class SmallMonth(DayGrid):
    """Arrows go a day sideways and a week up or down. It says that a day holds something, never how much."""

    STEP_DOWN = _WEEK
    WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    DEFAULT_CSS = f"""
    SmallMonth {{ width: {_WEEK * _CELL}; height: 8; }}
    """

    def __init__(self, *, id: str | None = None) -> None:
        """An empty leaf, until `show_month`."""
        super().__init__(id=id)
        self._title = ""

    def show_month(self, title: str, days: tuple[GridDay, ...], day: str) -> None:
        """Show this month, whole weeks of it, the cursor on this day."""
        self._title = title
        self.show_days(days, day)

    def render(self) -> Content:
        """The month's name, the days of the week, the weeks."""
        if not self.days:
            return Content("")
        names = Content.assemble(*((f" {name} ", self._look("more")) for name in self.WEEKDAYS))
        weeks = [
            Content("").join(map(self._drawn, range(monday, min(monday + _WEEK, len(self.days)))))
            for monday in range(0, len(self.days), _WEEK)
        ]
        title = Content.styled(f" {self._title}", self._look("title"))
        return Content("\n").join((title, names, *weeks))

    def place_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The day by its week and its column."""
        day = (y - 2) * _WEEK + min(x // _CELL, _WEEK - 1)
        return (day, 0) if y > 1 and day < len(self.days) else None

    def spots(self) -> list[tuple[str, int, int]]:
        """Each day: key, line, column."""
        return [(day.key, 2 + at // _WEEK, at % _WEEK * _CELL) for at, day in enumerate(self.days)]

    def _drawn(self, at: int) -> Content:
        day, here = self.days[at], at == self._day
        mark = MARK if here and self._has_cursor else " "
        look = self._own("mark") if here else self._look(self._title_role(day))
        return Content.assemble(
            (mark, self._own("mark")),
            (f"{day.title:>2}", look),
            (HOLDS if day.entries else " ", self._own("time")),
        )

    def _own(self, role: str) -> Style:
        """Days are the program's own words: the privacy lens leaves them."""
        return self.get_visual_style(f"day-grid--{role}", partial=True) + marked("own")
