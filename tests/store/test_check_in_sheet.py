"""A filled sheet is read back by its codes, whatever else stands on it."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from store.check_in_sheet import AskedThen, code_of, read_sheet, sheet_text
from store.errors import RequestRefused
from store.principles import Question, questions_for
from store.principles.asked import every_question
from store.records import OwnQuestion
from store.text import clean_lines

OWN = OwnQuestion(id=3, theme="hope", words="What made you laugh?", moment="with")
ASKED = [each for each in every_question([OWN]) if each.moment == "with"]
LINES = ("Mornings.", "next week", "day by day", "2 weeks", "#1 thing", "é ü")
"""Among them what begins like a code, or like what is left out."""
MARKS = ("2a", "o3:", "next:", "day.", "9z", "# ")
LIGHTER = next(each for each in ASKED if each.id == "hope-with-a")


def test_every_question_has_a_code_of_its_own_that_does_not_change_with_what_is_added():
    codes = {each.id: code_of(each) for each in ASKED}
    assert len(set(codes.values())) == len(ASKED) == len(questions_for("with")) + 1
    assert (codes["shared-with-a"], codes["hope-with-b"], codes["bridge-with-c"]) == ("1a", "2b", "6c")
    assert codes["own-3"] == "o3"
    assert code_of(Question("hope-x", "hope", "with", "?")) == "hope-x"


@settings(max_examples=60, deadline=None)
@given(
    some.dictionaries(
        some.sampled_from([each.id for each in ASKED] + ["next"]),
        some.lists(
            some.sampled_from(LINES),
            min_size=1,
        ),
    )
)
def test_what_is_written_beneath_the_codes_of_a_sheet_is_read_back(said):
    filled = []
    for line in sheet_text(((each, "") for each in ASKED), str).split("\n"):
        code = line.removesuffix(":")
        id = next((each.id for each in ASKED if code_of(each) == code), code)
        filled += [line, *said.get(id, ())] if line.endswith(":") else [line]
    read = read_sheet("\n".join(filled), ASKED)
    assert read.answers | ({"next": read.next} if read.next else {}) == {
        id: "\n".join(words) for id, words in said.items()
    }


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2a Mornings.", "Mornings."),
        ("2A) Mornings.", "Mornings."),
        ("2a: Mornings.\r\n\r\n  2b is where I live", "Mornings.\n\n2b is where I live"),
        (f"2a. {LIGHTER.words}\n______\nMornings.", "Mornings."),
        (f"hope-with-a: {LIGHTER.words.upper()}\nMornings.\n___", "Mornings."),
        ("# 2a: not said\n2a\n#1: supper", "#1: supper"),
        ("2a: Mornings.\n2a:\n", "Mornings."),
        ("2a\n¿Qué pesa menos?\nMañanas.", "Mañanas."),
        ("2a= Mornings.", "Mornings."),
        ("(2a) Mornings.", "Mornings."),
        ("2 a: Mornings.\n2 boots", "Mornings.\n2 boots"),
        ("2a; Mornings.", "Mornings."),
        ("2a – Mornings.", "Mornings."),
        ("> # old\n> 2a:\nMornings.\n\n> day:", "Mornings."),
        ("2a: ...", "..."),
        ("2a: Mornings.\n- bread\n-----", "Mornings.\n- bread"),
        ("2a: What feels a little lighter than it did on\nyour first day out?\nMornings.", "Mornings."),
    ],
)
def test_a_sheet_is_read_with_what_was_printed_on_it_left_out(typed, words):
    assert read_sheet(typed, ASKED, ["¿Qué pesa menos?"]).answers == {"hope-with-a": words}


@settings(max_examples=80, deadline=None)
@given(some.lists(some.one_of(some.text(), some.sampled_from(MARKS)), max_size=9))
def test_whatever_is_typed_is_read_or_refused_and_no_word_comes_from_elsewhere(pieces):
    typed = "\n".join(pieces)
    try:
        filled = read_sheet(typed, ASKED)
    except RequestRefused:
        return
    for words in (*filled.answers.values(), filled.next):
        assert all(clean_lines(line).strip("_ ") in clean_lines(typed) for line in words.split("\n"))
    assert all(filled.answers.values())


def test_the_day_and_what_they_want_next_stand_under_their_own_words():
    filled = read_sheet("day: 20 nov\nnext: a door\nthat locks", ASKED)
    assert (filled.day, filled.next, filled.answers) == ("20 nov", "a door\nthat locks", {})


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Mornings.", "stands before the first code"),
        ("7a Mornings.", "7a is no question"),
        ("2a one\n2a two", "2a stands twice"),
        ("next: a door\nnext: a key", "next stands twice"),
        ("next: a door\nnext\na key", "next stands twice"),
        ("day: 20 nov\nday: 21 nov\n2a: x", "day stands twice"),
        ("2a: x\no9: y", "o9 is no question of this sheet.*the rest can be read"),
    ],
)
def test_a_sheet_that_is_not_clear_is_refused_with_a_way_out(typed, why):
    with pytest.raises(RequestRefused, match=why):
        read_sheet(typed, ASKED)


def printed(theirs="", **asked):
    """A sheet as it is printed, with the words of some questions of that day."""
    those = [replace(each, words=asked.get(code_of(each), each.words)) for each in ASKED]
    return sheet_text(((each, theirs if each.id == LIGHTER.id else "") for each in those), str, "¿Y ahora?")


def test_a_sheet_that_was_broken_in_lines_on_its_way_is_read_without_what_was_printed():
    sheet = printed("¿Qué pesa un poco menos\nque el primer día?")
    sheet = sheet.replace("\n2a:", "\n2a: Mornings.").replace("\n2b:", "\n2b: A bed.")
    also = ["¿Qué pesa un poco menos que el primer día?", "¿Y ahora?"]
    for width in (30, 72):
        wrapped = "\n".join("\n".join(textwrap.wrap(line, width)) for line in sheet.split("\n"))
        filled = read_sheet(wrapped, ASKED, also)
        assert filled.answers == {"hope-with-a": "Mornings.", "hope-with-b": "A bed."}
        assert not filled.asked and not filled.next


def test_a_sheet_tells_how_a_question_was_asked_that_day_also_one_that_was_taken_out():
    sheet = printed("¿Antes?", **{"2a": "As it was asked then?"}).replace("\n2a:", "\n2a: Mornings.")
    sheet = sheet.replace("\no3:", "\no3: The dog.")
    filled = read_sheet(sheet, [each for each in ASKED if each.id != "own-3"])
    assert filled.answers == {"hope-with-a": "Mornings.", "own-3": "The dog."}
    assert filled.asked == {
        "hope-with-a": AskedThen("As it was asked then?", "¿Antes?"),
        "own-3": AskedThen(OWN.words),
    }
    assert read_sheet(printed(), ASKED[:3]).answers == {}
    assert not read_sheet("# She laughed.\n2a: Mornings.", ASKED).asked
