"""What happened with one person, and what to look at before deciding."""

from datetime import date

from store.records import Appointment, Contact, Episode, Goal, Promise


def test_a_timeline_is_newest_first_with_releases_and_what_became_of_dates(caseload, person, note, touch):
    dee = person("Dee", episodes=(Episode(on=date(2026, 11, 21)),))
    touch(dee, date(2026, 11, 22), kind="court", result="went", closed_on=date(2026, 11, 22))
    note("dee call a < sun 9am")
    note("dee call b")
    told = [(item.on.day, type(item.record).__name__) for item in caseload.timeline(dee.id)]
    assert told == [(23, "Contact"), (22, "Contact"), (22, "Appointment"), (21, "Episode")]


def test_a_touch_that_a_contact_closed_is_told_once_by_the_contact(caseload, person, note, touch):
    dee = person("Dee")
    touch(dee, date(2026, 11, 23))
    note("dee call ok")
    assert [type(item.record) for item in caseload.timeline(dee.id)] == [Contact]


def test_a_plan_whose_note_was_removed_is_told_by_itself_again(caseload, person, note, touch):
    dee = person("Dee")
    touch(dee, date(2026, 11, 23))
    caseload.remove(note("dee call ok").records[0])
    assert [type(item.record) for item in caseload.timeline(dee.id)] == [Appointment]


def test_coming_back_inside_is_told_on_its_day(caseload, person):
    dee = person("Dee", episodes=(Episode(on=date(2026, 1, 5), back_on=date(2026, 3, 1)),))
    told = [(item.on, item.came_back) for item in caseload.timeline(dee.id)]
    assert told == [(date(2026, 3, 1), True), (date(2026, 1, 5), False)]


def test_a_review_page_shows_the_last_talk_and_the_attempts_since(caseload, person, note):
    dee = person("Dee")
    talked = note("dee call ok < 1 nov").records[0]
    first = note("dee call no answer < 5 nov").records[0]
    second = note("dee text < 9 nov").records[0]
    note("dee worried")
    page = caseload.review_page(dee.id)
    assert page.last_talked == talked
    assert page.since_then == (second, first)


def test_a_review_page_of_someone_never_reached_has_every_attempt(caseload, person, note):
    dee = person("Dee")
    tries = [note(f"dee call no answer < {day} nov").records[0] for day in (9, 5)]
    page = caseload.review_page(dee.id)
    assert (page.last_talked, page.since_then) == (None, tuple(tries))


def test_a_review_page_leaves_out_what_is_settled(caseload, person, touch, bridge):
    dee = person("Dee")
    open_plan = touch(dee, date(2026, 11, 27))
    touch(dee, date(2026, 11, 20), result="done")
    kept = caseload.add(Promise(client_id=dee.id, words="a")).records[0]
    caseload.add(Promise(client_id=dee.id, words="b", state="done"))
    goal = caseload.add(Goal(client_id=dee.id, words="a room")).records[0]
    caseload.add(Goal(client_id=dee.id, words="done", state="got-it"))
    caseload.add(Goal(client_id=dee.id, words="later", rank="parked"))
    asked = bridge(dee, to="clinic", stage="asked")
    bridge(dee, to="bank", stage="let-go")
    page = caseload.review_page(dee.id)
    assert (page.next, page.promises) == ((open_plan,), (kept,))
    assert (page.goals, page.bridges) == ((goal,), (asked,))
