"""No one dropped: whatever is done, in whatever order, each active person is there and says why."""

from collections import Counter
from contextlib import suppress
from datetime import date, time, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.caseload import Caseload
from store.clock import moment_from
from store.errors import MentorError
from store.folder import DataFolder
from store.records import Absence, Appointment, Client, Promise, Repeat, Rhythm
from store.release_dates import offered_dates
from store.vocabulary import ACTIVE_STATUSES, APPOINTMENT_KINDS, RESULTS, STATUSES
from store.waiting import KINDS_OF_REASON

FIRST = date(2026, 11, 23)
SOMETHING_STANDS = {"rhythm", "plan", "plan_passed", "promise", "promise_passed", "bridge"}
A_RELEASE_STANDS = {"first_days", "expected_release", "window"}
STATED = {"nothing_agreed", "left_until"}


class MovingClock:
    """A clock that a test moves by days."""

    def __init__(self):
        self.day = FIRST

    def now(self):
        return moment_from(f"{self.day}T14:02", "America/Vancouver")


class Life:
    """A caseload in which things happen, to one of three people at a time."""

    def __init__(self, place):
        self.clock = MovingClock()
        self.folder = DataFolder.create(place, self.clock)
        self.caseload = Caseload(self.folder, self.clock)
        for name in ("Dee", "Jo", "Sam"):
            self.caseload.add(Client(name=name, met_on=FIRST))

    def does(self, act, who, number):
        """One act, or nothing where it is refused."""
        if not (people := self.caseload.people()):
            return  # undo may have taken all of them back
        with suppress(MentorError):
            getattr(self, act)(people[who % len(people)], number)

    def status(self, client, number):
        self.caseload.set_status(client, STATUSES[number % len(STATUSES)].code)

    def released(self, client, number):
        self.caseload.set_released(client, self.clock.day - timedelta(days=number % 20))

    def expected(self, client, number):
        ahead = self.clock.day + timedelta(days=number % 40)
        self.caseload.expect_release(client, ahead if number % 5 else None)

    def corrected(self, client, number):
        episodes = client.episodes[: number % 2]
        if client.episodes and number % 3 == 0:
            episodes = (*client.episodes[:-1], replace(client.episodes[-1], back_on=self.clock.day))
        self.caseload.change(client, replace(client, episodes=episodes))

    def rhythm(self, client, number):
        agreed = Rhythm(every_days=number % 30 + 1, agreed_on=self.clock.day) if number % 3 else None
        self.caseload.change(client, replace(client, rhythm=agreed))

    def curve(self, client, number):
        curve = (None, (), (1, 5), (200,))[number % 4]
        self.caseload.change(client, replace(client, curve=curve))

    def planned(self, client, number):
        on = self.clock.day + timedelta(days=number % 50)
        rule = Repeat(rule=f"FREQ=DAILY;INTERVAL={number % 9 + 1}", begins=on, until=on + timedelta(days=25))
        self.caseload.add(
            Appointment(
                client_id=client.id,
                kind=("touch", *(term.code for term in APPOINTMENT_KINDS))[number % 20],
                on=on,
                at=time(9) if number % 2 else None,
                repeats=rule if number % 4 == 0 else None,
                remind_days=(None, 0, 30)[number % 3],
            )
        )

    def offered(self, client, number):
        offers = offered_dates(client, self.caseload.appointments_of(client.id), self.clock.now())
        self.caseload.plan_dates(client, offers[: number % 4])

    def closed(self, client, number):
        plans = [plan for plan in self.caseload.appointments_of(client.id) if not plan.result]
        if plans:
            self.caseload.close_plan(plans[number % len(plans)], RESULTS[number % len(RESULTS)].code)

    def note(self, client, number):
        lines = ("call 15m talked", "text hello", "call no answer", "met 1h > in 3 days", "worried ! ask")
        self.caseload.record_note(self.caseload.read_note(lines[number % 5], person=client.id))

    def promised(self, client, number):
        due = self.clock.day + timedelta(days=number % 20) if number % 2 else None
        self.caseload.add(Promise(client_id=client.id, words="ask about boots", due_on=due))

    def kept(self, client, number):
        for promise in self.caseload.promises_of(client.id)[-1:]:
            self.caseload.keep_promise(promise, ("done", "let-go", "open")[number % 3])

    def left(self, client, number):
        day = self.clock.day + timedelta(days=number % 30) if number % 4 else None
        self.caseload.leave_until(client, day, "at her sister's")

    def away(self, client, number):
        since = self.clock.day - timedelta(days=number % 10)
        self.caseload.add(Absence(since=since, until=since + timedelta(days=number % 7)))

    def undone(self, client, number):
        self.caseload.undo()

    def days_pass(self, client, number):
        self.clock.day += timedelta(days=number % 60)


ACTS = sorted(name for name in vars(Life) if not name.startswith("_") and name != "does")
happenings = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 2), st.integers(0, 99)), min_size=4, max_size=16
)


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    """A new caseload for each example, none of them kept open."""
    number, place = count(), tmp_path_factory.mktemp("lives")
    opened = []

    def begin():
        while opened:
            opened.pop().folder.close()
        opened.append(Life(place / str(next(number))))
        return opened[0]

    yield begin
    begin().folder.close()


def stands(life):
    """What is wrong with who waits now, in words; nothing where nobody was dropped."""
    caseload, today = life.caseload, life.clock.day
    entries = {entry.client.id: entry for entry in caseload.waiting()}
    counted = Counter(entry.client.id for entry in caseload.waiting())
    active = {client.id for client in caseload.people() if client.status in ACTIVE_STATUSES}
    if counted != Counter(active):
        yield f"there are {counted} for {active}"
    for client in caseload.people():
        if client.id not in entries or client.id not in active:
            continue
        kinds = {reason.kind for reason in entries[client.id].reasons}
        if not kinds or not kinds <= set(KINDS_OF_REASON):
            yield f"{client.name} is there for {kinds}"
        if client.left_until and client.left_until > today:
            if "left_until" not in kinds:
                yield f"{client.name} is left until a day that is not said"
            continue
        if not kinds & (SOMETHING_STANDS | A_RELEASE_STANDS | STATED):
            yield f"{client.name} has no reason that stands"
        yield from _passed(client, caseload, entries[client.id], today)


def _passed(client, caseload, entry, today):
    said = {ref for reason in entry.reasons for ref in reason.records if ref.table == "appointments"}
    for plan in caseload.appointments_of(client.id):
        if not plan.result and plan.on <= today and plan.id not in {ref.id for ref in said}:
            yield f"the plan of {client.name} on {plan.on} is not said"
    nothing = any(reason.kind == "nothing_agreed" for reason in entry.reasons)
    if nothing and (client.rhythm or any(not plan.result for plan in caseload.appointments_of(client.id))):
        yield f"{client.name} has something agreed"


@settings(max_examples=60)
@given(acts=happenings)
def test_after_any_acts_each_active_person_is_there_with_a_reason(lives, acts):
    life = lives()
    for act in acts:
        life.does(*act)
        assert list(stands(life)) == [], acts


@pytest.mark.long
@settings(max_examples=1500)
@given(acts=happenings)
def test_after_very_many_acts_too(lives, acts):
    life = lives()
    for act in acts:
        life.does(*act)
        assert list(stands(life)) == [], acts


def test_the_property_can_fail(lives, monkeypatch):
    life = lives()
    monkeypatch.setattr("store.waiting.people.plan_reasons", lambda *given: ())
    life.does("released", 0, 3)
    life.does("planned", 0, 0)
    assert list(stands(life))
