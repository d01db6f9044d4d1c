"""The demo's words are warm, varied, and hold nothing that should not be kept about anyone."""

import re
from collections import Counter

import pytest

from mentor_tui.demo.generator import demo_records
from store.clock import moment_from
from store.names import NameEntry
from store.noteline import parse

NOW = moment_from("2026-11-23T14:02", "America/Vancouver")
LABELS = "offender|inmate|ex-?con|felon|addict|junkie|clean|dirty|non-?compliant|no-?show"
OUTCOMES = "failed|overdue|discharged"
COUNTING_PEOPLE = "risk|score|streak"
NOT_KEPT = (
    "offen[cs]e|charged|convict\\w*|sentence[ds]? (?:to|for)|victim|gang|warrant|immigration|diagnos\\w+"
    "|hiv|hepatitis|bipolar|schizo\\w+|relaps\\w*|heroin|fentanyl|cocaine|meth|breach\\w*"
)
REAL_PLACES = "vancouver|surrey|victoria|kelowna|prince george|british columbia|canada|salvation army"
MOST_OFTEN = 6


@pytest.fixture(scope="module")
def records():
    return demo_records(NOW)


def every_text(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from every_text(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from every_text(one)
    elif hasattr(value, "__struct_fields__"):
        for name in set(value.__struct_fields__) - {"zone"}:
            yield from every_text(getattr(value, name))


def sentences(words):
    return [one.strip(' "').lower().rstrip(".") for one in re.split(r"(?<=[.?!])\s+", words) if one]


@pytest.mark.parametrize("words", [LABELS, OUTCOMES, COUNTING_PEOPLE, NOT_KEPT, REAL_PLACES])
def test_no_word_that_hurts_or_names_a_real_place(records, words):
    forbidden = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    found = [text for text in every_text([records.caseload, records.notebook]) if forbidden.search(text)]
    assert found == []


def test_no_slot_of_a_sentence_is_left_open(records):
    assert [
        text for text in every_text([records.caseload, records.notebook]) if re.search("[{}]", text)
    ] == []


def test_nobody_sees_the_same_sentence_all_over(records):
    seen = Counter(one for contact in records.caseload["contacts"] for one in sentences(contact.words))
    (_, most), *_ = seen.most_common(1)
    assert most <= MOST_OFTEN
    assert len(seen) > 1000


def test_one_person_hardly_hears_the_same_twice(records):
    told = Counter(
        (client, contact.words.lower().rstrip("."))
        for contact in records.caseload["contacts"]
        for client in contact.client_ids
        if len(contact.words) > 40
    )
    assert max(told.values()) == 1


def test_verbs_agree_with_the_pronouns(records):
    wrong = re.compile(
        r"\b(?:he|she) (?:are|were|have|want|need|know|do|don't|like)\b|\bthey (?:is|was|has)\b", re.I
    )
    assert [one.words for one in records.caseload["contacts"] if wrong.search(one.words)] == []


def test_the_line_as_typed_reads_back_as_the_contact(records):
    names = [NameEntry(one.id, one.name) for one in records.caseload["clients"]]
    services = [NameEntry(one.id, one.name, (one.short,)) for one in records.caseload["services"]]
    typed = [one for one in records.caseload["contacts"] if one.as_typed and one.client_ids]
    assert len(typed) > 400
    for one in typed:
        reading = parse(one.as_typed, names, services, NOW)
        assert reading.who == one.client_ids, one.as_typed
        assert reading.mode == one.mode, one.as_typed
        assert reading.outcome == one.outcome, one.as_typed
        assert set(reading.activities) == set(one.activities), one.as_typed
