"""Names are found exactly or by a prefix, and never assigned by resemblance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import NameBook, NameEntry, book_of, name_key, one_slip

BOOK = NameBook(
    (
        NameEntry(1, "Dee"),
        NameEntry(2, "Renée"),
        NameEntry(3, "Mary"),
        NameEntry(4, "Mary  Ann"),
        NameEntry(5, "Ann", also=("Annie", "AM")),
        NameEntry(6, "Ann"),
        NameEntry(7, "Straße"),
        NameEntry(8, "Øyvind"),
        NameEntry(9, "李小龙"),
        NameEntry(10, ""),
    )
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("dee", (1,)), ("RENEE", (2,)), ("renée", (2,)), ("mary ann", (4,)), ("annie", (5,)), ("am", (5,)),
     ("ann", (5, 6)), ("STRASSE", (7,)), ("李小龙", (9,)), ("de", ()), ("", ())],
)  # fmt: skip
def test_a_name_is_found_whatever_its_case_and_accents(typed, ids):
    assert BOOK.exactly(name_key(typed)) == ids


@pytest.mark.parametrize(
    ("typed", "ids"), [("de", (1,)), ("ma", (3, 4)), ("mary a", (4,)), ("ren", (2,)), ("zz", ())]
)
def test_the_beginning_of_a_name_finds_all_that_begin_so(typed, ids):
    assert BOOK.starting(name_key(typed)) == ids


def test_a_person_with_two_matching_names_is_one_person():
    assert BOOK.starting("ann") == (5, 6)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("marcsu", "marcus"), ("marcs", "marcus"), ("marcuss", "marcus"), ("narcus", "marcus"), ("dee", "dee")],
)
def test_one_slip_of_a_finger_is_noticed(typed, name):
    assert one_slip(typed, name)
    assert one_slip(name, typed)


@pytest.mark.parametrize(
    ("typed", "name"), [("marc", "marcus"), ("msucra", "marcus"), ("jo", "dee"), ("ab", "cd")]
)
def test_two_slips_are_another_name(typed, name):
    assert not one_slip(typed, name)


def test_close_names_are_offered_for_three_letters_and_more():
    assert BOOK.close_to("rene") == (2,)
    assert BOOK.close_to("marry") == (3, 4)
    assert BOOK.close_to("de") == ()


def test_the_book_of_a_tuple_is_made_once():
    names = (NameEntry(1, "Dee"),)
    assert book_of(names) is book_of(names)
    assert book_of((NameEntry(1, "Jo"),)) is not book_of(names)


def test_a_list_that_grows_is_read_again():
    names = [NameEntry(1, "Dee")]
    assert book_of(names).exactly("jo") == ()
    names.append(NameEntry(2, "Jo"))
    assert book_of(names).exactly("jo") == (2,)


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=12))
def test_any_names_can_be_looked_for(names, typed):
    book = NameBook([NameEntry(id, name) for id, name in enumerate(names)])
    key = name_key(typed)
    assert set(book.exactly(key)) <= set(book.starting(key)) or not key
    book.close_to(key)
    book.names_starting(key)
