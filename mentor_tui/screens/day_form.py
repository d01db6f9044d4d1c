"""A form of one day: when something happened, or when it shall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from mentor_tui.forms import Group
from mentor_tui.forms.asking import Asked, Refused, replaced, taken
from mentor_tui.forms.day_texts import day_text
from mentor_tui.forms.measures import day, day_to_come
from mentor_tui.forms.unknown_day import or_unknown
from mentor_tui.keys import told
from mentor_tui.screens.kept_form import KeptForm
from store.release_words import is_unknown
from store.saved import Saved
from widgets.fields import Answer, Answers


class DayForm(KeptForm):
    """Which day it was; today unless she says another."""

    def __init__(self, words: str, act: Callable[[date | None], Saved], *, person: int | None = None) -> None:
        """A form of one day.

        Args:
            act: what is done with the day.
            person: whose day it is, if it is one's: what is typed is shown under nobody else's name.
        """
        super().__init__()
        self._person = person
        self._words = words
        self._act = act

    def line(self) -> tuple[int | None, int]:
        """Whose day, and of what."""
        return self._person, super().line()[1]

    def called(self) -> str:
        """What the day is of."""
        return self._words

    def groups(self) -> tuple[Group, ...]:
        """The day."""
        asked: Asked = day(self.mentor.caseload, "on", "Which day")
        return (Group("", (replaced(asked),)),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """Today."""
        return {"on": day_text(self.mentor.clock.now().day)}

    def save(self, answers: Answers) -> Saved:
        """Do it on that day."""
        on: date | None = taken(self.groups(), answers)["on"]
        if on is not None and on > self.mentor.clock.now().day:
            raise Refused(
                {"on": told("That day is still to come; what is expected stands under {edit}, Releases.")}
            )
        return self._act(on)


class ComingDayForm(DayForm):
    """Which day it shall be; it is empty until she says one."""

    def __init__(
        self,
        words: str,
        act: Callable[[date | None], Saved],
        *,
        person: int | None = None,
        may_be_unknown: bool = False,
    ) -> None:
        """A form of one day.

        Args:
            act: what is done with the day.
            person: whose day it is.
            may_be_unknown: "unknown" is an answer too, and no day.
        """
        super().__init__(words, act, person=person)
        self._may_be_unknown = may_be_unknown

    def groups(self) -> tuple[Group, ...]:
        """The day, from today on."""
        hint = "in 2 weeks, or unknown" if self._may_be_unknown else "in 2 weeks"
        asked: Asked = day_to_come(self.mentor.caseload, "on", "Which day", hint)
        return (Group("", (or_unknown(asked) if self._may_be_unknown else asked,)),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """Nothing yet."""
        return {}

    def save(self, answers: Answers) -> Saved:
        """Do it with that day."""
        on: date | None = taken(self.groups(), answers)["on"]
        if on is None and not (self._may_be_unknown and is_unknown(str(answers["on"]))):
            also = "; “unknown” is fine too" if self._may_be_unknown else ""
            raise Refused({"on": f"Say which day: “fri”, “1 dec” or “in 2 weeks” would be read{also}."})
        return self._act(on)
