"""One service: the way in first, then everything else that is known."""

from textual.app import ComposeResult

from mentor_tui import service_rows
from mentor_tui.keys import bindings
from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen, WayBack
from mentor_tui.screens.bridge_to import begin_bridge
from mentor_tui.screens.record_more import more_about
from mentor_tui.ways_back import made
from store.errors import NotFound
from store.records import Service
from widgets.row_list import RowList


class ServiceScreen(PlaceScreen):
    """A service's own page."""

    CSS_PATH = "services.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "One service. {edit} corrects it and gives it a short name for @; {bridge} begins a bridge to it. "
        "What you write about how they treat people is your own: no table for others holds it."
    )
    SAYS = {
        "more": "Take this service out.",
        "bridge": "Begin a bridge to this service; asks for whom.",
    }
    HINTS = ("edit", "bridge", "more", "back", "help")
    BINDINGS = bindings("edit", "bridge", "more")
    AUTO_FOCUS = "#service"

    def __init__(self, service: int) -> None:
        """The page of the service with this number."""
        super().__init__()
        self._service = service

    def way_back(self) -> WayBack:
        """The same service."""
        return made("service", self._service)

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(service_rows.DETAIL_COLUMNS, id="service", classes=FOR_ANYONE)

    def read(self) -> None:
        """Ask for the service; if it was removed meanwhile, leave."""
        try:
            service = self.service
        except NotFound:
            self.call_later(self.action_back)
            return
        self.say_heading(service.name, facts="" if service.checked_on else "not checked yet")
        items = service_rows.detail_items(service, self.mentor.clock.now())
        self.query_one("#service", RowList).show_items(items)

    @property
    def service(self) -> Service:
        """The service of this page."""
        return self.mentor.caseload.get(Service, self._service)

    def action_edit(self) -> None:
        """Correct it."""
        self.mentor.open_dialog("form", Service, None, self.service)

    def action_bridge(self) -> None:
        """Begin a bridge; asks for whom."""
        begin_bridge(self.mentor, self.service)

    def action_more(self) -> None:
        """Remove it."""
        more_about(self.mentor, self.service)
