"""The first start: who are you walking with? One a line, each read as it is typed."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mentor_tui.keys import bindings
from mentor_tui.screens.base import PlaceScreen
from store.first_lines import PersonLine, read_people
from store.text import clean_line
from widgets.long_text import LongText

_WELCOME = (
    "Who are you walking with? One a line, paste works. A name or an alias is enough.\n"
    "“dee out 21 nov weekly text” says when they came out and how often you agreed to be in touch."
)
_NOT_ENCRYPTED = (
    "Everything stays in one folder on this machine. It is not encrypted yet: whoever can open this "
    "disk can read it."
)


class FirstStartScreen(PlaceScreen):
    """An empty page for names."""

    CSS_PATH = "first_start.tcss"
    HELP = "Names, one a line; what else is known may follow. Everything can be added or corrected later."
    HINTS = ("save",)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save"),
        Binding("escape", "back", "Back", show=False, id="first.back", tooltip="Without adding anybody."),
    ]
    AUTO_FOCUS = "#first-lines"

    def compose_body(self) -> ComposeResult:
        """The question, the lines, how they are read."""
        with VerticalScroll(id="first"):
            yield Static(Content(_WELCOME), id="first-words")
            yield LongText(hint="dee out 21 nov weekly text", id="first-lines")
            yield Static(id="first-read")
            yield Static(Content(f"ctrl+s adds them   esc later\n\n{_NOT_ENCRYPTED}"), id="first-keys")

    def read(self) -> None:
        """Nothing is asked of the caseload: there is nothing in it yet."""
        self.say_heading("Welcome")
        self._show_reading()

    @on(LongText.Answered)
    def lines_changed(self) -> None:
        """Read the lines again."""
        self._show_reading()

    def on_key(self, event: events.Key) -> None:
        """Keys belong to the lines."""
        super().on_key(event)

    def action_save(self) -> None:
        """Add everyone in one commit."""
        people = self._people()
        if not people:
            self.mentor.trouble("Nobody is written here yet. esc leaves this page; a on Today adds a person.")
            return
        added = [line.client for line in people]
        label = "first people" if len(added) > 1 else f"person, {added[0].name}"
        if self.mentor.attempt(lambda: self.mentor.caseload.apply_import(label, added, ())):
            self.dismiss()

    def _people(self) -> tuple[PersonLine, ...]:
        text = self.query_one("#first-lines", LongText).answer
        return read_people(text, self.mentor.clock.now(), day_first=self.mentor.settings.day_first)

    def _show_reading(self) -> None:
        lines: list[Content] = []
        for person in self._people():
            lines.append(Content.assemble(("adds  ", "$muted"), clean_line(person.said)))
            if person.trouble:
                lines.append(Content.styled(f"  {clean_line(person.trouble)}", "$trouble"))
        self.query_one("#first-read", Static).update(Content("\n").join(lines))
