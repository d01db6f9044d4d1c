"""Today, the first screen: who is next and why, what is coming, one question if she likes.

What it reads is imported while it reads, so that the first frame does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from mentor_tui.keys import bindings, told
from mentor_tui.row_keys import COMING_COLUMNS, WAITING_COLUMNS, key_parts
from mentor_tui.screens.plan_acts import PlanActs
from widgets.question_card import QuestionCard
from widgets.row_list import RowList

if TYPE_CHECKING:
    from mentor_tui.today_page import TodayPage

NOTHING_COMING = " COMING UP\n nothing in the next 7 days"

NARROW = 80
"""Below this many columns everything stands in one list, in the same order."""


class TodayScreen(PlanActs):
    """Two lists side by side and a question; one list where the terminal is narrow."""

    CSS_PATH = "today.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Who needs you next, and why in words. NOW never folds away; the others open with enter. "
        "On the right what is coming in seven days, and a question if you like."
    )
    SAYS = {
        "add": "Add a person.",
    }
    HINTS = ("note", "log", "plan", "done", "review", "find", "help")
    BINDINGS = [
        *bindings("open", "add", "write", "other-side"),
        # One escape too many, after a dialog, must not close the program: only q does.
        Binding("escape", "stay", show=False, id="today.stay", tooltip="Nothing: this is the first page."),
    ]
    AUTO_FOCUS = "#waiting"

    def __init__(self) -> None:
        super().__init__()
        self._unfolded: frozenset[str] = frozenset()
        self._page: TodayPage | None = None

    def compose_body(self) -> ComposeResult:
        """Waiting on the left; coming and the question on the right."""
        with Horizontal(id="panes"):
            yield RowList(WAITING_COLUMNS, id="waiting", uses_room=True)
            with Vertical(id="right"):
                yield RowList(COMING_COLUMNS, id="coming", tight=True, uses_room=True)
                yield QuestionCard("A QUESTION, IF YOU LIKE", id="question")

    def on_mount(self) -> None:
        """The day is known before the books are open."""
        day = self.mentor.clock.now().local
        self.say_heading("Today", f"{day:%a} {day.day} {day:%b %Y}", "opening ...")

    def read(self) -> None:
        """Ask the caseload who is waiting, and show it."""
        from mentor_tui.today_page import TodayPage

        page = self._page = TodayPage.read(self.mentor)
        self.say_heading("Today", page.date, page.facts)
        narrow = self.app.size.width < NARROW
        self.query_one("#right").display = not narrow
        self.waiting_list.show_items(
            page.items(self.waiting_list.size.height, self._unfolded, narrow=narrow), empty=page.empty
        )
        self.coming_list.show_items(page.coming_items(), empty=NOTHING_COMING)
        self.query_one("#question", QuestionCard).ask(page.theme, page.question)

    @property
    def waiting_list(self) -> RowList:
        """The list on the left."""
        return self.query_one("#waiting", RowList)

    @property
    def coming_list(self) -> RowList:
        """The list on the right."""
        return self.query_one("#coming", RowList)

    def person_here(self) -> int | None:
        """Whoever the cursor is on; on a line of COMING UP, whose plan it is."""
        from store.records import Appointment

        table, id = key_parts(self.row_here())
        if table == "clients":
            return id
        return self.mentor.caseload.get(Appointment, id).client_id if table == "appointments" else None

    def nobody_here(self) -> str:
        """The cursor is on a line that leads elsewhere, or on nothing."""
        return (
            "That line is no person; enter opens it."
            if self.row_here()
            else told("Nobody is here yet; {add} adds one.")
        )

    def row_here(self) -> str:
        """The line under the cursor, on either side."""
        return self._list_here.highlighted_key

    def follow(self, key: str) -> None:
        """The line of COMING UP that was moved."""
        self.read_again()
        self._list_here.highlight(key)

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """A person opens; a folded line unfolds."""
        band = event.key.removeprefix("fold-")
        if band != event.key:
            self._unfolded ^= {band}
            self.read()
        elif event.key == "away":
            self._came_back()
        elif event.key == "several":
            self._mark_who_waited()
        elif event.key == "question":
            self.action_write()
        elif event.key == "agreements":
            self.mentor.open_dialog("agreements", near=True)
        elif event.key in ("inbox", "put-aside", "still-needed"):
            self.mentor.open_dialog(event.key)
        elif person := self.person_here():
            self.open_person(person)
        elif self.plan_shown():
            self.action_edit()

    @on(QuestionCard.Chosen)
    def action_write(self) -> None:
        """Write on the question; where none is offered, on an empty page."""
        if self._page:
            self.mentor.open_dialog("write", self._page.offered)

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.waiting_list.focus()

    def action_add(self) -> None:
        """Add a person."""
        from store.records import Client

        self.mentor.open_dialog("form", Client)

    def action_other_side(self) -> None:
        """To the other list."""
        there = self.waiting_list if self.coming_list.has_focus else self.coming_list
        if there.display and there.items:
            there.focus()

    def on_resize(self, event: events.Resize) -> None:
        """More or fewer people fit."""
        self.call_after_refresh(self.read_again)

    def action_edit(self) -> None:
        """Correct what is here; on the line that says she was away, those days."""
        if self._list_here.highlighted_key == "away":
            self.mentor.open_dialog("away")
        else:
            super().action_edit()

    def _mark_who_waited(self) -> None:
        from mentor_tui.away_rows import who_waited
        from mentor_tui.screens.going_away import mark_on_clients

        mark_on_clients(self.mentor, who_waited(self.mentor.caseload.waiting()))

    def _came_back(self) -> None:
        """She is back: that is kept, if it is not yet; then the first three, or everyone again."""
        from store.going_away import come_back

        caseload = self.mentor.caseload
        away = caseload.away()
        if away and not (away.is_over and away.record):
            self.mentor.attempt(lambda: come_back(caseload))
        if away and away.is_over:
            self._unfolded ^= {"three"}
        self.read()

    @property
    def _list_here(self) -> RowList:
        return self.coming_list if self.focused is self.coming_list else self.waiting_list

    def action_stay(self) -> None:
        """Nothing lies behind Today; it leaves the tutor, where there is one."""
        self.mentor.esc_from_tutor()

    def action_back(self) -> None:
        """From Today, q closes the program."""
        if len(self.mentor.screen_stack) == 1:
            self.mentor.leave("q")
