"""Clients: everyone, with a filter as one types and four ways to look; and notes about nobody by name."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from mentor_tui import nobody_rows, people_rows
from mentor_tui.keys import bindings
from mentor_tui.rows import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.record_more import more_about
from mentor_tui.screens.tabbed import TabbedScreen
from store.records import Client, Contact, Record
from widgets.row_list import RowList
from widgets.tab_line import TabLine


class ClientsScreen(TabbedScreen, PersonActs):
    """Everyone."""

    CSS_PATH = "clients.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Everyone you walk with or have walked with. / filters as you type, accents do not matter; "
        "[ and ] change the way of looking: with us, everyone, by where it stands, longest since a talk. "
        "Last come notes about nobody by name (“someone met 20m”, “work 1h”): enter or e corrects one, "
        "x removes it, a writes one."
    )
    HINTS = ("open", "find", "add", "note", "log", "review", "help")
    BINDINGS = [
        *bindings("open", "add", "find"),
        Binding("down", "to_list", "To the list", show=False, id="clients.to-list", tooltip="To the list."),
    ]
    AUTO_FOCUS = "#everyone"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[people_rows.PersonLine, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Tabs, the filter when it is wanted, the list."""
        yield TabLine(people_rows.VIEWS, id="tabs")
        yield Input(placeholder="letters of a name, or where it stands", id="filter", select_on_focus=False)
        yield RowList(people_rows.COLUMNS, id="everyone")

    def read(self) -> None:
        """Ask for everyone, and show those that are wanted."""
        self._lines = people_rows.person_lines(self.mentor.caseload, self.mentor.clock.now())
        self._show()

    @property
    def everyone(self) -> RowList:
        """The list."""
        return self.query_one("#everyone", RowList)

    @property
    def filter_line(self) -> Input:
        """The filter."""
        return self.query_one("#filter", Input)

    def person_here(self) -> int | None:
        """Whoever the cursor is on."""
        table, id = key_parts(self.everyone.highlighted_key)
        return id if table == "clients" else None

    @property
    def shows_nobody(self) -> bool:
        """Whether notes about nobody by name are in front, in place of people."""
        return people_rows.VIEWS[self.tab_line.chosen] == people_rows.NOBODY

    def nobody_here(self) -> str:
        """What a key for a person says among notes about nobody."""
        return "There is no person here; e corrects the note." if self.shows_nobody else super().nobody_here()

    def record_here(self) -> Record | None:
        """The note under the cursor, or the person."""
        table, id = key_parts(self.everyone.highlighted_key)
        return self.mentor.caseload.get(Contact, id) if table == "contacts" else super().record_here()

    def action_find(self) -> None:
        """Filter as one types."""
        self.filter_line.add_class("shown")
        self.filter_line.focus()

    def action_to_list(self) -> None:
        """From the filter down to the list."""
        self.everyone.focus()

    def action_back(self) -> None:
        """First the filter goes, then the place."""
        if self.filter_line.has_class("shown"):
            self.filter_line.value = ""
            self.filter_line.remove_class("shown")
            self.everyone.focus()
        else:
            super().action_back()

    def tab_turned(self) -> None:
        """Look another way."""
        self._show()

    def action_add(self) -> None:
        """Add a person; a note where notes stand."""
        self.mentor.open_dialog("form", Contact if self.shows_nobody else Client)

    def action_more(self) -> None:
        """Remove the note under the cursor, or more about the person."""
        record = self.record_here()
        if isinstance(record, Contact):
            more_about(self.mentor, record)
        else:
            super().action_more()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.everyone.focus()

    @on(Input.Changed, "#filter")
    def filter_changed(self) -> None:
        """Each letter narrows the list."""
        self._show()

    @on(Input.Submitted, "#filter")
    def filter_done(self) -> None:
        """Enter in the filter opens the only one left, else goes to the list."""
        rows = [item for item in self.everyone.items if hasattr(item, "key")]
        self.everyone.focus()
        if len(rows) == 1:
            self.everyone.action_open()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """The person opens; a note opens to be corrected."""
        if person := self.person_here():
            self.open_person(person)
        else:
            self.action_edit()

    def on_resize(self, event: events.Resize) -> None:
        """Two columns where it is narrow."""
        self.call_after_refresh(self.read_again)

    def _show(self) -> None:
        if self.shows_nobody:
            self._show_nobody()
        else:
            self._show_people()
        if self.filter_line.value and self.everyone.items:
            self.everyone.action_edge(-1)

    def _show_nobody(self) -> None:
        words = self.filter_line.value
        rows = nobody_rows.rows(self.mentor.caseload, self.mentor.clock.now(), words)
        self.say_heading("Clients", facts=f"{len(rows)} {'note' if len(rows) == 1 else 'notes'}")
        self.everyone.use_columns(nobody_rows.COLUMNS)
        none = f"No such note has “{words}”. esc takes the filter away." if words else nobody_rows.EMPTY
        self.everyone.show_items(rows, empty=none)

    def _show_people(self) -> None:
        width = self.app.size.width
        view = people_rows.VIEWS[self.tab_line.chosen]
        words = self.filter_line.value
        found = people_rows.matching(self._lines, words) if words else list(self._lines)
        moment = self.mentor.clock.now()
        shown = people_rows.items(found, "Everyone" if words else view, moment, width)
        count = len(self._lines)
        self.say_heading("Clients", facts=f"{count} {'person' if count == 1 else 'people'}")
        self.everyone.use_columns(
            people_rows.NARROW_COLUMNS if width < people_rows.NARROW else people_rows.COLUMNS
        )
        self.everyone.show_items(shown, empty=_empty(bool(self._lines), words))


def _empty(anyone: bool, words: str) -> str:
    if words:
        return f"Nobody matches “{words}”. esc takes the filter away."
    return "Nobody here. ] shows everyone; a adds a person." if anyone else "Nobody yet. a adds a person."
