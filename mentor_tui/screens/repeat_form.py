"""How a plan comes back: typed as it is said, read back while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

from mentor_tui.forms import Group
from mentor_tui.forms.asking import Asked
from mentor_tui.forms.day_texts import plan_text
from mentor_tui.forms.measures import echoing
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.kept_form import KeptForm
from store.clock import Moment
from store.errors import RequestRefused
from store.records import Appointment, Client
from store.recurrence import next_day
from store.repeat_words import can_be_said, echo_plan
from store.saved import Saved
from store.series_acts import FROM
from store.waiting import what_it_is
from store.when import PlanWhen, When, short
from widgets.fields import Answer, Answers, Field

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_EXAMPLES = "“every tue”, “every other tue 14:00” or “first monday until 31 jan” would be read"
_STARTS = {"from", "starting", "beginning"}
_EMPTY = "left empty, it does not come back any more"
_NOT_SAID = "a rule of its own; left empty, it stays as it is"


class RepeatForm(KeptForm):
    """Makes a single plan one that comes back, changes how it does, or ends it."""

    def __init__(self, plan: Appointment, scope: str) -> None:
        """A form of one line.

        Args:
            scope: how far it reaches, where the plan comes back already.
        """
        super().__init__()
        self._plan = plan
        self._scope = scope

    def on_mount(self) -> None:
        """Remember who it is about."""
        if self._plan.client_id:
            self.about(self.mentor.caseload.get(Client, self._plan.client_id))

    def line(self) -> tuple[int | None, int]:
        """Whose plan, and which; of one that comes back also from which day on."""
        plan, reaches = self._plan, f"{self._plan.id} {self._plan.on} {self._scope}"
        return plan.client_id or None, crc32(reaches.encode()) if self._scope == FROM else plan.id

    def way_back(self) -> WayBack:
        """For the same plan, with what was typed."""
        return partial(_again, self._plan.id, self._plan.on, self._scope)

    def called(self) -> str:
        """What comes back."""
        return f"“{what_it_is(self._plan, self.mentor.caseload)}”: how it comes back"

    def groups(self) -> tuple[Group, ...]:
        """The one line."""
        empty = _EMPTY if self._now() else _NOT_SAID
        hint = empty if self._comes_back else "every tue, every other tue 14:00, first monday"
        field = Field(name="again", label="Comes back", hint=hint, echo=echoing(self._told))
        written_out = partial(plan_text, self.mentor.caseload)
        return (Group("", (Asked(field, lambda plan: "", lambda answer: {}, written_out),)),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How it comes back now."""
        return {"again": self._now()}

    def save(self, answers: Answers) -> Saved:
        """Keep it; an empty line ends it."""
        said = self._read(str(answers["again"]))
        when = When(said.when.day, said.when.at or self._plan.at)
        return self.mentor.caseload.repeat_plan(self._plan, when, said.repeats, self._scope)

    def action_save(self) -> None:
        """Save; where it comes back as before, just close."""
        if self._comes_back and not self.form.changed:
            self._kept.done()
            self.dismiss(None)
        else:
            super().action_save()

    def _told(self, text: str) -> str:
        return echo_plan(self._read(text), self.mentor.clock.now()) if text.strip() else ""

    def _read(self, text: str) -> PlanWhen:
        if not text.strip():
            if not self._comes_back:
                raise RequestRefused(f"Say how it comes back: {_EXAMPLES}.")
            return PlanWhen(When(self._plan.on, self._plan.at))
        said = self.mentor.caseload.read_plan(text)
        if said.repeats is None:
            raise RequestRefused(f"That is a single day: {_EXAMPLES}.")
        if self._scope == FROM and said.when.day < self._plan.on:
            return self._read_from_here(text)
        return said

    def _read_from_here(self, text: str) -> PlanWhen:
        """As it is read the evening before: from here on, and not before."""
        here, now = self._plan.on, self.mentor.clock.now()
        if not _STARTS.isdisjoint(text.lower().split()):
            raise RequestRefused(f"That begins before {short(here, now)}, from which on it changes.")
        evening = datetime.combine(here - timedelta(days=1), time(23, 59), now.tz)
        return self.mentor.caseload.read_plan(text, Moment(evening, now.zone))

    @property
    def _comes_back(self) -> bool:
        return self.mentor.caseload.comes_back(self._plan)

    def _now(self) -> str:
        """How it comes back, in words that are read back as themselves; "" where it does not."""
        plan, moment = self._plan, self.mentor.clock.now()
        kept = self.mentor.caseload.get(Appointment, plan.id) if self._comes_back else plan
        if kept.repeats is None or not can_be_said(kept.repeats):
            return ""
        # One that has passed stays where it is: what is said counts from the next one on.
        today = moment.day if plan.at is None or plan.at > moment.wall else moment.day + timedelta(days=1)
        on = plan.on if plan.on >= today else next_day(kept.repeats, today - timedelta(days=1))
        return echo_plan(PlanWhen(When(on, plan.at), kept.repeats), moment) if on else ""


def _again(plan: int, day: date, scope: str, mentor: MentorApp) -> RepeatForm:
    return RepeatForm(mentor.caseload.plan_on(plan, day), scope)
