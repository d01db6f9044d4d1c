"""Where words stand: what is noted changes how long a search takes, never what it finds."""

import random

import pytest

from store.search_pages import Pages, Wanted, WordPlaces

LETTERS = ["ab", "abra", "bra", "cab", "dab", "é", "zebra", "wo\u00a0rd"]


@pytest.fixture
def records():
    rng = random.Random(7)
    words = [" ".join(rng.choices(LETTERS[:-2], k=rng.randrange(5))).encode() for _ in range(999)]
    words[500] = "a zebra\nand a wo\u00a0rd".encode()
    return [("2026-01-01", number) for number in range(len(words))], words


@pytest.mark.parametrize("is_noted", [False, True])
@pytest.mark.parametrize(
    "wanted", [["ab"], ["zeb"], ["zebra", "rd"], ["bra", "dab", "ca"], ["zebra", "dab"], ["x"], ["é"]]
)
def test_each_record_that_holds_all_the_letters_is_found_in_order(records, wanted, is_noted):
    standing, words = records
    letters = [each.encode() for each in wanted]
    pages = Pages(standing, words)
    if is_noted:
        pages.note_the_words()
    expected = [standing[at] for at, said in enumerate(words) if all(each in said for each in letters)]
    assert list(pages.matching(Wanted(tuple(letters)))) == expected


def test_a_rare_word_leads_to_its_page_alone():
    places = WordPlaces(
        [b"the boots\x00the socks\x00", b"the clinic\x00", b"the library\x00", b"the bus\x00"]
    )
    assert places.pages_with(Wanted((b"linic",))) == 0b10
    assert places.pages_with(Wanted((b"ocks", b"boot"))) == 0b1
    assert places.pages_with(Wanted((b"boots", b"clinic"))) == places.pages_with(Wanted((b"nowhere",))) == 0
    assert places.pages_with(Wanted((b"the",))) == -1
    assert places.pages_with(Wanted(any_of=((b"linic", b"libr"),))) == 0b110


def test_nothing_is_found_where_there_is_nothing():
    pages = Pages([], [])
    pages.note_the_words()
    assert list(pages.matching(Wanted((b"boots",)))) == []
