"""Leave a person until a day, and say why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentor_tui.forms import Group
from mentor_tui.forms.asking import Refused, line, replaced, taken
from mentor_tui.forms.day_texts import day_text
from mentor_tui.forms.measures import day_to_come
from mentor_tui.screens.kept_form import KeptForm
from store.records import Client
from store.saved import Saved
from widgets.fields import Answer, Answers


class LeaveUntilScreen(KeptForm):
    """A day and a reason; no day takes an earlier one back."""

    KEPT_AS = "leave-until"

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self._client_id = client_id

    def on_mount(self) -> None:
        """Remember who it is about."""
        self.about(self._client)

    def line(self) -> tuple[int | None, int]:
        """Whom to leave."""
        return self._client_id, 0

    def called(self) -> str:
        """Whom to leave."""
        return f"leave {self._client.name} until"

    def groups(self) -> tuple[Group, ...]:
        """Until when, and why."""
        until = replaced(day_to_come(self.mentor.caseload, "left_until", "Until", "fri, 1 dec, in 2 weeks"))
        return (Group("", (until, line("left_because", "Why", "at her sister's till then"))),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """What was said before."""
        return {
            "left_until": day_text(self._client.left_until),
            "left_because": self._client.left_because,
        }

    def save(self, answers: Answers) -> Saved:
        """Keep the day and the reason."""
        values = taken(self.groups(), answers)
        day: date | None = values["left_until"]
        if day is None and self._client.left_until is None:
            raise Refused({"left_until": "Say until when: “fri”, “1 dec” or “in 2 weeks” would be read."})
        return self.mentor.caseload.leave_until(self._client, day, values["left_because"])

    @property
    def _client(self) -> Client:
        return self.mentor.caseload.get(Client, self._client_id)
