"""Reflect's tab Week: the week in sentences, what it took of her, one question, room to write."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from mentor_tui import week_rows
from mentor_tui.reflect_page import ReflectPage
from mentor_tui.rows import key_parts
from mentor_tui.screens.page_more import more_about_page
from mentor_tui.screens.whom import ask_whom
from store.load import load
from store.records import Reflection
from store.week import Week, latest_week, the_week, week_of
from widgets.row_list import RowList
from widgets.turned_list import TurnedList

if TYPE_CHECKING:
    from store.principles import Offered

_A_WEEK = timedelta(days=7)
_ROOMY_FROM = 48
"""Lines from which there is air between the sentences."""


class WeekPage(ReflectPage, inherit_bindings=False):
    """One week; the ones before it a key away."""

    ID = "week-page"
    TITLE = "Week"
    HINTS = ("write", "page-before", "more", "page-after", "next-tab", "note", "help")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._day: date | None = None
        """A day of the week that was turned to; None leaves it to the day it is."""
        self._offered: Offered | None = None
        self._first: date | None = None
        """Monday of the week that is shown."""

    def compose(self) -> ComposeResult:
        """One list, read from top to bottom; the question below it, in sight however long the week is."""
        yield TurnedList(week_rows.COLUMNS, id="week-list")
        yield Static(id="week-asked")

    def show(self) -> None:
        """Ask both ledgers for the week in front."""
        app = self.mentor
        moment, notebook = app.clock.now(), app.notebook
        week = self._week()
        self._first = week.days.first
        pages = notebook.pages_of_week(week.days.first)
        self._offered = None if pages else self._question(week)
        items = week_rows.week_items(week, moment, is_roomy=app.size.height >= _ROOMY_FROM)
        items += week_rows.load_items(load(app.caseload, week.days, moment), notebook.support())
        # A phone has no line to spare: there the question is the last row.
        is_row = self.screen.has_class("-short")
        items += week_rows.writing_items(self._offered, pages, moment, is_row=is_row)
        self.list.show_items(items)
        asked = self.query_one("#week-asked", Static)
        asked.display = self._offered is not None and not is_row
        asked.update(week_rows.asked_below(self._offered, moment))

    @property
    def list(self) -> TurnedList:
        """The list."""
        return self.query_one("#week-list", TurnedList)

    def take_focus(self) -> None:
        """Into the list."""
        self.list.focus()

    def turned_to(self) -> None:
        """Whoever comes here looks at the newest week, from its beginning."""
        self._day = None
        self.list.action_edge(-1)

    def turn(self, pages: int) -> None:
        """Weeks back or on; 0 is back to this one. What is still to come has no page."""
        now = week_of(self.mentor.clock.now().day).first
        first = self._first or now
        wanted = now if not pages else min(max(first, date.min + _A_WEEK) + pages * _A_WEEK, now)
        if wanted != first:
            self._day = wanted
            self.show()
            self.list.action_edge(-1)

    def record_here(self) -> Reflection | None:
        """The page under the cursor."""
        table, id = key_parts(self.list.highlighted_key)
        return self.mentor.notebook.get(Reflection, id) if table == "reflections" else None

    def write(self) -> None:
        """Write of this week, on its question where there is one."""
        self.mentor.open_dialog("write", self._offered, week=self._first)

    def add(self) -> None:
        """An empty page of this week."""
        self.mentor.open_dialog("write", week=self._first)

    def edit(self) -> None:
        """Correct the page under the cursor; say otherwise whom she can talk to."""
        if page := self.record_here():
            self.mentor.open_dialog("write", record=page)
        elif self.list.highlighted_key == week_rows.SUPPORT:
            ask_whom(self.mentor)

    def more(self) -> None:
        """What else can be done with the page under the cursor; anywhere else, whom she can talk to."""
        if page := self.record_here():
            more_about_page(self.mentor, page)
        else:
            ask_whom(self.mentor)

    @on(RowList.Opened, "#week-list")
    def open_row(self, event: RowList.Opened) -> None:
        """A page opens, the question is written on, the line of whom to talk to is set."""
        if event.key in (week_rows.QUESTION, week_rows.ROOM):
            self.write()
        else:
            self.edit()

    def _week(self) -> Week:
        caseload = self.mentor.caseload
        if self._day is None:
            return latest_week(caseload, caseload.clock.now().day)
        return the_week(caseload, week_of(self._day))

    def _question(self, week: Week) -> Offered | None:
        """Of this week and the last."""
        app = self.mentor
        is_near = app.clock.now().day - week.days.first < 2 * _A_WEEK
        if not is_near or app.settings.questions == "off":
            return None
        return app.week_question(week.days.first)
