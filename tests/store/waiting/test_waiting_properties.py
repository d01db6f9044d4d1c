"""What holds for any records and any moment."""

from datetime import date, time, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.clock import moment_from
from store.curve import DEFAULT_CURVE
from store.records import Appointment, Client, Contact, Episode, Promise, Referral, Rhythm
from store.vocabulary import (
    ACTIVE_STATUSES,
    ATTEMPT_OUTCOMES,
    OUTCOMES,
    STAGES,
    STATUSES,
    TWO_WAY_OUTCOMES,
)
from store.waiting import BANDS, KINDS_OF_REASON, coming, released_on, waiting

TODAY = date(2026, 11, 23)
MANY = settings(max_examples=150, deadline=None)


def codes(terms):
    return st.sampled_from([term.code for term in terms])


days = st.integers(-40, 40).map(lambda number: TODAY + timedelta(days=number))
past_days = st.integers(-40, 0).map(lambda number: TODAY + timedelta(days=number))
maybe_days = st.none() | days
times = st.none() | st.times(min_value=time(0), max_value=time(23, 59)).map(
    lambda at: at.replace(microsecond=0)
)
ids = st.integers(1, 4)
rhythms = st.builds(Rhythm, every_days=st.integers(1, 30), agreed_on=past_days)
episodes = st.builds(Episode, expected_on=maybe_days, on=maybe_days, back_on=st.none() | days)


def person(id: int):
    return st.builds(
        Client,
        id=st.just(id),
        name=st.sampled_from(["Dee", "Élan", "Jo", "Zoe"]),
        status=codes(STATUSES),
        rhythm=st.none() | rhythms,
        episodes=st.lists(episodes, max_size=2).map(tuple),
        left_until=st.none() | days,
    )


def numbered(records):
    """A few records of a kind, with the numbers a store would give them."""
    return st.lists(records, max_size=6).map(
        lambda found: [msgspec.structs.replace(each, id=id) for id, each in enumerate(found, 1)]
    )


people = st.tuples(*(person(id) for id in range(1, 5))).map(list)
contacts = numbered(
    st.builds(
        Contact,
        client_ids=st.lists(ids, max_size=2, unique=True).map(tuple),
        on=past_days,
        mode=st.sampled_from(["", "phone", "text", "in-person"]),
        kind=st.sampled_from(["", "talk", "behalf", "with-family"]),
        outcome=st.just("") | codes(OUTCOMES),
    )
)
plans = numbered(
    st.builds(Appointment, client_id=ids, on=days, at=times, result=st.sampled_from(["", "", "went"]))
)
promises = numbered(
    st.builds(
        Promise, client_id=ids, words=st.just("x"), due_on=maybe_days, state=st.sampled_from(["open", "done"])
    )
)
bridges = numbered(
    st.builds(
        Referral, client_id=ids, to=st.just("clinic"), stage=codes(STAGES), stage_on=st.none() | past_days
    )
)
caseloads = st.tuples(people, contacts, plans, promises, bridges).map(
    lambda parts: [each for part in parts for each in part]
)
walls = st.times(min_value=time(0), max_value=time(23, 59)).map(lambda at: at.replace(microsecond=0))


def everyone_active_is_there_exactly_once_and_nobody_else(found, coming_up, records):
    there = [entry.client.id for entry in found]
    active = [each.id for each in records if isinstance(each, Client) and each.status in ACTIVE_STATUSES]
    assert sorted(there) == sorted(active)


def everyone_has_a_reason_and_the_highest_band_wins(found, coming_up, records):
    for entry in found:
        assert entry.reasons
        assert entry.band == min((reason.band for reason in entry.reasons), key=BANDS.index)
        assert {reason.kind for reason in entry.reasons} <= set(KINDS_OF_REASON)
        assert all(reason.text and reason.records for reason in entry.reasons)


def the_bands_are_in_order_and_first_days_lead_each(found, coming_up, records):
    keys = [(BANDS.index(entry.band), not entry.in_first_days) for entry in found]
    assert keys == sorted(keys)


def whoever_is_left_until_a_day_is_never_under_now(found, coming_up, records):
    for entry in found:
        if entry.client.left_until and entry.client.left_until > TODAY:
            assert entry.band in ("today", "later")


def what_coming_up_shows_is_left_out_of_the_left_side_but_for_one(found, coming_up, records):
    records_coming = {row.record for row in coming_up}
    for entry in found:
        repeated = [each for each in entry.shown if set(each.records) & records_coming]
        assert len(repeated) <= 1
        assert entry.shown


# To think of a caseload costs more than to look at it: each is looked at in every way.
@MANY
@given(records=caseloads, wall=walls)
def test_what_holds_of_any_caseload_at_any_hour(shelf, at, records, wall):
    kept, moment = shelf(*records, curve=DEFAULT_CURVE), at(TODAY, wall)
    found, coming_up = waiting(kept, moment), coming(kept, moment)
    everyone_active_is_there_exactly_once_and_nobody_else(found, coming_up, records)
    everyone_has_a_reason_and_the_highest_band_wins(found, coming_up, records)
    the_bands_are_in_order_and_first_days_lead_each(found, coming_up, records)
    whoever_is_left_until_a_day_is_never_under_now(found, coming_up, records)
    what_coming_up_shows_is_left_out_of_the_left_side_but_for_one(found, coming_up, records)
    backwards = waiting(shelf(*records[::-1], curve=DEFAULT_CURVE), moment)
    assert [entry.client.id for entry in backwards] == [entry.client.id for entry in found]


@MANY
@given(records=caseloads, later_days=st.integers(1, 60))
def test_time_passing_never_moves_a_due_date(shelf, at, records, later_days):
    def due(day):
        found = waiting(shelf(*records, curve=DEFAULT_CURVE), at(day))
        return {
            (each.kind, each.records, whose(each, entry.client, day)): each.due
            for entry in found
            for each in entry.reasons
            if each.due
        }

    # The days after a release are those of one release: another begins them anew.
    def whose(reason, client, day):
        return released_on(client, day) if reason.kind == "window" else None

    # A plan or a promise changes its kind when its day has passed, but not its day.
    def by_records(found):
        return {(kind.removesuffix("_passed"), *rest): instant for (kind, *rest), instant in found.items()}

    before, after = by_records(due(TODAY)), by_records(due(TODAY + timedelta(days=later_days)))
    assert all(after[key] == instant for key, instant in before.items() if key in after)


@MANY
@given(records=caseloads, later_days=st.integers(1, 10))
def test_time_passing_never_makes_a_rhythm_less_pressing(shelf, at, records, later_days):
    def bands(day):
        found = waiting(shelf(*records, curve=DEFAULT_CURVE), at(day))
        return {
            entry.client.id: each.band for entry in found for each in entry.reasons if each.kind == "rhythm"
        }

    before, after = bands(TODAY), bands(TODAY + timedelta(days=later_days))
    assert all(BANDS.index(after[id]) <= BANDS.index(band) for id, band in before.items() if id in after)


def rhythm_due(shelf, moment, records):
    (entry,) = waiting(shelf(*records, curve=DEFAULT_CURVE), moment)
    return next(each.due for each in entry.reasons if each.kind == "rhythm")


alone = st.builds(Client, id=st.just(1), name=st.just("Dee"), rhythm=rhythms)
earlier = st.lists(
    st.builds(
        Contact, client_ids=st.just((1,)), on=past_days, mode=st.just("phone"), outcome=codes(OUTCOMES)
    ),
    max_size=5,
)


@MANY
@given(client=alone, contacts=earlier, outcome=st.sampled_from(sorted(ATTEMPT_OUTCOMES)), on=past_days)
def test_an_attempt_never_resets_the_clock(shelf, at, client, contacts, outcome, on):
    attempt = Contact(id=99, client_ids=(1,), on=on, mode="phone", outcome=outcome)
    assert rhythm_due(shelf, at(TODAY), [client, *contacts]) == rhythm_due(
        shelf, at(TODAY), [client, *contacts, attempt]
    )


@MANY
@given(client=alone, contacts=earlier, outcome=st.sampled_from(sorted(TWO_WAY_OUTCOMES)))
def test_a_two_way_contact_today_does(shelf, at, client, contacts, outcome):
    talked = Contact(id=99, client_ids=(1,), on=TODAY, mode="phone", outcome=outcome)
    due = rhythm_due(shelf, at(TODAY), [client, *contacts, talked])
    day = TODAY + timedelta(days=client.rhythm.every_days)
    assert due == at(TODAY).instant(day, time.min)


@pytest.mark.parametrize("zone", ["America/Vancouver", "Pacific/Auckland", "UTC"])
def test_today_is_the_mentors_day_and_not_the_utc_one(shelf, zone):
    plan = Appointment(id=1, client_id=1, on=TODAY)
    records = shelf(Client(id=1, name="Dee"), plan)
    assert waiting(records, moment_from("2026-11-23T23:30", zone))[0].band == "today"
    assert waiting(records, moment_from("2026-11-24T00:30", zone))[0].band == "now"
