"""A person by the words that name them, outside a note."""

import pytest

from store.errors import RequestRefused
from store.people import find_person
from store.records import Client


def people(*names):
    return tuple(Client(id=number, name=name) for number, name in enumerate(names, 1))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("dee", "Dee"),
        ("DEE", "Dee"),
        (" dee ", "Dee"),
        ("deen", "Deena"),
        ("renee", "Renée  B."),
        ("renée b.", "Renée  B."),
        ("#2", "Deena"),
        ("2", "Deena"),
        ("7", "7"),
    ],
)
def test_the_whole_name_a_beginning_or_the_number_is_enough(words, name):
    assert find_person(people("Dee", "Deena", "Renée  B.", "7"), words).name == name


def test_two_that_match_are_both_named_with_their_numbers():
    with pytest.raises(RequestRefused, match=r"2 people match 'de': Dee \(#1\), Deena \(#2\)"):
        find_person(people("Dee", "Deena"), "de")


def test_two_of_the_same_name_are_told_apart_by_number():
    both = people("Dee", "Dee")
    with pytest.raises(RequestRefused, match=r"Dee \(#1\), Dee \(#2\)"):
        find_person(both, "dee")
    assert find_person(both, "#2").id == 2


def test_of_many_that_match_only_some_are_named():
    with pytest.raises(RequestRefused, match="and 4 more"):
        find_person(people(*(f"Dee {letter}" for letter in "abcdefghijkl")), "dee")


@pytest.mark.parametrize("words", ["zed", "#9", "9", "²", "\x1b[31m", "d e e"])
def test_nobody_is_said_to_be_nobody(words):
    with pytest.raises(RequestRefused, match="Nobody is called"):
        find_person(people("Dee"), words)


@pytest.mark.parametrize("words", ["", "  "])
def test_no_words_name_nobody(words):
    with pytest.raises(RequestRefused, match="Say who"):
        find_person(people("Dee"), words)
