"""The mentor's own words for entries of the lists."""

import pytest

from store.vocabulary import AREAS, HOW_MET, LISTS, code_named, label, rename


@pytest.fixture(autouse=True)
def the_defaults_afterwards():
    yield
    rename({})


def test_her_word_is_shown_and_the_code_stays():
    rename({"areas": {"housing": "a door that locks"}})
    assert label(AREAS, "housing") == "a door that locks"
    assert [term.code for term in AREAS if term.label == "a door that locks"] == ["housing"]


def test_the_same_code_in_another_list_keeps_its_own_word():
    rename({"areas": {"other": "all the rest"}})
    assert label(HOW_MET, "other") == "another way"


def test_what_is_not_renamed_any_more_reads_as_before():
    rename({"areas": {"housing": "a door that locks"}})
    rename({"areas": {"food": "a warm meal"}})
    assert (label(AREAS, "housing"), label(AREAS, "food")) == ("housing", "a warm meal")


@pytest.mark.parametrize(
    "own", [{"nothing": {"x": "y"}}, {"areas": {"nothing": "y"}}, {"areas": ["x"]}, {"areas": {"food": " "}}]
)
def test_words_for_what_does_not_exist_change_nothing(own):
    before = [term.label for each in LISTS for term in each.terms]
    rename(own)
    assert [term.label for each in LISTS for term in each.terms] == before


def test_her_words_reach_no_terminal_as_commands():
    rename({"areas": {"food": "\x1b[31mfood\nnow"}})
    assert label(AREAS, "food") == "food now"


def test_each_list_is_named_once():
    assert len({each.name for each in LISTS}) == len({each.title for each in LISTS}) == len(LISTS)


def test_an_entry_is_named_by_its_code_or_by_her_word_for_it_however_it_is_written():
    rename({"areas": {"housing": "A Door that locks"}})
    for words in ("housing", " Housing", "a door that LOCKS"):
        assert code_named(AREAS, words) == "housing"
    assert code_named(AREAS, "") == code_named(AREAS, "a roof") == ""
