"""Whose every record of a folder is, reckoned over all its versions: one filed wrongly first is no exception.

A record is whose it was last. If that is somebody who leaves, all its versions go, also those that said
somebody else. If it was theirs once and is another's by now, it stays as it is now, and all that it was
before goes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson

from store.layout import NOTEBOOK_ORDER

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from store.erasing.versions import Version
    from store.snapshot import Document

Place = tuple[str, int]
"""Table and number."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Records of which more goes, or less stays, than each version tells by itself."""

    gone: frozenset[Place] = frozenset()
    """Theirs at the end: every version goes."""
    uids: frozenset[str] = frozenset()
    """Permanent numbers of these."""
    told: frozenset[str] = frozenset()
    """The same, and of what is theirs and of people whose names were never kept: for other copies."""
    stays: Mapping[Place, frozenset[bytes]] = field(default_factory=dict)
    """Of what was theirs once: prints of the versions that stay."""
    shared: frozenset[Place] = frozenset()
    """Records of which a version ever named one of them."""

    def is_gone(self, table: str, id: int, document: Document) -> bool:
        """Whether a version goes because of what became of its record."""
        place = (table, id)
        return place in self.gone or (place in self.stays and print_of(document) not in self.stays[place])


@dataclass(slots=True)
class _Record:
    """What was seen of one record so far, oldest version first."""

    is_theirs: bool = False
    was_theirs: bool = False
    ever_named: bool = False
    uid: str = ""
    stands: bool = False
    last: Document = field(default_factory=dict)
    counted: set[bytes] = field(default_factory=set)
    people: set[int] = field(default_factory=set)

    def saw(self, version: Version, people: Collection[int], *, is_theirs: bool) -> None:
        """One more version."""
        _, table, _, document = version
        self.last, self.is_theirs = document, is_theirs
        self.uid, self.stands = self.uid or str(document.get("uid", "")), version.act == 0
        if table in NOTEBOOK_ORDER:
            named = set()
        else:
            named = people_in(document)
            self.people |= named
        self.ever_named = self.ever_named or not named.isdisjoint(people)
        if is_theirs:
            self.was_theirs = True
            if document.get("unnamed"):
                self.counted.add(print_of(document))


def owners_of(
    versions: Iterable[Version],
    people: Collection[int],
    is_theirs: Callable[[Version], bool],
    known: Collection[str] = (),
) -> Owners:
    """Reckon it, out of every version there ever was, in order.

    Args:
        is_theirs: whether a version, by itself, is about those who leave and nobody else who is named.
        known: permanent numbers of records that are theirs as another folder of the same record tells.
    """
    seen: dict[Place, _Record] = defaultdict(_Record)
    for version in versions:
        seen[version.table, version.id].saw(version, people, is_theirs=is_theirs(version))
    ended = {
        (table, id): one
        for (table, id), one in seen.items()
        if (one.is_theirs or (one.uid and one.uid in known)) and (table != "clients" or id in people)
    }
    gone = {place for place, one in ended.items() if not (one.is_theirs and one.last.get("unnamed"))}
    gone |= _of_a_series(seen, gone)
    gone |= _born_of(seen, gone)
    stays = {
        place: frozenset((print_of(one.last),))
        for place, one in seen.items()
        if one.was_theirs and not (one.is_theirs or place in gone)
    }
    stays |= {place: frozenset(one.counted) for place, one in ended.items() if place not in gone}
    uids = frozenset(seen[place].uid for place in gone) - {""}
    told = uids | {one.uid for one in ended.values() if one.uid}
    shared = frozenset(place for place, one in seen.items() if one.ever_named)
    return Owners(frozenset(gone), uids, told, stays, shared)


def people_in(document: Mapping[str, Any]) -> set[int]:
    """Everybody whom a record is filed with."""
    one, listed = document.get("client_id"), document.get("client_ids")
    several = [each for each in listed if isinstance(each, int)] if isinstance(listed, list) else []
    return {*several, *([one] if isinstance(one, int) else [])}


def print_of(document: Document) -> bytes:
    """What tells one version of a record from the others."""
    written = orjson.dumps(document, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(written, digest_size=16).digest()


def _of_a_series(seen: Mapping[Place, _Record], gone: Collection[Place]) -> set[Place]:
    """Days of a plan that comes back, which were taken out before the rest of it was filed with them."""
    theirs = {seen[place].last.get("series") for place in gone} - {None, ""}
    standing = {one.last.get("series") for place, one in seen.items() if one.stands and place not in gone}
    return {place for place, one in seen.items() if one.last.get("series") in theirs - standing}


def _born_of(seen: Mapping[Place, _Record], gone: Collection[Place]) -> set[Place]:
    """What was made of a note of theirs and taken out before the note was filed with them."""
    notes = {id: seen[table, id].people for table, id in gone if table == "contacts"}
    return {
        place
        for place, one in seen.items()
        if not one.stands
        and (made_of := one.last.get("contact_id")) in notes
        and one.people <= notes[made_of]
    }
