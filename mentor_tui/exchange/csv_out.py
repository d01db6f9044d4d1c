"""The record as spreadsheets: a CSV file for each table, safe to open with a double click."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mentor_tui.exchange.cells import guarded
from mentor_tui.exchange.record_tables import RecordTable, Value, record_tables
from mentor_tui.exchange.writing import everyone, hand_out, make_folder, refuse_unless_free
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Client
from store.text import clean_lines

_WHOSE = {"client_id", "client_ids"}


@dataclass(frozen=True, slots=True)
class CsvFile:
    """One file that was written."""

    path: Path
    rows: int
    """Below the header."""


def write_csv(
    caseload: Caseload, folder: Path, *, person: Client | None = None, replace: bool = False
) -> tuple[CsvFile, ...]:
    """A file for each table of the record; the notebook stays where it is.

    Args:
        person: what is kept of one person alone.
        replace: whether files of the same names may be written over.

    Raises:
        ExportRefused: a file is there already, or the folder cannot be written.
    """
    paths = {table: folder / f"{table}.csv" for table in CASELOAD_TABLES}
    for path in paths.values():
        refuse_unless_free(path, replace=replace)
    make_folder(folder)
    people = everyone(caseload) if person is None else (person.id,)
    written = []
    for table in record_tables(caseload, person):
        path, what = paths[table.name], f"the record, {table.name.replace('_', ' ')}"
        named = people if CASELOAD_TABLES[table.name] is Client or _WHOSE & set(table.columns) else ()
        hand_out(caseload.folder, path, table_csv(table), what, people=named, replace=replace)
        written.append(CsvFile(path, len(table.rows)))
    return tuple(written)


def table_csv(table: RecordTable) -> bytes:
    """One table as a CSV file: UTF-8 with the mark by which Excel knows it, text that cannot run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(clean_lines(column)) for column in table.columns)
    writer.writerows(_guarded(row) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _guarded(row: Iterable[Value]) -> list[str]:
    return [guarded(value) if isinstance(value, str) else str(value) for value in row]
