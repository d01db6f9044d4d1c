"""A code on a pocket card is one person's for good, and a misread one is nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.card_codes import code_of, is_like_a_code, key_of, number_of
from store.clock import moment_from
from store.errors import RequestRefused
from store.names import NameBook, NameEntry
from store.noteline import parse
from store.people import find_person
from store.records import Client

NOW = moment_from("2026-11-23T14:02", "America/Vancouver")
KEY = key_of("5b00339c0ffee" + "0" * 19)
PEOPLE = tuple(NameEntry(id, name, code_key=KEY) for id, name in enumerate(("Dee", "Jo", "K2A"), 1))


@pytest.mark.parametrize("key", [1, KEY, 13, 26, 2**32 - 1])
def test_a_code_is_one_persons_and_leads_back(key):
    codes = [code_of(number, key) for number in range(1, 1200)]
    assert len(set(codes)) == len(codes)
    assert [number_of(code, key) for code in codes] == list(range(1, 1200))
    assert {len(code) for code in codes[:104]} == {3}


@given(st.integers(1, 2**53), st.integers(1, 2**32))
def test_any_number_a_record_can_have_leads_back(number, key):
    assert number_of(code_of(number, key), key) == number


@given(st.integers(1, 5000), st.data())
def test_one_sign_misread_makes_it_nobodys(number, draw):
    code = code_of(number, KEY)
    place = draw.draw(st.integers(0, len(code) - 1))
    signs = "adehjkmprtwxy" if code[place].isalpha() else "23456789"
    other = draw.draw(st.sampled_from([sign for sign in signs if sign != code[place]]))
    misread = code[:place] + other + code[place + 1 :]
    assert is_like_a_code(misread)
    assert number_of(misread, KEY) is None


@pytest.mark.parametrize("words", ["", "dee", "k", "7", "k7", "15m", "7k7", "k1a", "kk7", "k7m!", "K7M"])
def test_what_has_not_its_form_is_none(words):
    assert number_of(words, KEY) is None


def test_a_line_from_paper_is_about_whose_code_it_begins_with():
    line = f"{code_of(2, KEY).upper()} 15m talked about the clinic"
    reading = parse(line, PEOPLE, (), NOW)
    assert (reading.who, reading.minutes, reading.words) == ((2,), 15, "talked about the clinic")


def test_a_misread_code_asks():
    code = code_of(2, KEY)
    wrong = next(f"{code[:-1]}{letter}" for letter in "adehjkmprtwxy" if letter != code[-1])
    reading = parse(f"{wrong} 15m talked", PEOPLE, (), NOW)
    assert not reading.is_settled
    assert reading.question == (
        f"“{wrong}” looks like a code of a pocket card, and is nobody's here. Look at it again."
    )
    assert not reading.stranger


def test_a_misread_code_behind_a_comma_asks_too():
    code = code_of(2, KEY)
    wrong = next(f"{code[:-1]}{letter}" for letter in "adehjkmprtwxy" if letter != code[-1])
    reading = parse(f"dee, {wrong} met 15m", PEOPLE, (), NOW)
    assert reading.question == (
        f"“{wrong}” looks like a code of a pocket card, and is nobody's here. Look at it again."
    )
    assert not reading.stranger
    assert parse(f"dee, {code} met 15m", PEOPLE, (), NOW).who == (1, 2)
    assert parse("dee, b12b met 15m", PEOPLE, (), NOW).who == (1,)


@pytest.mark.parametrize("wrong", ["q0q", "w0m", "w1m"])
@pytest.mark.parametrize("line", ["{} and {} met 15m", "{}, {} met 15m", "{} & {} met 15m", "{},{} met 15m"])
def test_a_sign_no_code_has_is_a_misread_code_all_the_same(wrong, line):
    reading = parse(line.format(code_of(2, KEY), wrong), PEOPLE, (), NOW)
    assert not reading.is_settled
    assert reading.question.startswith(f"“{wrong}” looks like a code")
    assert not reading.stranger


def test_a_name_that_looks_like_a_code_stays_a_name():
    book = NameBook(PEOPLE)
    assert book.exactly("k2a") == (3,)


def test_the_code_of_somebody_who_is_not_there_is_nobodys():
    assert NameBook(PEOPLE).exactly(code_of(9, KEY)) == ()


def test_a_command_takes_a_code_for_a_name():
    people = [Client(id=1, name="Dee"), Client(id=2, name="Jo")]
    assert find_person(people, code_of(2, KEY).upper(), KEY).name == "Jo"
    with pytest.raises(RequestRefused):
        find_person(people, code_of(7, KEY), KEY)
