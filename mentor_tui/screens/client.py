"""One person: how to reach them safely, then the timeline, goals, bridges, dates, and what is known."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from mentor_tui import places, record_rows
from mentor_tui.agreement_words import ended_shares
from mentor_tui.keys import bindings, hints, told
from mentor_tui.person_tabs import RELEASE_DATES, TABS, PersonTab, tab_of
from mentor_tui.person_words import is_quiet, notes_agreed, reaching, standing
from mentor_tui.rows import key_parts
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.plan_acts import PlanActs
from mentor_tui.screens.record_more import more_about
from mentor_tui.screens.tabbed import TabbedScreen
from mentor_tui.ways_back import made
from store.errors import NotFound
from store.records import CASELOAD_TABLES, Appointment, CheckIn, Client, Goal, Promise, Record, Referral
from store.saved import Saved
from store.shelf import TABLE_OF
from store.standing import has_died
from store.text import clean_line
from widgets.row_list import RowList
from widgets.status_bar import StatusBar
from widgets.tab_line import TabLine

_NEXT_FROM = (80, 16)
"""From so many columns and lines on, what is next stands under the timeline; else it is under Dates only."""
_BESIDE_FROM = 120
"""From so many columns on it stands beside the timeline."""

_QUIET_HINTS = ("more", "help")
"""At the foot where the person died: nothing asks for anything."""


class ClientScreen(TabbedScreen, PlanActs):
    """A person's own screen."""

    CSS_PATH = "client.tcss"
    HELP = (
        "One person. The rules for reaching them stand above everything; {reveal} shows them with the "
        "number. {previous-tab} and {next-tab} move between the tabs; {edit} corrects the line under the "
        "cursor, {more} removes it."
    )
    HINTS = ("log", "plan", "promise", "goal", "bridge", "check-in", "done", "more", "help")
    BINDINGS = bindings("open", "add", "other-side")
    AUTO_FOCUS = "#records"

    def __init__(self, person: int, at: str = "") -> None:
        """The screen of the person with this number.

        Args:
            at: the key of a record to put the cursor on; its tab comes to the front.
        """
        super().__init__()
        self._person = person
        self._at = at

    def compose_body(self) -> ComposeResult:
        """Rules, tabs, the list of the tab, and with the timeline what is next."""
        yield Static(id="rules")
        yield TabLine([tab.name for tab in TABS], id="tabs")
        with Container(id="person-panes"):
            yield RowList(record_rows.TIMELINE_COLUMNS, id="records")
            yield RowList(record_rows.NEXT_COLUMNS, id="next")

    def on_mount(self) -> None:
        """Come to the record that was asked for."""
        if self._at:
            self.tab_line.chosen = tab_of(key_parts(self._at)[0])
            self.records.highlight(self._at)

    def way_back(self) -> WayBack:
        """The same person, at the same record."""
        return made("client", self._person, self.row_here())

    def read(self) -> None:
        """Ask for this person; if they were removed meanwhile, leave."""
        try:
            client = self.mentor.caseload.get(Client, self._person)
        except NotFound:
            self.call_later(self.action_back)
            return
        moment, caseload = self.mentor.clock.now(), self.mentor.caseload
        pronouns = f"({client.pronouns}) " if client.pronouns else ""
        died = has_died(client)
        agreed = "" if died else notes_agreed(caseload, client, moment)
        self.say_heading(client.name, pronouns + standing(client, moment), agreed)
        self.query_one("#status", StatusBar).show_hints(hints(_QUIET_HINTS if died else self.HINTS))
        lines = ("" if is_quiet(client) else reaching(client), ended_shares(caseload, client, moment))
        words = "\n".join(clean_line(line) for line in lines if line)
        rules = self.query_one("#rules", Static)
        rules.update(Content(words))
        rules.display = bool(words)
        self.tab_line.set_class(rules.display, "under-rules")
        self.records.use_columns(self.tab.columns)
        empty = "" if died else told(self.tab.empty).replace("{name}", client.name)
        self.records.show_items(self.tab.rows(caseload, client), empty=empty)
        self._show_side(client)

    @property
    def tab(self) -> PersonTab:
        """The tab in front."""
        return TABS[self.tab_line.chosen]

    @property
    def records(self) -> RowList:
        """The list of the tab."""
        return self.query_one("#records", RowList)

    def person_here(self) -> int:
        """The person of this screen."""
        return self._person

    def row_here(self) -> str:
        """The line under the cursor, of the tab or of what is next."""
        side = self.query_one("#next", RowList)
        return (side if self.focused is side else self.records).highlighted_key

    def follow(self, key: str) -> None:
        """The plan that was moved, where it stands now."""
        self.read_again()
        self.records.highlight(key)

    def plan_here(self) -> int | None:
        """The open plan under the cursor, so that a note may be about it."""
        plan = super().plan_here()
        return None if plan is None or self.mentor.caseload.get(Appointment, plan).result else plan

    def record_here(self) -> Record:
        """The record under the cursor; the person where there is none."""
        if plan := self.plan_shown():
            return plan
        table, id = key_parts(self.row_here())
        if table in CASELOAD_TABLES:
            return self.mentor.caseload.get(CASELOAD_TABLES[table], id)
        return self.mentor.caseload.get(Client, self._person)

    def tab_turned(self) -> None:
        """Show the tab's list, and be in it."""
        self.records.focus()
        self.read_again()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Enter on a record opens it to be read and corrected; the rest of what is next is under Dates."""
        if event.key == record_rows.UNDER_DATES:
            self._turn(tab_of("appointments") - self.tab_line.chosen)
        elif event.key == RELEASE_DATES:
            self.mentor.open_dialog("release-dates", self._person)
        elif key_parts(event.key)[0] == TABLE_OF[CheckIn]:
            self.mentor.open_dialog("check-in-read", key_parts(event.key)[1])
        else:
            self.action_edit()

    def open_form(self, kind: type[Record]) -> None:
        """An empty form; a goal or a bridge that was added is shown where it stands."""
        self.mentor.push_screen(places.make("form", kind, self._person), self._added)

    def action_add(self) -> None:
        """Add what this tab holds."""
        if self.tab.adds:
            self.open_form(self.tab.adds)
        else:
            self.action_log()

    def action_done(self) -> None:
        """The plan or promise under the cursor, else a choice among those that are open."""
        record, caseload = self.record_here(), self.mentor.caseload
        if isinstance(record, Promise) and record.state == "open":
            self.mentor.attempt(lambda: caseload.keep_promise(record))
        else:
            super().action_done()

    def action_more(self) -> None:
        """Remove the record under the cursor, or more about the person."""
        record = self.record_here()
        if isinstance(record, Client):
            super().action_more()
        else:
            died = has_died(self.mentor.caseload.get(Client, self._person))
            more_about(self.mentor, record, super().action_more, person_first=died)

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.records.focus()

    def action_other_side(self) -> None:
        """To the list beside or under this one."""
        side = self.query_one("#next", RowList)
        there = self.records if side.has_focus else side
        if there.display and there.items:
            there.focus()

    def on_resize(self, event: events.Resize) -> None:
        """What is next has its place by the width."""
        self.call_after_refresh(self.read_again)

    def _added(self, saved: Saved | None) -> None:
        if saved and isinstance(record := saved.records[0], Goal | Referral):
            self.tab_line.chosen = tab_of(TABLE_OF[type(record)])
            self.records.highlight(record_rows.key_of(record))
        self.mentor.saved(saved)

    def _show_side(self, client: Client) -> None:
        side, size = self.query_one("#next", RowList), self.app.size
        shape = record_rows.next_items if size.width >= _BESIDE_FROM else record_rows.next_lines
        items = shape(self.mentor.caseload, client, self.mentor.clock.now())
        has_room = size.width >= _NEXT_FROM[0] and size.height >= _NEXT_FROM[1]
        side.display = self.tab is TABS[0] and bool(items) and has_room and not has_died(client)
        side.show_items(items)
