"""What is missing for a report: each gap with its records, and the field of their form."""

from datetime import date

import pytest

from mentor_tui.forms import SPECS
from mentor_tui.reports.gaps import gaps
from store.caseload import Caseload
from store.clock import FixedClock
from store.folder import DataFolder
from store.period import month_of
from store.records import (
    CASELOAD_TABLES,
    Client,
    Consent,
    Contact,
    EndConversation,
    Episode,
    Goal,
    Referral,
)

NOVEMBER = month_of(date(2026, 11, 1))


def nov(day):
    return date(2026, 11, day)


def dee(**fields):
    known = {"how_met": "self", "met_on": nov(1), "episodes": (Episode(on=nov(2)),)}
    return Client(id=1, name="Dee", **(known | fields))


def entry(**fields):
    known = {"id": 1, "client_ids": (1,), "on": nov(9), "mode": "phone", "outcome": "talked", "minutes": 20}
    return Contact(**(known | fields))


AGREED = Consent(id=1, client_id=1, purpose="keep-notes", on=nov(1))
QUOTED = Consent(id=2, client_id=1, purpose="words", on=nov(1))
FINISHED = dee(status="finished", status_on=nov(20))

MISSING = [
    ((dee(episodes=(Episode(expected_on=nov(20)),)), AGREED, entry()),
     "1 person was expected out, and the day they came out is not written.", "episodes", "clients"),
    ((dee(episodes=()), AGREED, entry()), "Of 1 person no day of release is known.", "episodes", "clients"),
    ((dee(), Referral(id=1, client_id=1, area="food", stage="went")),
     "1 bridge has no day they went.", "went_on", "referrals"),
    ((dee(), Referral(id=1, client_id=1, area="food", stage="let-go", stage_on=nov(9), asked_on=nov(3))),
     "1 bridge ended without a reason written.", "ended", "referrals"),
    ((dee(), Referral(id=1, client_id=1, stage="asked", stage_on=nov(9))),
     "1 bridge has no area.", "area", "referrals"),
    ((dee(), Referral(id=1, client_id=1, area="food", stage="let-go", stage_on=nov(9), ended="rule")),
     "1 bridge ended with no day they were asked or went.", "asked_on", "referrals"),
    ((dee(), AGREED, entry(kind="talk", mode="", outcome="")),
     "1 entry has nothing of what happened.", "outcome", "contacts"),
    ((dee(), AGREED, entry(mode="")), "1 entry has no how.", "mode", "contacts"),
    ((dee(), AGREED, entry(minutes=None)), "1 entry has no length.", "minutes", "contacts"),
    ((dee(), AGREED, QUOTED, entry(words="Dee!", quote_ok=True)),
     "1 quote names somebody, a place or a number.", "words", "contacts"),
    ((dee(how_met=""), AGREED, entry()), "Of 1 person it is not written how you met.", "how_met", "clients"),
    ((dee(met_on=None), AGREED, entry()), "Of 1 person the first day is not written.", "met_on", "clients"),
    ((dee(), entry()), "Of 1 person whether you may keep notes is not asked yet.", "purpose", "consents"),
    ((dee(), Goal(id=1, client_id=1, words="x", named_on=nov(3))), "1 need has no area.", "area", "goals"),
    ((FINISHED,), "1 person finished for now without a talk at the end written.", "helped",
     "end_conversations"),
    ((dee(), EndConversation(id=1, client_id=1)), "1 talk at the end has no day.", "on", "end_conversations"),
    ((dee(), EndConversation(id=1, client_id=1, on=nov(20))),
     "In 1 talk at the end whether it helped is not asked.", "helped", "end_conversations"),
]  # fmt: skip


@pytest.mark.parametrize(("records", "words", "field", "table"), MISSING, ids=[each[1] for each in MISSING])
def test_what_is_missing_is_said_with_its_records_and_the_field_that_is_empty(
    books, monday, records, words, field, table
):
    (gap,) = gaps(books(*records), NOVEMBER, monday)
    assert (gap.words, gap.field, gap.new) == (words, field, gap.new and table)
    (behind,) = gap.records
    assert (behind.table, behind.id) == ("clients" if gap.new else table, 1)


@pytest.mark.parametrize(
    "records",
    [
        (),
        (dee(), AGREED, entry()),
        (dee(), AGREED, entry(outcome="no-answer", minutes=None)),
        (dee(episodes=(Episode(expected_on=nov(24)),), status="not-out"), AGREED, entry()),
        (dee(episodes=(Episode(expected_on=nov(20)),), status="died"),),
        (dee(how_met="", met_on=None, episodes=()),),
        (FINISHED, EndConversation(id=1, client_id=1, on=nov(20), helped="no")),
    ],
)
def test_where_nothing_is_missing_nothing_is_said(books, monday, records):
    assert gaps(books(*records), NOVEMBER, monday) == ()


def test_several_are_one_sentence(books, monday):
    several = [entry(id=number, minutes=None) for number in (1, 2, 3)]
    (gap,) = gaps(books(dee(), AGREED, *several), NOVEMBER, monday)
    assert (gap.words, [one.id for one in gap.records]) == ("3 entries have no length.", [1, 2, 3])


def test_every_field_that_is_named_is_in_the_form_of_its_record(tmp_path, monday):
    with DataFolder.create(tmp_path / "D", FixedClock(monday)) as folder:
        caseload = Caseload(folder, FixedClock(monday))
        for _, _, field, table in MISSING:
            kind = CASELOAD_TABLES[table]
            spec = SPECS[kind]
            asked = [
                one.name
                for group in spec.groups(caseload, spec.blank(monday, 0), False)
                for one in group.asked
            ]
            assert field in asked, (table, field)
