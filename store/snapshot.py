"""The snapshot: TinyDB's own JSON, one document a line, `_meta` first and the large table last."""

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import orjson

Document = dict[str, Any]
Tables = dict[str, dict[int, Document]]

META = "_meta"
_DOCUMENTS_A_PART = 200
_BYTES_A_SLICE = 65_536
_MANY = 20_000
"""Containers made during a load that are worth keeping from the collector for good."""
_FIRST = b'{\n"_meta":{\n'
_LAST = b"\n}\n}\n"
_LINE = rb'"(\d+)":(\{.*\}),?'
_TABLE = rb'"((?:[^"\\]|\\.)*)":\{'


class Unread(NamedTuple):
    """A table that is still only bytes."""

    content: bytes
    start: int
    end: int


class Snapshot(NamedTuple):
    """What a snapshot file holds."""

    meta: Mapping[str, Any]
    tables: Tables
    unread: Unread | None
    """The large table, if it lies where we put it; else it is among `tables`."""


@contextmanager
def gc_at_rest() -> Iterator[None]:
    """No collection while many documents are made, and none of them looked at again by later ones."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY:
            gc.freeze()
        if was_on:
            gc.enable()


def is_ours(content: bytes) -> bool:
    """Whether the bytes are laid out as `parts` lays them out; stock TinyDB leaves another layout."""
    return content.startswith(_FIRST)


def parts(meta: Mapping[str, Any], tables: Mapping[str, Mapping[int, Document]]) -> Iterator[bytes]:
    """The bytes of a snapshot, a few hundred documents at a time."""
    yield _FIRST + b'"1":' + orjson.dumps(meta) + b"\n}"
    for name, documents in tables.items():
        yield b",\n" + orjson.dumps(name) + b":{"
        ids = sorted(documents)
        for at in range(0, len(ids), _DOCUMENTS_A_PART):
            few = ids[at : at + _DOCUMENTS_A_PART]
            lines = b",\n".join(b'"%d":%b' % (id, orjson.dumps(documents[id])) for id in few)
            yield (b",\n" if at else b"\n") + lines
        yield b"\n}" if ids else b"}"
    yield b"\n}\n"


def read(content: bytes, large: str) -> Snapshot:
    """A snapshot out of its bytes, in our layout or any other that stock TinyDB may leave.

    Args:
        large: the table to leave unread where it stands last.

    Raises:
        ValueError: this is not a TinyDB file with our `_meta`.
    """
    mark = b'\n"%b":{\n' % large.encode()
    at = content.find(mark) if large and is_ours(content) and content.endswith(_LAST) else -1
    if at < 0:
        found, unread = orjson.loads(content), None
    else:
        found = orjson.loads(content[:at].rstrip(b",") + b"\n}")
        unread = Unread(content, at + len(mark), len(content) - len(_LAST))
    if not isinstance(found, dict) or not isinstance(found.get(META, {}).get("1"), dict):
        raise ValueError("no _meta")
    meta = found.pop(META)["1"]
    return Snapshot(meta, {name: by_number(table) for name, table in found.items()}, unread)


def one(unread: Unread, id: int) -> Document | None:
    """One document of an unread table, found by its line: a search in memory, without reading the rest."""
    content, start, end = unread
    at = content.find(b'\n"%d":{' % id, start - 1, end)
    if at < 0:
        return None
    until = content.find(b"\n", at + 1, end)
    line = content[at + 1 : end if until < 0 else until].rstrip(b",")
    document: Document = orjson.loads(line[line.index(b":") + 1 :])
    return document


def slices(unread: Unread) -> Iterator[dict[int, Document]]:
    """The documents of an unread table, a slice at a time, each well under a millisecond's parse."""
    content, at, end = unread
    while at < end:
        until = content.find(b"\n", min(at + _BYTES_A_SLICE, end), end)
        until = end if until < 0 else until
        yield by_number(orjson.loads(b"{" + content[at:until].rstrip(b",") + b"}"))
        at = until + 1


def by_number(table: Mapping[str, Document]) -> dict[int, Document]:
    """A table as JSON holds it, with its ids as numbers."""
    return {int(id): document for id, document in table.items()}


def salvage(content: bytes) -> tuple[Tables, int]:
    """What can still be read of a damaged snapshot of our layout, and how many lines cannot."""
    tables: Tables = {}
    current: dict[int, Document] = {}
    lost = 0
    for line in content.split(b"\n"):
        if whole := re.fullmatch(_LINE, line):
            try:
                current[int(whole[1])] = orjson.loads(whole[2])
                continue
            except orjson.JSONDecodeError:
                lost += 1
        elif start := re.match(_TABLE, line):
            current = tables.setdefault(start[1].decode("utf-8", "replace"), {})
        elif line.strip(b"{},"):
            lost += 1
    tables.pop(META, None)
    return tables, lost
