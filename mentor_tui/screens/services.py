"""Services: the directory, searched as one types."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from mentor_tui import service_rows
from mentor_tui.keys import bindings, told
from mentor_tui.rows import key_parts
from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen
from mentor_tui.screens.record_more import more_about
from store.records import Service
from widgets.row_list import RowList
from widgets.typed_line import TypedLine

_EMPTY = (
    "No service yet. {add} adds one by hand.\n\n"
    "A whole directory (211 or another in HSDS form) comes in from the shell:\n"
    "mentor import services FOLDER --dry-run says what would happen, without --dry-run it does."
)


class ServicesScreen(PlaceScreen):
    """Everything in the directory."""

    CSS_PATH = "services.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "The directory. {find} searches as you type; enter opens a service: doors, hours, how to get in, "
        "what to bring. {edit} gives it a short name of your own, so that @ on a note finds it; {bridge} "
        "begins a bridge."
    )
    SAYS = {
        "add": "Add a service by hand.",
        "more": "Take the service under the cursor out.",
        "bridge": "Begin a bridge to this service; asks for whom.",
    }
    HINTS = ("open", "find", "bridge", "add", "edit", "more", "help")
    BINDINGS = [
        *bindings("open", "find", "add", "edit", "bridge", "more"),
        Binding("down", "to_list", "To the list", show=False, id="services.to-list", tooltip="To the list."),
    ]
    AUTO_FOCUS = "#directory"
    WHILE_TYPING = (("enter", "list", "to_list"), ("esc", "all", "back"))

    def __init__(self) -> None:
        super().__init__()
        self._services: tuple[Service, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The search when it is wanted, the list."""
        yield TypedLine(
            placeholder="words of a name, a place, a need", id="directory-filter", select_on_focus=False
        )
        yield RowList(service_rows.COLUMNS, id="directory", classes=FOR_ANYONE)

    def read(self) -> None:
        """Ask for the directory."""
        self._services = self.mentor.caseload.all(Service)
        self._show()

    @property
    def directory(self) -> RowList:
        """The list."""
        return self.query_one("#directory", RowList)

    @property
    def filter_line(self) -> Input:
        """The search."""
        return self.query_one("#directory-filter", Input)

    def service_here(self) -> Service | None:
        """The service under the cursor."""
        table, id = key_parts(self.directory.highlighted_key)
        return self.mentor.caseload.get(Service, id) if table == "services" else None

    def action_find(self) -> None:
        """Search as one types."""
        self.filter_line.add_class("shown")
        self.filter_line.focus()

    def action_to_list(self) -> None:
        """From the search down to the list."""
        self.directory.focus()

    def action_back(self) -> None:
        """First the search goes, then the place."""
        if self.filter_line.has_class("shown"):
            self.filter_line.value = ""
            self.filter_line.remove_class("shown")
            self.directory.focus()
        else:
            super().action_back()

    def action_add(self) -> None:
        """Add a service by hand."""
        self.mentor.open_dialog("form", Service)

    def action_edit(self) -> None:
        """Correct the service under the cursor."""
        if service := self.service_here():
            self.mentor.open_dialog("form", Service, None, service)

    def action_bridge(self) -> None:
        """Begin a bridge to the service under the cursor; asks for whom."""
        from mentor_tui.screens.bridge_to import begin_bridge

        if service := self.service_here():
            begin_bridge(self.mentor, service)

    def action_more(self) -> None:
        """Remove the service under the cursor."""
        if service := self.service_here():
            more_about(self.mentor, service)

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.directory.focus()

    @on(Input.Changed, "#directory-filter")
    def filter_changed(self) -> None:
        """Each letter narrows the list."""
        self._show()
        self.directory.action_edge(-1)

    @on(Input.Submitted, "#directory-filter")
    def filter_done(self) -> None:
        """Enter goes to the list."""
        self.directory.focus()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """The service opens."""
        if service := self.service_here():
            self.mentor.open_dialog("service", service.id)

    def _show(self) -> None:
        words = self.filter_line.value
        found = service_rows.matching(self._services, words)
        count = len(self._services)
        facts = f"{len(found)} of {count}" if words else f"{count} in the directory" if count else ""
        self.say_heading("Services", facts=facts)
        empty = f"Nothing matches “{words}”. Fewer or shorter words find more." if words else told(_EMPTY)
        self.directory.show_items([service_rows.row(service) for service in found], empty=empty)
