"""A form in a dialog: ctrl+s saves, a refusal stands under its field, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui.forms import Group, Refused
from mentor_tui.forms.asking import dated, dated_where_same
from mentor_tui.keeping import KeptDraft
from mentor_tui.keys import bindings
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from store.errors import MentorError, NotFound
from store.saved import Saved
from store.text import clean_line
from widgets.fields import Answer, Answers
from widgets.form import Form
from widgets.key_hints import KeyHint, KeyHints
from widgets.part_list import Press

if TYPE_CHECKING:
    from store.clock import Moment

_FRAME_LINES = 7
"""Lines of the dialog that are not the form: its border, what is said, save, the keys."""


class FormDialog(HintedDialog, ModalScreen["Saved | None"]):
    """What every form shares. A form of its own says what it asks, and how its answers are saved."""

    CSS_PATH = "form_dialog.tcss"
    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint("ctrl+s", "save", "save"),
        KeyHint("tab", "on", "app.focus_next"),
        KeyHint("esc", "close", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save"),
        Binding("escape", "close", "Close", show=False, id="form.close", tooltip="Close the form."),
    ]

    _typed_at: Moment | None = None
    """When something was typed here last."""
    _stood: Answers | None = None
    """What stood here then."""

    def called(self) -> str:
        """What stands in the frame."""
        raise NotImplementedError

    def groups(self) -> tuple[Group, ...]:
        """What is asked."""
        raise NotImplementedError

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """What stands in the fields at first."""
        return {}

    def save(self, answers: Answers) -> Saved:
        """Keep the answers; raises MentorError, or Refused with a sentence for each field."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The questions, a way to save, the keys."""
        self._groups = groups = self.groups()
        with Vertical(id="form-frame", classes="dialog") as frame:
            frame.border_title = Content(clean_line(self.called()))
            yield Form([group.section for group in groups if group.asked], self.shown(groups), id="form")
            yield Static("", id="form-said", markup=False, classes=FOR_ANYONE)
            yield Press("save", id="form-save")
            yield KeyHints(self.KEYS, id="form-keys")

    def on_resize(self, event: events.Resize) -> None:
        """The form takes the lines there are and scrolls in them."""
        self.form.styles.max_height = max(event.size.height - _FRAME_LINES, 3)

    @property
    def form(self) -> Form:
        """The form."""
        return self.query_one("#form", Form)

    @on(Press.Pressed, "#form-save")
    def save_pressed(self, event: Press.Pressed) -> None:
        """The last field leads here."""
        self.action_save()

    def action_save(self) -> None:
        """Save, or say under each field why it cannot be kept; what was typed stays."""
        self._as_meant()
        try:
            close = self.take(self.form.answers)
        except Refused as refused:
            self.form.refuse(refused.refusals)
        except NotFound as error:
            self.mentor.says(error)
        except MentorError as error:
            self.say(str(error))
        else:
            close()

    def take(self, answers: Answers) -> Callable[[], None]:
        """Do what the answers say, raising as `save` does; gives what closes the form then."""
        return partial(self.saved, self.save(answers))

    def saved(self, saved: Saved) -> None:
        """It is on the disk."""
        self.dismiss(saved)

    def action_close(self) -> None:
        """Close without saving."""
        self.dismiss(None)

    def put_back(self, kept: KeptDraft) -> None:
        """Earlier words, if there are any; of another day with their days written out as they were meant."""
        if not kept.words_back:
            return
        self.form.restore(dated(self._groups, kept.answers, kept.typed) if kept.typed else kept.answers)
        self.query_one("#form-frame").border_subtitle = kept.words_back

    def typed(self) -> None:
        """Something was typed just now; what was typed on an earlier day is written out as it was meant."""
        at, now = self._typed_at, self.mentor.clock.now()
        if at is not None and at.day != now.day:
            changed = self.form.changed
            self.form.rewrite(dated_where_same(self._groups, changed, self._stood or {}, at))
        self._typed_at, self._stood = now, self.form.changed

    def to_keep(self, answers: Answers, kept: KeptDraft) -> Answers:
        """These answers; where the first of them were typed on an earlier day, with the days written out."""
        at = self._typed_at
        is_added = kept.typed is not None and at is not None and at.day != kept.typed.day
        return dated(self._groups, answers, at) if at and is_added else answers

    def _as_meant(self) -> None:
        """A form that stood open overnight: its "tomorrow" is the day it was when it was typed."""
        at = self._typed_at
        if at is not None and at.day != self.mentor.clock.now().day:
            self.form.restore(dated(self._groups, self.form.changed, at))

    def say(self, sentence: str) -> None:
        """Say a sentence under the form; "" takes it away."""
        said: Any = self.query_one("#form-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")
