"""JSON from elsewhere, read strictly: what would be guessed at or lost is refused."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.json_out import SCHEMA_VERSION
from mentor_tui.exchange.reading import decoded, read_plain
from store.records import CASELOAD_TABLES
from store.text import clean_line, clean_lines

MOST_BYTES = 512 * 1_048_576

Lists = Mapping[str, list[dict[str, Any]]]
"""Documents by table."""


def read_lists(path: Path) -> Lists:
    """The documents of an exported file, their texts made safe.

    Raises:
        ImportRefused: the file is not an export of the record, or not sound.
    """
    shown = clean_line(path.name)
    found = _parsed(decoded(read_plain(path, MOST_BYTES), shown), shown)
    version = found.get("schema_version") if isinstance(found, dict) else None
    if not isinstance(found, dict) or type(version) is not int or version < 1:  # True is an int to Python
        raise ImportRefused(f"{shown} is not an export of mentor: it has no schema_version.")
    if version > SCHEMA_VERSION:
        raise ImportRefused(f"{shown} was made by a newer mentor. Bring this one up to date first.")
    lists: dict[str, list[dict[str, Any]]] = {}
    for table in CASELOAD_TABLES:
        listed = found.get(table, [])
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            raise ImportRefused(f'{shown} is not an export of mentor: "{table}" is not a list of records.')
        lists[table] = listed
    return lists


def _parsed(text: str, shown: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_float=_number,
            parse_int=_whole,
        )
    except _Odd as odd:
        raise ImportRefused(f"{shown} cannot be read: {odd}.") from None
    except json.JSONDecodeError as error:
        raise ImportRefused(
            f"{shown} is not whole JSON: line {error.lineno} cannot be read. Export it again."
        ) from None
    except RecursionError:
        raise ImportRefused(f"{shown} cannot be read: its lists are nested too deep.") from None


class _Odd(Exception):
    """Something JSON allows, or Python does, that would lose or change a value."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = {name: _safe(value) for name, value in pairs}
    if len(found) < len(pairs):
        raise _Odd("one object names a field twice")
    if any(clean_line(name) != name for name in found):
        raise _Odd("the name of a field holds control characters")
    return found


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        without_tabs = value.replace("\t", " ")
        return value if clean_lines(without_tabs) == without_tabs else clean_lines(value)
    if isinstance(value, list):
        return [_safe(one) for one in value]
    return value


def _no_constant(name: str) -> NoReturn:
    raise _Odd(f"{name} is not a number")


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _Odd("a number is too large")
    return value


def _whole(digits: str) -> int:
    if len(digits) > 19 or not -(2**63) <= int(digits) < 2**63:
        raise _Odd("a number is too large")
    return int(digits)
