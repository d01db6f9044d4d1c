"""A question of the mentor's own: its words, its theme, when it is asked."""

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui.keys import bindings
from mentor_tui.screens.base import MentorScreen
from store.errors import MentorError
from store.principles import themes
from store.records import OwnQuestion
from store.saved import Saved
from store.text import clean_line, clean_lines
from widgets.fields import Field, Section
from widgets.form import Form
from widgets.key_hints import KeyHint, KeyHints
from widgets.part_list import Press

_MOMENTS = (
    ("", "any day"),
    ("before", "before the day begins"),
    ("after", "after a day's work"),
    ("weekly", "looking back over the week"),
)
_KEYS = (
    KeyHint("ctrl+s", "save", "save"),
    KeyHint("tab", "on", "focus_next"),
    KeyHint("esc", "close", "close"),
)


class OwnQuestionScreen(MentorScreen, ModalScreen[Saved | None]):
    """A new question, or a correction of one."""

    CSS_PATH = "reflection.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save"),
        Binding("escape", "close", "Close", show=False, id="own-question.close", tooltip="Close."),
    ]

    def __init__(self, record: OwnQuestion | None = None) -> None:
        super().__init__()
        self._record = record

    def compose(self) -> ComposeResult:
        """The three questions about it, a way to save, the keys."""
        record = self._record
        given = {"words": record.words, "theme": record.theme, "moment": record.moment} if record else {}
        with Vertical(classes="dialog") as box:
            box.border_title = "your question" if record else "a question of your own"
            yield Form((Section("", _fields()),), given, id="form")
            yield Static("", id="page-said", markup=False)
            yield Press("save", id="page-save")
            yield KeyHints(_KEYS, id="page-keys")

    @property
    def form(self) -> Form:
        """The form."""
        return self.query_one("#form", Form)

    @on(KeyHints.Chosen)
    async def hint_clicked(self, event: KeyHints.Chosen) -> None:
        """A click on a key does what the key does."""
        action = event.action
        await self.run_action(f"screen.{action}" if action == "focus_next" else action)

    @on(Press.Pressed, "#page-save")
    def save_pressed(self, event: Press.Pressed) -> None:
        """The last field leads here."""
        self.action_save()

    def action_save(self) -> None:
        """Save, or say what is missing; what was typed stays."""
        answers = {name: str(answer) for name, answer in self.form.answers.items()}
        words = clean_lines(answers["words"]).strip()
        refusals = {}
        if not words:
            refusals["words"] = "Write the question first."
        if answers["theme"] not in {each.code for each in themes()}:
            refusals["theme"] = "Choose the theme it belongs to; ↓ shows the six."
        if refusals:
            self.form.refuse(refusals)
            return
        moment = answers["moment"] if answers["moment"] in dict(_MOMENTS) else ""
        try:
            self.dismiss(self._save(OwnQuestion(theme=answers["theme"], words=words, moment=moment)))
        except MentorError as error:
            self._say(str(error))

    def action_close(self) -> None:
        """Close; nothing changes."""
        self.dismiss(None)

    def _save(self, question: OwnQuestion) -> Saved | None:
        notebook, before = self.mentor.notebook, self._record
        if before is None:
            return notebook.add(question, "your question")
        after = replace(before, theme=question.theme, words=question.words, moment=question.moment)
        return None if after == before else notebook.change(before, after, "your question changed")

    def _say(self, sentence: str) -> None:
        said = self.query_one("#page-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")


def _fields() -> tuple[Field, ...]:
    themes_named = tuple((each.code, each.name.lower()) for each in themes())
    return (
        Field(name="words", label="The question", kind="long", hint="as you would ask yourself"),
        Field(name="theme", label="Theme", kind="choice", options=themes_named, is_free=False),
        Field(name="moment", label="Asked", kind="choice", options=_MOMENTS, hint="any day", is_free=False),
    )
