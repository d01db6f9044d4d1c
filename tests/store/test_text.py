"""Words made safe: nothing stays that a terminal obeys, and no word goes that nobody hid."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.errors import RequestRefused
from store.person_name import person_name
from store.text import clean_line, clean_lines, first_words

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
INTRODUCERS = "\x90\x98\x9b\x9d\x9e\x9f"
PIECES = st.sampled_from(
    [
        "\x1b",
        "\x1b[",
        "\x1b]",
        "\x1bP",
        "\x1b\\",
        "\x07",
        "\x9c",
        *INTRODUCERS,
        "\n",
        "\t",
        "31m",
        "ab",
        "é",
        " ",
        ";",
    ]
)
LETTERS = st.text(st.characters(categories=["L", "N", "Zs"], exclude_characters="\u00a0"))


@pytest.mark.parametrize("introducer", INTRODUCERS)
def test_a_misread_quotation_mark_takes_no_word_with_it(introducer):
    typed = f"said â€œhelloâ€{introducer} and then she cried"
    assert clean_lines(typed) == "said â€œhelloâ€ and then she cried"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\ after", "link after"),
        ("\x1bPdevice\x1b\\after", "after"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b(Bafter", "after"),
        ("\x1bcafter", "after"),
        ("before \x1b]she said so", "before she said so"),
        ("before \x1b]one line\nthe next\x07", "before one line\nthe next"),
        ("before \x1b]" + "a" * 4097 + "\x07", "before " + "a" * 4097),
        ("before \x1b[31", "before 31"),
        ("\x1b[31é", "31é"),
        ("before \x1b", "before "),
        ("a \x1b\x1b[31mb", "a b"),
    ],
)
def test_only_a_whole_sequence_goes_with_its_text(typed, kept):
    assert clean_lines(typed) == kept


@given(st.lists(st.one_of(PIECES, st.text())).map("".join))
@example("\x1b\x1b]a\x1b\x07")
def test_nothing_that_a_terminal_obeys_is_left(typed):
    assert not CONTROLS.search(clean_lines(typed))
    assert not CONTROLS.search(clean_line(typed))


@given(st.lists(st.one_of(LETTERS, st.sampled_from(INTRODUCERS + "\x07\x9c\x00\x7f"))).map("".join))
def test_every_letter_outside_a_sequence_is_kept(typed):
    assert clean_lines(typed) == CONTROLS.sub("", typed)


def test_tags_that_nobody_sees_are_dropped():
    assert clean_lines("De\U000e0064\U000e0065\U000e007fe") == "Dee"


def test_a_tab_in_a_line_is_one_space():
    assert clean_line("Dee\tRay") == "Dee Ray"


@pytest.mark.parametrize(
    "words", ["", "  ", "\u200b", "\u3164", "\u2060", "\U000e0041\U000e0042", "\u2800 \u00ad"]
)
def test_a_name_of_nothing_to_see_is_no_name(words):
    with pytest.raises(RequestRefused, match=r"^Say a name\.$"):
        person_name(words, "Say a name.")


@pytest.mark.parametrize("words", ["Dee", "Renée Łu", "李", "محمد", "🙂", "?", "J\u200dR", "a" * 200])
def test_a_name_is_kept_as_it_is(words):
    assert person_name(words, "") == words


def test_a_name_longer_than_a_list_can_show_is_refused_with_a_way_out():
    with pytest.raises(RequestRefused, match=r"^A name of 201 letters is too long"):
        person_name("a" * 201, "")


@pytest.mark.parametrize(
    ("words", "shown"),
    [("two words", "two words"), ("a third word", "a third …"), ("unbrokenandlong", "unbrokenan …")],
)
def test_the_beginning_of_a_text_ends_between_two_words_and_is_never_empty(words, shown):
    assert first_words(words, 10) == shown
