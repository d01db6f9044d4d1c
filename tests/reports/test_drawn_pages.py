"""A document drawn in every form: nothing cut, nothing dropped, the same bytes each time."""

import csv
import io
import json
import re
import sys
from dataclasses import replace
from datetime import date
from subprocess import run

import pytest
import time_machine
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from mentor_tui.reports import FORMS, Group, Line, Report, Table, page_of, render
from mentor_tui.reports.document import (
    Bar,
    Bars,
    Document,
    Grid,
    Heading,
    NewPage,
    Points,
    Quote,
    Room,
    Words,
)

NAMES = ("Renée", "Łukasz", "Ελένη", "Сергей", "Nguyễn", "Ősz")
HOSTILE = "<script>alert(1)</script> =1+1 \x1b[31m [x](y)"
LONG = "x" * 300


@pytest.fixture(scope="module")
def page():
    """A page with one of every block, and everything in it that could go wrong on paper."""
    return Document(
        name="gate",
        title=f"The day {NAMES[1]} comes out",
        view="For one day, on paper.",
        blocks=(
            Heading("Who"),
            Words(f"{', '.join(NAMES)}\nand Rene\u0301e, and 漢", is_strong=True),
            Points(("bring boots", HOSTILE), boxes=True),
            Grid(
                ("day", "what", "km"), (("23 Nov", HOSTILE, "7.5 km"), ("24 Nov", LONG)), right=(2,), wide=1
            ),
            Bars("How", (Bar("phone", 12, "12"), Bar("y" * 6000, 0, "0"))),
            Quote("She stood there.", "a woman, 41"),
            Room(2),
            NewPage(),
            Heading("Long", 3),
            Grid(("n", "words"), tuple((f"row {n}", "one two three") for n in range(60))),
            Grid(("", ""), (("a cell of a page and more", "word " * 1500 + "theend"),)),
        ),
        footer=("Made by hand.",),
        made_on=date(2026, 11, 23),
        people=(2,),
    )


@pytest.fixture(scope="module")
def paper(page):
    """The PDF, read again."""
    return PdfReader(io.BytesIO(render(page, "pdf", paper="a4")))


@pytest.fixture(scope="module")
def hidden():
    """A report with a hidden figure, a hidden base, a share and somebody's words."""
    lines = (
        Line("phone", None, 9, "entries", hidden="<5"),
        Line("in person", 4, 9, "entries", share=True),
        Line("letter", 5, 9, "entries", share=True),
        Line("of few", 1, None, "people supported", base_hidden=True),
        Line("hours", 7.25, None, "of work", unit="hours"),
    )
    tables = (Table("F", "Effort: all/of it", (Group("How", lines),)),)
    day = date(2026, 11, 23)
    return Report(
        "month", "November", "For handing on.", day, day, day, tables, ("The rule.",), is_own=False,
        restated=("phone: 3 more by now.",), quotes=("They came.",),
    )  # fmt: skip


def test_a_pdf_gives_every_name_back_to_whoever_copies_it_out(paper):
    words = " ".join(page.extract_text() for page in paper.pages)
    assert [name for name in NAMES if name not in words] == []
    assert words.count("Renée") == 2  # with a loose accent, too
    assert "theend" in words
    assert words.replace("\n", "").count("x" * 20) >= 1


def test_a_letter_the_typeface_lacks_is_seen_and_said(paper):
    words = " ".join(page.extract_text() for page in paper.pages)
    assert "and Renée, and \ufffd" in " ".join(words.split()) and "漢" not in words
    assert "does not have the letter" in " ".join(words.split())


def test_sheets_are_numbered_and_a_long_table_says_its_heading_again(paper):
    texts = [page.extract_text() for page in paper.pages]
    count = len(texts)
    assert [f"{n} of {count}" in text for n, text in enumerate(texts, 1)] == [True] * count
    with_rows = [text for text in texts if "one two three" in text]
    assert len(with_rows) == 2
    assert all(re.search(r"\bwords\b", text) for text in with_rows)
    assert [round(float(size)) for size in paper.pages[0].mediabox[2:]] == [595, 842]


def test_what_a_file_calls_itself_names_nobody_and_keeps_its_day(paper, page):
    assert paper.metadata is not None
    assert (paper.metadata.title, paper.metadata.author) == ("gate, Mon 23 Nov 2026", "")
    assert paper.metadata["/CreationDate"].startswith("D:20261123")
    assert "<title>gate, Mon 23 Nov 2026</title>" in render(page, "html").decode()


def test_html_runs_nothing_fetches_nothing_and_takes_no_words_for_markup(page):
    made = render(page, "html").decode()
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert not re.search(r"\b(src|href)=|url\(|@import", made)
    assert "default-src &#39;none&#39;" in made or "default-src 'none'" in made
    assert made.count('<th scope="col"') == 5
    assert made.count("<caption") == made.count("<table") == 3
    assert '<html lang="en">' in made


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_of_a_page_is_the_same_bytes_each_time(page, hidden, form):
    things = (hidden,) if form == "pdf" else (page, hidden)
    for thing in things:
        with time_machine.travel("2026-11-23T14:02Z"):
            first = render(thing, form)
        with time_machine.travel("2027-02-05T09:00Z"):
            assert render(thing, form) == first


def test_a_hidden_figure_is_words_in_every_form_and_its_group_has_no_bars(hidden):
    (group,) = hidden.tables[0].groups
    shown = replace(hidden, tables=(Table("F", "Effort", (replace(group, lines=group.lines[1:3]),)),))
    bars = [[block for block in page_of(made).blocks if isinstance(block, Bars)] for made in (hidden, shown)]
    assert (bars[0], [bar.shown for bar in bars[1][0].bars]) == ([], ["4", "5"])
    (lines,) = (table["lines"] for table in json.loads(render(hidden, "json"))["tables"])
    assert (lines[0]["figure"], lines[0]["hidden"], lines[1]["share"]) == (None, "<5", 44.4)
    assert (lines[3]["base"], lines[3]["base_hidden"]) == (None, True)
    rows = list(csv.reader(io.StringIO(render(hidden, "csv").decode("utf-8-sig"))))
    assert [row[3] for row in rows[1:4]] == ["<5", "4", "5"]
    assert rows[4][5] == "not shown"
    for form in ("text", "md", "html"):
        words = render(hidden, form).decode()
        assert "5" in words and "They came." in words and "3 more by now" in words


def test_a_workbook_has_a_sheet_a_table_and_its_figures_add_up(hidden, page):
    book = CalamineWorkbook.from_object(io.BytesIO(render(hidden, "xlsx")))
    assert book.sheet_names == ["Read me", "F. Effort all of it"]
    rows = book.get_sheet_by_name("F. Effort all of it").to_python()
    assert [row[2] for row in rows] == ["figure", "<5", 4, 5, 1, 7.25]
    assert rows[2][6] == pytest.approx(4 / 9)
    said = [row[0] for row in book.get_sheet_by_name("Read me").to_python()]
    assert said[:2] == ["November", "For handing on."]
    grids = CalamineWorkbook.from_object(io.BytesIO(render(page, "xlsx")))
    assert grids.sheet_names == ["Read me", "Who", "Long", "Long 2"]
    who = grids.get_sheet_by_name("Who").to_python()
    assert (who[1][2], who[2][1]) == (7.5, LONG)


def test_importing_reports_wakes_no_heavy_library():
    heavy = ("jinja2", "reportlab", "xlsxwriter", "vobject", "textual")
    code = f"import sys, mentor_tui.reports; print([name for name in {heavy} if name in sys.modules])"
    assert run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
