"""A document, and a whole commit, without those who leave: pure, and the same for each version of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from store.engine_words import ABOUT_BURNED, ABOUT_ERASED
from store.erasing.called import texts_in
from store.erasing.leaving import names_page, numbers_in
from store.layout import NOTEBOOK_ORDER
from store.vocabulary import ACTIVITIES, DIRECTIONS, KINDS, MODES, OUTCOMES, Terms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from store.erasing.leaving import Leaving
    from store.erasing.passing_by import PassedBy
    from store.ledger import Ledger
    from store.memory import Operation
    from store.snapshot import Document

_LISTS: dict[str, Terms] = {
    "direction": DIRECTIONS,
    "mode": MODES,
    "kind": KINDS,
    "outcome": OUTCOMES,
    "activities": ACTIVITIES,
}
_COUNTED = ("mode", "kind", "outcome", "minutes", "travel_minutes", "km", "cents")
"""What makes a contact count in a report; a note without any of it leaves no tally."""
TALLY = ("on", "direction", *_COUNTED, "activities")
"""All that is left of a contact: the day stays, since months are counted by it."""
_SAID = ("words", "they_will")
_UNNAMED = "something saved"
_POINTERS = ("contact_id", "closed_by")


class Without:
    """Takes those who leave out of one folder's documents."""

    def __init__(self, leaving: Leaving) -> None:
        """Of this folder."""
        self._leaving = leaving
        self._people = leaving.people
        self._wish = leaving.wish

    def document(self, table: str, id: int, document: Document | None) -> Document | None:
        """What is left of a version of a document; None where it goes. One that stays whole is the same."""
        if document is None:
            return None
        if table in NOTEBOOK_ORDER:
            return self._of_her_own(table, id, document)
        if self._leaving.owns(table, id, document):
            return self._tally(document) if table == "contacts" and self._wish.strip else None
        if not self._people.isdisjoint(numbers_in(document)):
            return self._shared(table, document)
        dropped = [name for name in _POINTERS if self._leaving.is_gone("contacts", document.get(name))]
        if table == "contacts" and "as_typed" in document and self._typed_of_them(id, document):
            dropped.append("as_typed")
        return _but(document, dropped) if dropped else document

    def _typed_of_them(self, id: int, document: Document) -> bool:
        """Whether a line was typed when the note was filed with them too, or with their name in it."""
        typed = str(document["as_typed"])
        return ("contacts", id) in self._leaving.owners.shared or self._leaving.called.are_in(typed)

    def operations(self, operations: list[Operation]) -> list[Operation]:
        """What is left of what a commit did."""
        left = []
        for table, id, before, after in operations:
            was, now = self.document(table, id, before), self.document(table, id, after)
            if was != now:
                left.append((table, id, was, now))
        return left

    def commit(self, body: dict[str, Any], passed_by: PassedBy) -> dict[str, Any]:
        """A commit as it stands from now on."""
        left = {**body, "ops": self.operations(body["ops"])}
        more = {"stays": True} if body["act"] in passed_by.about | passed_by.leaning else {}
        is_about = body["act"] in passed_by.about
        about = ABOUT_BURNED if self._wish.pages else ABOUT_ERASED
        return {**left, "label": about if is_about else self._label(body["label"]), **more}

    def touches(self, body: dict[str, Any]) -> bool:
        """Whether a commit held something of theirs; a line of another's that only names them is none."""
        return any(
            self._is_part(table, id, document)
            for table, id, *both in body["ops"]
            for document in both
            if document is not None
        )

    def tables(self, ledger: Ledger) -> dict[str, dict[int, Document]]:
        """What stands in a ledger, without them."""
        return {
            table: {
                id: left
                for id, document in ledger.documents(table).items()
                if (left := self.document(table, id, document)) is not None
            }
            for table in ledger.tables()
        }

    def names_them(self, document: Mapping[str, Any]) -> bool:
        """Whether the words of a document name one of them."""
        return any(map(self._leaving.called.are_in, texts_in(document)))

    def _label(self, label: str) -> str:
        """What an act is called that only names them."""
        if not self._leaving.called.are_in(label):
            return label
        kind = label.partition(",")[0]
        return _UNNAMED if self._leaving.called.are_in(kind) else kind

    def _is_part(self, table: str, id: int, document: Document) -> bool:
        if table in NOTEBOOK_ORDER:
            return self._of_her_own(table, id, document) is None
        is_shared = not self._people.isdisjoint(numbers_in(document))
        return is_shared or self._leaving.owns(table, id, document)

    def _of_her_own(self, table: str, id: int, document: Document) -> Document | None:
        if table == "themes_seen":
            return None if document.get("contact_uid") in self._leaving.uids else document
        if self._leaving.owners.is_gone(table, id, document):
            return None
        if not self._wish.keep_pages and names_page(document, self._leaving.called):
            return None
        is_alias = self._leaving.called.are_in(str(document.get("alias", "")))
        return _but(document, ("alias",)) if is_alias else document

    def _shared(self, table: str, document: Document) -> Document:
        """What is about others too: it stays theirs."""
        left = [each for each in numbers_in(document) if each not in self._people]
        return self._shared_contact(document, left) if table == "contacts" else _of(document, left)

    def _shared_contact(self, document: Document, left: list[int]) -> Document:
        going = ("as_typed", *(_SAID if self._wish.blank_shared else ()))
        bare = _but(document, going)
        if not left:  # with people whose names were never kept: what was said may be theirs
            bare = _counted(document)
            bare |= {name: document[name] for name in ("uid", "unnamed") if name in document}
        if self._wish.strip:
            bare["unnamed"] = document.get("unnamed", 0) + len(numbers_in(document)) - len(left)
        return _of(bare, left)

    def _tally(self, document: Document) -> Document | None:
        tally = _counted(document)
        if not any(tally.get(name) for name in _COUNTED):
            return None
        mixed = self._leaving.salt + str(document.get("uid", "")).encode()
        return {
            **tally,
            "unnamed": len(numbers_in(document)) or 1,
            "uid": hashlib.sha256(mixed).hexdigest()[:32],
        }


def _counted(document: Document) -> Document:
    """What a report counts of a contact: figures, and entries of our lists; words of hers are none."""
    kept = {name: document[name] for name in TALLY if name in document}
    for name, terms in _LISTS.items():
        codes = {term.code for term in terms}
        value = kept.pop(name, None)
        if isinstance(value, list):
            value = [each for each in value if each in codes]
        if value and (isinstance(value, list) or value in codes):
            kept[name] = value
    return kept


def _of(document: Document, left: list[int]) -> Document:
    """The same, of these people."""
    bare = _but(document, ("client_ids",))
    return {**bare, "client_ids": left} if left else bare


def _but(document: Document, going: Collection[str]) -> Document:
    return {name: value for name, value in document.items() if name not in going}
