"""The acts on a person, a plan, a promise and a bridge, and the touch proposed after a talk."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.records import Appointment, Contact, Episode, Promise, Rhythm

MONDAY = date(2026, 11, 23)


def test_closing_a_plan_says_what_and_when_and_can_be_opened_again(caseload, person, touch):
    plan = touch(person("Dee"), MONDAY)
    closed = caseload.close_plan(plan, "went").records[0]
    assert (closed.result, closed.closed_on) == ("went", MONDAY)
    assert caseload.close_plan(closed, "").records[0] == plan


def test_a_promise_is_kept_let_go_and_opened_again(caseload, person):
    dee = person("Dee")
    promise = caseload.add(Promise(client_id=dee.id, words="ask")).records[0]
    done = caseload.keep_promise(promise).records[0]
    assert (done.state, done.done_on) == ("done", MONDAY)
    assert caseload.keep_promise(done, "open").records[0] == promise


def test_leaving_someone_until_a_day_keeps_the_reason_and_can_be_taken_back(caseload, person):
    dee = person("Dee")
    left = caseload.leave_until(dee, date(2026, 12, 1), "at her sister's").records[0]
    assert (left.left_until, left.left_because) == (date(2026, 12, 1), "at her sister's")
    assert caseload.leave_until(left, None).records[0] == dee


def test_going_back_inside_ends_the_release(caseload, person):
    dee = person("Dee", episodes=(Episode(on=date(2026, 11, 1)),))
    inside = caseload.set_status(dee, "inside", date(2026, 11, 20)).records[0]
    assert (inside.status, inside.status_on) == ("inside", date(2026, 11, 20))
    assert inside.episodes == (Episode(on=date(2026, 11, 1), back_on=date(2026, 11, 20)),)


def test_an_expected_release_that_happened_becomes_the_actual_one(caseload, person):
    dee = person("Dee", status="not-out", episodes=(Episode(expected_on=date(2026, 11, 20)),))
    out = caseload.set_released(dee, date(2026, 11, 22)).records[0]
    assert out.status == "walking"
    assert [(each.expected_on, each.on) for each in out.episodes] == [
        (date(2026, 11, 20), date(2026, 11, 22))
    ]


def test_coming_out_again_begins_another_release(caseload, person):
    first = Episode(on=date(2026, 1, 1), back_on=date(2026, 3, 1))
    dee = person("Dee", status="inside", episodes=(first,))
    out = caseload.set_released(dee, MONDAY).records[0]
    assert out.episodes == (first, Episode(on=MONDAY, certainty="known"))


def test_a_bridge_remembers_every_stage_and_its_day(caseload, person, bridge, later):
    dee = person("Dee")
    asked = caseload.move_bridge(bridge(dee, to="food bank"), "asked").records[0]
    moved = later("2026-11-30T10:00").move_bridge(asked, "let-go", "door-shut", "no beds").records[0]
    assert [(step.stage, step.on) for step in moved.steps] == [
        ("asked", MONDAY),
        ("let-go", date(2026, 11, 30)),
    ]
    assert (moved.asked_on, moved.ended, moved.ended_words) == (MONDAY, "door-shut", "no beds")


def test_a_proposed_touch_is_the_day_of_the_talk_plus_the_rhythm(caseload, person, note):
    dee = person("Dee", rhythm=Rhythm(every_days=9, how="text", agreed_on=MONDAY))
    touch = caseload.propose_touch(note("dee call ok < yesterday"))
    assert (touch.client_id, touch.on, touch.mode) == (dee.id, date(2026, 12, 1), "text")


@pytest.mark.parametrize(
    "line", ["dee call no answer", "dee worried", "dee call ok > fri", "dee, jo met", "jo call", "work 1h"]
)
def test_no_touch_is_proposed_where_the_clock_has_not_moved_or_a_plan_was_made(caseload, person, note, line):
    person("Dee", rhythm=Rhythm(every_days=7, agreed_on=MONDAY))
    person("Jo")
    assert caseload.propose_touch(note(line)) is None


def test_no_touch_is_proposed_for_a_day_already_past(caseload, person, note):
    person("Dee", rhythm=Rhythm(every_days=7, agreed_on=MONDAY))
    assert caseload.propose_touch(note("dee call ok < 1 nov")) is None


@pytest.mark.parametrize("line", ["dee call ok > fri", "dee call ok > 30 nov"])
def test_no_touch_is_proposed_where_one_is_planned_by_then(caseload, person, note, line):
    person("Dee", rhythm=Rhythm(every_days=7, agreed_on=MONDAY))
    note(line)
    assert caseload.propose_touch(note("dee call ok")) is None


@pytest.mark.parametrize("line", ["dee call ok > 1 dec", "jo call ok > fri"])
def test_a_later_touch_and_another_persons_stand_in_the_way_of_none(caseload, person, note, line):
    person("Dee", rhythm=Rhythm(every_days=7, agreed_on=MONDAY))
    person("Jo")
    note(line)
    assert caseload.propose_touch(note("dee call ok")) is not None


def test_an_accepted_touch_goes_with_its_note_in_one_undo(caseload, person, note, everything):
    person("Dee", rhythm=Rhythm(every_days=7, agreed_on=MONDAY))
    before = everything()
    saved = note("dee call ok")
    both = caseload.accept_touch(caseload.propose_touch(saved), saved)
    assert [type(record) for record in both.records] == [Contact, Appointment]
    caseload.undo()
    assert everything() == before


def test_a_plan_of_the_mentors_own_is_among_what_is_coming(caseload, note):
    note("work 1h paperwork > fri supervision")
    assert [(item.client_id, item.what) for item in caseload.coming()] == [(0, "supervision")]
    caseload.close_plan(caseload.appointments_of(0)[0])
    assert caseload.coming() == ()


def test_a_note_is_found_by_its_permanent_number_wherever_it_was_moved_to(caseload, person, note):
    person("Dee")
    first = note("dee call one").records[0]
    assert caseload.contact_known_as(first.uid) == first
    moved = caseload.change(first, replace(first, on=date(2025, 1, 30), at=None)).records[0]
    assert caseload.contact_known_as(first.uid) == moved
    caseload.remove(moved)
    assert caseload.contact_known_as(first.uid) is None
    caseload.undo()
    assert caseload.contact_known_as(first.uid) == moved
    assert caseload.contact_known_as("") is None
