"""A directory as JSON: services with what belongs to them inside, or a list for each table; made into rows.

Sources: the pages of the HSDS 3 API ({"contents": [...]}), of Open Referral UK ({"content": [...]}), single
services and organizations, and HSDS 3 as tables ({"service": [...], "organization": [...]}).
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds.names import column_names, plain_name, table_name
from mentor_tui.exchange.hsds.tables import MOST_ROWS, Row, Table, tidy
from mentor_tui.exchange.json_strict import parsed_json

_PAGES = ("contents", "content", "services", "data", "results", "items", "records")
_DEEPEST = 24
_OWNER = {
    "services": "service_id",
    "organizations": "organization_id",
    "locations": "location_id",
    "service_at_location": "service_at_location_id",
    "contacts": "contact_id",
}
"""By which column what lies inside says whose it is."""
_PARENTS = ("services", "organizations", "locations", "service_at_location")
"""Tables whose rows have ids that others name."""

Owner = tuple[str, str]
"""(column, id)."""


def read_nested(files: Iterable[tuple[str, str]]) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables of some JSON files, and the names of lists in them that are no part of HSDS.

    Args:
        files: (name shown, text).

    Raises:
        ImportRefused: not JSON, not a directory, too deep or too many rows.
    """
    rows = _Rows()
    for shown, text in files:
        _take_file(rows, parsed_json(text, shown, deepest=_DEEPEST * 2), shown)
    if not any("id" in one and "name" in one for one in rows.cells.get("services", ())):
        raise ImportRefused("This is not an HSDS directory: no service in it has an id and a name.")
    tables = (
        Table(name, name, tuple(Row(name, n, one) for n, one in enumerate(found, 1)))
        for name, found in rows.cells.items()
    )
    return tuple(tables), tuple(sorted(rows.strange))


def _take_file(rows: "_Rows", found: Any, shown: str) -> None:
    listed = found
    if isinstance(found, dict):
        if "schema_version" in found and "id" not in found:
            raise ImportRefused(f"{shown} is a record that mentor wrote; `mentor import json` reads it.")
        named = {table_name(name): value for name, value in found.items() if isinstance(value, list)}
        if "id" not in found and "name" not in found and any(named.get(name) for name in _PARENTS):
            for name, value in named.items():
                for one in _objects(value) if name else ():
                    rows.take(name, one, ())
            return
        listed = next((found[name] for name in _PAGES if isinstance(found.get(name), list)), [found])
        if "services" in named and "id" in found:
            listed = [found]
    # A list in organizations.json is one of organizations; otherwise its objects say what they are.
    table = table_name(PurePath(shown).stem)
    for one in _objects(listed):
        rows.take(table if table not in ("", "services") else _kind(one, shown), one, ())


def _objects(listed: Any) -> list[dict[str, Any]]:
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _kind(one: Mapping[str, Any], shown: str) -> str:
    """Whether an object of the first list is a service, an organization, or a service at a place."""
    if "service" in one and "location" in one:
        return "service_at_location"
    if any(isinstance(one.get(name), list) for name in ("services", "organization_identifiers")):
        return "organizations"
    if "name" in one or "service_name" in one:
        return "services"
    raise ImportRefused(f"{shown} is not an HSDS directory: what it lists has no names.")


class _Rows:
    """Rows by table; what is said of the same thing again, in the same words, is one row."""

    def __init__(self) -> None:
        self.cells: dict[str, list[dict[str, str]]] = {}
        self.strange: set[str] = set()
        self._seen: dict[str, set[tuple[tuple[str, str], ...]]] = {}
        self._places: dict[tuple[str, str], dict[str, str]] = {}
        self._made = 0

    def take(self, table: str, one: Mapping[str, Any], owners: tuple[Owner, ...], deep: int = 0) -> str:
        """Keep an object as a row, and what lies inside it as rows of its own; its id."""
        if deep > _DEEPEST:
            raise ImportRefused("The directory cannot be read: its lists lie too deep in each other.")
        plain, inside = _parted(table, one)
        cells = {column: value for column, value in owners if column not in plain or not plain[column]}
        cells = plain | cells
        id = cells.get("id", "")
        if not id and table in _OWNER and table != "services":
            id = cells["id"] = self._id_for(table, cells)
        for name, value in inside:
            self._look_inside(table, cells, name, value, owners, deep)
        self._keep(table, cells)
        return id

    def _look_inside(
        self, table: str, cells: dict[str, str], name: str, value: Any, owners: tuple[Owner, ...], deep: int
    ) -> None:
        inner = table_name(name)
        if not inner:
            self.strange.add(name)
            return
        if isinstance(value, dict) and inner in _PARENTS and name != inner:
            # "organization": {...} in a service: one thing that it names, and that is not its own.
            cells[_OWNER[inner]] = self.take(inner, value, (), deep + 1)
            return
        mine = self._owner_for(table, cells, owners)
        for each in [value] if isinstance(value, dict) else value:
            if not isinstance(each, dict):
                continue
            id = self.take(
                inner, each, () if inner == "locations" and table == "services" else mine, deep + 1
            )
            if (table, inner) == ("services", "locations"):
                self._keep("service_at_location", {"service_id": cells.get("id", ""), "location_id": id})

    def _owner_for(
        self, table: str, cells: Mapping[str, str], owners: tuple[Owner, ...]
    ) -> tuple[Owner, ...]:
        mine = ((_OWNER[table], cells.get("id", "")),) if table in _OWNER else ()
        # The number of a contact belongs to whom the contact belongs to.
        return (*mine, *owners) if table == "contacts" else mine

    def _id_for(self, table: str, cells: Mapping[str, str]) -> str:
        """An id for what has none: the same for the same name, so that it is known again."""
        name = cells.get("name", "")
        if name and table == "organizations":
            return f"name: {name}"
        if table == "contacts":
            return " / ".join(cells.values())
        self._made += 1
        return f"{table} {self._made}"

    def _keep(self, table: str, cells: dict[str, str]) -> None:
        known = self._places.get((table, cells.get("id", ""))) if table in _PARENTS else None
        said = {name: value for name, value in cells.items() if value}
        if known is not None and "id" in said and all(known.get(n, v) in ("", v) for n, v in said.items()):
            known.update(said)
            return
        mark = tuple(sorted(said.items()))
        if table not in _PARENTS and mark in self._seen.setdefault(table, set()):
            return
        self._seen.setdefault(table, set()).add(mark)
        found = self.cells.setdefault(table, [])
        if len(found) >= MOST_ROWS:
            raise ImportRefused(
                f"The directory has more than {MOST_ROWS:,} {table}, more than is read at once."
            )
        found.append(cells)
        if table in _PARENTS and cells.get("id"):
            self._places.setdefault((table, cells["id"]), cells)


def _parted(table: str, one: Mapping[str, Any]) -> tuple[dict[str, str], list[tuple[str, Any]]]:
    """The plain values of an object by column, and what lies inside it by its name."""
    plain: dict[str, str] = {}
    inside: list[tuple[str, Any]] = []
    for name, value in one.items():
        if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value)):
            inside.append((plain_name(name), value))
        elif isinstance(value, list):
            plain[name] = ", ".join(_text(each) for each in value if each is not None)
        else:
            plain[name] = _text(value)
    columns = column_names(table, tuple(plain))
    return dict(zip(columns, plain.values(), strict=True)), inside


def _text(value: Any) -> str:
    if value is None or isinstance(value, list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return tidy(str(value))
