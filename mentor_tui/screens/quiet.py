"""The page of an ending: after a death, back inside, stepping back, finished for now. Nothing here asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from mentor_tui import quiet_rows
from mentor_tui.keys import bindings, hints
from mentor_tui.person_words import standing
from mentor_tui.quiet_rows import ENDINGS, FILE
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.base import FOR_ANYONE, WayBack
from mentor_tui.screens.day_form import ComingDayForm
from mentor_tui.screens.made_files import MadeFilesScreen
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.ways_back import made
from store.errors import NotFound
from store.made_files import MadeFile, MadeFiles
from store.own_questions import Known
from store.principles import Offered
from store.records import Appointment, Client, EndConversation
from store.text import clean_line
from widgets.row_list import RowList
from widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from datetime import date

    from store.saved import Saved

_HINTS = {
    "died": ("write", "more", "undo", "back"),
    "inside": ("write", "log", "again", "more", "undo", "back"),
}
_GENTLE_HINTS = ("write", "log", "plan", "again", "more", "undo", "back")


class QuietScreen(PersonActs):
    """What has stopped, a question, what may be done."""

    CSS_PATH = "quiet.tcss"
    HELP = (
        "The page of an ending. What would have asked about them has stopped, and nothing you wrote is gone. "
        "{write} writes for yourself alone; {more} has everything else; {undo} takes it back. Nothing here "
        "has to be done."
    )
    SAYS = {
        "write": "Write for yourself alone, on the question if you like.",
        "open": "Do what is under the cursor.",
    }
    BINDINGS = bindings("open", "write")
    AUTO_FOCUS = "#quiet-list"

    def __init__(self, person: int) -> None:
        """The page about the person with this number."""
        super().__init__()
        self._person = person

    def compose_body(self) -> ComposeResult:
        """Words, the questions of such a day, what may be done."""
        yield Static(id="quiet-words", classes=FOR_ANYONE)
        yield Static(id="quiet-questions", classes=FOR_ANYONE)
        yield RowList(quiet_rows.COLUMNS, id="quiet-list")

    def way_back(self) -> WayBack:
        """The same page."""
        return made("quiet", self._person)

    def read(self) -> None:
        """Ask how things stand; where there is no ending any more (it was taken back), leave."""
        try:
            client = self.client
        except NotFound:
            self.call_later(self.action_back)
            return
        ending = ENDINGS.get(client.status)
        if ending is None:
            self.call_later(self.action_back)
            return
        self.say_heading(client.name, standing(client, self.mentor.clock.now()))
        self.query_one("#status", StatusBar).show_hints(hints(_HINTS.get(client.status, _GENTLE_HINTS)))
        self.query_one("#quiet-words", Static).update(Content(ending.words))
        self._ask(quiet_rows.questions_of(ending, self.mentor.notebook))
        self.list.show_items(quiet_rows.items(client, self._files(), has_draft=self._has_draft()))

    @property
    def client(self) -> Client:
        """Who it is about."""
        return self.mentor.caseload.get(Client, self._person)

    @property
    def list(self) -> RowList:
        """What may be done."""
        return self.query_one("#quiet-list", RowList)

    def person_here(self) -> int:
        """Who it is about."""
        return self._person

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Do what is under the cursor."""
        if event.key.startswith(FILE):
            self._show_files(event.key.removeprefix(FILE))
            return
        doing: dict[str, Callable[[], None]] = {
            "write": self.action_write,
            "read": lambda: self.open_person(self._person),
            "again": self.action_again,
            "letter": self._letter,
            "beside": self._beside,
            "note": self.action_log,
            "end": lambda: self.open_form(EndConversation),
            "aside": lambda: self.mentor.open_dialog("put-aside"),
            "files": self._show_files,
        }
        doing[event.key]()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.focus()

    def action_write(self) -> None:
        """Write on the first of the questions, if there is one; whatever comes is right."""
        ending = ENDINGS[self.client.status]
        asked = quiet_rows.questions_of(ending, self.mentor.notebook)
        offered = Offered(asked[0].question, ending.because) if asked else None
        self.mentor.open_dialog("write", offered)

    def _ask(self, asked: tuple[Known, ...]) -> None:
        questions = self.query_one("#quiet-questions", Static)
        questions.update(Content("\n".join(clean_line(one.question.words) for one in asked)))
        questions.display = bool(asked)
        # Her own words are dots under the privacy lens.
        questions.set_class(not any(one.hers for one in asked), FOR_ANYONE)

    def _letter(self) -> None:
        def plan(on: date | None) -> Saved:
            assert on is not None
            zone = self.mentor.clock.now().zone
            return self.mentor.caseload.add(
                Appointment(client_id=self._person, kind="touch", mode="letter", on=on, zone=zone)
            )

        form = ComingDayForm(f"{self.client.name}, a letter on", plan, person=self._person)
        self.mentor.push_screen(form, self.mentor.saved)

    def _beside(self) -> None:
        def taken(words: str | None) -> None:
            client = self.client
            if words is not None and words != client.beside_them:
                after = replace(client, beside_them=words)
                self.mentor.attempt(lambda: self.mentor.caseload.change(client, after))

        below = "Their own words or yours; enter with nothing takes it away."
        asked = "who stands beside them"
        asking = OneLineScreen(asked, self.client.beside_them, below, person=self._person)
        self.mentor.push_screen(asking, taken)

    def _show_files(self, name: str = "") -> None:
        self.mentor.push_screen(MadeFilesScreen(name))

    def _files(self) -> tuple[MadeFile, ...]:
        files = MadeFiles.of(self.mentor.caseload.folder).on_disk()
        return tuple(one for one in files if self._person in one.people and quiet_rows.is_calendar(one))

    def _has_draft(self) -> bool:
        drafts = self.mentor.caseload.folder.drafts().all()
        return any(draft.client_id == self._person for draft in drafts)
