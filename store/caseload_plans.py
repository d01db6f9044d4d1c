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
from store.records import Appointment, Client, Record, Repeat
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
        if isinstance(before, Appointment) and isinstance(after, Appointment):
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

    def close_plan(self, plan: Appointment, result: str = "done") -> Saved:
        """Say what became of a plan; "" opens it again. Where it comes back, the next day is open then.

        Raises:
            RequestRefused: it was moved, closed or taken out since it was shown.
        """
        moment = self.clock.now()
        after = acts.plan_closed(plan, result, moment)
        if not result:
            return self.change_plan(plan, after)
        from store.series_acts import close

        closing = {"result": result, "closed_on": moment.day.isoformat()}
        # A day of the rule that is today has not passed: it stays.
        yesterday = moment.day - timedelta(days=1)
        label = self._label(after, act_words.changed(plan, after))
        saved = self._several(label, lambda act: close(act, plan, closing, after=yesterday))
        return with_before(saved, before=plan)

    def change_plan(
        self,
        before: Appointment,
        after: Appointment,
        scope: str = "",
        *,
        label: str = "",
        counted: bool = False,
    ) -> Saved:
        """Keep a correction of a plan.

        Args:
            scope: of `store.series_acts.SCOPES`: how far it reaches, where the plan comes back; only this
                one if it is not said, and where it says what became of it.
            counted: the new day was counted from the old one, and not said as a day.

        Raises:
            RequestRefused: the rule cannot be moved so; or the plan was moved, closed or taken out since it
                was shown.
        """
        from store.series_acts import ONLY, change

        if after.repeats not in (None, before.repeats):
            return self._say_anew(before, after, scope, label)
        label = label or self._label(after, act_words.changed(before, after))
        scope, today = ONLY if after.result else scope or ONLY, self.clock.now().day

        def write(act: Act) -> tuple[int, ...]:
            return (change(act, before, after, scope, today=today, counted=counted),)

        saved = self._several(label, write)
        return with_before(saved, before=before)

    def move_plan(self, plan: Appointment, days: int, scope: str = "") -> Saved:
        """Move a plan by days; a time stays.

        Raises:
            RequestRefused: there is no such day, or the rule cannot be moved so.
        """
        try:
            there = plan.on + timedelta(days=days)
        except OverflowError:
            raise RequestRefused("No calendar goes as far as that day; the plan stays where it is.") from None
        return self.change_plan(plan, replace(plan, on=there), scope, counted=True)

    def repeat_plan(self, plan: Appointment, when: When, repeats: Repeat | None, scope: str = "") -> Saved:
        """Have a plan come back by this rule from its first day on, at its time; None: no more."""
        moment = self.clock.now()
        if repeats is None and self.comes_back(plan):
            from store.series_anew import end

            label = self._label(plan, act_words.NO_MORE)
            saved = self._several(label, lambda act: (end(act, plan, scope, today=moment.day),))
            return with_before(saved, before=plan)
        first = replace(plan, on=when.day, at=when.at, zone=moment.zone, repeats=repeats)
        return self._say_anew(plan, first, scope)

    def _say_anew(self, plan: Appointment, first: Appointment, scope: str, label: str = "") -> Saved:
        """A plan whose rule was said anew, for all that are to come unless less is said."""
        from store.series_acts import new_series
        from store.series_anew import say_anew

        today = self.clock.now().day
        if not self.comes_back(plan):
            first = replace(first, series=new_series(), series_on=None)

        def write(act: Act) -> tuple[int, ...]:
            others = self.appointments_of(plan.client_id)
            return (say_anew(act, plan, first, scope, others, today=today),)

        label = label or self._label(first, act_words.changed(plan, first))
        return with_before(self._several(label, write), before=plan)

    def remove(self, record: Record, label: str = "") -> Saved:
        """Take a record out; a plan only as it was shown, and one that comes back with all its days."""
        if isinstance(record, Appointment) and not self.comes_back(record):
            return self.remove_plan(record, label=label)
        return super().remove(record, label)

    def remove_plan(self, plan: Appointment, scope: str = "", *, label: str = "") -> Saved:
        """Take a plan out: where it comes back only this one, those from here on, or all still to come.

        Raises:
            RequestRefused: it was moved, closed or taken out since it was shown.
        """
        from store.series_acts import ONLY, take_out

        label = label or self._label(plan, f"{act_words.called(plan)} removed")
        today = self.clock.now().day

        def write(act: Act) -> None:
            take_out(act, plan, scope or ONLY, self.appointments_of(plan.client_id), today=today)

        return self._several(label, write)

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
