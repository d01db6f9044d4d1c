"""Whoever died, is inside or at rest is not spoken of; and one undo brings all of it back."""

from datetime import date, time

import pytest

from mentor_tui.agenda_rows import open_from_before
from mentor_tui.row_keys import plan_key
from store.card_codes import code_of, key_of
from store.promised import promised
from store.records import (
    Appointment,
    Client,
    Consent,
    Contact,
    Episode,
    MatteringDay,
    Promise,
    Referral,
    Repeat,
    Rhythm,
)

TODAY = date(2026, 11, 23)
MONDAYS = Repeat(rule="FREQ=WEEKLY;BYDAY=MO", begins=date(2026, 11, 2))


@pytest.fixture
def dee(caseload):
    """Somebody with everything open that can be open."""
    added = caseload.add(
        Client(
            name="Dee",
            rhythm=Rhythm(every_days=7, agreed_on=date(2026, 10, 1)),
            episodes=(Episode(on=date(2026, 11, 20), supply_days=4),),
            days_that_matter=(MatteringDay(month=11, day=24, what="x"),),
            review_on=date(2026, 11, 1),
        )
    )
    id = added.records[0].id
    for record in (
        Appointment(client_id=id, kind="court", on=date(2026, 11, 10), what="court"),
        Appointment(client_id=id, kind="court", on=date(2026, 11, 24), at=time(9, 30), what="court"),
        Appointment(client_id=id, on=TODAY, repeats=MONDAYS, series="a" * 32, mode="phone"),
        Appointment(client_id=id, on=date(2026, 11, 25), mode="letter"),
        Promise(client_id=id, words="boots", due_on=date(2026, 11, 20)),
        Promise(client_id=id, words="ask about ID"),
        Referral(client_id=id, to="clinic", stage="asked", stage_on=date(2026, 11, 1)),
        Consent(client_id=id, purpose="share", on=date(2026, 1, 1), expires_on=date(2026, 11, 1)),
        Contact(client_ids=(id,), on=TODAY, mode="phone", outcome="talked", words="x"),
    ):
        caseload.add(record)
    return caseload.get(Client, id)


def spoken_of(caseload):
    """What would come up by itself, wherever it would."""
    return [
        *caseload.waiting(),
        *caseload.coming(60),
        *caseload.agenda(60),
    ]


@pytest.mark.parametrize("status", ["paused", "lost-touch", "finished", "died"])
def test_who_is_at_rest_is_not_spoken_of_and_undo_brings_everything_back(caseload, dee, everything, status):
    before, said = everything(), spoken_of(caseload)
    assert len(said) > 6
    caseload.set_status(dee, status)
    assert spoken_of(caseload) == []
    caseload.undo()
    assert (everything(), spoken_of(caseload)) == (before, said)


@pytest.mark.parametrize("status", ["died", "inside"])
def test_what_was_promised_is_not_listed_of_who_died_or_is_inside(caseload, dee, status):
    assert promised(caseload).count == 2
    caseload.set_status(dee, status)
    assert promised(caseload).count == 0


def test_of_someone_inside_only_a_letter_comes_up(caseload, dee):
    caseload.set_status(dee, "inside")
    assert caseload.waiting() == ()
    assert {item.text for item in caseload.coming(60)} == {"letter"}


def test_a_letter_to_someone_inside_is_asked_about_from_its_day_on_until_she_says(caseload, dee):
    letter = Appointment(client_id=dee.id, on=date(2026, 11, 20), mode="letter")
    caseload.add(letter)
    caseload.add(Appointment(client_id=dee.id, on=date(2026, 11, 20), mode="phone"))
    assert not [item for item in caseload.coming() if item.on < TODAY]
    caseload.set_status(dee, "inside")
    asked = caseload.coming()[0]
    assert (asked.on, asked.text, asked.name) == (letter.on, "letter: how did it go?", "Dee")
    assert [item.on for item in (*caseload.coming(), *caseload.agenda()) if item.on < TODAY] == [letter.on]
    assert [row.key for row in open_from_before(caseload, caseload.clock.now())[1:]] == [plan_key(asked)]
    caseload.close_plan(caseload.get(Appointment, asked.record.id))
    assert not [item for item in caseload.coming() if item.on < TODAY]


def test_a_line_with_the_name_of_who_died_asks_and_one_on_their_page_is_kept(caseload, dee, note):
    caseload.set_status(dee, "died")
    asked = caseload.read_note("dee 15c her sister rang")
    assert (asked.who, asked.candidates, asked.stranger) == ((), (dee.id,), "")
    assert asked.question == "Dee died. Is this about them?"
    answered = caseload.read_note("dee 15c her sister rang", answer=dee.id)
    assert (answered.who, answered.minutes, answered.words) == ((dee.id,), 15, "her sister rang")
    assert "No one here" in caseload.read_note("zoe 15c hello").question
    saved = note("15c talked with her sister", person=dee.id)
    assert saved.records[0].client_ids == (dee.id,)
    assert caseload.propose_touch(saved) is None


def test_a_code_of_a_card_that_was_theirs_asks_as_gently_as_the_name(caseload, dee, person):
    code = code_of(dee.id, key_of(caseload.folder.store_id))
    for others in (0, 1):
        if others:
            person("Jo")
        caseload.set_status(caseload.get(Client, dee.id), "died")
        asked = caseload.read_note(f"{code.upper()} met 15m by the river")
        assert (asked.question, asked.candidates) == ("Dee died. Is this about them?", (dee.id,))
        answered = caseload.read_note(f"{code} met 15m by the river", answer=dee.id)
        assert (answered.who, answered.minutes, answered.words) == ((dee.id,), 15, "by the river")
    together = caseload.read_note(f"jo, {code} met 15m by the river")
    assert (together.question, together.candidates) == ("Dee died. Is this about them?", (dee.id,))
    answered = caseload.read_note(f"jo, {code} met 15m by the river", answer=dee.id)
    assert (len(answered.who), answered.outcome, answered.words) == (2, "met", "by the river")


def test_nothing_is_proposed_after_a_talk_with_someone_at_rest(caseload, dee, note):
    caseload.set_status(dee, "paused")
    assert caseload.propose_touch(note("15c good to hear her", person=dee.id)) is None


@pytest.mark.parametrize(
    ("status", "proposes"),
    [("walking", True), *((each, False) for each in ("paused", "lost-touch", "inside", "finished", "died"))],
)
def test_an_agreed_rhythm_proposes_nothing_while_it_rests(caseload, person, note, status, proposes):
    """Nothing else is planned that would stand in the way."""
    sam = person("Sam", rhythm=Rhythm(every_days=7, agreed_on=date(2026, 10, 1)))
    caseload.set_status(sam, status)
    saved = note("15c good to hear him", person=sam.id)
    assert (caseload.propose_touch(saved) is not None) is proposes


@pytest.mark.parametrize("status", ["paused", "lost-touch", "finished", "died"])
def test_a_day_somebody_was_expected_out_rests_with_them(caseload, person, status):
    ines = person("Ines", status="not-out", episodes=(Episode(expected_on=date(2026, 12, 1)),))
    december = date(2026, 12, 1), date(2026, 12, 31)
    assert [one.text for one in caseload.planned(*december)] == ["expected out"]
    caseload.set_status(ines, status)
    assert caseload.planned(*december) == ()
