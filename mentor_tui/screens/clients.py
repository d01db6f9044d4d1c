"""Clients: everyone, with a filter as one types, four ways to look and her own; and notes about nobody."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from mentor_tui import nobody_rows, people_rows
from mentor_tui.keys import bindings, told
from mentor_tui.marks import people_in, with_marks
from mentor_tui.rows import key_parts
from mentor_tui.screens.marking import Marking
from mentor_tui.screens.own_views import OwnViews
from mentor_tui.screens.record_more import more_about
from store.records import Client, Contact, Record, SavedView
from widgets.row_list import RowList
from widgets.tab_line import TabLine
from widgets.typed_line import TypedLine


class ClientsScreen(OwnViews, Marking):
    """Everyone."""

    CSS_PATH = "clients.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Everyone you walk with or have walked with. {find} filters as you type (a name, where it stands, "
        "need:housing), accents do not matter; {previous-tab} and {next-tab} change the way of looking. "
        "{keep-view} keeps what you see as a view of your own, {more} on it removes it. {mark} marks people: "
        "then {plan} plans the same for all of them and {log} notes the same message to each. "
        "Under “Nobody by name” stand notes such as “someone met 20m” and “work 1h”: enter corrects one."
    )
    HINTS = ("open", "find", "add", "note", "log", "review", "mark", "help")
    BINDINGS = [
        *bindings("open", "add", "find"),
        Binding("down", "to_list", "To the list", show=False, id="clients.to-list", tooltip="To the list."),
    ]
    AUTO_FOCUS = "#everyone"
    WHILE_TYPING = (("enter", "list", "to_list"), ("esc", "all", "back"))

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[people_rows.PersonLine, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Tabs, the filter when it is wanted, the list."""
        yield TabLine(people_rows.VIEWS, id="tabs")
        yield TypedLine(placeholder="letters of a name, where it stands, need:housing", id="filter")
        yield RowList(people_rows.COLUMNS, id="everyone")

    def on_mount(self) -> None:
        """Typing goes on where the line ends."""
        self.filter_line.select_on_focus = False

    def read(self) -> None:
        """Ask for everyone, and show those that are wanted."""
        self._lines = people_rows.person_lines(self.mentor.caseload, self.mentor.clock.now())
        self.read_views()
        self.still_marked()
        self.show_people()
        self.show_keys()

    @property
    def everyone(self) -> RowList:
        """The list."""
        return self.query_one("#everyone", RowList)

    @property
    def shows_nobody(self) -> bool:
        """Whether notes about nobody by name are in front, in place of people."""
        return self.view == people_rows.NOBODY

    def person_here(self) -> int | None:
        """Whoever the cursor is on."""
        table, id = key_parts(self.everyone.highlighted_key)
        return id if table == "clients" else None

    def people_shown(self) -> tuple[int, ...]:
        """Everyone in the list."""
        return people_in(self.everyone.items)

    def marks_changed(self) -> None:
        """Draw the list again."""
        self.show_people()

    def nobody_here(self) -> str:
        """What a key for a person says among notes about nobody."""
        return (
            told("There is no person here; {edit} corrects the note.")
            if self.shows_nobody
            else super().nobody_here()
        )

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

    def action_mark(self) -> None:
        """Mark who is here, and go on to the next."""
        super().action_mark()
        self.everyone.action_cursor(1)

    def action_back(self) -> None:
        """First the marks go, then a view of her own or the filter, then the place."""
        if self.marked:
            self.mark_only(())
        elif self.saved_view is not None:
            self.leave_view()
            self.everyone.focus()
        elif self.filter_line.has_class("shown"):
            self.use_filter("")
            self.everyone.focus()
        else:
            super().action_back()

    def action_add(self) -> None:
        """Add a person; a note where notes stand."""
        self.mentor.open_dialog("form", Contact if self.shows_nobody else Client)

    def action_more(self) -> None:
        """Remove the saved view or the note that is here, or more about the person."""
        record = self.saved_view or self.record_here()
        if isinstance(record, SavedView):
            more_about(self.mentor, record, super().action_more if self.person_here() else None)
        elif isinstance(record, Contact):
            more_about(self.mentor, record)
        else:
            super().action_more()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.everyone.focus()

    @on(Input.Changed, "#filter")
    def filter_changed(self) -> None:
        """Each letter narrows the list."""
        self.show_people()

    @on(Input.Submitted, "#filter")
    def filter_done(self) -> None:
        """Enter in the filter opens the only one left, else goes to the list; past nobody, to Find."""
        rows = [item for item in self.everyone.items if hasattr(item, "key")]
        self.everyone.focus()
        if len(rows) == 1:
            self.everyone.action_open()
        elif not rows and self.filter_line.value.strip():
            self.mentor.open_dialog("find", self.filter_line.value)

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

    def show_people(self) -> None:
        """Those that the view and the filter leave."""
        if self.shows_nobody:
            self._show_nobody()
        else:
            self._show_people()
        if self.filter_line.has_focus and self.filter_line.value and self.everyone.items:
            self.everyone.action_edge(-1)

    def _show_nobody(self) -> None:
        words = self.filter_line.value
        rows = nobody_rows.rows(self.mentor.caseload, self.mentor.clock.now(), words)
        self.say_heading("Clients", facts=f"{len(rows)} {'note' if len(rows) == 1 else 'notes'}")
        self.everyone.use_columns(nobody_rows.COLUMNS)
        none = f"No such note has “{words}”. enter looks everywhere, esc takes the filter away."
        self.everyone.show_items(rows, empty=none if words else nobody_rows.EMPTY)

    def _show_people(self) -> None:
        width, words = self.app.size.width, self.filter_line.value
        asked = self.mentor.caseload.read_asked(words)
        sought = people_rows.Sought(self._lines, asked, self.view, is_kept=self.saved_view is not None)
        items = people_rows.narrowed(sought, self.mentor.clock.now(), width)
        shown, count = len(people_in(items)), len(self._lines)
        of = "" if shown == count else f"{shown} of "
        marked = f" · {len(self.marked)} marked" if self.marked else ""
        self.say_heading("Clients", facts=f"{of}{count} {'person' if count == 1 else 'people'}{marked}")
        self.everyone.use_columns(
            people_rows.NARROW_COLUMNS if width < people_rows.NARROW else people_rows.COLUMNS
        )
        empty = people_rows.empty_words(sought, words)
        self.everyone.show_items(with_marks(items, self.marked), empty=empty)
