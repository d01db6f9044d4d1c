"""The people of the demo are coherent on every day of the week."""

from collections import Counter
from datetime import date, timedelta

import msgspec
import pytest

from mentor_tui.demo.generator import DemoRecords, demo_records
from store.clock import Moment, moment_from
from store.records import CASELOAD_TABLES, HER_OWN_TABLES, NOTEBOOK_TABLES, Client
from store.two_way import is_attempt, is_two_way
from store.vocabulary import (
    ACTIVITIES,
    AREAS,
    CONSENT_STATES,
    DIRECTIONS,
    KINDS,
    MODES,
    OUTCOMES,
    PURPOSES,
    REFERRAL_ENDS,
    STAGES,
    STATUSES,
)

MONDAY = date(2026, 11, 23)
WEEK = tuple(MONDAY + timedelta(days=day) for day in range(7))
IN_PERSON = {"in-person", "driving", "gate"}


def moment_on(day: date, wall: str = "14:02") -> Moment:
    return moment_from(f"{day}T{wall}", "America/Vancouver")


@pytest.fixture(scope="module", params=WEEK, ids=lambda day: f"{day:%A}")
def demo(request) -> tuple[date, DemoRecords]:
    return request.param, demo_records(moment_on(request.param))


def contacts_of(records: DemoRecords, client: Client):
    return [one for one in records.caseload["contacts"] if client.id in one.client_ids]


def test_the_same_seed_and_day_give_the_same_people_byte_for_byte_at_any_hour():
    first = demo_records(moment_on(MONDAY, "00:01"))
    second = demo_records(moment_on(MONDAY, "23:58"))
    assert msgspec.json.encode(first) == msgspec.json.encode(second)


def test_another_seed_gives_other_days_to_the_same_people():
    first, second = demo_records(moment_on(MONDAY), 1), demo_records(moment_on(MONDAY), 2)
    assert [one.name for one in first.caseload["clients"]] == [one.name for one in second.caseload["clients"]]
    assert first.caseload["contacts"] != second.caseload["contacts"]


def test_there_are_about_as_many_of_each_as_in_two_years_of_work(demo):
    _, records = demo
    counts = {table: len(rows) for table, rows in {**records.caseload, **records.notebook}.items()}
    assert 23 <= counts["clients"] <= 26
    assert 1400 <= counts["contacts"] <= 1700
    assert 28 <= counts["services"] <= 34
    assert 38 <= counts["reflections"] <= 44
    assert min(count for table, count in counts.items() if table not in HER_OWN_TABLES) >= 2
    assert counts.keys() == CASELOAD_TABLES.keys() | NOTEBOOK_TABLES.keys()


def test_records_are_numbered_as_they_were_written(demo):
    _, records = demo
    for rows in (*records.caseload.values(), *records.notebook.values()):
        assert [one.id for one in rows] == list(range(1, len(rows) + 1))
    written = [one.written_at for one in records.caseload["contacts"]]
    assert written == sorted(written)


def test_nothing_has_happened_today_or_later(demo):
    today, records = demo
    assert all(one.on < today for one in records.caseload["contacts"])
    assert all(one.on < today for one in records.notebook["reflections"])
    midnight = moment_on(today, "00:00").at
    rows = (*records.caseload.values(), *records.notebook.values())
    assert all(one.written_at < midnight for table in rows for one in table)


def test_after_a_death_there_is_no_contact_and_nothing_open(demo):
    _, records = demo
    (ray,) = [one for one in records.caseload["clients"] if one.status == "died"]
    assert max(one.on for one in contacts_of(records, ray)) <= ray.status_on
    assert ray.rhythm is None
    plans = [one for one in records.caseload["appointments"] if one.client_id == ray.id]
    promises = [one for one in records.caseload["promises"] if one.client_id == ray.id]
    assert all(one.result and one.on <= ray.status_on for one in plans)
    assert all(one.state != "open" and one.done_on <= ray.status_on for one in promises)


def test_people_are_met_in_person_only_while_they_are_out(demo):
    today, records = demo
    for client in records.caseload["clients"]:
        out = [(one.on, one.back_on or today) for one in client.episodes if one.on]
        for one in contacts_of(records, client):
            if one.mode in IN_PERSON and one.kind != "before-release":
                assert any(first <= one.on <= last for first, last in out), (client.name, one)


def test_a_gate_pickup_is_on_the_day_of_release(demo):
    _, records = demo
    for client in records.caseload["clients"]:
        releases = {one.on for one in client.episodes}
        assert {one.on for one in contacts_of(records, client) if one.mode == "gate"} <= releases


def test_nobody_is_in_touch_before_they_were_known(demo):
    _, records = demo
    for client in records.caseload["clients"]:
        assert min(one.on for one in contacts_of(records, client)) >= client.met_on, client.name


def test_episodes_follow_each_other(demo):
    today, records = demo
    for client in records.caseload["clients"]:
        days = [day for one in client.episodes for day in (one.on, one.back_on) if day]
        assert days == sorted(days)
        assert all(day < today for day in days)


def test_bridges_move_forward_in_time(demo):
    today, records = demo
    for one in records.caseload["referrals"]:
        days = [step.on for step in one.steps]
        assert days == sorted(days)
        assert days[-1] <= today
        assert one.stage == one.steps[-1].stage
        assert bool(one.ended) == (one.stage == "let-go")
        assert not (one.went_on and one.asked_on) or one.asked_on <= one.went_on


def test_every_link_leads_to_a_record_of_the_same_person(demo):
    _, records = demo
    contacts = {one.id: one for one in records.caseload["contacts"]}
    people = {one.id for one in records.caseload["clients"]}
    services = {one.id for one in records.caseload["services"]}
    consents = {one.id: one for one in records.caseload["consents"]}
    for table in ("appointments", "promises"):
        for one in records.caseload[table]:
            for link in (one.contact_id, getattr(one, "closed_by", None)):
                assert link is None or one.client_id in contacts[link].client_ids
    for one in records.caseload["referrals"]:
        assert one.service_id in services or one.to
        assert one.consent_id is None or consents[one.consent_id].client_id == one.client_id
    for table in ("appointments", "promises", "goals", "referrals", "consents", "end_conversations"):
        assert {one.client_id for one in records.caseload[table]} <= people
    uids = {one.uid for one in contacts.values()}
    assert all(one.contact_uid in uids for one in records.notebook["themes_seen"])


def test_promises_were_made_in_a_contact_of_their_day(demo):
    _, records = demo
    contacts = {one.id: one for one in records.caseload["contacts"]}
    for one in records.caseload["promises"]:
        assert contacts[one.contact_id].on == one.made_on
        assert one.done_on is None or one.done_on >= one.made_on


def test_a_next_touch_is_closed_by_the_talk_of_its_day(demo):
    _, records = demo
    contacts = {one.id: one for one in records.caseload["contacts"]}
    for one in records.caseload["appointments"]:
        if one.kind == "touch" and one.result == "done":
            assert is_two_way(contacts[one.closed_by])
            assert contacts[one.contact_id].on < one.on == contacts[one.closed_by].on


def test_only_safe_ways_are_used(demo):
    _, records = demo
    for client in records.caseload["clients"]:
        used = {(one.mode, one.outcome) for one in contacts_of(records, client) if one.direction == "out"}
        if any(channel.ok_text is False for channel in client.channels):
            assert not any(mode == "text" for mode, _ in used), client.name
        if not any(channel.ok_voicemail for channel in client.channels):
            assert ("phone", "message-left") not in used, client.name


def test_codes_are_those_of_the_lists(demo):
    _, records = demo
    known = {name: {term.code for term in terms} | {""} for name, terms in _LISTS.items()}
    for one in records.caseload["contacts"]:
        assert one.mode in known["modes"]
        assert one.kind in known["kinds"]
        assert one.outcome in known["outcomes"]
        assert one.direction in known["directions"]
        assert set(one.activities) <= known["activities"]
    for one in records.caseload["referrals"]:
        assert one.stage in known["stages"]
        assert one.ended in known["ends"]
        assert one.area in known["areas"]
    for one in records.caseload["consents"]:
        assert one.purpose in known["purposes"]
        assert one.state in known["states"]
    assert {one.status for one in records.caseload["clients"]} == known["statuses"] - {""}


def test_the_mentor_has_days_off_as_a_person_has(demo):
    today, records = demo
    noted = {one.on for one in records.caseload["contacts"]}
    noted |= {day for one in records.caseload["promises"] for day in (one.made_on, one.done_on) if day}
    eight_weeks = {today - timedelta(days=day) for day in range(1, 57)}
    free = eight_weeks - noted
    assert any(day.weekday() == 6 for day in free) and len(free) < 20


def test_attempts_come_in_a_realistic_share(demo):
    _, records = demo
    contacts = records.caseload["contacts"]
    share = sum(map(is_attempt, contacts)) / len(contacts)
    assert 0.15 < share < 0.30


def test_phone_numbers_belong_to_nobody(demo):
    _, records = demo
    numbers = [
        channel.value
        for client in records.caseload["clients"]
        for channel in client.channels
        if channel.how in {"call", "text"}
    ]
    numbers += [phone.number for one in records.caseload["services"] for phone in one.phones]
    assert all(number.startswith("555-01") and len(number) == 8 for number in numbers)
    assert max(Counter(numbers).values()) == 1


_LISTS = {
    "modes": MODES,
    "kinds": KINDS,
    "outcomes": OUTCOMES,
    "directions": DIRECTIONS,
    "activities": ACTIVITIES,
    "stages": STAGES,
    "ends": REFERRAL_ENDS,
    "areas": AREAS,
    "purposes": PURPOSES,
    "states": CONSENT_STATES,
    "statuses": STATUSES,
}
