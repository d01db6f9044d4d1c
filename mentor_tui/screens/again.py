"""After a date that was moved, cancelled or could not be reached: is there a new day?"""

from __future__ import annotations

from dataclasses import replace as with_closed
from typing import ClassVar

from msgspec.structs import replace

from mentor_tui.forms import Group
from mentor_tui.forms.asking import taken
from mentor_tui.forms.measures import plan_when
from mentor_tui.screens.kept_form import KeptForm
from store import acts
from store.records import Appointment, Client
from store.saved import Saved
from store.waiting import what_it_is
from widgets.fields import Answers
from widgets.key_hints import KeyHint


class AgainScreen(KeptForm):
    """The same plan on another day, in the act that closed it: one undo takes both back."""

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint("ctrl+s", "plan it", "save"),
        KeyHint("esc", "no new day yet", "close"),
    )

    def __init__(self, plan: Appointment, closing: Saved) -> None:
        """A form of one day.

        Args:
            plan: as it was closed.
            closing: the act that closed it.
        """
        super().__init__()
        self._plan = plan
        self._closed_in = closing

    def on_mount(self) -> None:
        """Remember who it is about."""
        if self._plan.client_id:
            self.about(self.mentor.caseload.get(Client, self._plan.client_id))

    def line(self) -> tuple[int | None, int]:
        """Whose plan, and which."""
        return self._plan.client_id or None, self._plan.id

    def called(self) -> str:
        """What is planned again."""
        return f"“{what_it_is(self._plan, self.mentor.caseload)}”: is there a new day?"

    def groups(self) -> tuple[Group, ...]:
        """When."""
        return (Group("", (plan_when(self.mentor.caseload),)),)

    def save(self, answers: Answers) -> Saved:
        """Plan it for that day."""
        when = taken(self.groups(), answers)
        again = replace(acts.planned_again(self._plan), **when)
        saved = self.mentor.caseload.accept_touch(again, self._closed_in)
        return with_closed(saved, closed=())  # what was closed has been asked about
