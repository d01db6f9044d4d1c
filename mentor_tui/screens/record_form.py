"""The form of any record: typed into, saved with ctrl+s, kept as a draft when it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from mentor_tui.forms import SPECS, Group, name_of, shown_answers
from mentor_tui.keeping import KeptDraft
from mentor_tui.keys import bindings
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.form_dialog import FormDialog
from mentor_tui.screens.scope import ask_scope
from mentor_tui.screens.words_hinted import WordsHinted
from mentor_tui.screens.words_kept import WordsKept
from mentor_tui.ways_back import form, with_words
from mentor_tui.word_hints import FIELDS
from store.drafts import Draft
from store.errors import MentorError
from store.records import Appointment, Client, Record
from store.saved import Saved
from store.vocabulary import kind_in
from widgets.fields import Answer, Answers
from widgets.form import Form
from widgets.key_hints import KeyHint


class RecordForm(WordsHinted, WordsKept, FormDialog):
    """A new record, or a correction of one. Nothing is compulsory that the record can be without."""

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint("ctrl+s", "save", "save"),
        KeyHint("tab", "on", "app.focus_next"),
        KeyHint("f3", "put aside", "put_aside"),
        KeyHint("esc", "close, kept", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("put-aside")
    _kept: KeptDraft

    def __init__(
        self,
        kind: type[Record],
        client_id: int | None = None,
        record: Record | None = None,
        *,
        aside: Draft | None = None,
        opened: str = "",
        on: date = date.min,
        proposed: int = 0,
    ) -> None:
        """A form.

        Args:
            client_id: whom it is about, if that is known.
            record: the record to correct; None for a new one.
            aside: the draft put aside that it goes on with.
            opened: the title of the group that is wanted: it is open, and where one starts.
            on: the day of a new plan, if that is known.
            proposed: whom a new one may be with, where the form asks that.
        """
        super().__init__()
        self._opened = opened
        self._on = on
        self._proposed = str(proposed or "")
        self._begun_with: dict[str, Answer] = {}
        """The person and the day that a new one was begun with, and may be given up."""
        self._spec = SPECS[kind]
        self._spec_kind = kind
        self._client_id = client_id
        self._record = record
        self._blank = aside or Draft(kind.__name__, client_id, {}, record.id if record else 0)
        self._typed: Answers | None = None
        """What was changed in the form so far; the form itself is gone when its screen closes."""
        self._reaches = ""
        """How far a change reaches, where the plan comes back."""
        self._kind_proposed = "touch"
        """The kind of a new plan that its words gave; the mentor's own choice stands."""

    def compose(self) -> ComposeResult:
        """A new record is of the day on which its words were typed."""
        self._kept = KeptDraft(self.mentor, self._blank)
        yield from super().compose()

    def called(self) -> str:
        """What it is, and whose."""
        if isinstance(self._record, Client):
            return self._record.name
        person = name_of(self.mentor.caseload, self._client_id)
        what = f"a new {self._spec.called}" if self._record is None else self._spec.called
        return f"{what}, {person}" if person else what

    def groups(self) -> tuple[Group, ...]:
        """What this kind of record asks."""
        now = self._kept.typed or self.mentor.clock.now()
        self._before: Record = self._record or self._spec.blank(now, self._client_id or 0)
        if isinstance(self._before, Appointment) and self._record is None:
            self._before = replace(self._before, on=self._on)
        return self._spec.groups(self.mentor.caseload, self._before, self._record is None)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How the record stands; of a new one also what is proposed."""
        stands = shown_answers(groups, self._before)
        if self._on != date.min or self._proposed:
            proposed = {"client_id": self._proposed, "when": stands["when"]}
            self._begun_with = {name: answer for name, answer in proposed.items() if answer}
        return stands | self._begun_with

    def save(self, answers: Answers) -> Saved:
        """Keep the new record, or what was changed in the old one."""
        caseload = self.mentor.caseload
        if self._record is None:
            new: Any = self._spec.record_from(caseload, self._before, answers, is_new=True)
            return caseload.add(new)
        after: Any = self._spec.record_from(caseload, self._before, self.form.changed)
        if isinstance(self._before, Appointment):
            return caseload.change_plan(self._before, after, self._reaches)
        return caseload.change(self._before, after)

    def saved(self, saved: Saved) -> None:
        """It is on the disk: no draft is needed any more."""
        self._kept.done()
        super().saved(saved)

    def on_mount(self) -> None:
        """Remember who it is about, and put earlier words back."""
        if self._client_id:
            self.about(self.mentor.caseload.get(Client, self._client_id))
        self.put_back(self._kept)
        if self._spec_kind in FIELDS:
            frame = self.query_one("#form-frame")
            frame.add_class("-hinted")
            frame.mount(self.hint_line(), before="#form-save")
        if "kind" in self._kept.answers:  # it was proposed by the words beside it, or chosen against them
            self._kind_proposed = kind_in(str(self._kept.answers.get("what", "")))
        if self._opened:
            self.form.open_section(self._opened)

    def way_back(self) -> WayBack:
        """With what was changed in it."""
        person, record = self._client_id, self._blank.record_id
        blank = form(self._spec_kind, person, record, on=self._on, proposed=int(self._proposed or 0))
        return with_words(self._kept.name, self._blank.kind, person, record, blank)

    @on(Form.Changed)
    def changed(self, event: Form.Changed) -> None:
        """Keep the draft at the next pause."""
        self._propose_kind()
        self.typed()
        self._typed = self._words
        self.say("")
        self.keep_soon()
        self.hint_soon()

    def words_looked_at(self) -> str:
        """What was changed just now of what is in her own words."""
        asked = FIELDS.get(self._spec_kind, ())
        return "\n".join(str(answer) for name, answer in self.form.changed.items() if name in asked)

    def _propose_kind(self) -> None:
        """The words of a new plan choose its kind, as long as nobody else has."""
        if not self._proposes_kind:
            return
        answers = self.form.answers
        kind = kind_in(str(answers["what"]))
        if answers["kind"] == self._kind_proposed != kind:
            self._kind_proposed = kind
            self.form.restore({"kind": kind})

    @property
    def _proposes_kind(self) -> bool:
        return self._spec_kind is Appointment and self._record is None

    def keep(self) -> None:
        """What stands here goes to the disk."""
        if self._typed is not None:
            self._kept.keep(self.as_kept(self._typed))

    def as_kept(self, words: Answers) -> Answers:
        """What of these words is kept as a draft."""
        return self.to_keep(words, self._kept)

    @property
    def _words(self) -> Answers:
        """What was changed; with the person and the day that were proposed, since it is about them.

        A kind of a new plan that its words do not give is a choice, be it the one that stood there at first.
        """
        changed, answers = self.form.changed, self.form.answers
        if self._proposes_kind and answers["kind"] != kind_in(str(answers["what"])):
            changed["kind"] = answers["kind"]
        return {**self._begun_with, **changed} if changed else {}

    def action_save(self) -> None:
        """Save; a correction that corrects nothing just closes."""
        if self._record is not None and not self.form.changed:
            self._kept.done()
            self.dismiss(None)
        elif isinstance(self._record, Appointment) and not self.form.changed.get("result"):
            ask_scope(self.mentor, self._record, "change", self._save_as_far_as)
        else:
            super().action_save()

    def _save_as_far_as(self, scope: str) -> None:
        self._reaches = scope
        super().action_save()

    def action_close(self) -> None:
        """Close; what was typed is kept."""
        if self.may_close():
            super().action_close()

    def action_put_aside(self) -> None:
        """Keep this draft in a place of its own, and start afresh."""
        try:
            self._kept.put_aside(self.as_kept(self._words))
        except MentorError as error:
            self.say(str(error))
            return
        self._kind_proposed = "touch"
        self.form.restore(self.shown(self.groups()))
        self.query_one("#form-frame").border_subtitle = "put aside; it waits on Today"
