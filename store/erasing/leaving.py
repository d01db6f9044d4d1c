"""Who leaves one folder and all that goes with them, found in everything that was ever saved in it.

Whom a record is about is asked of all its versions together (`owners`), so that a note which was filed with
somebody else first leaves with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from store.card_codes import key_of
from store.erasing.called import Called, texts_in
from store.erasing.owners import Owners, owners_of, people_in
from store.erasing.page_words import wording
from store.erasing.pages import PAGES
from store.erasing.versions import books_of, commits_of, undone, versions_of
from store.errors import NotFound
from store.layout import NOTEBOOK_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from store.erasing.versions import Version
    from store.erasing.wish import Wish
    from store.folder import DataFolder
    from store.ledger import Ledger
    from store.snapshot import Document

_LEAST_SAID = 20
"""Letters from which a text is looked for inside others, and its beginning by itself."""
_LEAST_TRACE = 8
"""Letters of a text that tells by itself whose it was."""
_ASKED = ("asked", "asked_theirs")
"""Where a check-in has what was asked, and not what was said."""
_HERS = ("words", "feeling")
"""Where a page has words that only it has."""
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
    names: frozenset[str] = frozenset()
    """How they were ever called."""
    others: frozenset[str] = frozenset()
    """How those who stay are called."""
    owners: Owners = field(default_factory=Owners)
    uids: frozenset[str] = frozenset()
    """Permanent numbers of what goes, here and in the present record."""
    traces: frozenset[str] = frozenset()
    """Longer words of theirs that stand in nothing that stays."""
    wordings: frozenset[str] = frozenset()
    """What pages that burn ever said, however short, and no page says that stays."""

    def owns(self, table: str, id: int, document: Document) -> bool:
        """Whether a version of a record is theirs, by itself or by what became of the record."""
        return is_theirs(table, id, document, self.people) or self.owners.is_gone(table, id, document)

    def is_gone(self, table: str, id: object) -> bool:
        """Whether a record goes whole."""
        return (table, id) in self.owners.gone

    def said_the_same(self, text: str) -> bool:
        """Whether a text has longer words of theirs in it, or is the beginning of them."""
        if len(text) < _LEAST_SAID:
            return text in self.traces
        return any(
            text in (each, each[: len(text)]) or (len(each) >= _LEAST_SAID and each in text)
            for each in self.traces
        )


def uids_of(folder: DataFolder, people: Iterable[int]) -> frozenset[str]:
    """What these people are called in every copy, those who were taken out or made one with them too."""
    wanted = frozenset(people)
    # As each was at last: where making two people one was undone, the other is somebody of their own again.
    last = {id: (at, uid) for at, id, uid in _clients(folder.caseload.ledger) if id in wanted}
    every = {each for at, uid in last.values() for each in (uid, *at.get("merged_uids", ())) if each}
    others = (found for id, found in folder.caseload.documents("clients").items() if id not in wanted)
    return frozenset(
        every.difference(*((found.get("uid"), *found.get("merged_uids", ())) for found in others))
    )


def taken_out(folder: DataFolder) -> dict[int, str]:
    """Those who stand in the history alone, by number, and what they were called last."""
    present = folder.caseload.documents("clients")
    one_with = {uid for document in present.values() for uid in document.get("merged_uids", ())}
    every = _clients(folder.caseload.ledger)
    return {
        id: str(document.get("name", ""))
        for document, id, uid in every
        if id not in present and uid not in one_with
    }


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
    folder: DataFolder,
    wish: Wish,
    uids: frozenset[str],
    salt: bytes,
    known: Iterable[int] = (),
    present: Leaving | None = None,
) -> Leaving:
    """Find them in a folder, by their permanent numbers: a copy may have given theirs to somebody else.

    Args:
        known: their numbers in this folder, if it is the present one.
        present: what was found in the present one, if this is a copy of earlier. There a record may still be
            filed with another, and a line wait that was theirs.

    Raises:
        StoreDamaged: a part of what was saved cannot be read.
    """
    caseload = folder.caseload.ledger
    ours = {*known, *(id for _, id, uid in _clients(caseload) if uid in uids)}
    people = frozenset(_with_merged(caseload, ours))
    names, others = _names(caseload, set(people))
    if present is not None:
        names, others = names | present.names, others | present.others
    called = Called(names, others, people, key_of(folder.store_id))
    found = Leaving(wish, people, salt, called, frozenset(names), frozenset(others), uids=uids)
    told = present.owners.told if present else frozenset()
    every = chain.from_iterable(map(versions_of, books_of(folder)))
    owners = owners_of(every, people, lambda version: _is_by_itself(version, found), told)
    found = replace(found, owners=owners, uids=uids | owners.uids)
    theirs, rest = _traces(folder, found)
    if present is not None:
        found = replace(found, uids=found.uids | present.uids)
        theirs |= present.traces
    wordings = _wordings(folder, found) | (present.wordings if present else frozenset())
    return replace(found, traces=frozenset(theirs - rest), wordings=wordings)


def names_page(document: Mapping[str, Any], called: Called) -> bool:
    """Whether the words of a page of the notebook name one of them; an alias alone does not count."""
    alias = str(document.get("alias", ""))
    going = {"alias", "themes"} if called.are_in(alias) else {"themes"}
    return any(called.are_in(text) for name in document.keys() - going for text in texts_in(document[name]))


def _is_by_itself(version: Version, found: Leaving) -> bool:
    """Whether a version is theirs by itself, whoever else was there without a name."""
    _, table, id, document = version
    if found.wish.pages:
        return table == PAGES and document.get("uid") in found.uids
    if table in NOTEBOOK_ORDER:
        return table != "themes_seen" and not found.wish.keep_pages and names_page(document, found.called)
    if table == "clients":  # where making two people one was undone, the one held all of the other meanwhile
        return id in found.people or not found.uids.isdisjoint(document.get("merged_uids", ()))
    named = people_in(document)
    return bool(named) and found.people.issuperset(named)


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
    taken_back = undone(commits_of(caseload))
    while True:
        more: set[int] = set()
        for body in commits_of(caseload):
            if body["act"] in taken_back:
                continue
            removed = {id for table, id, _, after in body["ops"] if table == "clients" and after is None}
            for _, _, before, after in body["ops"] if removed - present - people else ():
                was, now = people_in(before or {}), people_in(after or {})
                if (now - was) & people:
                    more |= (was - now) & removed
        if not more - present - people:
            return people
        people = people | (more - present)


def _names(caseload: Ledger, people: set[int]) -> tuple[set[str], set[str]]:
    """How they were ever called; how those who stay are called now."""
    names = {str(document.get("name", "")) for document, id, _ in _clients(caseload) if id in people}
    stay = {
        str(document.get("name", ""))
        for id, document in caseload.documents("clients").items()
        if id not in people
    }
    return names, stay


def _traces(folder: DataFolder, found: Leaving) -> tuple[set[str], set[str]]:
    """Longer words of theirs, and of all the rest."""
    theirs: set[str] = set()
    others: set[str] = set()
    for _, table, id, document in versions_of(folder.caseload.ledger):
        into = theirs if found.owns(table, id, document) else others
        into.update(text for text in texts_in(_without_questions(document)) if _tells(text))
    for _, table, id, document in versions_of(folder.notebook.ledger):
        if found.wish.pages and found.is_gone(table, id):
            # The question asked is no trace: another page may be written on the same one.
            theirs.update(text for text in map(document.get, _HERS) if text and _tells(text))
        else:
            others.update(text for text in texts_in(document) if _tells(text))
    return theirs, others


def _without_questions(document: Any) -> Any:
    """A check-in without what was asked: that is no trace, somebody else may be asked the same."""
    if isinstance(document, Mapping):
        return {name: _without_questions(each) for name, each in document.items() if name not in _ASKED}
    return [_without_questions(each) for each in document] if isinstance(document, list | tuple) else document


def _wordings(folder: DataFolder, found: Leaving) -> frozenset[str]:
    """What pages that burn ever said, less what stands on a page that stays."""
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for _, table, id, document in versions_of(folder.notebook.ledger) if found.wish.pages else ():
        if table == PAGES:
            said[found.is_gone(table, id)].update(wording(document.get(name)) for name in _HERS)
    return frozenset(said[True] - said[False] - {""})


def _tells(text: str) -> bool:
    """Whether a text is long enough, and neither a word of a list nor a day nor a time zone."""
    return len(text) >= _LEAST_TRACE and not _ANYBODYS.fullmatch(text)
