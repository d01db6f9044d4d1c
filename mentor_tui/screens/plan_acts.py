"""What can be done to the plan under the cursor: move it, have it come back, close it, take it out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import events
from textual.binding import BindingType

from mentor_tui.keys import action, bindings, told
from mentor_tui.row_keys import key_day, key_parts
from mentor_tui.screens.acts import PersonActs

if TYPE_CHECKING:
    from store.records import Appointment, Record
    from store.saved import Saved

PLAN_ACTS = ("day-later", "day-earlier", "week-later", "week-earlier", "repeat")
_MOVES = PLAN_ACTS[:4]
_WEEK = 7


def plan_bindings() -> list[BindingType]:
    """The bindings of a screen with a cursor on plans."""
    return bindings(*PLAN_ACTS)


class PlanActs(PersonActs):
    """A screen whose cursor may be on a plan. It says which row that is; the acts follow from that."""

    BINDINGS = plan_bindings()

    _went = ""
    """Where a plan went that is out of sight now: pressed on, a key must not move the one in its place."""

    def row_here(self) -> str:
        """The key of the row under the cursor."""
        return ""

    def follow(self, key: str) -> None:
        """A plan that was moved stands in another place: put the cursor on it."""

    def plan_shown(self) -> Appointment | None:
        """The plan under the cursor as it is shown there: maybe a later day of one that comes back."""
        from store.errors import NotFound

        table, id = key_parts(self.row_here())
        if table != "appointments":
            return None
        try:
            return self.mentor.caseload.plan_on(id, key_day(self.row_here()))
        except NotFound:
            return None

    def plan_here(self) -> int | None:
        """The number of the plan under the cursor; none for a day that is only derived."""
        key = self.row_here()
        table, id = key_parts(key)
        return id if table == "appointments" and key_day(key) is None else None

    def record_here(self) -> Record | None:
        """The plan, else whatever the screen says."""
        return self.plan_shown() or super().record_here()

    def action_day_later(self) -> None:
        """Move it by a day."""
        self._move(1)

    def action_day_earlier(self) -> None:
        """Move it a day back."""
        self._move(-1)

    def action_week_later(self) -> None:
        """Move it by a week."""
        self._move(_WEEK)

    def action_week_earlier(self) -> None:
        """Move it a week back."""
        self._move(-_WEEK)

    def action_repeat(self) -> None:
        """Say how it comes back."""
        from mentor_tui.screens.repeat_form import RepeatForm
        from mentor_tui.screens.scope import ask_from_where

        if plan := self._open_plan():

            def open_form(scope: str) -> None:
                self.mentor.push_screen(RepeatForm(plan, scope), self._saved)

            ask_from_where(self.mentor, plan, "change", open_form)

    def action_done(self) -> None:
        """Say what became of the plan under the cursor, with a note in the same save."""
        from mentor_tui.screens.done import say_what_became

        plan = self.plan_shown()
        if plan and not plan.result:
            say_what_became(self.mentor, plan, with_note=True)
        else:
            super().action_done()

    def action_more(self) -> None:
        """Take the plan under the cursor out, or more about the person."""
        from mentor_tui.screens.record_more import more_about

        if plan := self.plan_shown():
            more_about(self.mentor, plan, super().action_more if plan.client_id else None)
        else:
            super().action_more()

    def _move(self, days: int) -> None:
        from mentor_tui.screens.scope import ask_scope

        if self._went:
            self.mentor.trouble(self._went)
            return
        plan = self._open_plan()
        if plan is None:
            return
        try:
            is_past = days < 0 and plan.on + timedelta(days=days) < self.mentor.clock.now().day
        except OverflowError:
            is_past = True
        if is_past:
            self.mentor.trouble(told("That day has passed; {done} says what became of this plan."))
            return
        ask_scope(self.mentor, plan, "move", lambda scope: self._moved(plan, days, scope))

    def _moved(self, plan: Appointment, days: int, scope: str) -> None:
        from store.series_acts import ALL

        caseload = self.mentor.caseload
        # From a day that has passed one counts from today; all that are to come move by as much as was said.
        passed = 0 if scope == ALL else max((self.mentor.clock.now().day - plan.on).days, 0)
        saved = self.mentor.attempt(lambda: caseload.move_plan(plan, passed + days, scope))
        self._saved(saved, is_said=True)

    def _saved(self, saved: Saved | None, *, is_said: bool = False) -> None:
        plan = saved.records[0] if saved and saved.records else None
        if plan:
            self.follow(f"appointments:{plan.id}")
        if not is_said:
            self.mentor.saved(saved)
        if plan and key_parts(self.row_here()) != ("appointments", plan.id):
            self._say_where(plan.id)

    def _say_where(self, id: int) -> None:
        """Say where a plan went that this page does not show; keys that move leave the line here alone."""
        from store.records import Appointment, Client
        from store.waiting import what_it_is
        from store.when import short

        caseload = self.mentor.caseload
        plan = caseload.get(Appointment, id)
        whose = f", {caseload.get(Client, plan.client_id).name}" if plan.client_id else ""
        day = short(plan.on, self.mentor.clock.now())
        self._went = told(f"Saved: “{what_it_is(plan, caseload)}”{whose}, is now {day}; {{undo}} undoes.")
        self.mentor.trouble(self._went)

    def on_key(self, event: events.Key) -> None:
        """Any key but those that move is about the line under the cursor again."""
        if self._went and event.key not in _keys_that_move():
            self._went = ""

    def on_mouse_down(self) -> None:
        """So is a click."""
        self._went = ""

    def _open_plan(self) -> Appointment | None:
        """The open plan under the cursor; where there is none, that is said."""
        plan = self.plan_shown()
        if plan is None:
            self.mentor.trouble(told("There is no plan under the cursor; {plan} plans something."))
        elif plan.result:
            self.mentor.trouble(told("It is said already what became of this; {edit} changes that."))
            return None
        return plan


def _keys_that_move() -> set[str]:
    return {key for each in _MOVES for key in action(each).keys_now.split(",")}
