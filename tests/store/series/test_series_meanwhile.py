"""A plan that comes back, while another program changes it; and whatever is done to it in a row."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.errors import NotFound, RequestRefused
from store.folder import DataFolder
from store.noting import About
from store.records import Appointment, Client, Repeat
from store.recurrence import days_of
from store.series import occurrences
from store.series_acts import SCOPES

TUE = date(2026, 11, 24)
WEEK = timedelta(days=7)
WEEKLY = Appointment(
    client_id=1,
    on=TUE,
    at=time(14),
    what="call",
    repeats=Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=TUE),
    series="ab" * 16,
)


@pytest.fixture
def caseload(folder, clock):
    made = Caseload(folder, clock)
    made.add(Client(name="Dee"))
    return made


def test_a_day_that_became_the_head_meanwhile_is_not_closed_by_its_old_number(caseload):
    head = caseload.add(WEEKLY).records[0]
    later = caseload.plan_on(head.id, TUE + WEEK)
    closed = caseload.close_plan(head, "went").records[0]
    for act in (caseload.close_plan, lambda day: caseload.move_plan(day, 1), caseload.remove_plan):
        with pytest.raises(NotFound):
            act(later)
    assert caseload.get(Appointment, head.id) == closed


def test_a_note_about_such_a_day_finds_it_by_its_new_number(caseload):
    head = caseload.add(WEEKLY).records[0]
    caseload.close_plan(head, "went")
    note = caseload.read_note("met 1h", 1)
    saved = caseload.record_note(note, plan=About(head.id, TUE + WEEK, "done"))
    assert [plan.on for plan in saved.closed] == [TUE + WEEK]


def test_a_note_is_kept_where_its_day_is_gone(caseload):
    head = caseload.add(WEEKLY).records[0]
    caseload.remove_plan(caseload.plan_on(head.id, TUE + WEEK), "only")
    saved = caseload.record_note(
        caseload.read_note("she moved away", 1), plan=About(head.id, TUE + WEEK, "let-go")
    )
    assert saved.records and not saved.closed


@settings(max_examples=40, deadline=None)
@given(
    freq=st.sampled_from(
        ("DAILY", "WEEKLY", "WEEKLY;BYDAY=SU,TU,FR", "WEEKLY;BYDAY=SU,TU;WKST=SU", "MONTHLY")
    ),
    every=st.integers(1, 5),
    begins=st.dates(date(2024, 1, 1), date(2025, 3, 1)),
    later=st.integers(-20, 900),
)
def test_counted_from_nearby_the_days_are_those_counted_from_the_first(freq, every, begins, later):
    freq, _, parts = freq.partition(";")
    rule = ";".join(filter(None, (f"FREQ={freq}", f"INTERVAL={every}", parts)))
    first = begins + timedelta(days=later)
    last = first + timedelta(days=60)
    walked = rrulestr(rule, dtstart=datetime.combine(begins, time.min))
    expected = [
        day.date()
        for day in walked.between(*(datetime.combine(d, time.min) for d in (first, last)), inc=True)
    ]
    assert list(days_of(Repeat(rule=rule, begins=begins), first, last)) == expected


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("close", "move", "remove", "words", "undo")),
        st.integers(0, 4),
        st.sampled_from(SCOPES),
        st.sampled_from((-7, -1, 1, 7)),
    ),
    max_size=7,
)


@settings(max_examples=12, deadline=None)
@given(acts=ACTS)
def test_whatever_is_done_a_series_has_one_head_and_no_day_twice(acts, tmp_path_factory):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    with DataFolder.create(tmp_path_factory.mktemp("series") / "d", clock) as folder:
        caseload = Caseload(folder, clock)
        caseload.add(Client(name="Dee"))
        caseload.add(WEEKLY)
        for deed, which, scope, days in acts:
            _do(caseload, deed, which, scope, days)
            open_ones = [plan for plan in caseload.appointments_of(1) if not plan.result]
            heads = [plan.series for plan in open_ones if plan.repeats]
            assert len(heads) == len(set(heads))
            for head in filter(lambda plan: plan.repeats, open_ones):
                shown = [day.on for day in occurrences(head, TUE, TUE + 20 * WEEK)]
                assert shown == sorted(set(shown))


def _do(caseload, deed, which, scope, days):
    shown = caseload.coming(90)
    if deed == "undo":
        if caseload.next_undo():
            caseload.undo()
        return
    if not shown:
        return
    one = shown[min(which, len(shown) - 1)]
    plan = caseload.plan_on(one.record.id, one.on if one.is_later else None)
    try:
        if deed == "close":
            caseload.close_plan(plan, "went")
        elif deed == "move":
            caseload.move_plan(plan, days, scope)
        elif deed == "remove":
            caseload.remove_plan(plan, scope)
        else:
            _say(caseload, plan, scope)
    except RequestRefused as refused:
        assert "say anew" in str(refused)


def _say(caseload, plan, scope):
    from msgspec.structs import replace

    caseload.change_plan(plan, replace(plan, what=f"{plan.what} again"), scope)
