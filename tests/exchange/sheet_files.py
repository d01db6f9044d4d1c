"""Small workbooks, made here, and what is wrong with files that must be refused."""

import io
import zipfile

from mentor_tui.exchange.sheets import reading

_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="x"/></manifest:manifest>'
)
_SPACES = " ".join(
    f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
)


def workbook(*sheets):
    """An XLSX file: each sheet a name and rows."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def far_workbook():
    """Two cells, one of them in the last row and column there is."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Name")
    sheet.write(1_048_575, 16_383, "x")
    book.close()
    return out.getvalue()


def ods(rows):
    """An ODS file with one sheet of these rows."""
    table = f'<table:table table:name="S">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f'<?xml version="1.0"?><office:document-content {_SPACES}>{body}</office:document-content>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", _MANIFEST)
    return out.getvalue()


def row(*cells, many=1):
    """A row of an ODS sheet; `many` times in one."""
    return f'<table:table-row table:number-rows-repeated="{many}">{"".join(cells)}</table:table-row>'


def text(words):
    """A cell of words."""
    return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


def day(iso):
    """A cell with a date."""
    said = f'office:value-type="date" office:date-value="{iso}"'
    return f"<table:table-cell {said}><text:p>x</text:p></table:table-cell>"


def _bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * (reading.MOST_BYTES * 5))
    return out.getvalue()


def _lying_bomb():
    """The same, and it says of itself that it is small."""
    size = (reading.MOST_BYTES * 5).to_bytes(4, "little")
    return _bomb().replace(size, (100).to_bytes(4, "little"))


_WHOLE = workbook(("S", [["Name"], ["Dee"]]))

REFUSED = {
    "open quote": (b'Name,Notes\nDee,"never closed\n', "never closed"),
    "behind a quote": (b'Name\n"Dee"x\n', "after a closing quote"),
    "nul": (b"Name\nDe\x00e\n", "NUL"),
    "nul in utf-16": ("Name\nDe\x00e\n".encode("utf-16"), "NUL"),
    "half a letter": (b"\xff\xfeN\x00a", "middle of a letter"),
    "bad utf-8": ("Name\nRenée\n".encode() + b"\xff\n", "line 3"),
    "nothing": (b" \n", "is empty"),
    "empty cells": (b",,\n,,\n", "nothing but empty cells"),
    "cards": (b"BEGIN:VCARD\nEND:VCARD\n", ".vcf"),
    "a web page": (b"<html><table>", "no table"),
    "no names": (b"Fruit,Colour\napple,red\n", "--map"),
    "wide": (b"Name," + b"x," * 300 + b"\nDee\n", "200"),
    "long cell": (b"Name\n" + b"x" * 40_000 + b"\n", "32,767"),
    "many rows": (b"Name\n" + b"D\n" * 50_200, "50,000"),
    "old or locked": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "password"),
    "torn workbook": (_WHOLE[: len(_WHOLE) // 2], "damaged"),
    "not a workbook": (b"PK\x03\x04 hello", "damaged"),
    "bomb": (_bomb, "unpacks to more"),
    "bomb that lies": (_lying_bomb, "unpacks to more|cannot be unpacked"),
    "a cell far away": (far_workbook, "row 1,048,576"),
    "far rows": (ods(row(text("Name")) + row(text("Dee"), many=900_000)), "row 900,000"),
}
"""What lies in the file (or what makes it: some take a while), and what the refusal says."""
