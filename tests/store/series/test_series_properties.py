"""Whatever is done to a plan that comes back, in a row and from stale rows: what has to stay stays."""

from datetime import date, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.errors import RequestRefused
from store.folder import DataFolder
from store.records import Appointment, Client, Repeat
from store.series import occurrences
from store.series_acts import SCOPES
from store.when import When

TODAY = date(2026, 11, 23)
TUE = date(2026, 11, 24)
WEEK = timedelta(days=7)
LAST = TUE + 20 * WEEK
DEEDS = ("close", "move", "remove", "words", "again", "undo")
_MAY_SAY = ("say anew", "only this one", "meanwhile", "another way", "does not come back on that day")

ACTS = st.lists(
    st.tuples(
        st.sampled_from(DEEDS),
        st.integers(0, 4),
        st.sampled_from(SCOPES),
        st.sampled_from((-7, -1, 1, 7)),
        st.booleans(),
    ),
    max_size=7,
)
"""What, to which of the rows, how far, by how many days, and whether on a row as it stood one act ago."""


@settings(max_examples=15, deadline=None)
@given(acts=ACTS, weeks_ago=st.integers(0, 3))
@example(acts=[("remove", 1, "only", 1, False), ("again", 0, "all", 1, False)], weeks_ago=0)
@example(acts=[("move", 1, "all", 1, False), ("remove", 1, "all", 1, False)], weeks_ago=1)
@example(acts=[("close", 0, "only", 1, False), ("move", 0, "all", 1, True)], weeks_ago=0)
@example(acts=[("move", 0, "from", -1, False), ("move", 0, "all", -7, True)], weeks_ago=1)
@example(acts=[("remove", 0, "only", 1, False), ("close", 0, "only", 1, True)], weeks_ago=0)
def test_whatever_is_done_a_series_has_one_head_and_no_day_twice(acts, weeks_ago, tmp_path_factory):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    with DataFolder.create(tmp_path_factory.mktemp("series") / "d", clock) as folder:
        caseload = Caseload(folder, clock)
        caseload.add(Client(name="Dee"))
        begins = TUE - weeks_ago * WEEK
        rule = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=begins)
        fields = {"at": time(14), "what": "call", "series": "ab" * 16}
        caseload.add(Appointment(client_id=1, on=begins, repeats=rule, **fields))
        earlier = rows = _rows(caseload)
        for deed, which, scope, days, is_stale in acts:
            before, shown = caseload.appointments_of(1), earlier if is_stale else rows
            earlier = rows
            if shown or deed == "undo":
                plan = shown[min(which, len(shown) - 1)] if shown else None
                _hold(caseload, before, _do(caseload, deed, plan, scope, days))
            rows = _rows(caseload)


def _rows(caseload):
    """What is open, as it stands on the screen: passed ones, and each day to come."""
    open_ones = (plan for plan in caseload.appointments_of(1) if not plan.result)
    shown = (day for plan in open_ones for day in occurrences(plan, date.min, TUE + 12 * WEEK))
    return sorted((day for day in shown if day.on >= TODAY or day.repeats), key=lambda day: day.on)


def _hold(caseload, before, done):
    """What has to be so after anything."""
    now = caseload.appointments_of(1)
    heads = [plan for plan in now if plan.repeats and not plan.result]
    assert len(heads) == len({plan.series for plan in heads})
    for head in heads:
        shown = [day.on for day in occurrences(head, TUE - 5 * WEEK, LAST)]
        assert shown == sorted(set(shown))
    if done is None:  # undone, or refused
        return
    deed, plan, scope = done
    later = {one.id: one for one in now}
    for one in before:
        if one.result:
            assert later[one.id] == one, "what happened was changed"
        elif (
            one.on < TODAY and one.id == plan.id and scope == "all" and (one.on != plan.on or deed == "move")
        ):
            assert later[one.id].on == one.on, "all reached what has passed"
    if deed == "again":  # nothing that was left out, closed or moved alone is back
        assert {day.on for day in _rows(caseload)} <= {*_open_days(before), plan.on}


def _open_days(plans):
    return {day.on for plan in plans if not plan.result for day in occurrences(plan, date.min, LAST)}


def _do(caseload, deed, plan, scope, days):
    """What was done; None where it was undone or refused in words."""
    if deed == "undo":
        if caseload.next_undo():
            caseload.undo()
        return None
    before = caseload.appointments_of(1)
    try:
        if deed == "close":
            caseload.close_plan(plan, "went")
        elif deed == "move":
            caseload.move_plan(plan, days, scope)
        elif deed == "remove":
            caseload.remove_plan(plan, scope)
        elif deed == "words":
            caseload.change_plan(plan, replace(plan, what=f"{plan.what} again"), scope)
        else:
            _again(caseload, plan, scope)
    except RequestRefused as refused:
        assert any(words in str(refused) for words in _MAY_SAY), refused
        assert caseload.appointments_of(1) == before
        return None
    return deed, plan, scope


def _again(caseload, plan, scope):
    """The same rule said again, as a form does that was saved without a change."""
    head = next((one for one in caseload.appointments_of(1) if one.id == plan.id), plan)
    if head.repeats is None or plan.on < TODAY:
        return
    first = replace(head.repeats, begins=plan.on, skips=())
    caseload.repeat_plan(plan, When(plan.on, plan.at), first, scope)
