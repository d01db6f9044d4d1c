"""Finding words across the record: one folded blob, newest first, stopping when there is enough.

A hundred thousand notes are searched as one run of bytes, because looking for a word in one long
text is what computers do fastest; changes since the blob was made are searched beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from store.text import fold

if TYPE_CHECKING:
    from store.folder import Change
    from store.tinydb_storage import LedgerDB

# Where words stand in each table, in the order a hit is shown. Notes come last: there are most of them.
_WORDS_IN = {
    "clients": ("name", "pronouns", "prefers", "in_their_words", "about", "if_quiet"),
    "goals": ("words",),
    "promises": ("words",),
    "appointments": ("what", "where", "bring"),
    "referrals": ("to", "treated", "ended_words"),
    "services": ("name", "also", "short", "organization", "what_for", "address", "how_to_get_in"),
    "end_conversations": ("words",),
    "contacts": ("words", "they_will"),
}
_REBUILD_AFTER = 500
_GAP = "\x00"

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One record in which all the words stand."""

    table: str
    id: int
    client_ids: tuple[int, ...]
    on: str
    """ISO day, or "" where the record has none."""
    text: str
    """The field the words were found in (or the first that says something), whole."""


class Search:
    """The words of one caseload."""

    def __init__(self, db: LedgerDB) -> None:
        """Nothing is read until the first search."""
        self._db = db
        self._blob = b""
        self._starts: list[int] = []
        self._keys: list[Key] = []
        self._since: dict[Key, bytes] | None = None

    def find(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Records that hold every word, people first, then newest notes first; at most `limit`."""
        wanted = [word.encode() for word in fold(words).split()]
        if not wanted:
            return ()
        if self._since is None or len(self._since) > _REBUILD_AFTER:
            self._build()
        hits: list[Hit] = []
        for key in self._matching(wanted):
            document = self._db.documents(key[0]).get(key[1])
            if document is not None:
                hits.append(_hit(key, document, wanted))
            if len(hits) == limit:
                break
        return tuple(hits)

    def follow(self, changes: list[Change] | None) -> None:
        """Keep step with the ledger; None means it was read anew."""
        if changes is None:
            self._since = None
        elif self._since is not None:
            for change in changes:
                if change.table in _WORDS_IN:
                    words = _folded(change.table, change.after) if change.after is not None else b""
                    self._since[change.table, change.id] = words

    def _matching(self, wanted: list[bytes]) -> Iterator[Key]:
        since = self._since or {}
        fresh = sorted(since, key=lambda key: (list(_WORDS_IN).index(key[0]), -key[1]))
        yield from (key for key in fresh if all(word in since[key] for word in wanted))
        rarest = max(wanted, key=len)
        at = self._blob.find(rarest)
        while at >= 0:
            entry = bisect_right(self._starts, at) - 1
            end = self._starts[entry + 1] if entry + 1 < len(self._starts) else len(self._blob)
            here = self._blob[self._starts[entry] : end]
            if self._keys[entry] not in since and all(word in here for word in wanted):
                yield self._keys[entry]
            at = self._blob.find(rarest, end)

    def _build(self) -> None:
        parts: list[bytes] = []
        self._starts, self._keys, at = [], [], 0
        for table in _WORDS_IN:
            documents = self._db.documents(table)
            newest_first = sorted(documents, key=lambda id: (documents[id].get("on") or "", id), reverse=True)
            for id in newest_first:
                part = _folded(table, documents[id]) + _GAP.encode()
                self._starts.append(at)
                self._keys.append((table, id))
                parts.append(part)
                at += len(part)
        self._blob, self._since = b"".join(parts), {}


def _folded(table: str, document: Mapping[str, Any]) -> bytes:
    # A line break between fields keeps a word from beginning in one and ending in the next.
    said = "\n".join(str(document[name]) for name in _WORDS_IN[table] if document.get(name))
    return fold(said).replace(_GAP, "").encode("utf-8", "replace")


def _hit(key: Key, document: Mapping[str, Any], wanted: list[bytes]) -> Hit:
    table, id = key
    said = [str(document[name]) for name in _WORDS_IN[table] if document.get(name)]
    found = next((text for text in said if any(word in fold(text).encode() for word in wanted)), "")
    several = document.get("client_ids") or ()
    one = id if table == "clients" else document.get("client_id")
    on = next(
        (str(document[name]) for name in ("on", "made_on", "named_on", "stage_on") if document.get(name)), ""
    )
    return Hit(table, id, tuple(several) or ((one,) if one else ()), on, found or (said[0] if said else ""))
