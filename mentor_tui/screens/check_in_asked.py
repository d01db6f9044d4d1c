"""What a check-in asks by itself: its day, the talk it was part of, a question in their language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from mentor_tui.check_in_lines import Line
from mentor_tui.check_in_page import CheckInPage
from mentor_tui.check_in_rows import talk_choices
from mentor_tui.forms import Group, Refused
from mentor_tui.forms.asking import taken
from mentor_tui.forms.measures import day
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.go_to_day import GoToDay
from mentor_tui.screens.one_line import OneLineScreen
from store.check_ins_kept import talk_of
from store.records import AskedAs, Client
from store.their_language import keep_asked_as
from widgets.fields import Answers
from widgets.key_hints import KeyHint
from widgets.row import Column

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


class CheckInDay(GoToDay):
    """On which day it was; today or before."""

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint("ctrl+s", "take it", "save"),
        KeyHint("esc", "close", "close"),
    )

    def __init__(self, person: int, then: Callable[[date], None]) -> None:
        """A form of one day.

        Args:
            person: who was asked; what is typed is shown under nobody else's name.
            then: what is done with the day.
        """
        super().__init__(then)
        self._person = person

    def line(self) -> tuple[int | None, int]:
        """Whose day."""
        return self._person, super().line()[1]

    def called(self) -> str:
        """What it is."""
        return "the day of this check-in"

    def groups(self) -> tuple[Group, ...]:
        """The day."""
        return (Group("", (day(self.mentor.caseload, "on", "Which day", "yesterday, fri, 12 jan"),)),)

    def take(self, answers: Answers) -> Callable[[], None]:
        """Nothing is kept by it alone."""
        on: date | None = taken(self.groups(), answers)["on"]
        if on is not None and on > self.mentor.clock.now().day:
            raise Refused({"on": "That day is still to come; say when you talked."})
        return super().take(answers)

    def way_back(self) -> WayBack:
        """The page alone."""
        return _nothing


def _nothing(mentor: MentorApp) -> None:
    """It is asked again from the page."""


def ask_talk(app: MentorApp, page: CheckInPage, taken_as: Callable[[str], None]) -> None:
    """Ask what talk it was part of."""
    noted = talk_of(app.caseload, page.client.id, page.on)

    def picked(key: str | None) -> None:
        if key:
            taken_as(key)

    picking = PickScreen("the talk it was part of", talk_choices(noted), (Column(),), for_anyone=True)
    app.push_screen(picking, picked)


def ask_theirs(app: MentorApp, client: Client, line: Line) -> None:
    """Ask for a question in their language; what was typed for somebody else who speaks it is proposed."""
    below = "What you would say to them."
    if line.theirs:
        below = "What you would say to them; enter with nothing takes it away."
    elif line.offered:
        below = "Typed for somebody else who speaks it; enter takes it, or type over it."
    asking = OneLineScreen(
        f"in their language: “{line.asked}”", line.theirs or line.offered, below, person=client.id
    )
    app.push_screen(asking, partial(_keep_theirs, app, client.id, line))


def _keep_theirs(app: MentorApp, person: int, line: Line, words: str | None) -> None:
    if words is not None and words != line.theirs:
        client = app.caseload.get(Client, person)
        theirs = AskedAs(question_id=line.id, words=words, asked=line.asked)
        app.attempt(lambda: keep_asked_as(app.caseload, client, (theirs,)))
