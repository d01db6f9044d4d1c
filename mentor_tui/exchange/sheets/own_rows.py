"""Rows of a table that `mentor export` wrote: every field as it was, in its own form."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import msgspec
from msgspec.structs import replace

from mentor_tui.exchange.cells import unguarded
from mentor_tui.exchange.sheets import days, values
from mentor_tui.exchange.sheets.incoming import RowError
from mentor_tui.exchange.sheets.values import CellUnread
from store.errors import MentorError
from store.person_name import person_name
from store.records import Client, Part, Record
from store.text import clean_lines

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.reading import Cell, Sheet, SheetRow
    from store.caseload_reads import CaseloadReads

R = TypeVar("R", bound=Record)

_OURS = frozenset({"id", "uid", "written_at"})
_GIVEN_ANEW = ("id", "written_at")
_HEX = frozenset("0123456789abcdef")
_UID_LETTERS = 32
_NOT_SO = "it is not as it was written out"
_NO_NAME = "There is no name in this row; an alias is fine."


def is_own(sheet: Sheet, kind: type[Record]) -> bool:
    """Whether a table has the columns that our own export of these records has."""
    names = {field.name for field in msgspec.structs.fields(kind)}
    return set(sheet.headings) >= _OURS and len(names & set(sheet.headings)) > len(names) // 2


def read_own(
    row: SheetRow, headings: tuple[str, ...], kind: type[R], caseload: CaseloadReads
) -> tuple[R | None, list[RowError]]:
    """The record of a row with its uid and without its number; else everything that is wrong with it."""
    if row.beyond:
        return None, [RowError(row.number, "", "it has more cells than there are headings")]
    given, errors = _given(row, headings, kind, caseload)
    if errors:
        return None, errors
    try:
        return _record(given, kind), []
    except MentorError as error:
        return None, [RowError(row.number, "", str(error).rstrip("."))]


def _given(
    row: SheetRow, headings: tuple[str, ...], kind: type[Record], caseload: CaseloadReads
) -> tuple[dict[str, Any], list[RowError]]:
    """The fields that a row says something of, and everything that is wrong with its cells."""
    types = _types(kind)
    given: dict[str, Any] = {}
    errors: list[RowError] = []
    for heading, cell in zip(headings, row.cells, strict=True):
        if heading not in types or heading in _GIVEN_ANEW or cell == "":
            continue
        try:
            given[heading] = _value(cell, types[heading], caseload)
        except CellUnread as unread:
            errors.append(RowError(row.number, heading, str(unread)))
        except (MentorError, msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
            errors.append(RowError(row.number, heading, _NOT_SO))
    uid = given.get("uid", "")
    if len(uid) != _UID_LETTERS or not set(uid) <= _HEX:
        given.pop("uid", None)
    return given, errors


def _record(given: dict[str, Any], kind: type[R]) -> R:
    """The record of these fields; raises CellUnread, or what a name is refused with, where they are none."""
    try:
        record = msgspec.convert(given, kind)
    except msgspec.ValidationError:
        raise CellUnread(_NOT_SO) from None
    return replace(record, name=person_name(record.name, _NO_NAME)) if isinstance(record, Client) else record


@cache
def _types(kind: type[Record]) -> dict[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(kind)}


def _value(cell: Cell, wanted: Any, caseload: CaseloadReads) -> Any:
    """A cell as the plain value that a document keeps."""
    kinds = get_args(wanted) if type(None) in get_args(wanted) else (wanted,)
    kind = next(one for one in kinds if one is not type(None))
    if kind is str:
        return clean_lines(unguarded(cell)) if isinstance(cell, str) else values.words(cell)
    if kind is bool:
        return _yes(values.line(cell).lower())
    if kind is date:
        return days.day(cell, caseload)
    if kind in (int, float):
        # A figure that is none is refused with the others: msgspec takes no NaN here.
        return _plain(msgspec.convert(values.line(cell).replace(",", "."), kind, strict=False))
    if kind in (datetime, time):
        return msgspec.convert(values.line(cell), kind, strict=False)
    return _listed(values.words(cell), kind)


def _listed(said: str, kind: Any) -> Any:
    parts = get_args(kind)
    if parts and parts[0] in (str, int):
        split = [one.strip() for one in said.split(";") if one.strip()]
        return split if parts[0] is str else [int(one) for one in split]
    if parts or (isinstance(kind, type) and issubclass(kind, Part)):
        return _safe(msgspec.json.decode(said))
    raise CellUnread("it is nothing that a cell can hold")


def _plain(value: float) -> float:
    if value != value or value in (float("inf"), float("-inf")):
        raise CellUnread("NaN and infinity are no figures")
    return value


def _yes(said: str) -> bool:
    if said not in ("yes", "no"):
        raise CellUnread("yes or no would be read")
    return said == "yes"


def _safe(value: Any) -> Any:
    """Text from within a cell, made safe as any other."""
    if isinstance(value, str):
        return clean_lines(value)
    if isinstance(value, list):
        return [_safe(one) for one in value]
    return {name: _safe(one) for name, one in value.items()} if isinstance(value, dict) else value
