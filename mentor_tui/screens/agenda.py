"""Agenda: plans, dates and releases as a list, a week or a month; the cursor on one of them moves it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from mentor_tui.agenda_span import LIST, MONTH, span, turned
from mentor_tui.keys import bindings, told
from mentor_tui.row_keys import key_parts, plan_key
from mentor_tui.screens.agenda_page import AgendaPage
from mentor_tui.screens.base import WayBack
from store.records import Appointment
from store.waiting.due import days_after
from widgets.day_grid import DayGrid
from widgets.row_list import RowList

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


class AgendaScreen(AgendaPage):
    """Plans, appointments and dates."""

    CSS_PATH = "agenda.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Plans, dates and releases: a list of 14 days with what is still open from before, a week, or a "
        "month. Arrows move in it; enter opens one. Of a plan that comes back you are asked how far a "
        "change reaches."
    )
    SAYS = {
        "add": "Plan something on the day under the cursor; the form asks with whom, and proposes who is "
        "there.",
        "more": "Take the plan under the cursor out, or more about the person.",
        "done": "Say what became of the plan under the cursor, with a note if you like.",
    }
    HINTS = ("open", "done", "day-later", "add", "repeat", "go-to-day", "log", "help")
    BINDINGS = bindings("open", "add", "go-to-day", "page-before", "page-after", "to-today", "other-side")
    AUTO_FOCUS = "#days"

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
        if table == "appointments":
            day, view = self.mentor.caseload.get(Appointment, id).on, self.tab_line.chosen
            first, last = span(view, self.day_here)
            if view != LIST or not first <= day <= last:
                self._chosen_day = day if day >= self.mentor.clock.now().day else None
        self.read_again()
        (self._grid or self.days).highlight(key)
        self.beside.highlight(key)

    def way_back(self) -> WayBack:
        """The same tab, day and line; the page itself is there again with its place."""
        return partial(_look_again, self.tab_line.chosen, self._chosen_day, self.row_here())

    def look(self, view: int, day: date | None, key: str) -> None:
        """Look this way at these days, the cursor on this line."""
        self.tab_line.chosen, self._chosen_day = view, day
        self.read_again()
        (self._grid or self.days).highlight(key)
        self.beside.highlight(key)
        (self._grid or self.days).focus()

    def tab_turned(self) -> None:
        """Look another way, at the day that was under the cursor; a list begins today again."""
        if self.tab_line.chosen == LIST:
            self._chosen_day = None
        self.read_again()
        self._to_day()
        (self._grid or self.days).focus()

    def action_add(self) -> None:
        """Plan something on the day here; the form asks with whom, the person here is proposed."""
        day = self._row_day() or self.day_here
        if day < self.mentor.clock.now().day:
            day = date.min
        self.mentor.open_dialog("form", Appointment, on=day, proposed=self.person_here() or 0)

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
        self.show_day(None)

    def action_go_to_day(self) -> None:
        """Type a day."""
        from mentor_tui.screens.go_to_day import GoToDay

        self.mentor.push_screen(GoToDay(self.show_day))

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
        self.show_day(days_after(self.day_here, event.days))

    def _turn(self, step: int) -> None:
        """Another way to look, at the same plan."""
        key, self._chosen_day = self.row_here(), self._row_day() or self._chosen_day
        super()._turn(step)
        (self._grid or self.days).highlight(key)
        self.beside.highlight(key)

    def _turn_page(self, pages: int) -> None:
        """A page further in the list; past its end, and in a grid, the days that follow."""
        before = self.days.highlighted_key
        if self._grid is None:
            self.days.action_page(pages)
        if self._grid is not None or self.days.highlighted_key == before:
            self.show_day(turned(self.tab_line.chosen, self.day_here, pages))
            self.days.action_edge(-1)

    def show_day(self, day: date | None) -> None:
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


def _look_again(view: int, day: date | None, key: str, mentor: MentorApp) -> None:
    if isinstance(mentor.screen, AgendaScreen):
        mentor.screen.look(view, day, key)
