"""Marking several people, and then planning or noting the same thing for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentor_tui import places
from mentor_tui.keys import bindings, hints
from mentor_tui.marks import may_be_marked
from mentor_tui.screens.acts import PersonActs
from store.records import Appointment
from widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.saved import Saved

_FOR_ALL = {"plan": "plan all", "log": "note all", "mark": "mark", "back": "unmark"}
_NOT_NOW = "Only those you walk with now can be marked: nothing is done for others by the dozen."


class Marking(PersonActs):
    """A screen of people where several can be marked. It says who is shown, and shows the marks."""

    BINDINGS = bindings("mark", "mark-all")

    def __init__(self) -> None:
        super().__init__()
        self.marked: tuple[int, ...] = ()
        """In the order they were marked."""

    def people_shown(self) -> Iterable[int]:
        """Everyone in the list now."""
        raise NotImplementedError

    def marks_changed(self) -> None:
        """Show who is marked now."""
        raise NotImplementedError

    def mark_only(self, people: Iterable[int]) -> None:
        """Mark these and nobody else, as far as they may be."""
        self.marked = may_be_marked(self.mentor.caseload, people)
        self.marks_changed()
        self.show_keys()

    def still_marked(self) -> None:
        """Somebody may have been taken out, or be paused, since."""
        self.marked = may_be_marked(self.mentor.caseload, self.marked)

    def show_keys(self) -> None:
        """What the keys do while somebody is marked; else what they always do."""
        if self.is_typing or not self.marked:
            super().show_keys()
            return
        shown = [(key, _FOR_ALL[id], method) for id in _FOR_ALL for key, _, method in hints((id,))]
        self.query_one("#status", StatusBar).show_hints(tuple(shown))

    def action_mark(self) -> None:
        """Mark the person here, or take the mark away."""
        person = self.someone_here()
        if not person:
            return
        if person in self.marked:
            self.mark_only(one for one in self.marked if one != person)
        elif may_be_marked(self.mentor.caseload, (person,)):
            self.mark_only((*self.marked, person))
        else:
            self.mentor.trouble(_NOT_NOW)

    def action_mark_all(self) -> None:
        """Mark everyone shown; nobody, where they all are."""
        shown = may_be_marked(self.mentor.caseload, self.people_shown())
        if set(shown) <= set(self.marked):
            self.mark_only(())
        else:
            self.mark_only(dict.fromkeys((*self.marked, *shown)))

    def action_plan(self) -> None:
        """The same plan for all who are marked, wherever the cursor is; else for the person here."""
        if len(self.marked) == 1:
            self._open_for_all("form", Appointment, self.marked[0])
        elif self.marked:
            self._open_for_all("many-plan", self.marked)
        else:
            super().action_plan()

    def action_log(self) -> None:
        """The same note to all who are marked, wherever the cursor is; else about the person here."""
        if len(self.marked) == 1:
            self._open_for_all("note", self.marked[0])
        elif self.marked:
            self._open_for_all("many-note", self.marked)
        else:
            super().action_log()

    def _open_for_all(self, name: str, *given: Any) -> None:
        self.mentor.push_screen(places.make(name, *given), self._done_for_all)

    def _done_for_all(self, saved: Saved | Any) -> None:
        if saved is not None:
            self.mark_only(())
        self.mentor.saved(saved)
