"""One table in memory. A large one may stay bytes until someone asks, and still take changes meanwhile."""

import threading
from collections.abc import ItemsView, Iterator, Mapping

from store.snapshot import Document, Unread, gc_at_rest, one, slices


class Documents:
    """The live documents of one table, by id."""

    def __init__(self, documents: dict[int, Document] | None = None, unread: Unread | None = None) -> None:
        """A table of these documents, or one that is still only bytes."""
        self._documents = documents or {}
        self._unread = unread
        self._since: dict[int, Document | None] = {}
        self._door = threading.Lock()

    def by_number(self) -> Mapping[int, Document]:
        """The documents; an unread table is read when more than one of them is asked for."""
        return self._documents if self._unread is None else _NotYet(self)

    def all(self) -> dict[int, Document]:
        """Every document; never edit one. Reads the rest first, if there is a rest."""
        if self._unread is not None:
            with gc_at_rest():
                for _ in self.steps():
                    pass
        return self._documents

    def one(self, id: int) -> Document | None:
        """One document, without reading the rest."""
        with self._door:
            unread = self._unread
            if unread is None:
                return self._documents.get(id)
            return self._since[id] if id in self._since else one(unread, id)

    def steps(self) -> Iterator[None]:
        """Read the rest a slice at a time; whoever needs the table meanwhile reads it at once."""
        unread = self._unread
        if unread is None:
            return
        documents: dict[int, Document] = {}
        for part in slices(unread):
            documents.update(part)
            yield
            if self._unread is None:
                return
        self._become(documents)

    def put(self, id: int, document: Document | None) -> None:
        """A document as it now stands; None takes it out."""
        with self._door:
            if self._unread is not None:
                self._since[id] = document
            elif document is None:
                self._documents.pop(id, None)
            else:
                self._documents[id] = document

    def _become(self, documents: dict[int, Document]) -> None:
        with self._door:
            if self._unread is None:
                return
            for id, document in self._since.items():
                if document is None:
                    documents.pop(id, None)
                else:
                    documents[id] = document
            self._documents, self._since, self._unread = documents, {}, None


class _NotYet(Mapping[int, Document]):
    """An unread table: one document is found where it lies, anything more reads it all."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def __getitem__(self, id: int) -> Document:
        document = self._documents.one(id)
        if document is None:
            raise KeyError(id)
        return document

    def __iter__(self) -> Iterator[int]:
        return iter(self._documents.all())

    def items(self) -> ItemsView[int, Document]:
        """All at once; `Mapping` would look each up."""
        return self._documents.all().items()

    def __len__(self) -> int:
        return len(self._documents.all())
