"""The pocket card: a line for everyone active, in the order of Today, that names nobody."""

from datetime import date, time

import pytest

from mentor_tui.exchange.card_out import card_of, card_text, write_card
from store.made_files import MadeFiles
from store.noteline import sheet_notes
from store.records import Appointment, Client, Episode, Rhythm


@pytest.fixture
def walked(open_caseload):
    caseload = open_caseload("walked")
    for client in (
        Client(name="Dee", episodes=(Episode(on=date(2026, 11, 21)),)),
        Client(name="Dan Low"),
        Client(name="Dora", rhythm=Rhythm(every_days=7, agreed_on=date(2026, 11, 23))),
        Client(name="Gone", status="paused"),
    ):
        caseload.add(client)
    for plan in (
        Appointment(client_id=1, on=date(2026, 11, 26), at=time(10), zone="America/Vancouver", what="clinic"),
        Appointment(client_id=2, on=date(2026, 11, 20), what="how was court"),
    ):
        caseload.add(plan)
    return caseload


def test_each_line_has_a_code_initials_and_what_is_next(walked):
    card = card_of(walked)
    assert [(line.initials, len(line.code)) for line in card.lines] == [("D.", 3), ("D.L.", 3), ("D.2", 3)]
    body = [line[5:] for line in card_text(card).splitlines()[3:6]]
    assert body == ["D.    now, Thu 26 Nov 10:00", "D.L.  now", "D.2   Mon 30 Nov"]


def test_it_fits_a_pocket_and_says_until_when_it_is_good(walked):
    lines = card_text(card_of(walked)).splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[:2] == ["Mon 23 Nov 2026", "the days are good until Mon 7 Dec"]
    assert lines[-1] == f"{card_of(walked).lines[0].code.lower()} met 15m talked about the clinic"


def test_the_line_a_card_teaches_counts_when_it_is_typed_in_as_printed(walked):
    card = card_of(walked)
    first = card.lines[0].client_id
    due = walked.add(Appointment(client_id=first, on=date(2026, 11, 22))).records[0]
    taught = walked.read_note(card_text(card).splitlines()[-1])
    assert (taught.who, taught.mode, taught.outcome, taught.minutes) == ((first,), "in-person", "met", 15)
    assert due.id in [plan.id for plan in walked.record_note(taught).closed]


def test_a_day_that_has_no_room_gets_a_line_of_its_own(walked):
    for day in (24, 25):
        walked.add(Appointment(client_id=3, on=date(2026, 11, day), at=time(9, 30), zone="America/Vancouver"))
    lines = card_text(card_of(walked)).splitlines()
    assert [line[11:] for line in lines if "09:30" in line] == ["Tue 24 Nov 09:30", "Wed 25 Nov 09:30"]
    assert max(map(len, lines)) <= 40


def test_a_code_stays_when_others_come_and_go(walked):
    before = {line.client_id: line.code for line in card_of(walked).lines}
    walked.add(Client(name="Aaron"))
    walked.remove(walked.get(Client, 2))
    after = {line.client_id: line.code for line in card_of(walked).lines}
    assert (after[1], after[3]) == (before[1], before[3])


def test_a_sheet_of_notes_by_code_is_about_those_people(walked):
    codes = {line.client_id: line.code for line in card_of(walked).lines}
    typed = f"{codes[2]} 15c got the boots\n{codes[3].lower()} text back ok\n  and her sister too"
    readings = [walked.read_note(note) for note in sheet_notes(typed)]
    assert [(reading.who, reading.outcome) for reading in readings] == [((2,), "talked"), ((3,), "back")]
    assert readings[1].words == "ok\nand her sister too"


def test_whose_days_a_card_holds_is_known(walked, tmp_path):
    assert write_card(walked, tmp_path / "card.txt") == 3
    assert [made.path.name for made in MadeFiles.of(walked.folder).holding(3)] == ["card.txt"]
    assert MadeFiles.of(walked.folder).holding(4) == ()
