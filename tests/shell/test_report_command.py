"""`mentor report`: each paper seen or written, for whom it may be, and what is kept of that."""

import pytest

from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import HandedOn
from store.shelf import TABLE_OF


@pytest.fixture
def here(dee, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def handed_on(place):
    with DataFolder.open(place, FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))) as folder:
        return list(folder.caseload.documents(TABLE_OF[HandedOn]).values())


def test_what_is_written_for_somebody_is_kept_as_handed_on_and_undo_passes_over_it(mentor, here, place):
    mentor("note", "dee call 15m got the boots")
    answer = mentor("report", "month", "-o", "r.pdf", "--to", "the fund")
    assert (answer.code, answer.out) == (0, "")
    assert (here / "r.pdf").stat().st_mode & 0o777 == 0o600
    (kept,) = handed_on(place)
    assert (kept["what"], kept["to"], kept["first"], kept["last"]) == (
        "month",
        "the fund",
        "2026-11-01",
        "2026-11-30",
    )
    assert mentor("undo").out == "Undone: note, Dee, 23 Nov 14:02\n"
    assert len(handed_on(place)) == 1


def test_hours_for_whoever_pays_them_are_kept_as_handed_on_without_a_name_said(mentor, here, place):
    assert mentor("report", "hours", "-o", "h.html").code == 0
    assert [(kept["what"], kept["first"]) for kept in handed_on(place)] == [("hours", "2026-11-01")]


def test_the_own_view_and_a_gate_page_are_handed_to_nobody(mentor, here, place):
    for words in (("month", "--own"), ("gate", "--who", "dee"), ("person", "--who", "dee"), ("people",)):
        assert mentor("report", *words, "-o", f"{words[0]}.html").code == 0
    assert handed_on(place) == []
    assert len(mentor("export", "list", "--json").json["files"]) == 4
    assert "Dee" not in mentor("export", "list").out


def test_each_view_says_which_it_is(mentor, here):
    answer = mentor("report", "month")
    assert "For handing on: numbers under 5 are not shown." in answer.out
    assert answer.err == "This is the view for handing on. `--own` shows every number, for you alone.\n"
    own = mentor("report", "month", "--own")
    assert (own.err, "The mentor's own view: no number is hidden" in own.out) == ("", True)
    assert "your own view, with nothing hidden" in mentor("report", "month", "--own", "-o", "own.md").err


def test_a_copy_for_somebody_needs_a_consent_that_stands(mentor, here, place):
    words = ("report", "person", "--who", "dee", "--to", "Jo Smith", "-o", "jo.pdf")
    refused = mentor(*words)
    assert (refused.code, (here / "jo.pdf").exists()) == (1, False)
    assert "Dee has not agreed to share anything with Jo Smith. Ask first" in refused.err
    mentor("consent", "give", "dee", "share", "--to", "Jo Smith")
    assert mentor(*words).code == 0
    assert [(kept["to"], kept["client_ids"]) for kept in handed_on(place)] == [("Jo Smith", [1])]
    later = mentor(*words, "--force", now="2027-03-01T09:00:00-08:00")
    assert (later.code, "What Dee agreed to share with Jo Smith ended on" in later.err) == (1, True)
    assert "`mentor consent give`" in later.err


def test_a_name_that_is_nearly_one_that_stands_is_pointed_at_and_not_taken(mentor, here):
    mentor("consent", "give", "dee", "share", "--to", "Rosa M.")
    for words in (("handover",), ("person", "--who", "dee")):
        for to in ("Rosa M", "Rösa M."):
            refused = mentor("report", *words, "--to", to)
            assert (refused.code, 'With “Rosa M.” there is: `--to "Rosa M."`.' in refused.err) == (1, True)
        assert "Dee" in mentor("report", *words, "--to", "rosa\u00a0 M.").out


def test_a_packet_without_anybody_who_agreed_is_not_written(mentor, here):
    answer = mentor("report", "handover", "--to", "Jo", "-o", "jo.html")
    assert (answer.code, (here / "jo.html").exists()) == (1, False)
    assert "Nobody has agreed that anything is shared with Jo" in answer.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("month", "--format", "pdf"),
            "A PDF cannot be shown in a terminal; name a file for it: -o report.pdf",
        ),
        (("month", "-o", "r.doc"), "Nothing is written as .doc; name a file that ends in .txt, .md"),
        (("month", "--month", "oct", "--period", "quarter"), "Say --month or --period, not both."),
        (("gate", "--month", "oct"), "A gate page is as of today; leave --month and --period out."),
        (("month", "--who", "dee"), "A month in numbers is not about one person; leave --who out."),
        (("person",), "Say whose record: `mentor report person --who NAME`."),
        (("gate", "--who", "dee", "--to", "Jo"), "A gate page is for nobody else; leave --to out."),
        (("gate",), "Say whose day: `mentor report gate --who NAME`."),
        (("handover",), "Say for whom, as the consents name them"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_way_out(mentor, here, words, sentence):
    answer = mentor("report", *words)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err


def test_a_report_is_of_the_days_that_are_named(mentor, here):
    mentor("note", "dee met 1h the bank")
    first = mentor("report", "hours", "--period", "since 1 nov").out.splitlines()[0]
    assert first == "Hours and travel: Sun 1 Nov 2026 to Mon 23 Nov 2026"
    assert "2026-11-23" not in mentor("report", "hours", "--month", "oct 2026").out


def test_pages_for_supervision_are_shown_first_and_have_initials(mentor, here):
    mentor("client", "add", "Renée")
    mentor("reflect", "I wanted to fix it for dee and renee.\nZoe said to wait.")
    assert "No page of your notebook is marked" in mentor("notebook", "packet").err
    answer = mentor("notebook", "packet", "--page", "1")
    assert "I wanted to fix it for D. and R." in answer.out
    assert "Zoe said to wait." in answer.out
    assert "hope" not in answer.out
    assert list(here.glob("*.*")) == []
    assert mentor("notebook", "packet", "--page", "1", "-o", "p.pdf").out == "p.pdf: 1 page\n"
    assert [each["what"] for each in mentor("export", "list", "--json").json["files"]] == [
        "pages for supervision"
    ]


def test_a_page_about_somebody_who_said_no_to_supervision_stays_out(mentor, here):
    mentor("reflect", "Dee was quiet.")
    mentor("reflect", "A long week.")
    mentor("consent", "give", "dee", "supervision")
    mentor("consent", "withdraw", "dee", "supervision")
    answer = mentor("notebook", "packet", "--page", "1", "--page", "2")
    assert "quiet" not in answer.out
    assert "A long week." in answer.out
    assert "Left out: 1 page about somebody who said no" in answer.err


def test_a_page_that_is_not_there_is_said(mentor, here):
    assert (
        "Your notebook has no page 9. `mentor notebook packet --list`"
        in mentor("notebook", "packet", "--page", "9").err
    )


def test_a_second_report_that_differs_by_few_people_is_warned_about_as_it_is_written(mentor, here):
    for number in range(10):  # about fewer there is no number of people in it
        mentor("client", "add", f"P{number}")
    mentor("note", "dee call 15m got the boots")
    assert "differs" not in mentor("report", "month", "-o", "one.pdf", "--to", "the fund").err
    mentor("client", "add", "Renée")
    mentor("note", "renee call 15m the bank")
    answer = mentor("report", "month", "-o", "two.pdf")
    assert (
        answer.code,
        "It differs from what you handed on 23 Nov to the fund by 1 person" in answer.err,
    ) == (
        0,
        True,
    )
    assert "differs" not in mentor("report", "month", "--own", "-o", "own.pdf").err


def test_a_word_that_may_be_a_name_is_pointed_at(mentor, here):
    mentor("client", "add", "Will")
    mentor("reflect", "I met will, and it will be a long week. Will was tired.")
    answer = mentor("notebook", "packet", "--page", "1")
    assert "I met will, and it will be a long week. W. was tired." in " ".join(answer.out.split())
    assert "Look at “will”: if that is a name there, say it otherwise on its page." in answer.err


def test_initials_are_not_said_to_be_names(mentor, here):
    said = mentor("report", "people", "--initials", "-o", "x.html").err
    assert "initials and no names" in said and "has names" not in said
    assert "has names" in mentor("report", "people", "-o", "y.html").err
