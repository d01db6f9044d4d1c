"""A list of people, row by row: what can be read of each, and everything that cannot, at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mentor_tui.exchange.sheets import values
from mentor_tui.exchange.sheets.headings import PEOPLE, Column, guessed, refuse_without, told_apart
from mentor_tui.exchange.sheets.incoming import Incoming, PeopleFile, RowError, not_kept_note
from mentor_tui.exchange.sheets.own_rows import is_own, read_own
from mentor_tui.exchange.sheets.person_cells import READS
from store.errors import MentorError
from store.person_name import person_name
from store.records import Client

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.reading import Cell, Sheet, SheetRow
    from store.caseload_reads import CaseloadReads

_BIRTH_SAID = "Of a day of birth only a band of ages is kept; where it is not read, nothing."
_NO_NAME = "There is no name in this row; an alias is fine"


def people_in(sheet: Sheet, caseload: CaseloadReads, said: Mapping[str, str]) -> PeopleFile:
    """The people of a table.

    Args:
        said: what a column holds, by its heading, where the guess is not right.

    Raises:
        ImportRefused: no column holds a name, or `said` names none there is.
    """
    if is_own(sheet, Client) and not said:
        return _of_ours(sheet, caseload)
    columns = told_apart(guessed(sheet.headings, PEOPLE), said, PEOPLE)
    refuse_without(columns, ("name", "first", "last"), "names", sheet.shown)
    people, errors = [], []
    for row in sheet.rows:
        client, wrong = _person(row, columns, caseload)
        errors += wrong
        if client is not None and not wrong:
            people.append(Incoming(row.number, client))
    notes = (*sheet.notes, *not_kept_note(columns))
    if any(column.field == "birth" for column in columns):
        notes += (_BIRTH_SAID,)
    return PeopleFile(sheet.shown, tuple(people), tuple(errors), columns, notes)


def _person(
    row: SheetRow, columns: tuple[Column, ...], caseload: CaseloadReads
) -> tuple[Client | None, list[RowError]]:
    """The person of a row, and what of it cannot be read."""
    cells: dict[str, list[tuple[str, Cell]]] = {}
    for column, cell in zip(columns, row.cells, strict=True):
        if column.field and not values.says_nothing(cell):
            cells.setdefault(column.field, []).append((column.heading, cell))
    if row.beyond:
        return None, [RowError(row.number, "", "it has more cells than there are headings")]
    if not cells:
        return None, []
    try:
        client = Client(name=_name(cells))
    except MentorError as error:
        return None, [RowError(row.number, "", str(error).rstrip("."))]
    errors = []
    for field, read in READS.items():
        for heading, cell in cells.get(field, ()):
            try:
                client = read(client, _told(field, heading, cell, columns), caseload)
            except MentorError as error:
                errors.append(RowError(row.number, heading, str(error).rstrip(".")))
    return client, errors


def _name(cells: Mapping[str, list[tuple[str, Cell]]]) -> str:
    parts = cells.get("name") or [*cells.get("first", ()), *cells.get("last", ())]
    return person_name(" ".join(values.line(cell) for _, cell in parts), _NO_NAME)


def _told(field: str, heading: str, cell: Cell, columns: tuple[Column, ...]) -> Cell:
    """What goes to `about` says which column it is from, where several do."""
    if field != "about" or sum(column.field == "about" for column in columns) < 2:
        return cell
    said = values.words(cell)
    return f"{heading}: {said}" if heading else said


def _of_ours(sheet: Sheet, caseload: CaseloadReads) -> PeopleFile:
    people, errors = [], []
    for row in sheet.rows:
        client, wrong = read_own(row, sheet.headings, Client, caseload)
        errors += wrong
        if client is not None:
            people.append(Incoming(row.number, client))
    return PeopleFile(sheet.shown, tuple(people), tuple(errors), (), sheet.notes)
