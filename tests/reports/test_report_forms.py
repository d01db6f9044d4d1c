"""The same report as text, Markdown, JSON and CSV."""

import csv
import html
import io
import json
from datetime import date
from functools import cache

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from mentor_tui.reports import FORMS, Group, Line, Report, Table, month_report
from mentor_tui.reports import render as drawn
from store.errors import RequestRefused

NOVEMBER = date(2026, 11, 1)
HOSTILE = "=cmd | [x](javascript:1) <b> `a` * \x1b[31mred\u202e"


@cache
def render(thing, form="text"):
    """The words of the file, as the program that opens it shows them."""
    content = drawn(thing, form)
    if form == "pdf":
        # One line: on paper a label may go over two.
        return " ".join(
            " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split()
        )
    if form == "xlsx":
        book = CalamineWorkbook.from_object(io.BytesIO(content))
        rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
        return "\n".join(str(cell) for row in rows for cell in row)
    text = content.decode("utf-8-sig")
    return html.unescape(text) if form == "html" else text


@pytest.fixture(scope="module")
def report(a_month, monday):
    return month_report(a_month, NOVEMBER, monday)


@pytest.fixture(scope="module")
def hostile():
    lines = (Line(HOSTILE, 1, 2, HOSTILE),)
    tables = (Table("A", HOSTILE, (Group(HOSTILE, lines),)),)
    return Report("month", HOSTILE, HOSTILE, NOVEMBER, NOVEMBER, NOVEMBER, tables, (HOSTILE,))


def test_plain_text_fits_a_terminal_of_80_columns(report, everything, monday):
    for made in (report, month_report(everything, NOVEMBER, monday)):
        assert max(map(len, render(made).splitlines())) <= 80


def test_plain_text_reads_line_by_line(report):
    text = render(report)
    assert "  people supported                            3  of 4 people in the records\n" in text
    assert "  money spent                             $8.50  of 1 entry with money spent\n" in text
    assert "  hours                               3.4 hours  of 5 entries with a length\n" in text


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_whose_view_it_is_and_what_it_is_not(report, form):
    words = " ".join(render(report, form).split())
    assert "no number is hidden" in words
    assert "not a measure of any person" in words


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_every_line(report, form):
    words = render(report, form).replace("\\", "")
    for table in report.tables:
        for line in table.lines:
            assert line.label.split(":")[0] in words


def test_the_view_is_said_before_the_first_figure(report):
    for form in ("text", "md"):
        words = render(report, form)
        assert words.index("own view") < words.index("people in the records")


def test_markdown_rows_have_the_same_cells_whatever_the_words(hostile, report):
    for made in (hostile, report):
        rows = [row for row in render(made, "md").splitlines() if row.startswith("|")]
        assert len({row.replace("\\|", "").count("|") for row in rows}) == 1


def test_markdown_takes_no_words_for_markup(hostile):
    text = render(hostile, "md")
    assert "\\[x\\]" in text
    assert "\\<b\\>" in text


@pytest.mark.parametrize("form", FORMS)
def test_no_form_lets_a_control_sequence_through(hostile, form):
    # JSON writes a control character as an escape, which no terminal obeys.
    assert "\x1b" not in render(hostile, form)
    if form != "json":
        assert "\u202e" not in render(hostile, form)


def test_csv_has_a_row_a_line_and_no_formula(hostile, report):
    rows = list(csv.reader(io.StringIO(render(report, "csv"), newline="")))
    assert rows[0] == ["table", "group", "line", "figure", "unit", "base", "of_what", "share"]
    assert ["A", "People", "people supported", "3", "", "4", "people in the records", ""] in rows
    cells = [cell for row in csv.reader(io.StringIO(render(hostile, "csv"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_json_is_one_documented_object(report):
    made = json.loads(render(report, "json"))
    assert sorted(made) == [
        "closed_on", "first", "footer", "last", "made_on", "quotes", "report", "restated", "schema_version",
        "tables", "title", "view", "view_words",
    ]  # fmt: skip
    assert (made["report"], made["view"], made["first"], made["last"]) == (
        "month",
        "own",
        "2026-11-01",
        "2026-11-30",
    )
    codes = [table["code"] for table in made["tables"]]
    assert codes == sorted(codes) and {"A", "B", "C", "F"} <= set(codes)


def test_a_line_of_json_carries_its_base(report):
    lines = json.loads(render(report, "json"))["tables"][0]["lines"]
    assert lines[1] == {
        "group": "People",
        "label": "people supported",
        "figure": 3,
        "hidden": None,
        "unit": "",
        "base": 4,
        "base_hidden": False,
        "base_words": "people in the records",
        "share": None,
        "not_known": False,
    }


def test_an_unknown_form_is_refused_with_those_there_are(report):
    with pytest.raises(RequestRefused, match="text, md, html, pdf, xlsx, csv"):
        render(report, "docx")


def test_free_words_of_a_record_are_counted_and_never_printed(everything, monday):
    made = month_report(everything, NOVEMBER, monday)
    for form in sorted(FORMS.keys() - {"pdf"}):  # it is drawn from the page that html is
        assert "a word of her own" not in render(made, form)
        assert "in words not on the list" in render(made, form)
