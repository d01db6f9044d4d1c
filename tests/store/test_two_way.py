"""Which contacts are two-way, which are attempts, which are only notes."""

from datetime import date

import pytest

from store.records import Contact
from store.two_way import is_attempt, is_note, is_two_way, last_talk
from store.vocabulary import ATTEMPT_OUTCOMES, OUTCOMES, TWO_WAY_OUTCOMES

DAY = date(2026, 11, 23)


def contact(**fields) -> Contact:
    return Contact(on=DAY, **fields)


def sort(**fields) -> str:
    found = contact(**fields)
    sorts = {"two-way": is_two_way(found), "attempt": is_attempt(found), "note": is_note(found)}
    return next((name for name, holds in sorts.items() if holds), "neither")


@pytest.mark.parametrize("outcome", [term.code for term in OUTCOMES])
def test_every_outcome_is_either_two_way_or_an_attempt(outcome):
    assert (outcome in TWO_WAY_OUTCOMES) != (outcome in ATTEMPT_OUTCOMES)
    assert sort(mode="phone", outcome=outcome) == ("two-way" if outcome in TWO_WAY_OUTCOMES else "attempt")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"mode": "phone", "outcome": "talked"}, "two-way"),
        ({"mode": "text", "outcome": "back"}, "two-way"),
        ({"mode": "text", "outcome": "sent"}, "attempt"),
        ({"mode": "phone", "outcome": "talked", "kind": "behalf"}, "neither"),
        ({"mode": "phone", "outcome": "no-answer", "kind": "behalf"}, "neither"),
        ({"mode": "in-person", "outcome": "met", "kind": "with-family"}, "neither"),
        ({"mode": "through-someone", "outcome": "talked"}, "neither"),
        ({"mode": "through-someone", "outcome": "message-left"}, "attempt"),
        ({"kind": "work", "outcome": "met"}, "neither"),
        ({"kind": "crisis", "mode": "phone", "outcome": "talked"}, "two-way"),
        ({"mode": "in-person"}, "two-way"),
        ({"mode": "gate", "kind": "gate-pickup"}, "two-way"),
        ({"mode": "driving", "kind": "ride"}, "two-way"),
        ({"mode": "letter"}, "attempt"),
        ({"mode": "letter", "direction": "in"}, "two-way"),
        ({"mode": "text", "direction": "out"}, "attempt"),
        ({"kind": "talk", "direction": "met"}, "two-way"),
        ({"mode": "phone"}, "neither"),
        ({"kind": "help"}, "neither"),
        ({"mode": "phone", "outcome": "a word of her own"}, "neither"),
        ({"words": "worried about court"}, "note"),
        ({"words": "worried", "minutes": 5}, "note"),
    ],
    ids=str,
)
def test_a_contact_is_of_one_sort(fields, expected):
    assert sort(**fields) == expected


def test_the_last_talk_is_found_with_what_was_tried_after_it():
    newest_first = [
        contact(id=4, mode="phone", outcome="no-answer"),
        contact(id=3, words="a note"),
        contact(id=2, mode="phone", outcome="talked"),
        contact(id=1, mode="phone", outcome="no-answer"),
    ]
    talk = last_talk(newest_first)
    assert talk.contact.id == 2
    assert [each.id for each in talk.attempts] == [4]


def test_reading_back_stops_at_the_last_talk():
    def contacts():
        yield contact(id=2, mode="phone", outcome="talked")
        raise AssertionError("read further than needed")

    assert last_talk(contacts()).contact.id == 2


def test_without_a_talk_all_that_was_tried_is_there():
    assert len(last_talk([contact(mode="text", outcome="sent")] * 3).attempts) == 3
