"""The form of any record: typed into, saved with ctrl+s, kept as a draft when it is closed."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from mentor_tui.forms import SPECS, Refused, called, shown_answers
from mentor_tui.keeping import PAUSE_SECONDS, KeptDraft
from mentor_tui.keys import bindings
from mentor_tui.screens.base import MentorScreen
from store.drafts import Draft
from store.errors import MentorError
from store.records import Client, Record
from store.saved import Saved
from store.text import clean_line
from widgets.fields import Answers
from widgets.form import Form
from widgets.key_hints import KeyHint, KeyHints
from widgets.part_list import Press

_FRAME_LINES = 7
"""Lines of the dialog that are not the form: its border, what is said, save, the keys."""
_KEYS = (
    KeyHint("ctrl+s", "save", "save"),
    KeyHint("tab", "on", "focus_next"),
    KeyHint("f3", "put aside", "put_aside"),
    KeyHint("esc", "close, kept", "close"),
)


class RecordForm(MentorScreen, ModalScreen["Saved | None"]):
    """A new record, or a correction of one. Nothing is compulsory that the record can be without."""

    CSS_PATH = "record_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save", "put-aside"),
        Binding(
            "escape", "close", "Close", show=False, id="form.close", tooltip="Close; the words are kept."
        ),
    ]

    def __init__(
        self,
        kind: type[Record],
        client_id: int | None = None,
        record: Record | None = None,
        *,
        aside: Draft | None = None,
    ) -> None:
        """A form.

        Args:
            client_id: whom it is about, if that is known.
            record: the record to correct; None for a new one.
            aside: the draft put aside that it goes on with.
        """
        super().__init__()
        self._kind = kind
        self._spec = SPECS[kind]
        self._client_id = client_id
        self._record = record
        number = record.id if record else 0
        self._blank = aside or Draft(kind.__name__, client_id, {}, number)
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The questions, a way to save, the keys."""
        mentor = self.mentor
        self._kept = KeptDraft(mentor, self._blank)
        self._before: Record = self._record or self._spec.blank(mentor.clock.now(), self._client_id or 0)
        groups = self._spec.groups(mentor.caseload, self._before, self._record is None)
        sections = [group.section for group in groups if group.asked]
        with Vertical(id="record", classes="dialog"):
            yield Form(sections, shown_answers(groups, self._before), id="form")
            yield Static("", id="record-said", markup=False)
            yield Press("save", id="record-save")
            yield KeyHints(_KEYS, id="record-keys")

    def on_mount(self) -> None:
        """Say what it is, and put earlier words back."""
        frame = self.query_one("#record")
        frame.border_title = Content(self._title()).markup
        if self._kept.answers and (kept := self._kept.kept_at):
            self.form.restore(self._kept.answers)
            frame.border_subtitle = f"your words of {kept:%H:%M} are back"

    def on_resize(self, event: events.Resize) -> None:
        """The form takes the lines there are and scrolls in them."""
        self.form.styles.max_height = max(event.size.height - _FRAME_LINES, 3)

    @property
    def form(self) -> Form:
        """The form."""
        return self.query_one("#form", Form)

    @on(Form.Changed)
    def changed(self, event: Form.Changed) -> None:
        """Keep the draft at the next pause."""
        self._say("")
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE_SECONDS, self._keep)

    @on(KeyHints.Chosen)
    async def hint_clicked(self, event: KeyHints.Chosen) -> None:
        """A click on a key does what the key does."""
        action = event.action
        await self.run_action(f"screen.{action}" if action == "focus_next" else action)

    @on(Press.Pressed, "#record-save")
    def save_pressed(self, event: Press.Pressed) -> None:
        """The last field leads here."""
        self.action_save()

    def action_save(self) -> None:
        """Save, or say under each field why it cannot be kept; all that was typed stays."""
        if self._record is not None and not self.form.changed:
            self._kept.done()
            self.dismiss(None)
            return
        try:
            saved = self._save(self.form.answers if self._record is None else self.form.changed)
        except Refused as refused:
            self.form.refuse(refused.refusals)
            return
        except MentorError as error:
            self._say(str(error))
            return
        self._kept.done()
        self.dismiss(saved)

    def action_put_aside(self) -> None:
        """Keep this draft in a place of its own, and start with an empty form."""
        if not self.form.changed:
            self._say("There is nothing to put aside yet.")
            return
        try:
            self._kept.put_aside(self.form.changed)
        except MentorError as error:
            self._say(str(error))
            return
        groups = self._spec.groups(self.mentor.caseload, self._before, self._record is None)
        self.form.restore(shown_answers(groups, self._before))
        self.query_one("#record").border_subtitle = "put aside; it waits on Today"

    def action_close(self) -> None:
        """Close; what was typed is kept."""
        self._keep()
        self.dismiss(None)

    def _save(self, answers: Answers) -> Saved:
        caseload = self.mentor.caseload
        is_new = self._record is None
        after: Any = self._spec.record_from(caseload, self._before, answers, is_new=is_new)
        return caseload.add(after) if is_new else caseload.change(self._before, after)

    def _keep(self) -> None:
        self._kept.keep(self.form.changed)

    def _say(self, sentence: str) -> None:
        said = self.query_one("#record-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")

    def _title(self) -> str:
        if isinstance(self._record, Client):
            return clean_line(self._record.name)
        person = clean_line(called(self.mentor.caseload, self._client_id))
        what = f"a new {self._spec.called}" if self._record is None else self._spec.called
        return f"{what}, {person}" if person else what
