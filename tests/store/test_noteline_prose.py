"""Ordinary prose stays prose, and nothing that was typed is lost, whatever it is."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.clock import moment_from
from store.names import NameEntry
from store.noteline import NoteReading, parse
from store.text import clean_lines

MOMENT = moment_from("2026-11-23T14:02", "America/Vancouver")
PEOPLE = ("Dee", "Jo", "Renée", "Mary Ann", "Marcus", "Will", "Hope", "Bill", "Grace", "Art", "Joy", "Mark")
NAMES = tuple(NameEntry(id, name) for id, name in enumerate(PEOPLE, start=1))
SERVICES = (
    NameEntry(1, "Downtown Clinic", ("clinic",)),
    NameEntry(2, "Legal Aid"),
    NameEntry(3, "Legal Aid"),
)
PROSE = (Path(__file__).parent / "noteline_prose.txt").read_text("utf-8").splitlines()
NAUGHTY = Path(__file__).parents[3] / "shared" / "data" / "naughty-strings" / "blns.json"


def read(text, **how):
    return parse(text, NAMES, SERVICES, MOMENT, **how)


def test_there_are_enough_lines_of_prose():
    assert len(set(PROSE)) >= 200


@pytest.mark.parametrize("line", PROSE)
def test_prose_yields_no_marks_and_no_name_but_the_one_before_it(line):
    """About a chosen person, behind a name, behind a name and a comma, and with nobody at all."""
    assert read(line, person=1) == NoteReading(who=(1,), words=line, as_typed=line)
    behind = read(f"dee {line}")
    assert [mark.role for mark in behind.marks] == ["who"]
    assert (behind.who, behind.words, behind.is_note_only) == ((1,), line, True)
    behind_a_comma = read(f"dee, {line}")
    assert (behind_a_comma.who, behind_a_comma.words, behind_a_comma.is_note_only) == ((1,), line, True)
    alone = read(line)
    assert not alone.is_settled
    assert (alone.who, alone.words) == ((), line)


def kept(reading):
    """The letters and figures that a reading holds on to: in its words, plans and promises, or as a mark."""
    return [
        reading.words,
        *(touch.words for touch in reading.next),
        *(thing.words for thing in reading.promises),
    ]


# Of a plan and of a promise's day, only these are not kept as words.
READ_AS_DAYS = frozenset({"thu", "10am", "fri", "14", "00", "yesterday", "by"})


def nothing_is_lost(text, reading):
    """Every word outside the marks stands in the words, a plan or a promise."""
    first, _, more = clean_lines(text).partition("\n")
    cut = [mark for mark in reading.marks if mark.role in ("who", "how", "when", "activity", "theme")]
    rest = first
    for mark in reversed(cut):
        rest = f"{rest[: mark.start]} {rest[mark.end :]}"
    held = " ".join(kept(reading))
    planned = any(mark.role in ("next", "promise") for mark in reading.marks)
    lost = [word for word in re.findall(r"\w+", rest) if word not in held]
    assert not lost or (planned and set(lost) <= READ_AS_DAYS)
    assert more.rstrip() in reading.words


LINES = st.lists(
    st.sampled_from(
        [*PROSE[:40], "dee", "jo,", "call", "text", "back", "15m", "2h", "> thu 10am", "> 31 feb",
         "< yesterday", "< fri 14:00", "! ask", "! by fri", "by fri", "#hope", "#Hope,", "+clothes", "+magic",
         "@clinic went", "@legal aid", "\\>", "\\#hope", "!", ">", "<", "@", "#", "+", "\n", "clinic",
         "will", "$5", "12km"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(st.one_of(st.text(max_size=120), LINES), st.sampled_from([None, 1]), st.booleans())
def test_any_text_is_read_and_nothing_of_it_is_lost(text, person, day_first):
    reading = read(text, person=person, day_first=day_first)
    nothing_is_lost(text, reading)
    first = clean_lines(text).partition("\n")[0]
    assert all(0 <= mark.start < mark.end <= len(first) for mark in reading.marks)
    assert all(sentence.endswith(".") for sentence in reading.unclear)
    assert reading.is_settled == bool(reading.who or reading.unnamed or reading.nobody)


@given(LINES, st.sampled_from([None, 1]))
def test_plans_are_never_past_and_what_happened_never_to_come(text, person):
    reading = read(text, person=person)
    assert all(touch.when.day >= MOMENT.day for touch in reading.next)
    assert reading.when is None or reading.when.day <= MOMENT.day


@given(LINES, st.sampled_from([None, 1]))
def test_a_theme_is_never_in_what_is_kept_with_the_record(text, person):
    reading = read(text, person=person)
    again = read(reading.as_typed, person=person)
    assert not again.themes
    assert again.words.partition("\n")[0] == reading.words.partition("\n")[0] or "\n" in text


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=300))
def test_words_are_safe_for_any_terminal(text):
    for words in kept(read(text, person=1)):
        assert words == clean_lines(words)


def naughty_strings():
    return json.loads(NAUGHTY.read_text("utf-8")) if NAUGHTY.exists() else []


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the folder of naughty strings is not beside the project")
@pytest.mark.parametrize("person", [None, 1], ids=["typed with a name", "person chosen"])
def test_every_naughty_string_is_read_and_nothing_of_it_is_lost(person):
    strings = naughty_strings()
    assert len(strings) > 400
    for text in strings:
        for line in (text, f"dee call 15m {text} > thu 10am {text} ! {text}", f"dee {text}\n{text}"):
            nothing_is_lost(line, read(line, person=person))


@pytest.mark.parametrize(
    "filler",
    ["word ", "a", " ", "! ", "> thu ", "> ", "< yesterday ", "@clinic ", "@", "#hope ", "+", "\\", "15m ",
     ", dee", "by ", "! x by ", "é", "1", "call ", "\n", " < "],
)  # fmt: skip
def test_a_note_of_a_hundred_thousand_characters_is_read_whole(filler):
    text = f"dee call {filler * (100_000 // len(filler))} the end"
    reading = read(text)
    assert reading.who == (1,)
    assert any(words.endswith("the end") for words in kept(reading))
