"""What the agenda shows: a list, a week with what is under the cursor, a month with its day."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from mentor_tui import agenda_rows
from mentor_tui.agenda_days import grid_days
from mentor_tui.agenda_span import LIST, MONTH, VIEWS, WEEK, span, span_words
from mentor_tui.keys import told
from mentor_tui.row_keys import plan_key
from mentor_tui.screens.plan_acts import PlanActs
from mentor_tui.screens.tabbed import TabbedScreen
from store.waiting import Coming
from widgets.day_grid import DayGrid
from widgets.month_grid import MonthGrid
from widgets.row import Gap, Heading, Row
from widgets.row_list import QuietList, RowList
from widgets.tab_line import TabLine
from widgets.turned_list import TurnedList
from widgets.week_grid import WeekGrid

_GRID_FROM = (80, 16)
"""From so many columns and lines on a week or a month is drawn; below, its days are a list."""

_ROOMY_FROM = 25
"""Lines from which an empty one is left above a month too."""


class AgendaPage(TabbedScreen, PlanActs):
    """The page, and where the cursor is; what its keys do is in `AgendaScreen`."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen_day: date | None = None
        """The day the cursor is on, or the first of the list; None is today."""
        self._planned: tuple[Coming, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Tabs, and one of a list, a week with what is under the cursor, a month with its day."""
        yield TabLine(VIEWS, id="tabs")
        with Container(id="agenda-body"):
            yield TurnedList(agenda_rows.COLUMNS, id="days")
            with Vertical(id="week-pane"):
                yield WeekGrid(id="week")
                yield QuietList(agenda_rows.COLUMNS, id="here")
            with Horizontal(id="month-pane"):
                yield MonthGrid(id="month")
                yield TurnedList(agenda_rows.BESIDE_COLUMNS, id="day", tight=True, keeps_mark=True)

    def read(self) -> None:
        """Ask what is planned on these days."""
        moment, day, view = self.mentor.clock.now(), self.day_here, self.tab_line.chosen
        self.say_heading("Agenda", facts=span_words(view, day, moment.day))
        first, last = span(view, day)
        self._planned = self.mentor.caseload.planned(first, last)
        self.set_class(self._grid is not None and view == WEEK, "-in-week")
        self.set_class(self._grid is not None and view == MONTH, "-in-month")
        self.set_class(self.app.size.height >= _ROOMY_FROM, "-roomy")
        if self._grid is None:
            self._show_list()
        else:
            days = grid_days(view, day, moment.day, self._planned)
            self._grid.show_days(days, day.isoformat(), self._grid.highlighted_key)
            self._show_beside()

    @property
    def day_here(self) -> date:
        """The day under the cursor of a grid; of a list the first."""
        return self._chosen_day or self.mentor.clock.now().day

    @property
    def days(self) -> RowList:
        """The list."""
        return self.query_one("#days", RowList)

    @property
    def beside(self) -> RowList:
        """What a day of the month holds."""
        return self.query_one("#day", RowList)

    @property
    def _grid(self) -> DayGrid | None:
        """The grid in front; None where there is a list."""
        view, size = self.tab_line.chosen, self.app.size
        if view == LIST or size.width < _GRID_FROM[0] or size.height < _GRID_FROM[1]:
            return None
        return self.query_one("#week", WeekGrid) if view == WEEK else self.query_one("#month", MonthGrid)

    def row_here(self) -> str:
        """The row or the thing under the cursor."""
        grid = self._grid
        if grid is None:
            return self.days.highlighted_key
        return self.beside.highlighted_key if self.tab_line.chosen == MONTH else grid.highlighted_key

    def on_resize(self, event: events.Resize) -> None:
        """A grid needs room."""
        self.call_after_refresh(self.read_again)

    def _show_list(self) -> None:
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        items = agenda_rows.items(caseload, moment, self._planned)
        if self._chosen_day is None and self.tab_line.chosen == LIST:
            before = agenda_rows.open_from_before(caseload, moment)
            items = [*before, *([Gap()] if before and items else []), *items]
        self.days.show_items(items, empty=told("Nothing is planned on these days. {add} plans something."))

    def _show_beside(self) -> None:
        """Under a week what is under the cursor, in full; beside a month what its day holds."""
        caseload, moment, day = self.mentor.caseload, self.mentor.clock.now(), self.day_here
        here = self._grid.highlighted_key if self._grid else ""
        of_day = [one for one in self._planned if one.on == day]
        one_here = [one for one in of_day if plan_key(one) == here]
        heading = Heading(agenda_rows.day_heading(day, moment))
        if self.tab_line.chosen == WEEK:
            rows = [agenda_rows.plan_line(caseload, one, of_day) for one in one_here]
            self.query_one("#here", QuietList).show_items(
                [heading, *rows, *([] if of_day else [_nothing_yet()])]
            )
        else:
            rows = [agenda_rows.beside_line(caseload, one, of_day) for one in of_day]
            before = self.beside.highlighted_key
            self.beside.show_items([heading, *rows])
            if before not in {row.key for row in rows}:
                self.beside.action_edge(-1)


def _nothing_yet() -> Row:
    words = told("Nothing is planned on this day. {add} plans something.")
    return Row("nothing", (((words, "muted"),),), 1, spans=True, for_anyone=True)
