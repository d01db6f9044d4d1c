"""A form that stands begun: a goal, a promise or a plan with somebody's words in it already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from mentor_tui.forms import Group
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.record_form import RecordForm
from mentor_tui.ways_back import with_words
from store.records import Appointment, Goal, Promise
from widgets.fields import Answer

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


class BegunForm(RecordForm):
    """What of the record is known stands in its fields. Words of another that wait make room for it."""

    def __init__(self, begun: Goal | Promise | Appointment) -> None:
        """The form of a record that is not saved yet."""
        super().__init__(type(begun), begun.client_id)
        self._begun = begun
        named = ("what", begun.what) if isinstance(begun, Appointment) else ("words", begun.words)
        self._words_in: dict[str, Answer] = dict([named])

    def compose(self) -> ComposeResult:
        """Earlier words stay where they wait; those that are begun here are not mixed with them."""
        drafts = self.mentor.caseload.folder.drafts()
        waiting = drafts.of(self._blank.kind, self._client_id)
        if waiting and any(waiting.answers.get(name) != text for name, text in self._words_in.items()):
            drafts.move_aside(waiting)
        yield from super().compose()

    def groups(self) -> tuple[Group, ...]:
        """What this kind of record asks, of the record as it is begun."""
        groups = super().groups()
        self._before = self._begun
        return groups

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How it is begun."""
        shown = super().shown(groups)
        self._begun_with |= self._words_in
        return {**shown, **self._words_in}

    def way_back(self) -> WayBack:
        """With what was changed in it; where nothing was, it is not opened again."""
        return with_words(self._kept.name, self._blank.kind, self._client_id, 0, _nothing)


def _nothing(mentor: MentorApp) -> None:
    """What it was begun from is what is opened again."""
