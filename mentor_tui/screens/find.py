"""Find: words in everything kept, as one types; enter opens what was found in its place."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from mentor_tui import hit_rows
from mentor_tui.keys import bindings
from mentor_tui.rows import key_parts
from mentor_tui.screens.base import PlaceScreen, WayBack
from mentor_tui.screens.record_more import more_about
from mentor_tui.ways_back import made
from store.records import CASELOAD_TABLES, Client, Record
from store.search import Hit
from widgets.row_list import RowList

_MOST = 50


class FindScreen(PlaceScreen):
    """A line to type in, and what it finds."""

    CSS_PATH = "find.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Finds words in people, notes, plans, promises, goals, bridges and services; case and accents do "
        "not matter, and all the words must be there. down goes to the list; there enter opens what was "
        "found in its place, e corrects it and x removes it."
    )
    HINTS = ("open", "edit", "more", "back", "help")
    BINDINGS = [
        *bindings("open", "edit", "more"),
        Binding("down", "to_list", "To the list", show=False, id="find.to-list", tooltip="To the list."),
    ]
    AUTO_FOCUS = "#find-words"

    def __init__(self) -> None:
        super().__init__()
        self._hits: dict[str, Hit] = {}

    def way_back(self) -> WayBack:
        """An empty line: what was looked for is not remembered while it is locked."""
        return made("find")

    def compose_body(self) -> ComposeResult:
        """The line and the list."""
        yield Input(placeholder="words, in any order", id="find-words", select_on_focus=False)
        yield RowList(hit_rows.COLUMNS, id="hits")

    def read(self) -> None:
        """Look again for what stands in the line."""
        self._look()

    @property
    def hits(self) -> RowList:
        """What was found."""
        return self.query_one("#hits", RowList)

    def action_to_list(self) -> None:
        """From the line down to the list."""
        if self.hits.items:
            self.hits.focus()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.action_to_list()

    def action_edit(self) -> None:
        """Correct what is under the cursor."""
        if record := self._record_here():
            person = record.id if isinstance(record, Client) else getattr(record, "client_id", None)
            self.mentor.open_dialog("form", type(record), person, record)

    def action_more(self) -> None:
        """Remove what is under the cursor; more about a person."""
        record = self._record_here()
        if isinstance(record, Client):
            self.mentor.open_dialog("more", record.id)
        elif record:
            more_about(self.mentor, record)

    @on(Input.Changed, "#find-words")
    def words_changed(self) -> None:
        """Each letter looks again."""
        self._look()
        self.hits.action_edge(-1)

    @on(Input.Submitted, "#find-words")
    def words_done(self) -> None:
        """Enter opens the first."""
        if self.hits.items:
            self.hits.action_open()

    @on(RowList.Opened)
    def open_hit(self, event: RowList.Opened) -> None:
        """A person or a service opens; a note opens on its person's screen, under the cursor."""
        table, id = key_parts(event.key)
        hit = self._hits.get(event.key)
        if table == "services":
            self.mentor.open_dialog("service", id)
        elif table == "clients":
            self.mentor.open_dialog("client", id)
        elif hit and hit.client_ids:
            self.mentor.open_dialog("client", hit.client_ids[0], event.key)
        elif table in CASELOAD_TABLES:
            record = self.mentor.caseload.get(CASELOAD_TABLES[table], id)
            self.mentor.open_dialog("form", type(record), None, record)

    def _record_here(self) -> Record | None:
        table, id = key_parts(self.hits.highlighted_key)
        return self.mentor.caseload.get(CASELOAD_TABLES[table], id) if table in CASELOAD_TABLES else None

    def _look(self) -> None:
        words = self.query_one("#find-words", Input).value
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        found = caseload.find(words, _MOST + 1)
        rows = [hit_rows.row(hit, words, caseload, moment) for hit in found[:_MOST]]
        self._hits = {row.key: hit for row, hit in zip(rows, found, strict=False)}
        more = "50, and there are more" if len(found) > _MOST else str(len(found))
        self.say_heading("Find", facts=f"{more} found" if words.strip() else "")
        empty = f"Nothing has “{words}”. Fewer or shorter words find more." if words.strip() else ""
        self.hits.show_items(rows, empty=empty)
