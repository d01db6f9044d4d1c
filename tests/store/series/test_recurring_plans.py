"""What is done to a plan that comes back: the open one is the next; the days that follow are derived."""

from datetime import date, time, timedelta

import pytest

from store.caseload import Caseload
from store.errors import RequestRefused
from store.moved_rule import moved
from store.noting import About
from store.records import Appointment, Client, Repeat
from store.recurrence import days_of, is_rule, next_day
from store.series import occurrences
from store.series_acts import ALL, FROM, ONLY
from store.when import When

TUE = date(2026, 11, 24)
WEEK = timedelta(days=7)
TUESDAYS = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=TUE)


@pytest.fixture
def caseload(folder, clock):
    made = Caseload(folder, clock)
    made.add(Client(name="Dee"))
    return made


@pytest.fixture
def weekly(caseload):
    """Adds Dee's weekly call, from this Tuesday unless it began earlier."""

    def add(begins=TUE, **fields):
        rule = Repeat(rule=TUESDAYS.rule, begins=begins)
        said = {"what": "call", "at": time(14), "series": "ab" * 16} | fields
        return caseload.add(Appointment(client_id=1, on=begins, repeats=rule, **said)).records[0]

    return add


def shown(caseload, first=TUE - 5 * WEEK, last=TUE + 4 * WEEK):
    """Day and what of all that is open, derived days too."""
    open_ones = (plan for plan in caseload.appointments_of(1) if not plan.result)
    found = [day for plan in open_ones for day in occurrences(plan, first, last)]
    return sorted((day.on, day.what) for day in found)


def days(caseload, **span):
    return [on for on, _ in shown(caseload, **span)]


def heads(caseload):
    return [plan for plan in caseload.appointments_of(1) if plan.repeats and not plan.result]


def test_closing_one_opens_the_next_in_the_same_act(caseload, weekly):
    saved = caseload.close_plan(weekly())
    closed, head = saved.records
    assert (closed.result, closed.closed_on, closed.repeats) == ("done", date(2026, 11, 23), None)
    assert (head.on, head.at, head.what, head.repeats) == (TUE + WEEK, time(14), "call", TUESDAYS)
    assert closed.series == head.series and closed.uid != head.uid
    caseload.undo()
    assert days(caseload)[0] == TUE and len(caseload.appointments_of(1)) == 1


def test_days_that_passed_in_between_stay_unsaid(caseload, weekly):
    head = caseload.close_plan(weekly(TUE - 4 * WEEK), "let-go").records[1]
    assert head.on == TUE


def test_a_day_of_the_rule_that_is_today_has_not_passed(caseload, clock):
    mondays = Repeat(rule="FREQ=WEEKLY;BYDAY=MO", begins=date(2026, 11, 16))
    plan = caseload.add(Appointment(client_id=1, on=mondays.begins, repeats=mondays)).records[0]
    assert caseload.close_plan(plan).records[1].on == clock.now().day


def test_a_talk_closes_the_touch_and_opens_the_next(caseload, weekly):
    weekly(TUE - WEEK)
    saved = caseload.record_note(caseload.read_note("dee 15c talked"))
    assert [plan.on for plan in saved.closed] == [TUE - WEEK]
    assert heads(caseload)[0].on == TUE and heads(caseload)[0] in saved.records
    caseload.undo()
    assert heads(caseload)[0].on == TUE - WEEK


def test_a_talk_today_is_todays_touch_too(caseload):
    mondays = Repeat(rule="FREQ=WEEKLY;BYDAY=MO", begins=date(2026, 11, 16))
    caseload.add(Appointment(client_id=1, on=mondays.begins, repeats=mondays))
    caseload.record_note(caseload.read_note("dee 15c talked"))
    assert heads(caseload)[0].on == date(2026, 11, 30)


def test_a_note_closes_what_she_says_it_does_even_where_nobody_answered(caseload, weekly):
    court = weekly(kind="court")
    note = caseload.read_note("call no answer, the hall was closed", 1)
    saved = caseload.record_note(note, plan=About(court.id, result="moved"))
    assert saved.closed[0].result == "moved" and saved.closed[0].closed_by == saved.records[0].id
    assert heads(caseload)[0].on == TUE + WEEK


def test_an_appointment_of_this_very_day_stays_open_when_the_one_before_is_closed(caseload):
    mondays = Repeat(rule="FREQ=WEEKLY;BYDAY=MO", begins=date(2026, 11, 16))
    court = Appointment(client_id=1, kind="court", on=mondays.begins, repeats=mondays)
    before = caseload.add(court).records[0]
    note = caseload.read_note("met at court, it went over", 1)
    caseload.record_note(note, plan=About(before.id, result="went"))
    assert heads(caseload)[0].on == date(2026, 11, 23)


def test_a_later_day_closed_ahead_is_left_out_and_the_next_stays(caseload, weekly):
    later = caseload.plan_on(weekly().id, TUE + WEEK)
    saved = caseload.close_plan(later, "cancelled")
    assert saved.records[0].on == TUE + WEEK and saved.records[0].result == "cancelled"
    assert days(caseload) == [TUE, TUE + 2 * WEEK, TUE + 3 * WEEK, TUE + 4 * WEEK]


def test_the_last_day_closes_and_nothing_follows(caseload):
    once = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=TUE, until=TUE)
    plan = caseload.add(Appointment(client_id=1, on=TUE, repeats=once)).records[0]
    assert len(caseload.close_plan(plan).records) == 1
    assert days(caseload) == []


def test_opened_again_it_is_a_plan_of_its_own(caseload, weekly):
    closed = caseload.close_plan(weekly()).records[0]
    caseload.close_plan(closed, "")
    assert days(caseload)[:2] == [TUE, TUE + WEEK] and len(heads(caseload)) == 1


@pytest.mark.parametrize(
    ("which", "scope", "expected"),
    [
        (0, ONLY, [TUE + timedelta(1), TUE + WEEK, TUE + 2 * WEEK]),
        (0, FROM, [TUE + timedelta(1), TUE + WEEK + timedelta(1), TUE + 2 * WEEK + timedelta(1)]),
        (0, ALL, [TUE + timedelta(1), TUE + WEEK + timedelta(1), TUE + 2 * WEEK + timedelta(1)]),
        (1, ONLY, [TUE, TUE + WEEK + timedelta(1), TUE + 2 * WEEK]),
        (1, FROM, [TUE, TUE + WEEK + timedelta(1), TUE + 2 * WEEK + timedelta(1)]),
        (1, ALL, [TUE + timedelta(1), TUE + WEEK + timedelta(1), TUE + 2 * WEEK + timedelta(1)]),
    ],
)
def test_a_day_later_moves_as_many_as_she_says(caseload, weekly, which, scope, expected):
    plan = caseload.plan_on(weekly().id, TUE + which * WEEK)
    saved = caseload.move_plan(plan, 1, scope)
    assert days(caseload, last=TUE + 2 * WEEK + timedelta(1)) == expected
    assert saved.records[0].on == TUE + which * WEEK * (scope != ALL) + timedelta(1)
    caseload.undo()
    assert days(caseload, last=TUE + 2 * WEEK) == [TUE, TUE + WEEK, TUE + 2 * WEEK]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (ONLY, ["call", "walk", "call", "call"]),
        (FROM, ["call", "walk", "walk", "walk"]),
        (ALL, ["walk", "walk", "walk", "walk"]),
    ],
)
def test_other_words_reach_as_far_as_she_says(caseload, weekly, scope, expected):
    from msgspec.structs import replace

    second = caseload.plan_on(weekly().id, TUE + WEEK)
    caseload.change_plan(second, replace(second, what="walk"), scope)
    assert [what for _, what in shown(caseload, last=TUE + 3 * WEEK)] == expected
    assert len({head.series for head in heads(caseload)}) == len(heads(caseload))


@pytest.mark.parametrize(
    ("which", "scope", "expected"),
    [
        (0, ONLY, [TUE + WEEK, TUE + 2 * WEEK]),
        (1, ONLY, [TUE, TUE + 2 * WEEK]),
        (1, FROM, [TUE]),
        (0, FROM, []),
        (1, ALL, []),
    ],
)
def test_as_many_are_taken_out_as_she_says(caseload, weekly, which, scope, expected):
    caseload.remove_plan(caseload.plan_on(weekly().id, TUE + which * WEEK), scope)
    assert days(caseload, last=TUE + 2 * WEEK) == expected
    caseload.undo()
    assert days(caseload, last=TUE + 2 * WEEK) == [TUE, TUE + WEEK, TUE + 2 * WEEK]


def test_one_that_was_moved_alone_goes_with_all_of_them_and_stays_where_it_happened(caseload, weekly):
    caseload.move_plan(weekly(), 1, ONLY)
    caseload.remove_plan(heads(caseload)[0], ALL)
    assert days(caseload) == []


def test_of_those_moved_alone_only_what_was_from_that_day_on_goes_with_the_rest(caseload, weekly):
    head = weekly()
    for week in (1, 3):
        caseload.move_plan(caseload.plan_on(head.id, TUE + week * WEEK), 1, ONLY)
    caseload.remove_plan(caseload.plan_on(head.id, TUE + 2 * WEEK), FROM)
    assert days(caseload) == [TUE, TUE + WEEK + timedelta(1)]


def test_what_happened_stays_when_the_rest_is_taken_out(caseload, weekly):
    caseload.close_plan(weekly(TUE - WEEK))
    caseload.remove_plan(heads(caseload)[0], ALL)
    assert [plan.result for plan in caseload.appointments_of(1)] == ["done"]


def test_a_single_plan_begins_to_come_back_and_stops_again(caseload):
    plan = caseload.add(Appointment(client_id=1, on=TUE, what="call")).records[0]
    head = caseload.repeat_plan(plan, When(TUE, time(10)), TUESDAYS).records[0]
    assert head.id == plan.id and head.at == time(10) and len(head.series) == 32
    assert len(days(caseload)) == 5
    caseload.repeat_plan(head, When(TUE, time(10)), None)
    assert days(caseload) == [TUE]


def test_how_it_comes_back_changes_from_a_later_day_on(caseload, weekly):
    later = caseload.plan_on(weekly().id, TUE + 2 * WEEK)
    thursdays = Repeat(rule="FREQ=WEEKLY;BYDAY=TH", begins=later.on + timedelta(2))
    caseload.repeat_plan(later, When(thursdays.begins, None), thursdays, FROM)
    assert days(caseload) == [TUE, TUE + WEEK, *(TUE + weeks * WEEK + timedelta(2) for weeks in (2, 3))]


def test_the_form_of_one_day_changes_that_day_unless_more_is_said(caseload, weekly):
    from msgspec.structs import replace

    head = weekly()
    caseload.change(head, replace(head, result="went", closed_on=TUE))
    assert days(caseload)[0] == TUE + WEEK and len(heads(caseload)) == 1


def test_every_other_week_keeps_its_weeks_when_it_moves():
    every_other = Repeat(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", begins=TUE, until=TUE + 6 * WEEK)
    later = moved(every_other, 3, TUE)
    apart = timedelta(3)
    assert [*days_of(later, TUE, date.max)] == [d + apart for d in days_of(every_other, TUE, date.max)]
    assert later.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY"])
def test_days_that_do_not_move_as_a_rule_are_refused_with_a_way_out(rule):
    first = next_day(Repeat(rule=rule, begins=date(2026, 10, 31)), date(2026, 11, 1))
    with pytest.raises(RequestRefused, match="say anew"):
        moved(Repeat(rule=rule, begins=date(2026, 10, 31)), 1, first)


@pytest.mark.parametrize(
    "rule",
    ["", "nonsense", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
     "FREQ=MONTHLY;BYDAY=99MO", "FREQ=DAILY;COUNT=3", "FREQ=DAILY" + ";INTERVAL=1" * 40],
)  # fmt: skip
def test_a_rule_that_cannot_be_followed_falls_on_no_day(rule):
    assert not is_rule(rule)
    assert next_day(Repeat(rule=rule, begins=TUE), TUE) is None


def test_the_last_day_of_the_calendar_has_no_next():
    assert next_day(TUESDAYS, date.max) is None
    assert [*occurrences(Appointment(client_id=1, on=date.max, repeats=TUESDAYS), TUE, date.max)]


def test_coming_up_shows_each_day_it_comes_back_on(caseload, weekly):
    head = weekly()
    found = caseload.coming(14)
    assert [(one.on, one.record.id, one.is_later) for one in found] == [
        (TUE, head.id, False),
        (TUE + WEEK, head.id, True),
    ]
    assert all(one.comes_back and one.what == "call" for one in found)


def test_a_passed_head_leaves_the_days_to_come_where_they_are(caseload, weekly):
    weekly(TUE - WEEK)
    assert [one.on for one in caseload.coming(14)] == [TUE, TUE + WEEK]


def test_the_days_between_two_days_hold_plans_what_became_of_them_and_releases(caseload, weekly):
    from store.records import Episode

    caseload.close_plan(weekly(TUE - WEEK), "went")
    caseload.add(Client(name="Ines", status="not-out", episodes=(Episode(expected_on=TUE + WEEK),)))
    caseload.add(Client(name="Sam", episodes=(Episode(on=TUE - WEEK),)))
    found = caseload.planned(TUE - WEEK, TUE + WEEK)
    assert [(one.on, one.name, one.text, one.result) for one in found] == [
        (TUE - WEEK, "Sam", "came out", ""),
        (TUE - WEEK, "Dee", "call", "went"),
        (TUE, "Dee", "call", ""),
        (TUE + WEEK, "Ines", "expected out", ""),
        (TUE + WEEK, "Dee", "call", ""),
    ]


def test_of_someone_who_died_no_day_is_shown(caseload, weekly):
    caseload.close_plan(weekly(TUE - WEEK), "went")
    caseload.set_status(caseload.get(Client, 1), "died")
    assert caseload.planned(TUE - WEEK, TUE + WEEK) == ()
