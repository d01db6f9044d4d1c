"""The acts on plans, those that come back among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace as with_before
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store import act_words, acts
from store.caseload_acts import CaseloadActs
from store.errors import NotFound, RequestRefused
from store.records import Appointment, Client, Repeat
from store.saved import Saved
from store.shelf import TABLE_OF, R, difference, fields_of
from store.whose import refuse_gone

if TYPE_CHECKING:
    from store.folder import Act
    from store.release_dates import OfferedDate
    from store.when import When


class CaseloadPlans(CaseloadActs):
    """What is done to a plan: closed, moved, had come back, taken out.

    A plan is given as it was shown: a record, or a later day of one that comes back (`plan_on`).
    """

    def change(self, before: R, after: R, label: str = "") -> Saved:
        """Keep a correction; of a plan that comes back, of this one alone."""
        if isinstance(after, Appointment) and after.repeats and not after.series:
            from store.series_acts import new_series

            after = replace(after, series=new_series())
        if isinstance(before, Appointment) and isinstance(after, Appointment) and self.comes_back(before):
            return self.change_plan(before, after, label=label)
        return super().change(before, after, label)

    def plan_on(self, id: int, day: date | None = None) -> Appointment:
        """A plan by its number; or that later day of one that comes back.

        Raises:
            NotFound: it is gone, or does not fall on that day any more.
        """
        plan = self.get(Appointment, id)
        if day is None or day == plan.on:
            return plan
        from store.series import NOT_THAT_DAY, occurrences

        found = next(iter(occurrences(plan, day, day)), None)
        if found is None:
            raise NotFound(NOT_THAT_DAY)
        return found

    def comes_back(self, plan: Appointment) -> bool:
        """Whether a change of this plan, or of this day of it, has to say how far it reaches."""
        try:
            head = self.get(Appointment, plan.id)
        except NotFound:
            return False
        return head.repeats is not None and not head.result

    def _comes_back_still(self, plan: Appointment) -> bool:
        """The same before an act.

        Raises:
            NotFound: it is a day that is not there any more.
        """
        from store.series_acts import refuse_gone_day

        if plan.series_on:
            refuse_gone_day(plan, self.get(Appointment, plan.id))
        return self.comes_back(plan)

    def close_plan(self, plan: Appointment, result: str = "done") -> Saved:
        """Say what became of a plan; "" opens it again. Where it comes back, the next day is open then."""
        after = acts.plan_closed(plan, result, self.clock.now())
        if not result or not self._comes_back_still(plan):
            return self.change(plan, after)
        from store.series_acts import close

        moment = self.clock.now()
        closing = {"result": result, "closed_on": moment.day.isoformat()}
        # A day of the rule that is today has not passed: it stays.
        yesterday = moment.day - timedelta(days=1)
        label = self._label(after, act_words.changed(plan, after))
        saved = self._several(label, lambda act: close(act, plan, closing, after=yesterday))
        return with_before(saved, before=plan)

    def change_plan(
        self, before: Appointment, after: Appointment, scope: str = "", *, label: str = ""
    ) -> Saved:
        """Keep a correction of a plan.

        Args:
            scope: of `store.series_acts.SCOPES`: how far it reaches, where the plan comes back; only this
                one if it is not said, and where it says what became of it.

        Raises:
            RequestRefused: the rule cannot be moved so.
        """
        if not self._comes_back_still(before):
            return self.change(before, after, label)
        from store.series_acts import ONLY, change

        label = label or self._label(after, act_words.changed(before, after))
        scope = ONLY if after.result else scope or ONLY
        return self._several(label, lambda act: (change(act, before, after, scope),))

    def move_plan(self, plan: Appointment, days: int, scope: str = "") -> Saved:
        """Move a plan by days; a time stays.

        Raises:
            RequestRefused: there is no such day, or the rule cannot be moved so.
        """
        try:
            there = plan.on + timedelta(days=days)
        except OverflowError:
            raise RequestRefused("No calendar goes as far as that day; the plan stays where it is.") from None
        return self.change_plan(plan, replace(plan, on=there), scope)

    def repeat_plan(self, plan: Appointment, when: When, repeats: Repeat | None, scope: str = "") -> Saved:
        """Have a plan come back by this rule from its first day on, at its time; None: no more."""
        from store.series_acts import ALL, new_series

        series = plan.series if plan.repeats or self.comes_back(plan) else new_series()
        first = replace(
            plan, on=when.day, at=when.at, zone=self.clock.now().zone, repeats=repeats, series=series
        )
        return self.change_plan(plan, first, scope or ALL)

    def remove_plan(self, plan: Appointment, scope: str = "") -> Saved:
        """Take a plan out: where it comes back only this one, those from here on, or all still to come."""
        if not self._comes_back_still(plan):
            return self.remove(plan)
        from store.series_acts import ONLY, take_out

        others = self.appointments_of(plan.client_id)
        label = self._label(plan, f"{act_words.called(plan)} removed")
        return self._several(label, lambda act: take_out(act, plan, scope or ONLY, others))

    def plan_dates(self, client: Client, chosen: Sequence[OfferedDate]) -> Saved:
        """Make the plans that were offered to one person, and move those that move, as one act."""
        done = "plan" if len(chosen) == 1 else f"{len(chosen)} plans"
        table = TABLE_OF[Appointment]

        def write(act: Act) -> list[int]:
            refuse_gone(act, (client.id,))
            ids = [act.insert(table, fields_of(one.plan)) for one in chosen if one.moves is None]
            for before, after in ((one.moves, one.plan) for one in chosen if one.moves is not None):
                fields, dropped = difference(before, after)
                act.update(table, before.id, fields, drop=dropped)
                ids.append(before.id)
            return ids

        return self._several(f"{done}, {client.name}", write)

    def _several(self, label: str, write: Callable[[Act], Sequence[int] | None]) -> Saved:
        """An act on plans; the records with the numbers that it gives, as they now stand."""
        moment = self.clock.now()
        with self.folder.act(label) as act:
            ids = write(act) or ()
        return Saved(act.number, label, moment.at, tuple(self.get(Appointment, id) for id in ids))
