"""The same plan for several people: one form, a plan for each of them, one save and one undo."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from msgspec.structs import replace
from textual import events
from textual.content import Content

from mentor_tui.marks import chip_row, may_be_marked
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.many_note import listed, number_of
from mentor_tui.screens.record_form import RecordForm
from mentor_tui.ways_back import made, with_words
from store.drafts import FOR_WHOM, Draft
from store.noting import people_named
from store.records import Appointment, Client
from store.saved import Saved
from store.whose import AtRest
from widgets.chips import Chips
from widgets.fields import Answers

_FRAME_LINES = 11


class ManyPlanForm(RecordForm):
    """The form of a plan, for several people who were marked."""

    KEPT_AS: ClassVar[str] = "plan-many"

    def __init__(self, people: tuple[int, ...], *, aside: Draft | None = None) -> None:
        """A form for these people.

        Args:
            aside: the draft it goes on with.
        """
        super().__init__(
            Appointment, people[0], aside=aside or Draft(self.KEPT_AS, None, {}, number_of(people))
        )
        self._people = people
        self._number = self._blank.record_id

    def called(self) -> str:
        """How many it is for."""
        return f"a plan for each of {len(self._people)}"

    def on_mount(self) -> None:
        """Show whom it is for."""
        chips = Chips([chip_row(self.mentor.caseload, self._people, "a plan")], id="form-people")
        self.query_one("#form-frame").mount(chips, before="#form")

    def leave_if_gone(self) -> bool:
        """It is about several; if one of them is gone, saving says so."""
        return False

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for the names."""
        self.form.styles.max_height = max(event.size.height - _FRAME_LINES, 3)

    def save(self, answers: Answers) -> Saved:
        """A plan for each, all or none; what comes back is a series of its own for each."""
        caseload = self.mentor.caseload
        plan = self._spec.record_from(caseload, self._before, answers, is_new=True)
        assert isinstance(plan, Appointment)
        each = [
            replace(plan, client_id=person, series=uuid4().hex if plan.series else "")
            for person in self._people
        ]
        names = people_named(caseload.get(Client, person).name for person in self._people)
        try:
            return caseload.add_each(each, f"{len(each)} plans, {names}")
        except AtRest:
            self._go_on_with(may_be_marked(caseload, self._people) or self._people)
            raise

    def _go_on_with(self, people: tuple[int, ...]) -> None:
        """From here on it is for these."""
        self._people = people
        self.query_one("#form-people", Chips).rows = (chip_row(self.mentor.caseload, people, "a plan"),)
        self.query_one("#form-frame").border_title = Content(self.called())

    def as_kept(self, words: Answers) -> Answers:
        """With whom it is for."""
        kept = super().as_kept(words)
        return {**kept, FOR_WHOM: listed(self._people)} if kept else kept

    def way_back(self) -> WayBack:
        """With its words, for the same people."""
        blank = made("many-plan", self._people)
        return with_words(self._kept.name, self.KEPT_AS, None, self._number, blank)
