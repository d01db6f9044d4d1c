"""Still needed? Records whose day of review has come: kept with a reason, reduced to tallies, or erased."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult

from mentor_tui import still_needed_rows
from mentor_tui.keys import bindings
from mentor_tui.row_keys import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.ways_back import made
from store.records import Client
from store.retention import ask_later, due, keep
from widgets.row import Column, Row
from widgets.row_list import RowList


class StillNeededScreen(PersonActs):
    """Nothing here is removed by itself."""

    CSS_PATH = "still_needed.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "People you do not walk with now, whose record asks whether it is still needed: a while after the "
        "last contact or the end, or on the day you set. enter: keep it and say why, reduce it to tallies, "
        "erase it, or ask again in a month. Nobody you walk with now is ever here, and nobody who died."
    )
    SAYS = {
        "open": "Say what becomes of this record.",
        "more": "More about the person: walk together again, take them out.",
    }
    HINTS = ("open", "more", "back", "help")
    BINDINGS = bindings("open")
    AUTO_FOCUS = "#still-needed"

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(still_needed_rows.COLUMNS, id="still-needed", empty=still_needed_rows.EMPTY)

    def read(self) -> None:
        """Ask which are due."""
        found = due(self.mentor.caseload, self.mentor.settings.keep_months)
        self.say_heading("Still needed?", facts=f"{len(found)} to look at" if found else "")
        self.list.show_items(still_needed_rows.items(found, self.mentor.clock.now()))

    def way_back(self) -> WayBack:
        """The same list."""
        return made("still-needed")

    @property
    def list(self) -> RowList:
        """The records."""
        return self.query_one("#still-needed", RowList)

    def person_here(self) -> int | None:
        """Whose record it is."""
        return key_parts(self.list.highlighted_key)[1] or None

    def nobody_here(self) -> str:
        """What is said where there is nobody."""
        return still_needed_rows.EMPTY

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.action_open()

    @on(RowList.Opened, "#still-needed")
    def ask(self, event: RowList.Opened) -> None:
        """Ask what becomes of it."""
        if (person := self.person_here()) is None:
            return
        name = self.mentor.caseload.get(Client, person).name
        rows = [Row(code, (((words, ""),),)) for code, words in still_needed_rows.CHOICES]
        asking = PickScreen(f"“{name}”, still needed?", rows, (Column(),), "this", for_anyone=True)
        self.mentor.push_screen(asking, lambda code: self._chosen(person, code))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self.call_after_refresh(self.read_again)

    def _chosen(self, person: int, code: str | None) -> None:
        caseload = self.mentor.caseload
        if code == "later":
            self.mentor.attempt(lambda: ask_later(caseload, caseload.get(Client, person)))
        elif code == "keep":
            below = f"It is asked again in {self.mentor.settings.keep_months} months."
            line = OneLineScreen("why it is still needed", "", below, "keep it", person=person)
            self.mentor.push_screen(line, lambda words: self._keep(person, words))
        elif code in ("strip", "erase"):
            self.mentor.open_dialog("erase", person, strip=code == "strip")

    def _keep(self, person: int, words: str | None) -> None:
        if words is not None:
            caseload, months = self.mentor.caseload, self.mentor.settings.keep_months
            self.mentor.attempt(lambda: keep(caseload, caseload.get(Client, person), words, months))
