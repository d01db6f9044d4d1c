"""Agenda: the coming fourteen days, day by day; above them what is still open from before."""

from datetime import timedelta

from textual import on
from textual.app import ComposeResult

from mentor_tui import agenda_rows
from mentor_tui.keys import bindings
from mentor_tui.rows import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.record_more import more_about
from store.errors import NotFound
from store.records import Appointment
from widgets.row_list import RowList

DAYS = 14


class AgendaScreen(PersonActs):
    """Plans, appointments and dates."""

    CSS_PATH = "agenda.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Plans, appointments and dates of the coming 14 days, and open ones whose day has passed. "
        "enter opens one, d says what became of it, l notes it, a plans another."
    )
    SAYS = {
        "add": "Plan something; the form asks with whom.",
        "more": "Take the plan under the cursor out, or more about the person.",
        "done": "Say what became of the plan under the cursor.",
    }
    HINTS = ("open", "done", "log", "add", "edit", "more", "help")
    BINDINGS = bindings("open", "add")
    AUTO_FOCUS = "#days"

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(agenda_rows.COLUMNS, id="days")

    def read(self) -> None:
        """Ask what is planned."""
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        last = moment.day + timedelta(days=DAYS)
        self.say_heading("Agenda", facts=f"{moment.day.day} {moment.day:%b} to {last.day} {last:%b}")
        items = agenda_rows.items(caseload, moment, DAYS)
        self.days.show_items(items, empty="Nothing planned for 14 days. a plans something.")

    @property
    def days(self) -> RowList:
        """The list."""
        return self.query_one("#days", RowList)

    def person_here(self) -> int | None:
        """Whose plan it is."""
        table, id = key_parts(self.days.highlighted_key)
        if table == "clients":
            return id
        record = self.record_here()
        return record.client_id or None if isinstance(record, Appointment) else None

    def plan_here(self) -> int | None:
        """The plan under the cursor."""
        table, id = key_parts(self.days.highlighted_key)
        return id if table == "appointments" else None

    def record_here(self) -> Appointment | None:
        """The plan under the cursor."""
        plan = self.plan_here()
        try:
            return self.mentor.caseload.get(Appointment, plan) if plan else None
        except NotFound:
            return None

    def action_add(self) -> None:
        """Plan something; the form asks with whom."""
        self.mentor.open_dialog("form", Appointment, self.person_here())

    def action_done(self) -> None:
        """Say what became of the plan under the cursor."""
        from mentor_tui.screens.done import say_what_became

        if plan := self.record_here():
            say_what_became(self.mentor, plan)

    def action_more(self) -> None:
        """Remove the plan, or more about the person."""
        if plan := self.record_here():
            more_about(self.mentor, plan, super().action_more if plan.client_id else None)
        else:
            super().action_more()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.days.focus()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Enter opens the plan; a release opens the person."""
        table, id = key_parts(event.key)
        if table == "clients":
            self.open_person(id)
        else:
            self.action_edit()
