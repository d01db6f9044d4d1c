"""What can be done for the person under the cursor: the same keys on every screen that shows people.

The records are imported where they are used, so that Today's first frame does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import BindingType

from mentor_tui import places
from mentor_tui.keys import bindings
from mentor_tui.screens.base import PlaceScreen

if TYPE_CHECKING:
    from store.records import Record

PERSON_ACTS = (
    "log",
    "plan",
    "promise",
    "goal",
    "bridge",
    "check-in",
    "edit",
    "done",
    "leave-until",
    "again",
    "more",
    "why",
    "reveal",
)


def person_bindings() -> list[BindingType]:
    """The bindings of a screen that shows people."""
    return bindings(*PERSON_ACTS)


class PersonActs(PlaceScreen):
    """A screen with a cursor on people. It says who is there; the acts follow from that."""

    BINDINGS = person_bindings()

    def person_here(self) -> int | None:
        """The number of the person under the cursor; None if there is none."""
        return None

    def nobody_here(self) -> str:
        """What is said where a key needs a person and the cursor is on none: no key is silent."""
        return "There is no person here."

    def someone_here(self) -> int | None:
        """The person under the cursor; where there is none, that is said."""
        person = self.person_here()
        if not person:
            self.mentor.trouble(self.nobody_here())
        return person

    def plan_here(self) -> int | None:
        """The number of the plan under the cursor, if it is a plan."""
        return None

    def record_here(self) -> Record | None:
        """The record under the cursor: what `e` corrects. The person, unless the screen says better."""
        from store.records import Appointment, Client

        if plan := self.plan_here():
            return self.mentor.caseload.get(Appointment, plan)
        return self.mentor.caseload.get(Client, person) if (person := self.person_here()) else None

    def action_log(self) -> None:
        """A note about the person here, and about the plan if the cursor is on one."""
        if (person := self.person_here()) is not None:
            self.mentor.open_dialog("note", person=person or None, plan=self.plan_here())
        else:
            self.mentor.trouble(self.nobody_here())

    def action_plan(self) -> None:
        """A plan for the person here."""
        from store.records import Appointment

        self.open_form(Appointment)

    def action_promise(self) -> None:
        """A promise to the person here."""
        from store.records import Promise

        self.open_form(Promise)

    def action_goal(self) -> None:
        """A goal of the person here."""
        from store.records import Goal

        self.open_form(Goal)

    def action_bridge(self) -> None:
        """A bridge for the person here."""
        from store.records import Referral

        self.open_form(Referral)

    def action_check_in(self) -> None:
        """Check in with the person here, if nothing of theirs rests for good."""
        from store.records import Client
        from store.standing import has_died

        if person := self.someone_here():
            client = self.mentor.caseload.get(Client, person)
            if has_died(client):
                self.mentor.trouble(f"{client.name} died; nothing is asked any more.")
            else:
                self.mentor.open_dialog("check-in", person)

    def action_edit(self) -> None:
        """Correct what is here; a check-in on the page it was written on."""
        from store.records import CheckIn, Client

        record = self.record_here()
        if isinstance(record, CheckIn):
            self.mentor.open_dialog("check-in", record.client_id, record.id)
        elif record:
            person = record.id if isinstance(record, Client) else getattr(record, "client_id", None)
            self.mentor.open_dialog("form", type(record), person, record)
        else:
            self.mentor.trouble(self.nobody_here())

    def action_done(self) -> None:
        """Pick among the open plans and promises of the person here."""
        from mentor_tui.screens.done import pick_done

        if person := self.someone_here():
            pick_done(self.mentor, person)

    def action_leave_until(self) -> None:
        """Leave the person here until a day."""
        if person := self.someone_here():
            self.mentor.open_dialog("leave-until", person)

    def action_again(self) -> None:
        """Walk together again with the person here."""
        from mentor_tui.screens.endings import walk_again

        if person := self.someone_here():
            walk_again(self.mentor, person)

    def action_more(self) -> None:
        """More for the person here."""
        if person := self.someone_here():
            self.mentor.open_dialog("more", person)

    def action_why(self) -> None:
        """Why the person here is where they are on Today, in full."""
        if person := self.someone_here():
            from mentor_tui.screens.why import say_why

            say_why(self.mentor, person)

    def action_reveal(self) -> None:
        """How to reach the person here."""
        if person := self.someone_here():
            self.mentor.open_dialog("reveal", person)

    def open_form(self, kind: type[Record]) -> None:
        """An empty form for the person here."""
        if person := self.someone_here():
            self.mentor.open_dialog("form", kind, person)

    def open_person(self, person: int) -> None:
        """The person's own screen."""
        self.mentor.open_dialog("client", person)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key whose dialog is not part of the program is unbound."""
        needed = _NEEDS.get(action)
        if needed is not None:
            return self.mentor.books is not None and (not needed or places.exists(needed))
        return super().check_action(action, parameters)


_NEEDS = {
    "log": "note",
    "plan": "form",
    "promise": "form",
    "goal": "form",
    "bridge": "form",
    "check_in": "check-in",
    "edit": "form",
    "add": "form",
    "done": "",
    "why": "",
    "again": "",
    "leave_until": "leave-until",
    "more": "more",
    "reveal": "reveal",
    "write": "write",
}
"""Action to the screen it opens; "" needs only that the books are open."""
