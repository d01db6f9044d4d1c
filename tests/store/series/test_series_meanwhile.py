"""A plan that comes back, while another program changes it; and its days, counted from nearby."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from store.caseload import Caseload
from store.errors import NotFound
from store.noting import About
from store.records import Appointment, Client, Repeat
from store.recurrence import days_of

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
