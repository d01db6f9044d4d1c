"""The seven places, and every other screen by name: found when they are wanted, imported only then.

A new screen is a module in `mentor_tui/screens/` and, unless it is one of the seven, a line in
`SCREENS`. As long as its module does not exist, its key is unbound.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places the digit keys lead to."""

    name: str
    """Also its module: `mentor_tui.screens.<name>` with the class `<Name>Screen`."""

    @property
    def title(self) -> str:
        """As it is written at the top."""
        return self.name.capitalize()


PLACES = tuple(map(Place, ("today", "clients", "agenda", "reflect", "services", "reports", "settings")))
"""In the order of the keys 1 to 7."""

SCREENS: dict[str, str] = {
    "note": "note_line.NoteLineScreen",
    "catch-up": "catch_up.CatchUpScreen",
    "many-note": "many_note.ManyNoteScreen",
    "many-plan": "many_plan.ManyPlanForm",
    "form": "record_form.RecordForm",
    "more": "more.MoreScreen",
    "release-dates": "release_dates.ReleaseDatesScreen",
    "leave-until": "leave_until.LeaveUntilScreen",
    "reveal": "reveal.RevealScreen",
    "inbox": "inbox.InboxScreen",
    "history": "history.HistoryScreen",
    "put-aside": "put_aside.PutAsideScreen",
    "client": "client.ClientScreen",
    "quiet": "quiet.QuietScreen",
    "check-in": "check_in.CheckInScreen",
    "check-in-read": "check_in_read.CheckInReadScreen",
    "away": "going_away.GoingAwayScreen",
    "review": "review.ReviewScreen",
    "find": "find.FindScreen",
    "bring-calendar": "bring_calendar.BringCalendarScreen",
    "bring-people": "bring_people.BringPeopleScreen",
    "promises": "promises.PromisesScreen",
    "handed-on": "handed_on.HandedOnScreen",
    "agreements": "agreements.AgreementsScreen",
    "templates": "templates.TemplatesScreen",
    "hint-words": "hint_words.HintWordsScreen",
    "service": "service.ServiceScreen",
    "write": "reflection.ReflectionScreen",
    "still-needed": "still_needed.StillNeededScreen",
    "erase": "erase.EraseScreen",
    "burn": "burn.BurnScreen",
    "erasing": "erasing.ErasingScreen",
    "erased": "erased.ErasedScreen",
    "begin": "begin.BeginScreen",
    "locked": "lock.LockScreen",
    "cover": "cover.CoverScreen",
    "first-start": "first_start.FirstStartScreen",
    **{place.name: f"{place.name}.{place.title}Screen" for place in PLACES},
}
"""Name to module and class under `mentor_tui.screens`."""


@cache
def exists(name: str) -> bool:
    """Whether the screen of this name is part of the program."""
    return name in SCREENS and find_spec(f"mentor_tui.screens.{SCREENS[name].partition('.')[0]}") is not None


def make(name: str, *args: Any, **options: Any) -> Screen[Any]:
    """A new screen of this name; its module is imported now."""
    module, _, kind = SCREENS[name].partition(".")
    made = getattr(import_module(f"mentor_tui.screens.{module}"), kind)(*args, **options)
    return cast("Screen[Any]", made)
