"""A file that `mentor export json` wrote, as documents by table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.json_out import SCHEMA_VERSION
from mentor_tui.exchange.json_strict import parsed_json
from mentor_tui.exchange.reading import decoded, read_plain
from store.records import CASELOAD_TABLES
from store.text import clean_line

MOST_BYTES = 512 * 1_048_576
MOST_RECORDS = 1_000_000
_DEEPEST = 40
"""Lists and objects in each other; a record of ours needs five."""

Lists = Mapping[str, list[dict[str, Any]]]
"""Documents by table."""


def read_lists(path: Path) -> Lists:
    """The documents of an exported file, their texts made safe.

    Raises:
        ImportRefused: the file is not an export of the record, or not sound.
    """
    shown = clean_line(path.name)
    found = parsed_json(decoded(read_plain(path, MOST_BYTES), shown), shown, deepest=_DEEPEST)
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
    if sum(map(len, lists.values())) > MOST_RECORDS:
        raise ImportRefused(f"{shown} holds more than {MOST_RECORDS:,} records, more than is read at once.")
    return lists
