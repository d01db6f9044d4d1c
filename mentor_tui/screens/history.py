"""History: every act, newest first, and what became of it."""

from itertools import islice

from textual import on
from textual.app import ComposeResult

from mentor_tui.keys import action, bindings
from mentor_tui.screens.base import PlaceScreen
from mentor_tui.screens.undo import told
from store.folder import PastAct
from store.when_echo import short_instant
from widgets.row import JOIN, Column, Item, Piece, Row
from widgets.row_list import RowList

SHOWN = 300
"""Acts on the screen; `mentor history` in the shell tells more."""


class HistoryScreen(PlaceScreen):
    """One row an act. u takes back the newest that stands, as everywhere."""

    CSS_PATH = "history.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Everything that was saved, newest first, through every start. {undo} takes back the newest that "
        "stands, then the one before it; {redo} brings back what was undone last. enter says what a row "
        "changed."
    )
    HINTS = ("undo", "redo", "open", "back")
    BINDINGS = bindings("open")
    AUTO_FOCUS = "#acts"

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList((Column(least=5, most=14), Column()), id="acts", empty="Nothing has been saved yet.")

    def read(self) -> None:
        """Ask what was done."""
        folder = self.mentor.caseload.folder
        newest = list(islice(folder.history(), SHOWN + 1))
        self._shown = {str(act.number): act for act in newest[:SHOWN]}
        items: list[Item] = [self._row(act) for act in self._shown.values()]
        if len(newest) > SHOWN:
            items.append(_words(f"These are the newest {SHOWN}; mentor history, in the shell, tells all."))
        elif lost := folder.lost_history():
            items.append(_words(lost))
        self.say_heading("History", facts="newest first")
        self.acts.show_items(items)

    @property
    def acts(self) -> RowList:
        """The list."""
        return self.query_one("#acts", RowList)

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.acts.action_open()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Say what the act under the cursor changed."""
        if act := self._shown.get(event.key):
            undo = action("undo").shown_key
            sentence = f"{told(act.label)}: {_changed(act)}. {undo} takes back the newest that stands."
            self.mentor.trouble(sentence)

    def _row(self, act: PastAct) -> Row:
        when = short_instant(act.at, self.mentor.clock.now())
        more: tuple[Piece, ...] = (JOIN, ("undone", "muted")) if act.undone else ()
        role = "muted" if act.undone or act.is_undo or act.is_redo else ""
        return Row(str(act.number), (((when, "second"),), ((told(act.label), role), *more)))


def _words(sentence: str) -> Row:
    return Row("words", ("", ((sentence, "muted"),)), for_anyone=True)


def _changed(act: PastAct) -> str:
    """What it did to how many records: "1 added, 2 changed"."""
    became = [what for _, _, what in act.changes]
    counts = ((became.count(what), what) for what in ("added", "changed", "removed"))
    return ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing changed"
