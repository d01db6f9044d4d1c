"""When it asks who, whom it offers and what an answer does; completion; the catch-up sheet."""

import pytest

from store.clock import moment_from
from store.names import NameEntry
from store.noteline import complete, parse, sheet_notes

MOMENT = moment_from("2026-11-23T14:02", "America/Vancouver")
PEOPLE = ("Dee", "Deena", "Jo", "Marcus", "Will", "Mary Ann")
NAMES = tuple(NameEntry(id, name) for id, name in enumerate(PEOPLE, start=1))
SERVICES = (
    NameEntry(1, "Downtown Clinic", ("clinic",)),
    NameEntry(2, "Legal Aid"),
    NameEntry(3, "Legal Aid"),
    NameEntry(4, "Downtown Food Bank"),
)


def read(text, **how):
    return parse(text, NAMES, SERVICES, MOMENT, **how)


def test_two_people_of_one_name_ask_with_both_offered():
    names = (NameEntry(1, "Dee"), NameEntry(2, "dee"))
    reading = parse("Dee call 15m", names, (), MOMENT)
    assert (reading.who, reading.candidates) == ((), (1, 2))
    assert reading.question == "Two people match “Dee”: Dee and dee."


DEANNAS = (NameEntry(1, "Deanna Brown"), NameEntry(2, "Deanna Cole"), NameEntry(3, "Dee"))


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("deanna b call 10m", (1,), ""),
        ("deanna b. call 10m", (1,), ""),
        ("deanna c was low", (2,), "was low"),
        ("dee and deanna brown met 1h", (3, 1), ""),
        ("deanna c & dee met 1h", (2, 3), ""),
        ("deanna call 10m", (), "deanna"),
        ("deanna a call", (), "deanna a call"),
    ],
)
def test_an_initial_behind_a_first_name_tells_two_apart(text, who, words):
    reading = parse(text, DEANNAS, (), MOMENT)
    assert (reading.who, reading.words) == (who, words)


def test_what_stands_behind_the_words_of_a_plan_is_pointed_at_with_what_would_be_read():
    (sentence,) = read("jo call > court thursday 10am ! ask her").unclear
    assert "“> thursday 10am court” would be read" in sentence
    (sentence,) = read("jo call > thu 10 court").unclear
    assert sentence.startswith("“10” could be two times, or none, so it stays in your words")


def test_many_that_match_are_not_all_listed():
    names = tuple(NameEntry(id, f"Sam{id}") for id in range(1, 9))
    assert parse("sam call", names, (), MOMENT).question == (
        "8 people match “sam”: Sam1, Sam2, Sam3, Sam4, Sam5 and 3 others."
    )


def test_a_name_nobody_has_is_offered_what_is_near_and_assigned_to_no_one():
    reading = read("marcsu call 15m")
    assert (reading.who, reading.candidates) == ((), (4,))
    assert reading.words == "marcsu call 15m"


@pytest.mark.parametrize(
    ("text", "answer", "words"),
    [
        ("de call 15m hi", 2, "hi"),
        ("will call 15m hi", 5, "hi"),
        ("marcsu call 15m hi", 4, "hi"),
        ("zed was here", 4, "zed was here"),
        ("will call her", 1, "will call her"),
    ],
)
def test_an_answer_settles_who_and_takes_the_name_off_where_it_was_theirs(text, answer, words):
    reading = read(text, answer=answer)
    assert reading.is_settled
    assert (reading.who, reading.words) == ((answer,), words)


def test_an_answer_about_the_second_of_two_keeps_the_first():
    assert read("jo, will ride 2h", answer=5).who == (3, 5)


def test_an_answer_about_someone_else_does_not_drop_whom_was_named():
    assert read("jo, will ride 2h", answer=4).who == ()


def test_an_answer_about_a_second_name_nobody_has_adds_them_and_reads_the_rest():
    reading = read("dee, joo ride 2h")
    assert (reading.is_settled, reading.candidates) == (False, (3,))
    reading = read("dee, joo, marcus ride 2h went well", answer=3)
    assert (reading.who, reading.minutes, reading.words) == ((1, 3, 4), 120, "went well")


def test_an_answer_about_a_name_behind_and_keeps_all_the_others():
    reading = read("dee and jo and al met 1h", answer=4)
    assert (reading.is_settled, reading.who, reading.minutes) == (True, (1, 3, 4), 60)
    assert read("dee and al, jo met 1h", answer=4).who == (1, 4, 3)


def test_an_answer_for_the_first_name_is_none_for_the_second():
    reading = read("de, joo ride 2h", answer=2)
    assert not reading.is_settled
    assert reading.candidates == (3,)


def test_an_empty_line_asks_who_and_says_nothing():
    for text in ("", "   ", "\n"):
        reading = read(text)
        assert reading.is_empty
        assert reading.question == "Who is this about?"


@pytest.mark.parametrize(
    ("text", "empty"), [("dee", True), ("dee call", False), ("dee #hope", False), ("dee hi", False)]
)
def test_a_name_alone_is_an_empty_note(text, empty):
    assert read(text).is_empty is empty


def test_more_lines_are_words_and_not_read_for_marks():
    reading = read("dee call 15m first\n  second > thu 10am\n\n! third #hope\n")
    assert reading.words == "first\n  second > thu 10am\n\n! third #hope"
    assert (reading.next, reading.promises, reading.themes) == ((), (), ())
    assert reading.as_typed == "dee call 15m first"


def test_a_theme_is_cut_from_the_line_that_is_kept():
    assert read("dee call #hope got boots #Meet, fine").as_typed == "dee call got boots, fine"


def test_a_backslash_stays_in_the_line_that_is_kept():
    assert read("dee rent \\> thu").as_typed == "dee rent \\> thu"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("de", ("Dee ", "Deena ")),
        ("mary", ("Mary Ann ",)),
        ("dee, ma", ("dee, Marcus ", "dee, Mary Ann ")),
        ("dee call #h", ("dee call #hope ",)),
        ("dee call +fo", ("dee call +food ", "dee call +forms ", "dee call +form ")),
        ("dee call @do", ("dee call @Downtown Clinic ", "dee call @Downtown Food Bank ")),
        ("dee call @downtown f", ("dee call @Downtown Food Bank ",)),
        ("dee call @cl", ("dee call @clinic ",)),
        ("dee call @legal", ()),
        ("dee call got", ()),
        ("", ()),
        ("dee\n#ho", ()),
    ],
)
def test_the_word_being_typed_is_completed(text, lines):
    assert complete(text, NAMES, SERVICES) == lines


def test_with_a_person_chosen_no_name_is_completed():
    assert complete("de", NAMES, SERVICES, person=1) == ()
    assert complete("#ho", NAMES, SERVICES, person=1) == ("#hope ",)


def test_each_line_of_a_sheet_is_a_note_and_an_indented_one_continues_it():
    sheet = "dee call 15m hi\n  and more\n\tand still\n\njo text\r\n  \nmarcus met 1h"
    assert sheet_notes(sheet) == ("dee call 15m hi\nand more\nand still", "jo text", "marcus met 1h")


def test_a_sheet_that_begins_indented_begins_with_a_note():
    assert sheet_notes("  dee call\njo call") == ("dee call", "jo call")
