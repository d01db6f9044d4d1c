"""Find: words in everything kept, as one types, with filters; enter opens what was found in its place."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from mentor_tui import hit_rows
from mentor_tui.keys import bindings
from mentor_tui.rows import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.found_pages import correct_page, open_page, remove_page
from mentor_tui.screens.opening import open_record
from mentor_tui.screens.record_more import more_about
from mentor_tui.ways_back import made
from store.find_filters import Asked
from store.records import CASELOAD_TABLES, NOTEBOOK_TABLES, Client, Record
from store.search import Hit
from store.text import clean_line
from widgets.row import Gap, Heading, Item
from widgets.row_list import RowList
from widgets.typed_line import TypedLine

_HINT = "words, in any order; who:dee from:1 nov to:fri kind:call need:housing"


class FindScreen(PersonActs):
    """A line to type in, and what it finds."""

    CSS_PATH = "find.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Finds words in people, notes, plans, promises, goals, bridges, services and your notebook; case and "
        "accents do not matter, and all the words must be there. who:dee, from:1 nov, to:fri, kind:call and "
        "need:housing narrow it; three or more last digits find whose number they end. down goes to the "
        "list; there enter opens what was found in its place, {edit} corrects it and {more} removes it. "
        "Under the privacy lens your notebook is left out."
    )
    HINTS = ("open", "edit", "more", "back", "help")
    BINDINGS = [
        *bindings("open", "edit", "more"),
        Binding("down", "to_list", "To the list", show=False, id="find.to-list", tooltip="To the list."),
    ]
    AUTO_FOCUS = "#find-words"
    WHILE_TYPING = (("enter", "first", "open_first"), ("↓", "list", "to_list"), ("esc", "back", "back"))

    def __init__(self, words: str = "") -> None:
        """A line with these words in it."""
        super().__init__()
        self._words = words
        self._hits: dict[str, Hit] = {}
        self._is_through_lens = False
        """Whether what is shown was looked for with the privacy lens on."""

    def way_back(self) -> WayBack:
        """An empty line: what was looked for is not remembered while it is locked."""
        return made("find")

    def compose_body(self) -> ComposeResult:
        """The line and the list."""
        yield TypedLine(self._words, placeholder=_HINT, id="find-words", select_on_focus=False)
        yield Static("", id="find-said", markup=False)
        yield RowList(hit_rows.COLUMNS, id="hits")

    def read(self) -> None:
        """Look again for what stands in the line."""
        self._look()

    @property
    def hits(self) -> RowList:
        """What was found."""
        return self.query_one("#hits", RowList)

    def action_open_first(self) -> None:
        """What enter does while words are typed."""
        self.words_done()

    def action_to_list(self) -> None:
        """From the line down to the list."""
        if self.hits.items:
            self.hits.focus()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.action_to_list()

    def person_here(self) -> int | None:
        """Whose record is under the cursor, where it is one person's."""
        hit = self._hits.get(self.hits.highlighted_key)
        return hit.client_ids[0] if hit and len(hit.client_ids) == 1 else None

    def nobody_here(self) -> str:
        """What a key for a person says where there is none."""
        return "There is no one person here."

    def plan_here(self) -> int | None:
        """The plan under the cursor."""
        table, id = key_parts(self.hits.highlighted_key)
        return id if table == "appointments" else None

    def record_here(self) -> Record | None:
        """What is under the cursor, if it is of the record."""
        table, id = key_parts(self.hits.highlighted_key)
        return self.mentor.caseload.get(CASELOAD_TABLES[table], id) if table in CASELOAD_TABLES else None

    def action_edit(self) -> None:
        """Correct what is under the cursor."""
        if not correct_page(self.mentor, self.hits.highlighted_key):
            super().action_edit()

    def action_more(self) -> None:
        """Remove what is under the cursor; more about a person."""
        record = self.record_here()
        if remove_page(self.mentor, self.hits.highlighted_key):
            return
        if record is None or isinstance(record, Client):
            super().action_more()
        else:
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
        if table in NOTEBOOK_TABLES:
            open_page(self.mentor, event.key)
        else:
            open_record(self.mentor, table, id, hit.client_ids if hit else ())

    def show_status(self) -> None:
        """The foot; where the privacy lens was turned since, what may be found is another thing."""
        super().show_status()
        if self.mentor.lens_on != self._is_through_lens:
            self._look()

    def _look(self) -> None:
        self._is_through_lens = self.mentor.lens_on
        asked = self.mentor.caseload.read_asked(self.query_one("#find-words", Input).value)
        said = self.query_one("#find-said", Static)
        said.update(Content(clean_line(" · ".join(asked.said))))
        said.set_class(bool(asked.said), "-said")
        self.hits.show_items(self._found(asked), empty=hit_rows.nothing(asked))

    def _found(self, asked: Asked) -> list[Item]:
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        found = caseload.find(asked, hit_rows.MOST + 1)
        # That a word of hers stands in the notebook is nothing for somebody who looks on, dots or not.
        hidden = self._is_through_lens
        pages = () if hidden else self.mentor.notebook.find(asked, hit_rows.MOST_PAGES + 1)
        rows = [hit_rows.row(hit, asked.words, caseload, moment) for hit in found[: hit_rows.MOST]]
        self._hits = {row.key: hit for row, hit in zip(rows, found, strict=False)}
        self.say_heading("Find", facts="" if asked.is_empty else hit_rows.facts(len(found), len(pages)))
        of_her_own = [hit_rows.notebook_row(hit, asked.words, moment) for hit in pages[: hit_rows.MOST_PAGES]]
        above: list[Item] = [*([Gap()] if rows else []), Heading("YOUR NOTEBOOK")]
        return [*rows, *above, *of_her_own] if pages else list(rows)
