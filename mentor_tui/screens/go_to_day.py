"""Go to a day: typed as any day is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from mentor_tui.forms import Group
from mentor_tui.forms.asking import taken
from mentor_tui.forms.measures import day
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.kept_form import KeptForm
from widgets.fields import Answers
from widgets.key_hints import KeyHint

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


class GoToDay(KeptForm):
    """One line; the nearest such day is meant, past or to come."""

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint("ctrl+s", "go there", "save"),
        KeyHint("esc", "stay here", "close"),
    )

    def __init__(self, then: Callable[[date], None]) -> None:
        """A form of one day.

        Args:
            then: what is done with it.
        """
        super().__init__()
        self._then = then

    def way_back(self) -> WayBack:
        """On the agenda again, with what was typed."""
        return _on_the_agenda

    def called(self) -> str:
        """What it is."""
        return "go to a day"

    def groups(self) -> tuple[Group, ...]:
        """The day."""
        return (Group("", (day(self.mentor.caseload, "on", "Which day", "fri, 12 jan, in 3 weeks"),)),)

    def take(self, answers: Answers) -> Callable[[], None]:
        """Nothing is kept: only gone there."""
        return partial(self._go, taken(self.groups(), answers)["on"])

    def _go(self, to: date | None) -> None:
        self._kept.done()
        self.dismiss(None)
        if to is not None:
            self._then(to)


def _on_the_agenda(mentor: MentorApp) -> GoToDay | None:
    from mentor_tui.screens.agenda import AgendaScreen

    place = mentor.screen_stack[0]
    return GoToDay(place.show_day) if isinstance(place, AgendaScreen) else None
