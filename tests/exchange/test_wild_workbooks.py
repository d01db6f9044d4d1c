"""A workbook that lies about its cells or how many there are: a sentence, and no word of the reader's own."""

import io
import re
import zipfile

import pytest
import xlsxwriter

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.sheets import workbooks
from mentor_tui.exchange.sheets.workbooks import read_workbook

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


@pytest.fixture(scope="module")
def parts():
    """The parts of a small workbook, by name."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.add_worksheet("people").write(0, 0, "name")
    book.close()
    with zipfile.ZipFile(made) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("part", "was", "now"),
    [
        (SHEET, rb'<c r="A1"', b'<c r="ZZZZZZ4294967295"'),
        (SHEET, rb'<row r="1"', b'<row r="4294967295"'),
        (SHEET, rb'<dimension ref="A1"', b'<dimension ref="A1:A99999999999"'),
        (STRINGS, rb'uniqueCount="1"', b'uniqueCount="4294967295"'),
        (STRINGS, rb' count="1"', b' count="99999999999999999999"'),
    ],
)
def test_a_number_that_no_table_has_is_refused_before_the_reader_sees_it(parts, capfd, part, was, now):
    changed, times = re.subn(was, now, parts[part])
    assert times == 1
    with pytest.raises(ImportRefused, match=r"Save it again|Delete what stands"):
        read_workbook(packed(parts | {part: changed}), "people.xlsx")
    assert capfd.readouterr().err == ""


def test_a_reader_that_stumbles_is_a_sentence(parts, monkeypatch):
    class PanicException(BaseException):
        pass

    def stumbles(*_):
        raise PanicException("called `Option::unwrap()`")

    monkeypatch.setattr(workbooks, "_choose", stumbles)
    with pytest.raises(ImportRefused, match="cannot be read as a workbook"):
        read_workbook(packed(parts), "people.xlsx")
