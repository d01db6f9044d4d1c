"""Finding words across a ledger: people first, then newest first, stopping when there is enough.

The folded words of every record are kept in pages; changes since they were made are searched beside them.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from store.find_filters import Asked
from store.search_facts import KIND, NEED, WHO, Facts
from store.search_numbers import Numbers, digits_and_words
from store.search_pages import GAP, Pages, Standing, Wanted
from store.text import clean_lines, fold

if TYPE_CHECKING:
    from store.folder import Change
    from store.tinydb_storage import LedgerDB

# Where words stand in each table, in the order a hit is shown; "answers.words" is that of each answer. Notes
# come last: there are most of them.
WORDS_OF_THE_RECORD = {
    "clients": ("name", "pronouns", "prefers", "in_their_words", "about", "if_quiet"),
    "goals": ("words",),
    "promises": ("words",),
    "appointments": ("what", "where", "bring"),
    "referrals": ("to", "treated", "ended_words"),
    "services": ("name", "also", "short", "organization", "what_for", "address", "how_to_get_in"),
    "end_conversations": ("words",),
    "check_ins": ("answers.words", "next"),
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
    """The words of one ledger."""

    def __init__(self, db: LedgerDB, words_in: Mapping[str, Sequence[str]] = WORDS_OF_THE_RECORD) -> None:
        """Nothing is read until the first search.

        Args:
            words_in: the fields with words of each table, in the order hits are shown.
        """
        self._db = db
        self._words_in = words_in
        self._pages: dict[str, Pages] = {}
        self._facts = Facts()
        self._numbers: Numbers | None = None
        self._since: dict[Key, tuple[Standing, bytes]] | None = None
        self._changed: dict[Key, Mapping[str, Any]] = {}
        self._is_noting = False

    def find(self, asked: Asked, limit: int = 50) -> tuple[Hit, ...]:
        """Records that hold every word and pass every filter, people first, then newest; at most `limit`."""
        if asked.is_empty or asked.unclear:
            return ()
        self._read_changes()
        if self._since is None or len(self._since) > _REBUILD_AFTER:
            self._build()
        elif not self._is_noting:  # she goes on searching; a single search from the shell does without
            self._is_noting = True
            threading.Thread(target=_note_the_words, args=(self._pages,), name=NOTING, daemon=True).start()
        wanted = self._wanted(asked)
        if wanted is None:
            return ()
        hits: list[Hit] = []
        for table, id in self._in_order(asked, wanted):
            document = self._db.documents(table).get(id)
            if document is not None:
                hits.append(self._hit(table, id, document, wanted.words))
            if len(hits) == limit:
                break
        return tuple(hits)

    def follow(self, changes: list[Change] | None) -> None:
        """Keep step with the ledger; None means it was read anew."""
        if changes is None:
            self._since = self._numbers = None
        elif self._since is not None:
            for change in changes:
                # Only remembered here: a save must not wait for its words to be folded.
                self._changed[change.table, change.id] = change.after or {}

    def _wanted(self, asked: Asked) -> Wanted | None:
        """What must stand in a record; None where nothing can be found."""
        words = tuple(word.encode() for word in fold(clean_lines(asked.words)).split())
        any_of: list[tuple[bytes, ...]] = []
        for sort, values in ((WHO, asked.people), (KIND, asked.kinds), (NEED, asked.needs)):
            if values is not None:
                any_of.append(tuple(filter(None, (self._facts.known(sort, value) for value in values))))
        first = asked.first.isoformat() if asked.first else ""
        last = asked.last.isoformat() if asked.last else ""
        wanted = Wanted(words, tuple(any_of), first, last)
        return wanted if all(any_of) and (asked.tables or not wanted.is_empty) else None

    def _in_order(self, asked: Asked, wanted: Wanted) -> Iterator[Key]:
        """Everything that is found; whoever has a number that ends so comes first."""
        by_number = dict.fromkeys(self._reached_by(asked))
        yield from by_number
        yield from (key for key in self._matching(asked, wanted) if key not in by_number)

    def _reached_by(self, asked: Asked) -> Iterator[Key]:
        digits, others = digits_and_words(asked.words)
        if not digits or "clients" not in self._words_in or not _takes(asked, "clients"):
            return
        if asked.first or asked.last or asked.kinds is not None or asked.needs is not None:
            return
        clients = self._db.documents("clients")
        self._numbers = self._numbers or Numbers(clients)
        also = [word.encode() for word in fold(clean_lines(others)).split()]
        for id in self._numbers.ending(digits):
            if asked.people is not None and id not in asked.people:
                continue
            document = clients.get(id)
            if document is not None and all(word in self._folded("clients", id, document) for word in also):
                yield "clients", id

    def _read_changes(self) -> None:
        if any(table == "clients" for table, _ in self._changed):
            self._numbers = None
        if self._since is not None:
            for (table, id), after in self._changed.items():
                if table in self._words_in:
                    self._since[table, id] = (_day(after), id), self._folded(table, id, after)
        self._changed.clear()

    def _matching(self, asked: Asked, wanted: Wanted) -> Iterator[Key]:
        since = self._since or {}
        for table, pages in self._pages.items():
            if not _takes(asked, table):
                continue
            fresh = sorted((it for key, it in since.items() if key[0] == table), reverse=True)
            found_fresh = (standing for standing, words in fresh if wanted.are_in(standing, words))
            found = (standing for standing in pages.matching(wanted) if (table, standing[1]) not in since)
            for _, id in heapq.merge(found_fresh, found, reverse=True):
                yield table, id

    def _build(self) -> None:
        self._facts = Facts()
        self._pages = {table: self._pages_of(table, self._db.documents(table)) for table in self._words_in}
        self._since, self._is_noting = {}, False

    def _pages_of(self, table: str, documents: Mapping[int, Mapping[str, Any]]) -> Pages:
        """A table's words, newest first."""
        standing = sorted(((_day(documents[id]), id) for id in documents), reverse=True)
        return Pages(standing, [self._folded(table, id, documents[id]) for _, id in standing])

    def _folded(self, table: str, id: int, document: Mapping[str, Any]) -> bytes:
        if not document:  # taken out: nothing is found in it
            return b""
        # A line break between fields keeps a word from beginning in one and ending in the next.
        said = "\n".join(self._said(table, document))
        words = fold(said).encode("utf-8", "replace").replace(GAP, b"")
        return words + self._facts.of(table, id, document)

    def _said(self, table: str, document: Mapping[str, Any]) -> list[str]:
        said: list[str] = []
        for name in self._words_in[table]:
            if "." in name:
                said += _in_parts(document, *name.split("."))
            elif document.get(name):
                said.append(str(document[name]))
        return said

    def _hit(self, table: str, id: int, document: Mapping[str, Any], wanted: Sequence[bytes]) -> Hit:
        said = self._said(table, document)
        # Where there is one field it is that one: most notes need not be folded again.
        found = said[0] if len(said) == 1 else next((text for text in said if _holds(text, wanted)), "")
        several = document.get("client_ids")
        one = id if table == "clients" else document.get("client_id")
        people = several if isinstance(several, list) and several else [one] if one else []
        return Hit(table, id, tuple(people), _day(document), found or (said[0] if said else ""))


def _note_the_words(pages: Mapping[str, Pages]) -> None:
    for table in pages.values():
        table.note_the_words()


def _in_parts(document: Mapping[str, Any], parts: str, name: str) -> Iterator[str]:
    for part in document.get(parts) or ():
        if isinstance(part, Mapping) and part.get(name):
            yield str(part[name])


def _takes(asked: Asked, table: str) -> bool:
    return asked.tables is None or table in asked.tables


def _day(document: Mapping[str, Any]) -> str:
    return next((str(document[name]) for name in _DAYS if document.get(name)), "")


def _holds(text: str, wanted: Sequence[bytes]) -> bool:
    folded = fold(text).encode("utf-8", "replace")
    return any(word in folded for word in wanted)
