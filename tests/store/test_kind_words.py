"""What a plan is shows in how its words begin."""

from datetime import date
from pathlib import Path

import pytest

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.records import Appointment, Client
from store.vocabulary import APPOINTMENT_KINDS, KIND_WORDS, KIND_WORDS_ALONE, kind_in, label

DOCS = Path(__file__).parents[2] / "docs" / "notes.md"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("court", "court"),
        ("court hearing", "court"),
        ("Court: bring the letter", "court"),
        ("court, call her before", "court"),
        ("bail hearing", "court"),
        ("bail reporting", "supervision"),
        ("meds run out", "medication-ends"),
        ("treatment intake", "treatment"),
        ("condition ends", "condition-ends"),
        ("consent expires", "consent-ends"),
        ("ID card", "id"),
        ("doctor’s appointment", "doctor"),
        ("rent due", "rent"),
        ("housing", "housing"),
        ("rent", "rent"),
        ("rent $600", "rent"),
        ("pay the rent", "rent"),
        ("trial", "court"),
        ("trial, day 2", "court"),
        ("trial date", "court"),
        ("court is at 10 in room 3", "court"),
        ("treatment", "treatment"),
        ("treatment: bring the card", "treatment"),
        ("parole with Ms Lee", "supervision"),
        ("parole is at 10", "supervision"),
        ("OAT renewal", "pharmacy"),
        ("doctor, who is new", "doctor"),
        # all of these are closed by a talk, as ever
        ("", "touch"),
        ("clinic", "touch"),
        ("ask about court", "touch"),
        ("court papers to print", "touch"),
        ("doctor call", "touch"),
        ("courtesy visit", "touch"),
        ("housing first office", "touch"),
        ("id", "id"),
        ("idea for the group", "touch"),
        ("trial shift at the bakery", "touch"),
        ("rent party", "touch"),
        ("rent a car", "touch"),
        ("oat milk shopping", "touch"),
        ("treatment of her cat", "touch"),
        ("parole is over, celebrate", "touch"),
        ("probation ends, celebrate", "touch"),
        ("court was finally over, cake", "touch"),
        ("doctor who night", "touch"),
    ],
)
def test_the_kind_is_read_from_how_the_words_begin(words, kind):
    assert kind_in(words) == kind


def test_a_talk_hours_before_court_leaves_court_open(folder, clock):
    caseload = Caseload(folder, clock)
    dee = caseload.add(Client(name="Dee")).records[0]
    caseload.record_note(caseload.read_note("dee call > today 23:30 court > today 20:00 coffee"))
    coffee, court = caseload.appointments_of(dee.id)
    later = Caseload(folder, FixedClock(moment_from("2026-11-23T21:00", "America/Vancouver")))
    saved = later.record_note(later.read_note("dee call 5m"))
    assert [plan.what for plan in saved.closed] == ["coffee"]
    assert (court.kind, coffee.kind) == ("court", "touch")
    assert later.get(Appointment, court.id).result == ""


def test_court_planned_in_a_note_is_said_two_weeks_ahead(folder, clock):
    caseload = Caseload(folder, clock)
    caseload.add(Client(name="Dee"))
    caseload.record_note(caseload.read_note("dee call > 4 dec court hearing"))
    (entry,) = caseload.waiting()
    assert [reason.due.date() for reason in entry.reasons if reason.kind == "plan" and reason.due] == [
        date(2026, 12, 4)
    ]


def test_the_page_lists_every_beginning_that_is_read():
    section = DOCS.read_text(encoding="utf-8").split("## Kinds of plans")[1].split("## ")[0]
    for code, phrases in KIND_WORDS.items():
        row = f"| {' '.join(f'`{phrase}`' for phrase in phrases)} | {label(APPOINTMENT_KINDS, code)} |"
        assert row in section
    assert section.count("\n| `") == len(KIND_WORDS)
    for word, code in KIND_WORDS_ALONE.items():
        assert f"`{word}` ({label(APPOINTMENT_KINDS, code)})" in " ".join(section.split())
