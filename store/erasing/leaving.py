"""Who leaves one folder and all that goes with them, found in everything that was ever saved in it.

Whom a document is about is asked of each of its versions by itself. So the versions of a document that stay
still follow one another, and acts that had no part in it can be undone as before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.card_codes import key_of
from store.erasing.called import Called, texts_in
from store.erasing.versions import books_of, commits_of, versions_of
from store.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from store.erasing.wish import Wish
    from store.folder import DataFolder
    from store.ledger import Ledger
    from store.snapshot import Document

_LEAST_TRACE = 8
"""Letters of a text that tells by itself whose it was."""
_ANYBODYS = re.compile(r"[a-z-]+|\d{4}-\d\d-\d\d.*|[A-Z]\w+/\w+")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is theirs in one folder."""

    wish: Wish
    people: frozenset[int]
    """Their numbers in this folder."""
    salt: bytes
    """What the new permanent numbers of tallies are made with."""
    called: Called = field(default_factory=lambda: Called(()))
    gone: frozenset[tuple[str, int]] = frozenset()
    """Table and number of what is theirs alone, now or in every version there ever was."""
    uids: frozenset[str] = frozenset()
    """Permanent numbers of what goes."""
    alone: frozenset[str] = frozenset()
    """Of these, those of which no version was ever somebody else's too: they stand nowhere afterwards."""
    traces: frozenset[str] = frozenset()
    """Longer words of theirs that stand in nothing that stays."""

    @property
    def is_nobody(self) -> bool:
        """Whether this folder never knew them."""
        return not self.people


def uids_of(folder: DataFolder, people: Iterable[int]) -> frozenset[str]:
    """What these people are called in every copy, those who were taken out or made one with them too."""
    wanted = frozenset(people)
    theirs = (found for found in _clients(folder.caseload.ledger) if found[1] in wanted)
    every = {each for at, _, uid in theirs for each in (uid, *at.get("merged_uids", ())) if each}
    # Where making two people one was undone, the other is somebody of their own again.
    present = folder.caseload.documents("clients").items()
    return frozenset(every - {document.get("uid") for id, document in present if id not in wanted})


def taken_out(folder: DataFolder) -> dict[int, str]:
    """Those who stand in the history alone, by number, and what they were called last."""
    present = folder.caseload.documents("clients")
    every = _clients(folder.caseload.ledger)
    return {id: str(document.get("name", "")) for document, id, _ in every if id not in present}


def known_in(folder: DataFolder, people: Iterable[int]) -> dict[int, str]:
    """What these people are called, by number.

    Raises:
        NotFound: one of them is neither in the record nor in its history.
    """
    present = folder.caseload.documents("clients")
    named = {id: str(present[id].get("name", "")) for id in people if id in present}
    if missing := set(people) - set(named):
        out = taken_out(folder)
        named |= {id: out[id] for id in missing if id in out}
    if not named or set(people) - set(named):
        raise NotFound("Nobody of that number is in the record any more; nothing was changed.")
    return named


def leaving(
    folder: DataFolder, wish: Wish, uids: frozenset[str], salt: bytes, known: Iterable[int] = ()
) -> Leaving:
    """Find them in a folder, by their permanent numbers: a copy may have given theirs to somebody else.

    Args:
        known: their numbers in this folder, if it is the present one.

    Raises:
        StoreDamaged: a part of what was saved cannot be read.
    """
    caseload = folder.caseload.ledger
    ours = {*known, *(id for _, id, uid in _clients(caseload) if uid in uids)}
    people = _with_merged(caseload, ours)
    names, others = _names(caseload, people)
    called = Called(names, others, people, key_of(folder.store_id))
    found = Leaving(wish, frozenset(people), salt, called)
    if found.is_nobody:
        return found
    gone, uids, alone = _gone(folder, found)
    return Leaving(wish, found.people, salt, called, gone, uids, alone, _traces(folder, found))


def is_theirs(table: str, id: int, document: Mapping[str, Any], people: frozenset[int]) -> bool:
    """Whether a version of a document is about them alone."""
    if table == "clients":
        return id in people
    if document.get("client_id") in people:
        return True
    named = numbers_in(document)
    return bool(named) and people.issuperset(named) and not document.get("unnamed")


def numbers_in(document: Mapping[str, Any]) -> tuple[int, ...]:
    """The people whom a record with several names."""
    listed = document.get("client_ids")
    return tuple(each for each in listed if isinstance(each, int)) if isinstance(listed, list) else ()


def _clients(caseload: Ledger) -> Iterable[tuple[Document, int, str]]:
    for version in versions_of(caseload):
        if version.table == "clients":
            yield version.document, version.id, str(version.document.get("uid", ""))


def _with_merged(caseload: Ledger, people: set[int]) -> set[int]:
    """These, and those who were made one with them: taken out in the act that put their records here."""
    present = set(caseload.documents("clients"))
    while True:
        more: set[int] = set()
        for body in commits_of(caseload):
            removed = {id for table, id, _, after in body["ops"] if table == "clients" and after is None}
            for _, _, before, after in body["ops"] if removed - present - people else ():
                was, now = _whose(before), _whose(after)
                if (now - was) & people:
                    more |= (was - now) & removed
        if not more - present - people:
            return people
        people = people | (more - present)


def _whose(document: Mapping[str, Any] | None) -> set[int]:
    if document is None:
        return set()
    one = document.get("client_id")
    return {*numbers_in(document), *([one] if isinstance(one, int) else [])}


def _names(caseload: Ledger, people: set[int]) -> tuple[set[str], set[str]]:
    """How they were ever called; how those who stay are called now."""
    names = {str(document.get("name", "")) for document, id, _ in _clients(caseload) if id in people}
    stay = {
        str(document.get("name", ""))
        for id, document in caseload.documents("clients").items()
        if id not in people
    }
    return names, stay


def _gone(
    folder: DataFolder, found: Leaving
) -> tuple[frozenset[tuple[str, int]], frozenset[str], frozenset[str]]:
    """What goes by table and number, and by permanent number; and what was never anybody else's."""
    theirs: set[tuple[str, int]] = set()
    kept: set[tuple[str, int]] = set()
    now: set[tuple[str, int]] = set()
    uids: dict[str, tuple[str, int]] = {}
    for act, table, id, document in versions_of(folder.caseload.ledger):
        if is_theirs(table, id, document, found.people):
            theirs.add((table, id))
            uids[str(document.get("uid", ""))] = (table, id)
            if not act:
                now.add((table, id))
        else:
            kept.add((table, id))
    gone = frozenset(now | (theirs - kept))
    named = frozenset(uid for uid, place in uids.items() if uid and place in gone)
    return gone, named, frozenset(uid for uid in named if uids[uid] not in kept)


def _traces(folder: DataFolder, found: Leaving) -> frozenset[str]:
    theirs: set[str] = set()
    others: set[str] = set()
    for ledger in books_of(folder):
        for _, table, id, document in versions_of(ledger):
            into = theirs if is_theirs(table, id, document, found.people) else others
            into.update(text for text in texts_in(document) if _tells(text))
    return frozenset(theirs - others)


def _tells(text: str) -> bool:
    """Whether a text is long enough, and neither a word of a list nor a day nor a time zone."""
    return len(text) >= _LEAST_TRACE and not _ANYBODYS.fullmatch(text)
