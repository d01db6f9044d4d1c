"""How a plan comes back: typed as it is said, read back while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mentor_tui.forms import Group
from mentor_tui.forms.asking import Asked
from mentor_tui.forms.day_texts import plan_text
from mentor_tui.forms.measures import echoing
from mentor_tui.screens.kept_form import KeptForm
from store.errors import RequestRefused
from store.records import Appointment, Client
from store.repeat_words import can_be_said, echo_plan
from store.saved import Saved
from store.waiting import what_it_is
from store.when import PlanWhen, When
from widgets.fields import Answer, Answers, Field

_EXAMPLES = "“every tue”, “every other tue 14:00” or “first monday until 31 jan” would be read"
_NO_MORE = "it does not come back any more"


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
        """Whose plan, and which."""
        return self._plan.client_id or None, self._plan.id

    def called(self) -> str:
        """What comes back."""
        return f"“{what_it_is(self._plan, self.mentor.caseload)}”: how it comes back"

    def groups(self) -> tuple[Group, ...]:
        """The one line."""
        hint = "every tue, every other tue 14:00, first monday"
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

    def _told(self, text: str) -> str:
        if not text.strip():
            return _NO_MORE if self._now() else ""
        return echo_plan(self._read(text), self.mentor.clock.now())

    def _read(self, text: str) -> PlanWhen:
        if not text.strip():
            if not self.mentor.caseload.comes_back(self._plan):
                raise RequestRefused(f"Say how it comes back: {_EXAMPLES}.")
            return PlanWhen(When(self._plan.on, self._plan.at))
        said = self.mentor.caseload.read_plan(text)
        if said.repeats is None:
            raise RequestRefused(f"That is a single day: {_EXAMPLES}.")
        return said

    def _now(self) -> str:
        """How it comes back, in words that are read back as themselves; "" where it does not."""
        plan, caseload = self._plan, self.mentor.caseload
        repeats = plan.repeats or (
            caseload.get(Appointment, plan.id).repeats if caseload.comes_back(plan) else None
        )
        if repeats is None or not can_be_said(repeats):
            return ""
        return echo_plan(PlanWhen(When(plan.on, plan.at), repeats), self.mentor.clock.now())
