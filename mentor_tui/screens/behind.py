"""What is behind a figure: the records it counts, each opened with enter."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult

from mentor_tui import behind_rows
from mentor_tui.keys import bindings
from mentor_tui.reports.tables import Line, figure_words, part_words
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.opening import open_record
from store.records import Record
from widgets.row_list import RowList


class BehindScreen(PersonActs):
    """The records behind one figure of a report."""

    CSS_PATH = "behind.tcss"
    HELP = (
        "The records this figure counts; what each of them adds gives the figure. enter opens one, and every "
        "key for a person works on whom it is about. {edit} corrects a record; {undo} takes that back."
    )
    HINTS = ("open", "edit", "back", "help")
    HEADING_FOR_ANYONE = True
    BINDINGS = bindings("open")
    AUTO_FOCUS = "#behind"

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self._behind = behind_rows.by_key(tuple(line.behind))

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(behind_rows.COLUMNS, id="behind", empty=behind_rows.EMPTY)

    def read(self) -> None:
        """The records as they are kept by now."""
        line = self._line
        self.say_heading(line.label, facts=f"{figure_words(line)} {part_words(line)}".strip())
        self.list.show_items(behind_rows.items(self.mentor.caseload, line, self.mentor.clock.now()))

    @property
    def list(self) -> RowList:
        """The records."""
        return self.query_one("#behind", RowList)

    def record_here(self) -> Record | None:
        """The record under the cursor."""
        here = self._behind.get(self.list.highlighted_key)
        return behind_rows.record_of(self.mentor.caseload, here) if here else None

    def person_here(self) -> int | None:
        """Whom it is about, where that is one person."""
        record = self.record_here()
        people = behind_rows.whose(record) if record else ()
        return people[0] if len(people) == 1 else None

    def nobody_here(self) -> str:
        """What a key for a person says where there is none."""
        return "There is no one person here."

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.focus()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """The record in its place."""
        here, record = self._behind[event.key], self.record_here()
        if record is not None:
            open_record(self.mentor, here.table, here.id, behind_rows.whose(record))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self.call_after_refresh(self.read_again)
