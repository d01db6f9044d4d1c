"""Tables G and H: where things stand, and what may be quoted."""

from datetime import date

import pytest

from mentor_tui.reports import part_words, period_report
from mentor_tui.reports.funder import funder_report
from store.period import month_of
from store.records import (
    Channel,
    Client,
    Confidant,
    Consent,
    Contact,
    EndConversation,
    Service,
)
from store.vocabulary import STATUSES

NOVEMBER = month_of(date(2026, 11, 1))
KEPT_BACK = "names somebody, a place or a number: kept back"
NOT_AGREED = "no standing agreement to use their words"


def nov(day):
    return date(2026, 11, day)


@pytest.fixture
def reported(books, monday):
    return lambda *records: period_report(books(*records), NOVEMBER, monday)


def figures(report, code):
    lines = [line for table in report.tables if table.code == code for line in table.lines]
    return {line.label: f"{line.figure} {part_words(line)}" for line in lines if line.figure}


@pytest.mark.parametrize("term", STATUSES, ids=lambda term: term.code)
def test_everyone_stands_in_one_line(reported, term):
    made = reported(Client(id=1, name="x", status=term.code, status_on=nov(30)))
    assert figures(made, "G") == {term.label: "1 of 1 person in the records"}


def test_a_standing_of_after_these_days_is_not_known_for_them(reported):
    made = reported(Client(id=1, name="x", status="finished", status_on=date(2026, 12, 1)))
    assert figures(made, "G") == {"where we stood then: not known": "1 of 1 person in the records"}


def test_every_standing_but_a_death_is_a_line_where_there_is_nobody_in_it(reported):
    (table,) = [each for each in reported().tables if each.code == "G"]
    labels = [line.label for line in table.lines]
    assert labels == [
        *(term.label for term in STATUSES if term.code != "died"),
        "where we stood then: not known",
    ]


def agreed(id=1, client_id=1, **fields):
    return Consent(**({"id": id, "client_id": client_id, "purpose": "words", "on": nov(1)} | fields))


SAID = "I slept with the door shut."
DEE = Client(id=1, name="Dee")


def noted(words=SAID, **fields):
    kept = {"id": 1, "client_ids": (1,), "on": nov(9), "mode": "phone", "outcome": "talked", "quote_ok": True}
    return Contact(**(kept | {"words": words} | fields))


@pytest.mark.parametrize(
    "records",
    [
        (agreed(), noted()),
        (agreed(), noted(mode="", outcome="")),
        (agreed(), noted(words=f"“{SAID}”\n")),
        (agreed(), EndConversation(id=1, client_id=1, on=nov(20), words=SAID)),
        (agreed(state="withdrawn", on=nov(1)), agreed(id=2, on=nov(2)), noted()),
        (agreed(), agreed(id=2, client_id=2), Client(id=2, name="Jo"), noted(client_ids=(1, 2))),
    ],
)
def test_words_are_quoted_where_everyone_in_them_agreed(reported, records):
    made = reported(DEE, *records)
    assert made.quotes == (SAID,)
    assert figures(made, "H")["quoted here"] == "1 of 1 words that could be quoted"


@pytest.mark.parametrize(
    "records",
    [
        (noted(),),
        (agreed(state="not-asked"), noted()),
        (agreed(state="declined"), noted()),
        (agreed(purpose="numbers"), noted()),
        (agreed(), agreed(id=2, state="withdrawn", on=nov(23)), noted()),
        (agreed(expires_on=nov(22)), noted()),
        (agreed(), noted(unnamed=1)),
        (agreed(), noted(client_ids=())),
        (agreed(), noted(client_ids=(1, 77))),
        (agreed(), Client(id=2, name="Jo"), noted(client_ids=(1, 2))),
        (EndConversation(id=1, client_id=1, on=nov(20), words=SAID),),
    ],
)
def test_words_are_left_out_where_somebody_in_them_did_not_agree_or_does_no_longer(reported, records):
    made = reported(DEE, *records)
    assert made.quotes == ()
    assert figures(made, "H")[NOT_AGREED] == "1 of 1 words that could be quoted"


@pytest.mark.parametrize(
    "words",
    [
        "Dee, she said, you did it.",
        "they called me DÉE",
        "my aunt Vi came",
        "Lantern   House took me in",
        "the tall one waved",
        "ask for Jackie",
        "call me on 555-0100 22",
        "write to me@example.org",
        "Odile picked up",
    ],
)
def test_words_that_name_somebody_or_a_place_are_kept_back(reported, words):
    around = (
        Client(id=1, name="Dee", confidants=(Confidant(name="Aunt Vi"),)),
        Client(
            id=2, name="the tall one", channels=(Channel(they_go_by="Jackie", who_answers="Odile, her boss"),)
        ),
        Service(id=1, name="Lantern House", short="house"),
    )
    made = reported(*around, agreed(), noted(words))
    assert made.quotes == ()
    assert figures(made, "H")[KEPT_BACK] == "1 of 1 words that could be quoted"


@pytest.mark.parametrize(
    "words", ["the house was warm", "her boss is tall", "I indeed did", "in 2026 or at 10:30"]
)
def test_words_of_any_day_are_no_names(reported, words):
    around = (
        Client(id=1, name="Dee"),
        Client(id=2, name="the tall one", channels=(Channel(who_answers="Odile, her boss"),)),
        Service(id=1, name="House", short="warm"),
    )
    assert reported(*around, agreed(), noted(words)).quotes == (words,)


def test_not_a_word_is_quoted_that_is_not_marked_or_not_of_these_days(reported):
    others = (noted(quote_ok=False), noted(id=2, on=date(2026, 10, 31)), noted(" ", id=3))
    talk = EndConversation(id=1, client_id=1, on=None, words=SAID)
    assert figures(reported(DEE, agreed(), talk, *others), "H") == {}


def test_the_order_of_quotes_says_nothing_of_when_they_were_said(reported):
    said = ("beans", "Apples", "cress")
    notes = [noted(words, id=number, on=nov(number)) for number, words in enumerate(said, 1)]
    forward, backward = reported(DEE, agreed(), *notes), reported(DEE, agreed(), *reversed(notes))
    assert forward.quotes == backward.quotes == ("Apples", "beans", "cress")


def test_a_name_of_whoever_is_left_out_of_the_numbers_is_kept_out_of_quotes_too(books, monday):
    people = [Client(id=number, name=f"x{number}") for number in range(3, 20)]
    said_no = (Client(id=2, name="Marcus"), agreed(id=9, client_id=2, purpose="numbers", state="declined"))
    talked = [noted("", id=client.id, client_ids=(client.id,)) for client in people]
    records = (DEE, *said_no, *people, agreed(), *talked, noted("Marcus made tea"), noted(id=2))
    assert funder_report(books(*records), NOVEMBER, monday).quotes == (SAID,)
