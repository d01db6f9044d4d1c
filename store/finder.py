"""Finding in the record: a line is read with its filters, then looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.find_filters import Asked, read_asked
from store.names import NameBook, NameEntry
from store.search import Hit, Search

if TYPE_CHECKING:
    from store.clock import Moment
    from store.folder import Change, DataFolder


class Finder:
    """The words of the caseload, and everyone `who:` may name."""

    def __init__(self, folder: DataFolder) -> None:
        """Nothing is read until something is looked for."""
        self._db = folder.caseload
        self._search = Search(folder.caseload)
        self._names: NameBook | None = None

    def read(self, text: str, moment: Moment, *, day_first: bool = True) -> Asked:
        """What a search line asks for."""
        return read_asked(text, self._everyone, moment, day_first=day_first)

    def find(self, asked: Asked, limit: int = 50) -> tuple[Hit, ...]:
        """People first, then the newest notes."""
        return self._search.find(asked, limit)

    def follow(self, changes: list[Change] | None) -> None:
        """Keep step with the ledger; None means it was read anew."""
        if changes is None or any(change.table == "clients" for change in changes):
            self._names = None
        self._search.follow(changes)

    def _everyone(self) -> NameBook:
        """Those who died too: what is kept about them can be found."""
        if self._names is None:
            documents = self._db.documents("clients")
            named = (NameEntry(id, str(documents[id].get("name", ""))) for id in sorted(documents))
            self._names = NameBook(tuple(named))
        return self._names
