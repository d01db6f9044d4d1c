"""Agenda: plans, dates and releases as a list, a week or a month; the cursor on one of them moves it."""

from __future__ import annotations

from datetime import date

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical

from mentor_tui import agenda_rows
from mentor_tui.agenda_days import grid_days
from mentor_tui.agenda_span import LIST, MONTH, VIEWS, WEEK, span, span_words, turned
from mentor_tui.keys import bindings, told
from mentor_tui.row_keys import key_parts, plan_key
from mentor_tui.screens.plan_acts import PlanActs
from mentor_tui.screens.tabbed import TabbedScreen
from store.records import Appointment
from store.waiting import Coming
from store.waiting.due import days_after
from widgets.day_grid import DayGrid
from widgets.month_grid import MonthGrid
from widgets.row import Gap, Heading
from widgets.row_list import QuietList, RowList
from widgets.tab_line import TabLine
from widgets.week_grid import WeekGrid

_GRID_FROM = (80, 16)
"""From so many columns and lines on a week or a month is drawn; below, its days are a list."""


class DayList(RowList, inherit_bindings=False):
    """A list whose page keys belong to the page: past its end they turn to other days."""

    BINDINGS = [
        binding
        for binding in RowList.BINDINGS
        if isinstance(binding, Binding) and binding.key not in ("pageup", "pagedown", "home")
    ]


class AgendaScreen(TabbedScreen, PlanActs):
    """Plans, appointments and dates."""

    CSS_PATH = "agenda.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Plans, dates and releases: a list of 14 days with what is still open from before, a week, or a "
        "month. Arrows move in it; enter opens one. Of a plan that comes back you are asked how far a "
        "change reaches."
    )
    SAYS = {
        "add": "Plan something on the day under the cursor; the form asks with whom.",
        "more": "Take the plan under the cursor out, or more about the person.",
        "done": "Say what became of the plan under the cursor, with a note if you like.",
    }
    HINTS = ("open", "done", "day-later", "add", "repeat", "go-to-day", "log", "help")
    BINDINGS = bindings("open", "add", "go-to-day", "page-before", "page-after", "to-today", "other-side")
    AUTO_FOCUS = "#days"

    def __init__(self) -> None:
        super().__init__()
        self._chosen_day: date | None = None
        """The day the cursor is on, or the first of the list; None is today."""
        self._planned: tuple[Coming, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Tabs, and one of a list, a week with what is under the cursor, a month with its day."""
        yield TabLine(VIEWS, id="tabs")
        with Container(id="agenda-body"):
            yield DayList(agenda_rows.COLUMNS, id="days")
            with Vertical(id="week-pane"):
                yield WeekGrid(id="week")
                yield QuietList(agenda_rows.COLUMNS, id="here")
            with Horizontal(id="month-pane"):
                yield MonthGrid(id="month")
                yield DayList(agenda_rows.BESIDE_COLUMNS, id="day", tight=True, keeps_mark=True)

    def read(self) -> None:
        """Ask what is planned on these days."""
        moment, day, view = self.mentor.clock.now(), self.day_here, self.tab_line.chosen
        self.say_heading("Agenda", facts=span_words(view, day, moment.day))
        first, last = span(view, day)
        self._planned = self.mentor.caseload.planned(first, last)
        self.set_class(self._grid is not None and view == WEEK, "-in-week")
        self.set_class(self._grid is not None and view == MONTH, "-in-month")
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

    def person_here(self) -> int | None:
        """Whose plan or release it is; 0 is the mentor's own."""
        table, id = key_parts(self.row_here())
        plan = self.plan_shown() if table == "appointments" else None
        return id if table == "clients" else plan.client_id if plan else None

    def nobody_here(self) -> str:
        """What is said where a key needs a plan or a person."""
        if self.plan_shown():
            return "This plan is your own; there is nobody here."
        return told("Nothing is planned here; {add} plans something on this day.")

    def follow(self, key: str) -> None:
        """To the plan that was moved, on whatever day it is now."""
        table, id = key_parts(key)
        if table == "appointments" and self.tab_line.chosen != LIST:
            self._chosen_day = self.mentor.caseload.get(Appointment, id).on
        self.read_again()
        (self._grid or self.days).highlight(key)
        self.beside.highlight(key)

    def tab_turned(self) -> None:
        """Look another way, at the day that was under the cursor; a list begins today again."""
        if self.tab_line.chosen == LIST:
            self._chosen_day = None
        self.read_again()
        self._to_day()
        (self._grid or self.days).focus()

    def action_add(self) -> None:
        """Plan something on the day here; the form asks with whom."""
        day = self._row_day() or self.day_here
        if day < self.mentor.clock.now().day:
            day = date.min
        self.mentor.open_dialog("form", Appointment, self.person_here() or None, on=day)

    def action_open(self) -> None:
        """Enter, where neither a list nor a grid has the focus."""
        (self._grid or self.days).focus()

    def action_other_side(self) -> None:
        """From what a day holds back to its month."""
        if self._grid is not None:
            self._grid.focus()

    def action_page_before(self) -> None:
        """The days before."""
        self._turn_page(-1)

    def action_page_after(self) -> None:
        """The days after."""
        self._turn_page(1)

    def action_to_today(self) -> None:
        """Back to today."""
        self._show_day(None)

    def action_go_to_day(self) -> None:
        """Type a day."""
        from mentor_tui.screens.go_to_day import GoToDay

        self.mentor.push_screen(GoToDay(self._show_day))

    def on_resize(self, event: events.Resize) -> None:
        """A grid needs room."""
        self.call_after_refresh(self.read_again)

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Enter opens the plan; a release opens the person."""
        self._open(event.key)

    @on(DayGrid.Opened)
    def open_cell(self, event: DayGrid.Opened) -> None:
        """In a week enter opens the plan, in a month it goes to what the day holds."""
        if self.tab_line.chosen == MONTH and len(self.beside.items) > 1:
            self.beside.focus()
        elif event.key:
            self._open(event.key)
        else:
            self.mentor.trouble(self.nobody_here())

    @on(DayGrid.Moved)
    def cell_moved(self, event: DayGrid.Moved) -> None:
        """Another day; one of another month turns the page."""
        before, self._chosen_day = self.day_here, date.fromisoformat(event.grid.day_key)
        if self.tab_line.chosen == MONTH and before.month != self._chosen_day.month:
            self.read_again()
        else:
            self._show_beside()

    @on(DayGrid.Beyond)
    def cell_beyond(self, event: DayGrid.Beyond) -> None:
        """A day that is not shown yet."""
        self._show_day(days_after(self.day_here, event.days))

    def _turn(self, step: int) -> None:
        """Another way to look, at the same day."""
        self._chosen_day = self._row_day() or self._chosen_day
        super()._turn(step)

    def _turn_page(self, pages: int) -> None:
        """A page further in the list; past its end, and in a grid, the days that follow."""
        before = self.days.highlighted_key
        if self._grid is None:
            self.days.action_page(pages)
        if self._grid is not None or self.days.highlighted_key == before:
            self._show_day(turned(self.tab_line.chosen, self.day_here, pages))
            self.days.action_edge(-1)

    def _show_day(self, day: date | None) -> None:
        """Show the days around this one, the cursor on it; None is today."""
        self._chosen_day = day
        self.read_again()
        self._to_day()

    def _to_day(self) -> None:
        """In a list, to the first thing of the day or after it; in the list of 14 days the first of all."""
        following = next((one for one in self._planned if one.on >= self.day_here), None)
        if self.tab_line.chosen == LIST or following is None:
            self.days.action_edge(-1)
        else:
            self.days.highlight(plan_key(following))

    def _row_day(self) -> date | None:
        """The day of the row under the cursor."""
        here = self.row_here()
        return next((one.on for one in self._planned if plan_key(one) == here), None)

    def _open(self, key: str) -> None:
        table, id = key_parts(key)
        if table == "clients":
            self.open_person(id)
        else:
            self.action_edit()

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
            self.query_one("#here", QuietList).show_items([heading, *rows])
        else:
            rows = [agenda_rows.beside_line(caseload, one, of_day) for one in of_day]
            before = self.beside.highlighted_key
            self.beside.show_items([heading, *rows])
            if before not in {row.key for row in rows}:
                self.beside.action_edge(-1)
