"""What a change of a series leaves: what was taken out or moved alone, what has passed, what is over."""

from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.errors import RequestRefused
from store.noting import About
from store.records import Appointment, Client, Contact, Repeat
from store.series import occurrences
from store.series_acts import ALL, FROM, ONLY
from store.when import When

TUE = date(2026, 11, 24)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WEEKLY = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=TUE)
THURSDAYS = Repeat(rule="FREQ=WEEKLY;BYDAY=TH", begins=TUE + 2 * DAY)


@pytest.fixture
def caseload(folder, clock):
    made = Caseload(folder, clock)
    made.add(Client(name="Dee"))
    return made


@pytest.fixture
def head(caseload):
    """Dee's weekly group from this Tuesday on."""
    return _add(caseload, TUE)


@pytest.fixture
def passed(caseload):
    """The same from last Tuesday on, of which nobody said what became of it."""
    return _add(caseload, TUE - WEEK)


def _add(caseload, on, **fields):
    rule = replace(WEEKLY, begins=on)
    said = {"kind": "appointment", "at": time(14), "what": "group", "series": "ab" * 16} | fields
    return caseload.add(Appointment(client_id=1, on=on, repeats=rule, **said)).records[0]


def _shown(caseload, weeks=4):
    """The days of what is open, derived ones too."""
    open_ones = (plan for plan in caseload.appointments_of(1) if not plan.result)
    last = TUE + weeks * WEEK
    return sorted(day.on for plan in open_ones for day in occurrences(plan, TUE - 5 * WEEK, last))


@pytest.mark.parametrize("scope", [ALL, FROM])
def test_the_same_rule_said_again_brings_nothing_back(caseload, head, scope):
    caseload.remove_plan(caseload.plan_on(head.id, TUE + 2 * WEEK), ONLY)
    caseload.move_plan(caseload.plan_on(head.id, TUE + 3 * WEEK), 1, ONLY)
    before = _shown(caseload)
    here = caseload.plan_on(head.id, TUE + WEEK if scope == FROM else None)
    caseload.repeat_plan(here, When(here.on, time(15)), replace(WEEKLY, begins=here.on), scope)
    assert _shown(caseload) == before == [TUE, TUE + WEEK, TUE + 3 * WEEK + DAY, TUE + 4 * WEEK]


def test_a_plan_of_no_series_takes_no_day_of_one_without_a_name(caseload):
    head = _add(caseload, TUE, series="")
    caseload.add(Appointment(client_id=1, on=TUE + WEEK, what="single"))
    caseload.repeat_plan(head, When(TUE, time(15)), WEEKLY, ALL)
    assert _shown(caseload, weeks=2) == [TUE, TUE + WEEK, TUE + WEEK, TUE + 2 * WEEK]


@pytest.mark.parametrize("deed", ["close", "remove"])
def test_what_was_closed_or_taken_out_ahead_of_its_day_is_not_made_again(caseload, head, deed):
    if deed == "close":
        caseload.close_plan(head, "went")
    else:
        caseload.remove_plan(head, ONLY)
    coming = next(plan for plan in caseload.appointments_of(1) if plan.repeats)
    caseload.repeat_plan(coming, When(TUE, time(15)), WEEKLY, ALL)
    assert _shown(caseload, weeks=2) == [TUE + WEEK, TUE + 2 * WEEK]


def test_a_rule_said_from_here_on_begins_here_and_not_before(caseload, head):
    here = caseload.plan_on(head.id, TUE + 2 * WEEK)
    caseload.repeat_plan(here, When(TUE + 2 * DAY, None), THURSDAYS, FROM)
    assert _shown(caseload, weeks=3) == [TUE, TUE + WEEK, TUE + 2 * WEEK + 2 * DAY]


def test_a_rule_with_no_day_left_is_refused_and_nothing_changes(caseload, head):
    here = caseload.plan_on(head.id, TUE + 2 * WEEK)
    ended = replace(THURSDAYS, until=TUE + WEEK)
    with pytest.raises(RequestRefused, match="another way"):
        caseload.repeat_plan(here, When(ended.begins, None), ended, FROM)
    assert len(_shown(caseload)) == 5


@pytest.mark.parametrize(("scope", "left"), [(FROM, [TUE, TUE + WEEK, TUE + 2 * WEEK]), (ALL, [TUE])])
def test_ended_on_a_later_day_it_comes_back_no_more(caseload, head, scope, left):
    here = caseload.plan_on(head.id, TUE + 2 * WEEK)
    saved = caseload.repeat_plan(here, When(here.on, here.at), None, scope)
    assert _shown(caseload) == left
    assert saved.label == "plan comes back no more, Dee"


@pytest.mark.parametrize("days", [1, -1, 7])
def test_moving_all_leaves_the_one_that_has_passed(caseload, passed, days):
    caseload.move_plan(caseload.plan_on(passed.id, TUE), days, ALL)
    apart = timedelta(days)
    assert _shown(caseload, weeks=1)[:2] == [TUE - WEEK, TUE + apart]
    caseload.undo()
    assert _shown(caseload, weeks=1) == [TUE - WEEK, TUE, TUE + WEEK]


def test_chosen_itself_it_stays_too_and_those_to_come_move(caseload, passed):
    saved = caseload.move_plan(passed, 1, ALL)
    assert _shown(caseload, weeks=1) == [TUE - WEEK, TUE + DAY]
    assert saved.records[0].on == TUE + DAY
    ended = _add(caseload, TUE - 2 * WEEK)
    caseload.repeat_plan(caseload.plan_on(ended.id, TUE - WEEK), When(TUE - WEEK, None), None, FROM)
    caseload.remove_plan(caseload.plan_on(ended.id, TUE - WEEK), ONLY)
    with pytest.raises(RequestRefused, match="only this one"):
        caseload.move_plan(caseload.get(Appointment, ended.id), 1, ALL)


@pytest.mark.parametrize("days", [0, 1, 7])
def test_a_day_said_of_all_while_one_has_passed_is_the_day_of_the_next(caseload, passed, days):
    said = replace(passed, on=TUE + timedelta(days), at=time(15))
    caseload.change_plan(passed, said, ALL)
    assert _shown(caseload, weeks=2)[:3] == [TUE - WEEK, said.on, said.on + WEEK]
    assert [plan.at for plan in caseload.appointments_of(1)] == [time(14), time(15)]
    caseload.undo()
    assert _shown(caseload, weeks=0) == [TUE - WEEK, TUE]


def test_all_are_not_moved_so_that_the_next_lies_in_the_past(caseload, head):
    with pytest.raises(RequestRefused, match="in the past"):
        caseload.move_plan(caseload.plan_on(head.id, TUE + WEEK), -7, ALL)
    assert caseload.appointments_of(1) == (head,)


def test_other_words_for_all_leave_the_one_that_has_passed(caseload, passed):
    later = caseload.plan_on(passed.id, TUE)
    caseload.change_plan(later, replace(later, what="walk"), ALL)
    assert [plan.what for plan in caseload.appointments_of(1)] == ["group", "walk"]


def test_taking_all_out_leaves_the_ones_that_have_passed(caseload, passed):
    caseload.remove_plan(caseload.plan_on(passed.id, TUE), ALL)
    assert _shown(caseload) == [TUE - WEEK]


def test_a_rule_said_anew_leaves_the_one_that_has_passed(caseload, passed):
    caseload.repeat_plan(passed, When(THURSDAYS.begins, None), THURSDAYS, ALL)
    assert _shown(caseload, weeks=1) == [TUE - WEEK, TUE + 2 * DAY]


def test_a_passed_one_moved_alone_leaves_those_unsaid_that_passed_after_it(caseload):
    first = _add(caseload, TUE - 3 * WEEK)
    caseload.move_plan(first, 21, ONLY)
    assert _shown(caseload, weeks=1) == [TUE, TUE, TUE + WEEK]


def test_a_talk_on_a_day_that_comes_back_closes_that_day_and_what_was_open_before(caseload):
    first = _add(caseload, TUE - WEEK, kind="touch")
    note = caseload.read_note("call 15m talked", 1)
    saved = caseload.record_note(note, plan=About(first.id, TUE, "done"))
    assert sorted(plan.on for plan in saved.closed) == [TUE - WEEK, TUE]
    assert _shown(caseload, weeks=2) == [TUE + WEEK, TUE + 2 * WEEK]


def _closed_elsewhere(caseload, plan):
    caseload.close_plan(plan, "went")


def _moved_elsewhere(caseload, plan):
    caseload.move_plan(plan, 7, ALL)


def _taken_out_elsewhere(caseload, plan):
    caseload.remove_plan(plan, ONLY)


DEEDS = {
    "close": lambda caseload, plan: caseload.close_plan(plan, "let-go"),
    "open": lambda caseload, plan: caseload.close_plan(replace(plan, result="went"), ""),
    "move": lambda caseload, plan: caseload.move_plan(plan, 1, ONLY),
    "move all": lambda caseload, plan: caseload.move_plan(plan, 1, ALL),
    "words of all": lambda caseload, plan: caseload.change_plan(plan, replace(plan, what="x"), ALL),
    "again": lambda caseload, plan: caseload.repeat_plan(plan, When(plan.on, None), THURSDAYS),
    "remove": lambda caseload, plan: caseload.remove_plan(plan),
    "remove all": lambda caseload, plan: caseload.remove_plan(plan, ALL),
    "form": lambda caseload, plan: caseload.change(plan, replace(plan, at=time(9))),
}


@pytest.mark.parametrize("repeats", [WEEKLY, None], ids=["of a series", "single"])
@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("elsewhere", [_closed_elsewhere, _moved_elsewhere, _taken_out_elsewhere])
def test_what_changed_meanwhile_is_refused_and_stays(caseload, elsewhere, deed, repeats):
    shown = _add(caseload, TUE)
    if repeats is None:
        caseload.repeat_plan(shown, When(TUE, shown.at), None)
        shown = caseload.get(Appointment, shown.id)
    elsewhere(caseload, shown)
    if deed == "open" and elsewhere is _closed_elsewhere:
        return  # that is what was shown
    before = caseload.appointments_of(1)
    with pytest.raises(RequestRefused, match="meanwhile"):
        DEEDS[deed](caseload, shown)
    assert caseload.appointments_of(1) == before


def test_other_words_for_one_plan_go_with_it_wherever_it_stands(caseload):
    plan = caseload.add(Appointment(client_id=1, on=TUE, what="call")).records[0]
    caseload.move_plan(plan, 7)
    caseload.change(plan, replace(plan, what="walk"))
    assert [(one.on, one.what) for one in caseload.appointments_of(1)] == [(TUE + WEEK, "walk")]


def test_a_note_about_a_plan_that_was_closed_meanwhile_is_kept_and_what_was_said_stays(caseload, head):
    caseload.close_plan(head, "cancelled")
    closed = caseload.get(Appointment, head.id)
    saved = caseload.record_note(caseload.read_note("we met 1h", 1), plan=About(head.id, TUE, "went"))
    assert saved.records and caseload.get(Appointment, head.id) == closed


@pytest.mark.parametrize("phrase", ["every 100 days", "every 999 days", "every 150 weeks", "every 9 years"])
def test_whatever_step_is_read_comes_back(folder, phrase):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    caseload = Caseload(folder, clock)
    found = caseload.read_plan(phrase)
    plan = Appointment(client_id=0, on=found.when.day, what="depot", repeats=found.repeats, series="ab" * 16)
    assert len(caseload.close_plan(caseload.add(plan).records[0]).records) == 2


def test_two_talks_of_one_sheet_close_the_day_once(caseload):
    _add(caseload, TUE - WEEK, kind="touch")
    lines = [caseload.read_note(f"dee 15c talked <{day}") for day in ("wed", "today")]
    saved = caseload.record_notes(lines)
    assert [plan.on for plan in saved.closed] == [TUE - WEEK]
    assert _shown(caseload, weeks=1) == [TUE, TUE + WEEK]


def test_two_talks_of_one_sheet_close_two_days_of_what_comes_back(caseload):
    first = TUE - 3 * WEEK
    _add(caseload, first, kind="touch")
    sheet = [caseload.read_note(f"dee 15c < {when} talked") for when in ("3 nov", "10 nov", "10 nov")]
    saved = caseload.record_notes(sheet)
    notes = [record.id for record in saved.records if isinstance(record, Contact)]
    plans = caseload.appointments_of(1)
    assert [(plan.on.day, plan.closed_by) for plan in plans if plan.result] == [(3, notes[0]), (10, notes[1])]
    assert [plan.on for plan in plans if plan.repeats] == [TUE - WEEK]
    caseload.undo()
    assert [plan.on for plan in caseload.appointments_of(1) if plan.repeats] == [first]
