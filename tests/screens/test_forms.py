"""The forms: what each record asks, that it reads back as itself, that each can be added and corrected."""

from datetime import UTC, date, datetime, time

import pytest
from msgspec.structs import asdict

from mentor_tui.forms import SPECS, Refused, shown_answers
from store.records import (
    CASELOAD_TABLES,
    HER_OWN_TABLES,
    Appointment,
    Channel,
    CheckIn,
    Client,
    Confidant,
    Consent,
    Contact,
    EndConversation,
    Episode,
    Goal,
    Hours,
    MatteringDay,
    Phone,
    Promise,
    Referral,
    Rhythm,
    Service,
    Stay,
)

FULL = (
    Client(
        name="Dee [b]",
        pronouns="she/her",
        status="light",
        interpreter=True,
        rhythm=Rhythm(every_days=7, how="text", agreed_on=date(2026, 11, 2)),
        episodes=(
            Episode(expected_on=date(2026, 11, 19), on=date(2026, 11, 21), at=time(9, 30), supply_days=7),
            Episode(expected_on=date(2027, 2, 28), certainty="expected"),
        ),
        channels=(
            Channel(how="text", value="555 0100", ok_voicemail=False, ok_text=True, whose="her aunt's"),
            Channel(how="call", checked_on=date(2026, 10, 1)),
        ),
        confidants=(Confidant(name="Ann", relation="sister", until=date(2027, 1, 1)),),
        stays=(Stay(where="friends", since=date(2026, 11, 21)),),
        days_that_matter=(MatteringDay(month=3, day=4, what="her daughter's birthday"),),
        in_their_words="a door\nthat locks",
        review_on=date(2027, 11, 21),
    ),
    Contact(
        client_ids=(1, 2),
        on=date(2026, 11, 22),
        at=datetime(2026, 11, 22, 21, 5, tzinfo=UTC),
        zone="America/Vancouver",
        mode="phone",
        outcome="talked",
        minutes=90,
        travel_minutes=20,
        km=3.5,
        cents=850,
        activities=("clothes", "her own word"),
        words="one\ntwo",
        together=True,
    ),
    Appointment(
        client_id=1,
        kind="court",
        on=date(2026, 11, 24),
        at=time(9, 30),
        zone="America/Vancouver",
        what="court",
        going="me",
    ),
    Promise(client_id=1, words="ask about boots", due_on=date(2026, 11, 27)),
    Goal(client_id=1, words="a door that locks", rank="now", area="housing", state="working"),
    Referral(client_id=1, to="the clinic", stage="asked", warm="came-along", would_return=False),
    Service(
        name="Clinic",
        areas=("health",),
        phones=(Phone(number="555 0100", kind="voice"),),
        hours=(Hours(days="Mon-Fri", opens="9:00"),),
        min_age=19,
        needs_id=True,
        checked_on=date(2026, 10, 1),
    ),
    Consent(client_id=1, purpose="share", recipient="the clinic", on=date(2026, 11, 1), how="spoken"),
    EndConversation(client_id=1, on=date(2026, 11, 1), helped="some", words="yes"),
)


def form_of(kind):
    return SPECS[kind]


def person(books, name):
    return books.caseload.find_person(name)


def test_every_kind_of_record_has_a_form():
    own = {CASELOAD_TABLES[table] for table in HER_OWN_TABLES}
    talked_through = {CheckIn}
    assert set(SPECS) == set(CASELOAD_TABLES.values()) - own - talked_through


@pytest.mark.parametrize("record", FULL, ids=lambda record: type(record).__name__)
def test_a_record_reads_back_from_its_form_as_itself(books, record):
    saved = books.caseload.add(record).records[0]
    spec = form_of(type(record))
    answers = shown_answers(spec.groups(books.caseload, saved, False), saved)
    assert spec.record_from(books.caseload, saved, answers) == saved


@pytest.mark.parametrize("kind", SPECS, ids=lambda kind: kind.__name__)
def test_a_form_asks_for_every_field_a_mentor_may_know(books, kind):
    record = next(record for record in FULL if type(record) is kind)
    saved = books.caseload.add(record).records[0]
    groups = (
        *form_of(kind).groups(books.caseload, saved, False),
        *form_of(kind).groups(books.caseload, saved, True),
    )
    values = {}
    for group in groups:
        for asked in group.asked:
            values |= asked.take(asked.show(saved))
    assert set(asdict(saved)) - set(values) <= SET_ELSEWHERE


SET_ELSEWHERE = {
    # given by the store, or derived from what is asked
    *(
        "id",
        "uid",
        "written_at",
        "status_on",
        "state_on",
        "stage_on",
        "steps",
        "made_on",
        "done_on",
        "named_on",
    ),
    *("closed_on", "closed_by", "contact_id", "consent_id", "client_id", "as_typed", "kept_because"),
    "merged_uids",
    # in a check-in, where they are asked
    "asked_as",
    # by what "when" says of a plan that comes back, and where a calendar brought it
    *("repeats", "series", "series_on", "calendar_uid"),
    # by `z`, and by the import of a directory
    *("left_until", "left_because"),
    *("source", "source_id", "source_organization_id", "source_hash", "places", "places_of"),
}


def test_a_new_person_needs_only_a_name(books, clock):
    spec = form_of(Client)
    blank = spec.blank(clock.now(), 0)
    answers = shown_answers(spec.groups(books.caseload, blank, True), blank) | {"name": "Zoë"}
    assert spec.record_from(books.caseload, blank, answers, is_new=True).name == "Zoë"


def test_a_plan_may_be_said_to_come_back_and_a_day_of_it_is_not_said_so_again(books, clock):
    spec = form_of(Appointment)
    blank = spec.blank(clock.now(), 0)
    asked = [asked for group in spec.groups(books.caseload, blank, True) for asked in group.asked]
    when = next(one for one in asked if one.name == "when")
    assert (
        when.field.echo("every other tue 14:00").text
        == "every other Tue from Tue 24 Nov 2026, 14:00, tomorrow"
    )
    new = spec.record_from(
        books.caseload, blank, {"when": "every other tue 14:00", "what": "group"}, is_new=True
    )
    kept = books.caseload.add(new).records[0]
    assert (kept.on, kept.repeats.rule, len(kept.series)) == (
        date(2026, 11, 24),
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        32,
    )
    with pytest.raises(Refused, match="comes back already"):
        spec.record_from(books.caseload, kept, {"when": "every fri"})
    assert spec.record_from(books.caseload, kept, {"when": "wed 10am"}).repeats == kept.repeats


@pytest.mark.parametrize(
    ("kind", "answers", "field", "sentence"),
    [
        (Client, {"name": " "}, "name", "A name is needed"),
        (Client, {"name": "\u3164"}, "name", "A name is needed"),
        (Client, {"name": "a" * 201}, "name", "too long"),
        (Client, {"name": "Zoë", "rhythm": "often"}, "rhythm", "not read as a rhythm"),
        (Client, {"name": "Zoë", "status": "gone"}, "status", "not in the list"),
        (Client, {"name": "Zoë", "released": "31 feb"}, "released", "would be"),
        (
            Client,
            {"name": "Zoë", "days_that_matter": [{"date": "30 feb"}]},
            "days_that_matter.0.date",
            "4 March",
        ),
        (Appointment, {"when": ""}, "when", "Say when"),
        (Appointment, {"when": "soonish"}, "when", "is not a day"),
        (Appointment, {"when": "20 nov 2026"}, "when", "."),
        (Promise, {"words": ""}, "words", "Say what you promised"),
        (Goal, {"words": "", "client_id": ""}, "client_id", "Choose who"),
        (Contact, {"minutes": "soon"}, "minutes", "not a length"),
        (Contact, {"client_ids": "nobody I know"}, "client_ids", "There is no person"),
        (Contact, {"when": "31 feb"}, "when", "would be"),
        (Service, {"name": ""}, "name", "needs a name"),
        (Service, {"name": "Clinic", "min_age": "-1"}, "min_age", "not a number"),
    ],
)
def test_what_cannot_be_kept_is_refused_under_its_field(books, clock, kind, answers, field, sentence):
    spec = form_of(kind)
    with pytest.raises(Refused) as refused:
        spec.record_from(books.caseload, spec.blank(clock.now(), 0), answers, is_new=True)
    assert sentence in refused.value.refusals[field]


def test_a_day_of_release_in_the_past_happened_and_one_to_come_is_expected(books, clock):
    spec = form_of(Client)
    blank = spec.blank(clock.now(), 0)
    out = spec.record_from(books.caseload, blank, {"name": "A", "released": "21 nov"}, is_new=True)
    coming = spec.record_from(books.caseload, blank, {"name": "B", "released": "4 dec"}, is_new=True)
    assert out.episodes[0].on == date(2026, 11, 21)
    assert (coming.episodes[0].expected_on, coming.status) == (date(2026, 12, 4), "not-out")


def test_a_rhythm_that_did_not_change_keeps_the_day_it_was_agreed(books):
    marcus = person(books, "marcus")
    spec = form_of(Client)
    same = spec.record_from(books.caseload, marcus, {"rhythm": "weekly"})
    other = spec.record_from(books.caseload, marcus, {"rhythm": "every 9 days by text"})
    assert same.rhythm == marcus.rhythm
    assert (other.rhythm.every_days, other.rhythm.how, other.rhythm.agreed_on) == (
        9,
        "text",
        date(2026, 11, 23),
    )


def test_a_bridge_keeps_every_stage_it_reached(books):
    (bridge,) = books.caseload.referrals_of(person(books, "jo").id)
    moved = form_of(Referral).record_from(books.caseload, bridge, {"stage": "went"})
    assert (moved.stage, moved.went_on, moved.steps[-1].stage) == ("went", date(2026, 11, 23), "went")


@pytest.mark.parametrize(
    ("kind", "answers", "field", "day"),
    [
        (Promise, {"words": "boots", "due_on": "fri"}, "due_on", date(2026, 11, 27)),
        (Consent, {"expires_on": "fri"}, "expires_on", date(2026, 11, 27)),
        (Client, {"name": "Zoë", "review_on": "fri"}, "review_on", date(2026, 11, 27)),
        (Consent, {"on": "wed"}, "on", date(2026, 11, 18)),
        (EndConversation, {"on": "wed"}, "on", date(2026, 11, 18)),
        (Referral, {"asked_on": "wed"}, "asked_on", date(2026, 11, 18)),
        (Referral, {"went_on": "wed"}, "went_on", date(2026, 11, 18)),
        (Client, {"name": "Zoë", "met_on": "wed"}, "met_on", date(2026, 11, 18)),
        (Service, {"name": "Clinic", "checked_on": "wed"}, "checked_on", date(2026, 11, 18)),
    ],
)
def test_a_weekday_is_to_come_in_what_is_agreed_and_past_in_what_happened(
    books, clock, kind, answers, field, day
):
    spec = form_of(kind)
    blank = spec.blank(clock.now(), person(books, "dee").id)
    assert getattr(spec.record_from(books.caseload, blank, answers, is_new=True), field) == day


@pytest.mark.parametrize("day", ["20 nov 2026", "yesterday"])
def test_a_promise_by_a_day_that_has_passed_is_refused(books, clock, day):
    spec = form_of(Promise)
    blank = spec.blank(clock.now(), person(books, "dee").id)
    with pytest.raises(Refused) as refused:
        spec.record_from(books.caseload, blank, {"words": "boots", "due_on": day}, is_new=True)
    assert "has passed" in refused.value.refusals["due_on"]


def test_a_correction_keeps_a_day_that_has_passed_since(books):
    kept = books.caseload.add(Promise(client_id=1, words="boots", due_on=date(2026, 11, 20))).records[0]
    spec = form_of(Promise)
    shown = shown_answers(spec.groups(books.caseload, kept, False), kept)
    assert spec.record_from(books.caseload, kept, shown | {"words": "a coat"}).due_on == date(2026, 11, 20)
