"""A check-in that is kept: what they said, and what they said to the same question before beside it."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult

from mentor_tui.check_in_rows import (
    BESIDE_FROM,
    came_of_it,
    has_before,
    reading_columns,
    reading_items,
    words_under,
)
from mentor_tui.keys import bindings
from mentor_tui.rows import key_parts
from mentor_tui.said import how
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.check_in_acts import CheckInActs
from mentor_tui.ways_back import made
from store.check_ins import check_ins_of
from store.errors import NotFound
from store.records import CASELOAD_TABLES, CheckIn, Client, Contact, Record
from store.themes_written import themes_asked
from store.waiting.phrases import full_day
from store.when import short
from widgets.row_list import RowList


class CheckInReadScreen(CheckInActs):
    """One check-in, to be read together or alone."""

    CSS_PATH = "check_in_read.tcss"
    HELP = (
        "What they said, in their words; where they were asked the same before, both stand beside each "
        "other. {goal} makes a goal of the words under the cursor, {promise} something you say you will do, "
        "{plan} a plan. {edit} corrects, {more} prints a page they can take along, {check-in} begins "
        "another."
    )
    SAYS = {
        "open": "Correct what is under the cursor.",
        "edit": "Correct what is under the cursor.",
        "goal": "A goal in these words of theirs.",
        "promise": "Something you say you will do, from these words.",
        "plan": "A plan from these words; the day is asked.",
    }
    HINTS = ("goal", "promise", "plan", "edit", "more", "undo", "back")
    BINDINGS = bindings("open")
    AUTO_FOCUS = "#check-in"

    def __init__(self, number: int) -> None:
        """The page of the check-in with this number."""
        super().__init__()
        self._number = number

    def compose_body(self) -> ComposeResult:
        """What was said."""
        yield RowList(reading_columns(0), id="check-in")

    def way_back(self) -> WayBack:
        """The same page."""
        return made("check-in-read", self._number)

    def read(self) -> None:
        """Ask for it; where it was taken out meanwhile, leave."""
        try:
            record = self.check_in_here()
            client = self.mentor.caseload.get(Client, record.client_id)
        except NotFound:
            self.call_later(self.action_back)
            return
        day = full_day(record.on) if record.on else "some day"
        self.say_heading(client.name, f"check-in, {day}", self._talk(record))
        others = check_ins_of(self.mentor.caseload, client.id)
        wide = self.app.size.width >= BESIDE_FROM and has_before(record, others)
        self.list.use_columns(reading_columns(self.app.size.width if wide else 0))
        theme_of = themes_asked(self.mentor.notebook.own_questions())
        items = reading_items(record, others, theme_of, self.mentor.clock.now(), wide=wide)
        self.list.show_items([*items, *came_of_it(self.mentor.caseload, record)])

    @property
    def list(self) -> RowList:
        """What was said."""
        return self.query_one("#check-in", RowList)

    def person_here(self) -> int | None:
        """Who it was with."""
        return self.check_in_here().client_id

    def check_in_here(self) -> CheckIn:
        """The check-in as it is kept."""
        return self.mentor.caseload.get(CheckIn, self._number)

    def words_here(self) -> str:
        """What they said on the row under the cursor."""
        return words_under(self.check_in_here(), self.list.highlighted_key)

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Correct it."""
        self.action_edit()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.focus()

    def record_here(self) -> Record | None:
        """What came of it, if the cursor is on that; else the check-in."""
        table, id = key_parts(self.list.highlighted_key)
        return self.mentor.caseload.get(CASELOAD_TABLES[table], id) if table else self.check_in_here()

    def action_edit(self) -> None:
        """Correct it, from the words under the cursor on; or what came of it."""
        at = self.list.highlighted_key
        if key_parts(at)[0]:
            super().action_edit()
            return
        self.mentor.open_dialog("check-in", self.person_here(), self._number, at=at)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side by the width."""
        self.call_after_refresh(self.read_again)

    def _talk(self, record: CheckIn) -> str:
        """The talk it was part of; nothing where that was taken out, or was none."""
        try:
            talk = self.mentor.caseload.get(Contact, record.contact_id or 0)
        except NotFound:
            return ""
        when = f" of {short(talk.on, self.mentor.clock.now())}" if talk.on != record.on else ""
        return f"in a talk{when}, {how(talk)}"
