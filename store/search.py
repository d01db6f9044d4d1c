"""Finding words across the record: people first, then newest first, stopping when there is enough.

The folded words of every record are kept in pages; changes since they were made are searched beside them.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from store.search_pages import GAP, Pages, Standing
from store.text import clean_lines, fold

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
_DAYS = ("on", "made_on", "named_on", "stage_on")
_REBUILD_AFTER = 500

NOTING = "noting the words"
"""The thread that makes rare words quick to find, for who must wait until it is done."""
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
        self._pages: dict[str, Pages] = {}
        self._since: dict[Key, tuple[Standing, bytes]] | None = None
        self._changed: dict[Key, Mapping[str, Any]] = {}
        self._is_noting = False

    def find(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Records that hold every word, people first, then newest notes first; at most `limit`."""
        wanted = [word.encode() for word in fold(clean_lines(words)).split()]
        if not wanted:
            return ()
        self._read_changes()
        if self._since is None or len(self._since) > _REBUILD_AFTER:
            self._build()
        elif not self._is_noting:  # she goes on searching; a single search from the shell does without
            self._is_noting = True
            threading.Thread(target=_note_the_words, args=(self._pages,), name=NOTING, daemon=True).start()
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
                # Only remembered here: a save must not wait for its words to be folded.
                self._changed[change.table, change.id] = change.after or {}

    def _read_changes(self) -> None:
        if self._since is not None:
            for (table, id), after in self._changed.items():
                if table in _WORDS_IN:
                    self._since[table, id] = (_day(after), id), _folded(table, after)
        self._changed.clear()

    def _matching(self, wanted: list[bytes]) -> Iterator[Key]:
        since = self._since or {}
        for table, pages in self._pages.items():
            fresh = sorted((it for key, it in since.items() if key[0] == table), reverse=True)
            found_fresh = (standing for standing, words in fresh if all(word in words for word in wanted))
            found = (standing for standing in pages.matching(wanted) if (table, standing[1]) not in since)
            for _, id in heapq.merge(found_fresh, found, reverse=True):
                yield table, id

    def _build(self) -> None:
        self._pages = {table: _pages(table, self._db.documents(table)) for table in _WORDS_IN}
        self._since, self._is_noting = {}, False


def _note_the_words(pages: Mapping[str, Pages]) -> None:
    for table in pages.values():
        table.note_the_words()


def _pages(table: str, documents: Mapping[int, Mapping[str, Any]]) -> Pages:
    """A table's words, newest first."""
    standing = sorted(((_day(documents[id]), id) for id in documents), reverse=True)
    return Pages(standing, [_folded(table, documents[id]) for _, id in standing])


def _day(document: Mapping[str, Any]) -> str:
    return next((str(document[name]) for name in _DAYS if document.get(name)), "")


def _folded(table: str, document: Mapping[str, Any]) -> bytes:
    # A line break between fields keeps a word from beginning in one and ending in the next.
    said = "\n".join(_said(table, document))
    return fold(said).encode("utf-8", "replace").replace(GAP, b"")


def _said(table: str, document: Mapping[str, Any]) -> list[str]:
    return [str(document[name]) for name in _WORDS_IN[table] if document.get(name)]


def _hit(key: Key, document: Mapping[str, Any], wanted: list[bytes]) -> Hit:
    table, id = key
    said = _said(table, document)
    # Where there is one field it is that one: most notes need not be folded again.
    found = said[0] if len(said) == 1 else next((text for text in said if _holds(text, wanted)), "")
    several = document.get("client_ids")
    one = id if table == "clients" else document.get("client_id")
    people = several if isinstance(several, list) and several else [one] if one else []
    return Hit(table, id, tuple(people), _day(document), found or (said[0] if said else ""))


def _holds(text: str, wanted: list[bytes]) -> bool:
    folded = fold(text).encode("utf-8", "replace")
    return any(word in folded for word in wanted)
