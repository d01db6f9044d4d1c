"""Days on which the mentor is not there: from when, until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.forms import Group
from mentor_tui.forms.asking import Refused, line, replaced, taken
from mentor_tui.forms.day_texts import day_text
from mentor_tui.forms.measures import day
from mentor_tui.screens.kept_form import KeptForm
from store.going_away import come_back, go_away
from store.saved import Saved
from widgets.fields import Answer, Answers

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


class GoingAwayScreen(KeptForm):
    """From today on, unless she says another day; until a day, or until she says that she is back.

    Where she is away, or just came back, it corrects those days.
    """

    def on_mount(self) -> None:
        """From today is what is mostly meant; the last day is what is asked."""
        self.form.start_at("until")

    def called(self) -> str:
        """What the days are of."""
        return "away; no due day moves for it"

    def groups(self) -> tuple[Group, ...]:
        """The first day, the last one, and words for herself."""
        caseload = self.mentor.caseload
        since = replaced(day(caseload, "since", "From"))
        until = replaced(day(caseload, "until", "Until", "5 jan; empty until you are back"))
        return (Group("", (since, until, line("words", "In your words", "for yourself alone"))),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """What stands, where she is away or just came back; else from today."""
        away = self.mentor.caseload.away()
        if away is None:
            return {"since": day_text(self.mentor.clock.now().day)}
        words = away.record.words if away.record else ""
        return {"since": day_text(away.since), "until": day_text(away.until), "words": words}

    def save(self, answers: Answers) -> Saved:
        """Keep them."""
        values = taken(self.groups(), answers)
        since: date = values["since"] or self.mentor.clock.now().day
        until: date | None = values["until"]
        if until is not None and until < since:
            raise Refused({"until": "That day comes before the first. Empty is fine while it is not known."})
        return go_away(self.mentor.caseload, since, until, values["words"])


def be_back(app: MentorApp) -> None:
    """Say that she is back; the days end with yesterday."""
    app.attempt(lambda: come_back(app.caseload))


def mark_on_clients(app: MentorApp, people: tuple[int, ...]) -> None:
    """Go to Clients with these people marked: a plan or a note there is for all of them."""
    from mentor_tui.screens.marking import Marking

    def mark() -> None:
        if isinstance(app.screen, Marking):
            app.screen.mark_only(people)

    app.action_place("clients")
    app.call_after_refresh(mark)
