"""The whole record as a workbook, a sheet a table. Never the notebook."""

from pathlib import Path

from mentor_tui.exchange.cells import in_a_workbook
from mentor_tui.exchange.record_tables import Value, record_tables
from mentor_tui.exchange.workbook import Number, Workbook
from mentor_tui.exchange.writing import everyone, hand_out, refuse_unless_free
from store.caseload import Caseload
from store.records import Client

WHAT = "the record, a workbook"


def record_book(caseload: Caseload, person: Client | None = None) -> tuple[bytes, int]:
    """The workbook, and how many records it holds.

    Args:
        person: what is kept of one person alone.
    """
    book = Workbook("The record", caseload.clock.now().day)
    count = 0
    for table in record_tables(caseload, person):
        book.table(table.name, table.columns, ([_cell(value) for value in row] for row in table.rows))
        count += len(table.rows)
    return book.content(), count


def write_xlsx(caseload: Caseload, path: Path, *, person: Client | None = None, replace: bool = False) -> int:
    """Write the record to a workbook; how many records it holds.

    Raises:
        ExportRefused: something is there already, or the folder cannot be written.
    """
    refuse_unless_free(path, replace=replace)
    content, count = record_book(caseload, person)
    people = everyone(caseload) if person is None else (person.id,)
    hand_out(caseload.folder, path, content, WHAT, people=people, replace=replace)
    return count


def _cell(value: Value) -> str | Number:
    return in_a_workbook(value) if isinstance(value, str) else Number(value, "General")
