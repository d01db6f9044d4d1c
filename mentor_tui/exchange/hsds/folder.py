"""A directory as tables of rows, from whatever files it came in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds.sources import Source, find_source
from mentor_tui.exchange.hsds.tables import Row, Table, read_table
from mentor_tui.exchange.sheets.text_tables import text_of

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""

Tables = Mapping[str, tuple[Row, ...]]
"""Rows by table of HSDS."""

_DAYS_FROM_0 = (
    "The days of {} are numbered from 0, so it is not sure which day each is. They are shown by number."
)


@dataclass(frozen=True, slots=True)
class HsdsFolder:
    """What was found."""

    name: str
    files: tuple[Table, ...]
    """Each file, or each list of a JSON file."""
    tables: Tables
    strange: tuple[str, ...]
    """Files and lists that are no part of HSDS and were not opened."""
    notes: tuple[str, ...] = ()
    """What had to be guessed to read it."""


def read_folder(path: Path, on_progress: Progress) -> HsdsFolder:
    """Every HSDS file of a folder, a packed folder or a JSON file; nothing outside it.

    Raises:
        ImportRefused: it holds no directory, or a file in it cannot be read.
    """
    source = find_source(path)
    files, strange = _nested(source, on_progress) if source.nested else _csv(source, on_progress)
    files, guessed = _sure_of_days(files)
    tables: dict[str, tuple[Row, ...]] = {}
    for one in files:
        tables[one.name] = tables.get(one.name, ()) + one.rows
    notes = (*guessed, *(note for one in files for note in one.notes))
    return HsdsFolder(source.name, files, tables, strange, notes)


def _csv(source: Source, on_progress: Progress) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    found: list[Table] = []
    seen: set[str] = set()
    for done, (shown, name, fetch) in enumerate(source.tables):
        on_progress(f"Reading {shown}", done, len(source.tables))
        if shown in seen:
            raise ImportRefused(f"{source.name} holds two files {shown} that both belong to it. Keep one.")
        seen.add(shown)
        found.append(read_table(fetch(), shown, name))
    on_progress("Read", len(found), len(found))
    return tuple(found), source.strange


def _nested(source: Source, on_progress: Progress) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    from mentor_tui.exchange.hsds.nested import read_nested

    def texts() -> Iterable[tuple[str, str]]:
        for done, (shown, fetch) in enumerate(source.nested):
            on_progress(f"Reading {shown}", done, len(source.nested))
            yield shown, text_of(fetch(), shown)[0]

    read = read_nested(texts())
    on_progress("Read", len(source.nested), len(source.nested))
    return read


def _sure_of_days(files: tuple[Table, ...]) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """Days numbered from 0 are left as numbers: 0 is Sunday to some programs and Monday to others."""
    sure, notes = [], []
    for one in files:
        if one.name.endswith("schedules") and any(row["weekday"] == "0" for row in one.rows):
            one = replace(one, rows=tuple(map(_by_number, one.rows)))
            notes.append(_DAYS_FROM_0.format(one.file))
        sure.append(one)
    return tuple(sure), tuple(notes)


def _by_number(row: Row) -> Row:
    day = row["weekday"]
    return Row(row.file, row.number, row.cells | {"weekday": f"day {day}"}) if day.isdecimal() else row
