"""The note line, line by line, on Monday 23 November 2026 at 14:02: what is typed, how it is understood."""

import re
from pathlib import Path

import pytest

from store.clock import moment_from
from store.names import NameEntry
from store.noteline import parse
from store.noteline.known_words import ACTIVITY_WORDS, STAGE_WORDS
from store.noteline.run_words import AFTER_CODES, DEFAULT_OUTCOMES, HOW_WORDS, OUTCOME_PHRASES, OUTCOMES_AFTER
from store.principles import themes
from store.repeat_words import repeat_words
from store.vocabulary import ACTIVITIES, KINDS, MODES, OUTCOMES, STAGES, label
from store.vocabulary.themes import THEME_NAMES
from store.when import echo

MOMENT = moment_from("2026-11-23T14:02", "America/Vancouver")
DOCS = Path(__file__).parents[2] / "docs" / "notes.md"
PEOPLE = (
    "Dee",
    "Jo",
    "Renée",
    "Mary",
    "Mary Ann",
    "Marcus",
    "Will",
    "Hope",
    "Sam",
    "Bill",
    "Jamal",
    "James",
    "Tom",
)
NAMES = tuple(NameEntry(id, name) for id, name in enumerate(PEOPLE, start=1))
SERVICES = (
    NameEntry(1, "Downtown Clinic", ("clinic",)),
    NameEntry(2, "Legal Aid"),
    NameEntry(3, "Legal Aid", ("court desk",)),
    NameEntry(4, "Housing First Office", ("hfo",)),
    NameEntry(5, "St. Mary's (Intake)"),
)
CALLED = {entry.id: entry.name for entry in NAMES}
SERVICE_CALLED = {entry.id: entry.name for entry in SERVICES}


def understood(reading, text):
    """A reading in one line, as the page for mentors writes it."""
    return " · ".join(
        part
        for part in (
            *who_and_how(reading),
            *(f"next {planned(touch)} “{touch.words}”".replace(" “”", "") for touch in reading.next),
            *promised(reading),
            *(f"+{code}" for code in reading.activities),
            *(f"@{SERVICE_CALLED[said.service_id]} {said.stage}".strip() for said in reading.services),
            *(f"#{name}" for name in reading.themes),
            f"“{reading.words}”" if reading.words else "",
            *(
                f"pointed at: {text[m.start : m.end]}"
                for m in reading.marks
                if m.role == "unclear" and reading.is_settled
            ),
            "note only" if reading.is_note_only and reading.is_settled else "",
        )
        if part
    )


def who_and_how(reading):
    yield f"asks: {reading.question}" if reading.question else " and ".join(CALLED[id] for id in reading.who)
    yield "someone" if reading.unnamed else ""
    yield label(MODES, reading.mode)
    yield label(KINDS, reading.kind)
    yield label(OUTCOMES, reading.outcome)
    yield f"{reading.minutes} min" if reading.minutes else ""
    yield f"{reading.travel_minutes} min travel" if reading.travel_minutes else ""
    yield f"{reading.km:g} km" if reading.km else ""
    yield f"${reading.cents / 100:.2f}" if reading.cents else ""
    yield f"on {day(reading.when)}" if reading.when else ""


def promised(reading):
    for thing in reading.promises:
        yield f"promised “{thing.words}”" + (f" by {day(thing.due)}" if thing.due else "")


def planned(touch):
    return ", ".join([day(touch.when), *([repeat_words(touch.repeats)] if touch.repeats else [])])


def day(when):
    return echo(when, MOMENT).rpartition(", ")[0]


def rows(heading):
    """The rows of the table under a heading of docs/notes.md."""
    section = DOCS.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(.+?)` \| (.+?) \|$", section, re.MULTILINE)


def cases():
    """Each line of noteline_cases.txt: what is typed, how it is understood, and whether Dee was chosen."""
    chosen = None
    for line in (Path(__file__).parent / "noteline_cases.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            chosen = 1 if line == "## with Dee chosen" else None
        else:
            typed, _, reads = line.partition("  ==  ")
            yield pytest.param(typed, reads, chosen, id=typed)


def read(text, **how):
    return parse(text, NAMES, SERVICES, MOMENT, **how)


@pytest.mark.parametrize(("typed", "reads", "person"), list(cases()))
def test_a_line_is_understood(typed, reads, person):
    assert understood(read(typed, person=person), typed) == reads


@pytest.mark.parametrize(
    ("heading", "person"),
    [("Who", None), ("How", None), ("Marks, by example", None), ("Prose stays prose", 1)],
)
def test_the_page_for_mentors_says_how_lines_are_understood(heading, person):
    table = rows(heading)
    assert len(table) > 8
    for typed, reads in table:
        assert understood(read(typed, person=person), typed) == reads


def words_listed(heading, column=0):
    """Every word in back quotes of one column of a table, with the row it stands in."""
    section = DOCS.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    for row in re.findall(r"^\| (`.+) \|$", section, re.MULTILINE):
        cells = row.split(" | ")
        for word in re.findall("`(.+?)`", cells[column]):
            yield word, cells[1:]


def test_the_page_lists_every_word_for_how_and_what_it_says():
    listed = dict(words_listed("Words for how"))
    assert listed.keys() == HOW_WORDS.keys()
    for word, (says, usual) in listed.items():
        how = HOW_WORDS[word]
        said = read(f"dee {word}")
        assert says == ", ".join(filter(None, [label(MODES, how.mode), label(KINDS, how.kind)]))
        assert usual == (label(OUTCOMES, said.outcome) or "-")


def test_the_page_lists_every_word_for_what_happened():
    listed = dict(words_listed("Words for what happened"))
    assert listed.keys() == {*OUTCOME_PHRASES, *OUTCOMES_AFTER}
    for word, (where, says) in listed.items():
        ways = re.findall("call|text|video|email|letter", where) or ["call"]
        for way in ways:
            assert label(OUTCOMES, read(f"dee {way} {word}").outcome) == says


def test_the_page_lists_every_word_for_things_done():
    listed = dict(words_listed("Things done"))
    assert listed.keys() == ACTIVITY_WORDS.keys()
    assert all(label(ACTIVITIES, ACTIVITY_WORDS[word]) == cells[0] for word, cells in listed.items())


def test_the_page_lists_every_stage_word():
    listed = dict(words_listed("Bridges"))
    assert listed.keys() == STAGE_WORDS.keys()
    for word, (says,) in listed.items():
        assert label(STAGES, read(f"dee @clinic {word}").services[0].stage) == says


def test_the_themes_are_those_of_the_study():
    assert tuple(theme.code for theme in themes()) == THEME_NAMES


def test_every_code_a_word_gives_is_in_the_lists():
    assert {how.mode for how in HOW_WORDS.values()} <= {"", *(term.code for term in MODES)}
    assert {how.kind for how in HOW_WORDS.values()} <= {"", *(term.code for term in KINDS)}
    codes = {term.code for term in OUTCOMES}
    assert {*OUTCOME_PHRASES.values(), *AFTER_CODES.values(), *DEFAULT_OUTCOMES.values()} <= codes
    assert set(ACTIVITY_WORDS.values()) == {term.code for term in ACTIVITIES}
    assert set(STAGE_WORDS.values()) <= {term.code for term in STAGES}
