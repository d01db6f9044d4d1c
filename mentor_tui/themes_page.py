"""Reflect's tab Themes: the picture, what each is for, and what the mentor wrote under it over time."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from mentor_tui import reflect_rows, theme_rows
from mentor_tui.record_rows import key_of
from mentor_tui.screens import theme_seen
from mentor_tui.written_page import WrittenPage
from store.records import Reflection, ThemeSeen
from store.themes_written import Written, written_in
from store.waiting.due import days_after
from widgets.row_list import RowList
from widgets.side_list import SideList
from widgets.small_month import SmallMonth
from widgets.theme_picture import ThemePicture
from widgets.turned_list import TurnedList

_CALENDAR_FROM = (70, 22)
"""Columns and lines of the terminal from which the calendar has its place beside the timeline."""
_PICTURE_FROM = 16
"""Lines from which the picture has its place; the app's `-tall`."""


class Timeline(SideList, TurnedList):
    """A list in which left and right go to another theme; its page keys turn the month."""


class ThemesPage(WrittenPage, inherit_bindings=False):
    """A place to browse: nothing here is counted, and nothing is missing."""

    ID = "themes-page"
    TITLE = "Themes"
    HINTS = ("open", "add", "edit", "more", "page-before", "next-tab", "help")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lit = ""
        """The short name of the theme that is looked at; "" is all six."""
        self._day: date | None = None
        """The day under the calendar's cursor; None is today."""
        self._written: tuple[Written, ...] = ()

    def compose(self) -> ComposeResult:
        """The picture, the words of the one that is lit, a calendar and a timeline, the study."""
        yield ThemePicture(*reflect_rows.drawn_themes(), id="six")
        yield Static(id="six-lens", classes="for-anyone")
        yield Static(id="six-purpose", classes="for-anyone")
        with Horizontal(id="six-written"):
            yield SmallMonth(id="six-month")
            yield Timeline(theme_rows.COLUMNS, id="six-timeline", keeps_mark=True)
        yield Static(Content(theme_rows.cited()), id="six-cited", classes="for-anyone")

    def show(self) -> None:
        """Ask the notebook, and show what stands under the theme that is lit."""
        moment, size = self.mentor.clock.now(), self.app.size
        self._written = written_in(self.mentor.notebook, self.lit)
        has_calendar = size.width >= _CALENDAR_FROM[0] and size.height >= _CALENDAR_FROM[1]
        self.query_one("#six", ThemePicture).lit = self.lit
        self._say("lens", theme_rows.lens(self.lit))
        self._say("purpose", theme_rows.purpose(self.lit, is_roomy=has_calendar))
        self.month.display = has_calendar
        note_of = partial(theme_seen.note_of, self.mentor)
        rows = theme_rows.items(
            self._written,
            moment,
            note_of,
            self.lit,
            has_calendar=has_calendar,
            has_picture=size.height >= _PICTURE_FROM,
        )
        self.timeline.show_items(rows, empty=theme_rows.nothing(self.lit))
        self._show_month()

    @property
    def timeline(self) -> Timeline:
        """What was written, newest first."""
        return self.query_one("#six-timeline", Timeline)

    @property
    def month(self) -> SmallMonth:
        """The days on which something was written."""
        return self.query_one("#six-month", SmallMonth)

    @property
    def day(self) -> date:
        """The day under the calendar's cursor."""
        return self._day or self.mentor.clock.now().day

    def take_focus(self) -> None:
        """Into what was written."""
        self.timeline.focus()

    def record_here(self) -> Reflection | ThemeSeen | None:
        """The page or the theme under the cursor; in the calendar only what was written on its day."""
        record = self.record_of(self.timeline.highlighted_key)
        is_elsewhere = record is not None and self.month.has_focus and record.on != self.day
        return None if is_elsewhere else record

    def turn(self, pages: int) -> None:
        """Another month, and what was written last in it."""
        if pages:
            past_empty = not self.month.display
            day = theme_rows.turned_month(self.day, pages, self._written, past_empty=past_empty)
        else:
            day = self.mentor.clock.now().day
        self._go_to(day)
        if found := theme_rows.newest_of_month(day, self._written):
            self.timeline.highlight(key_of(found.record))

    def add(self) -> None:
        """An empty page, under the theme that is lit."""
        self.mentor.open_dialog("write", themes=(self.lit,) if self.lit else ())

    @on(Timeline.Sided)
    def theme_turned(self, event: Timeline.Sided) -> None:
        """The theme beside it."""
        self._light(theme_rows.turned(self.lit, event.step))

    @on(ThemePicture.Chosen, "#six")
    def theme_clicked(self, event: ThemePicture.Chosen) -> None:
        """A click lights a theme, another shows all six again."""
        self._light("" if event.code == self.lit else event.code)

    @on(RowList.Highlighted, "#six-timeline")
    def row_here(self, event: RowList.Highlighted) -> None:
        """The calendar goes to its day."""
        record = self.record_of(event.key)
        if record and self.timeline.has_focus:
            self._go_to(record.on)

    @on(RowList.Opened, "#six-timeline")
    def open_row(self, event: RowList.Opened) -> None:
        """A page opens; a theme leads to its note."""
        self.open_here()

    @on(SmallMonth.Moved)
    def day_moved(self, event: SmallMonth.Moved) -> None:
        """The timeline goes to what was written on that day; a day of another month turns the leaf."""
        before = self.day
        self._day = date.fromisoformat(self.month.day_key)
        of_day = [one for one in self._written if one.on == self._day]
        if of_day:
            self.timeline.highlight(key_of(of_day[0].record))
        if before.month != self._day.month:
            self._show_month()

    @on(SmallMonth.Beyond)
    def day_beyond(self, event: SmallMonth.Beyond) -> None:
        """A day that is not on this leaf."""
        self._go_to(days_after(self.day, event.days))

    @on(SmallMonth.Opened)
    def day_opened(self, event: SmallMonth.Opened) -> None:
        """To what was written then."""
        if event.key:
            self.take_focus()

    def nothing_here(self) -> None:
        """A day of the calendar on which nothing was written says so."""
        if self._written and self.month.has_focus:
            self.mentor.trouble(theme_rows.EMPTY_DAY)

    def _light(self, code: str) -> None:
        self.lit = code
        self.show()

    def _go_to(self, day: date) -> None:
        self._day = day
        self._show_month()

    def _show_month(self) -> None:
        days = theme_rows.month_days(self.day, self.mentor.clock.now().day, self._written)
        self.month.show_month(theme_rows.month_name(self.day), days, self.day.isoformat())

    def _say(self, place: str, words: str) -> None:
        self.query_one(f"#six-{place}", Static).update(Content(words))
