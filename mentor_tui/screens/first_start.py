"""The first start: who are you walking with? One a line, each read as it is typed."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from mentor_tui.keeping import KeptDraft
from mentor_tui.keys import bindings, told
from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen
from mentor_tui.screens.words_kept import WordsKept
from store.drafts import Draft
from store.first_lines import PersonLine, read_people
from store.records import Client
from store.text import clean_line
from widgets.long_text import LongText

_WELCOME = (
    "Who are you walking with? One a line, paste works. A name or an alias is enough.\n"
    "“dee out 21 nov weekly text” says when they came out and how often you agreed to be in touch.\n"
    "From a spreadsheet or a phone: {command-palette}, then “Bring people in”."
)
_NOT_ENCRYPTED = (
    "Everything stays in one folder on this machine. It is not encrypted yet: whoever can open this "
    "disk can read it."
)
_ENCRYPTED = "Everything stays in one folder on this machine, encrypted. {lock} locks it at once."


class FirstStartScreen(WordsKept, PlaceScreen):
    """An empty page for names. Its lines are kept until they are saved, whatever comes between."""

    CSS_PATH = "first_start.tcss"
    HEADING_FOR_ANYONE = True
    HELP = "Names, one a line; what else is known may follow. Everything can be added or corrected later."
    HINTS = ("save",)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save"),
        Binding(
            "escape",
            "back",
            "Back",
            show=False,
            id="first.back",
            tooltip="Without adding anybody; the lines are kept.",
        ),
    ]
    AUTO_FOCUS = "#first-lines"

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._read: dict[int, Content] = {}
        """How each line is read, by its number."""
        self._was_asked = ""
        """The lines as they stood when she was told which of them are not read whole."""

    def compose_body(self) -> ComposeResult:
        """The question, the lines, how they are read."""
        self._kept = KeptDraft(self.mentor, Draft("first-start", None, {}))
        self._text = str(self._kept.answers.get("text", ""))
        self._words_back = self._kept.words_back
        with VerticalScroll(id="first"):
            yield Static(Content(told(_WELCOME)), id="first-words", classes=FOR_ANYONE)
            yield LongText(self._text, hint="dee out 21 nov weekly text", id="first-lines")
            yield Static(self._where_it_stays, id="first-place", classes=FOR_ANYONE)
        with VerticalScroll(id="first-readings", can_focus=False):
            yield Static(id="first-read")
        keys = Content(told("{save} adds them   esc later, kept"))
        yield Static(keys, id="first-keys", classes=FOR_ANYONE)

    def read(self) -> None:
        """Nothing is asked of the caseload: there is nothing in it yet."""
        self.say_heading("Welcome", self._words_back)
        self._show_reading()

    @property
    def _where_it_stays(self) -> str:
        return told(_ENCRYPTED if self.mentor.caseload.folder.is_encrypted else _NOT_ENCRYPTED)

    @on(TextArea.SelectionChanged)
    def line_reached(self) -> None:
        """How the line under the cursor is read stays in sight, however many there are."""
        self.call_after_refresh(self._show_line)

    @on(LongText.Answered)
    def lines_changed(self, event: LongText.Answered) -> None:
        """Read the lines again, and keep them at the next pause."""
        self._text = event.answer
        if not self._text.strip() and self._kept.typed:
            self.keep()  # what is typed from here on is of today
        self._show_reading()
        self.keep_soon()

    def keep(self) -> None:
        """What stands here goes to the disk."""
        self._kept.keep({"text": self._text})

    def action_save(self) -> None:
        """Add everyone in one commit; lines that are not read whole are pointed at first."""
        people = self._people()
        unread = [line.number for line in people if line.trouble]
        if not people:
            self.mentor.trouble(told("Nobody is written here yet. esc leaves; {add} on Today adds a person."))
        elif unread and self._was_asked != self._text:
            self._was_asked = self._text
            self._point_at(unread)
        else:
            self._save([line.client for line in people])

    def action_back(self) -> None:
        """Close; the lines are kept."""
        if self.may_close():
            super().action_back()

    def _save(self, added: list[Client]) -> None:
        label = "first people" if len(added) > 1 else f"person, {added[0].name}"
        if self.mentor.attempt(lambda: self.mentor.caseload.apply_import(label, added, ())):
            self._kept.done()
            self.dismiss()

    def _point_at(self, unread: list[int]) -> None:
        """Say which lines are not read whole, with the cursor at the end of the first of them."""
        lines = self.query_one("#first-lines", LongText)
        lines.move_cursor((unread[0] - 1, len(lines.document.get_line(unread[0] - 1))))
        lines.focus()
        lines_not_read = ("line " if len(unread) == 1 else "lines ") + ", ".join(map(str, unread))
        self.mentor.trouble(
            told(f"Not read whole: {lines_not_read}. Correct it, or {{save}} again keeps its words too.")
        )

    def _people(self) -> tuple[PersonLine, ...]:
        typed = self._kept.typed or self.mentor.clock.now()
        return read_people(self._text, typed, day_first=self.mentor.settings.day_first)

    def _show_reading(self) -> None:
        self._read = {person.number: _reading(person) for person in self._people()}
        self.query_one("#first-read", Static).update(Content("\n").join(self._read.values()))
        self.call_after_refresh(self._show_line)

    def _show_line(self) -> None:
        if not self.is_current:  # saved and gone since the key was pressed
            return
        readings = self.query_one("#first-readings", VerticalScroll)
        width = self.query_one("#first-read", Static).size.width or 1
        lines = self.query_one("#first-lines", LongText)
        lines.scroll_visible(animate=False)
        line = lines.cursor_location[0] + 1
        above = [said for number, said in self._read.items() if number < line]
        rows = sum(len(said.wrap(width)) for said in above)
        here = len(self._read[line].wrap(width)) if line in self._read else 0
        if rows < readings.scroll_offset.y or rows + here > readings.scroll_offset.y + readings.size.height:
            readings.scroll_to(y=max(0, rows + here - readings.size.height), animate=False)


def _reading(person: PersonLine) -> Content:
    said = Content.assemble(("adds  ", "$muted"), clean_line(person.said))
    if not person.trouble:
        return said
    return Content("\n").join([said, Content.styled(f"  {clean_line(person.trouble)}", "$trouble")])
