"""Which acts undo passes by once somebody was erased: those about them, and those that lean on what is left.

The second are found by undoing everything, in thought, from the newest act to the first: an act whose records
are not as it left them any more, or that would take away what another still names, is passed by, and the next
older one is tried. So nothing stands in the way of what can be undone.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from store.erasing.owners import print_of
from store.erasing.versions import books_of, commits_of, undone
from store.references import points_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.erasing.owners import Place
    from store.erasing.without import Without
    from store.folder import DataFolder
    from store.memory import Operation
    from store.snapshot import Document


class PassedBy(NamedTuple):
    """Numbers of acts."""

    about: frozenset[int] = frozenset()
    """They held something of those who leave."""
    leaning: frozenset[int] = frozenset()
    """They did not, and what they did cannot be taken back any more."""


class _Was(NamedTuple):
    """A version of a record, as far as undo looks at it."""

    print: bytes
    names: frozenset[Place]
    """The records it points at."""


class _Step(NamedTuple):
    """What an act did to one record."""

    place: Place
    before: _Was | None
    after: _Was | None


def passed_by(folder: DataFolder, without: Without) -> PassedBy:
    """Find them, in both ledgers together."""
    about = frozenset(acts_about(folder, without))
    return PassedBy(about, frozenset(_leaning(folder, without, about)) if about else frozenset())


def acts_about(folder: DataFolder, without: Without) -> Iterator[int]:
    """The acts that held something of those who leave."""
    for ledger in books_of(folder):
        for body in commits_of(ledger):
            if without.touches(body):
                yield body["act"]


def _leaning(folder: DataFolder, without: Without, about: frozenset[int]) -> Iterator[int]:
    ledgers = books_of(folder)
    never = undone(body for ledger in ledgers for body in commits_of(ledger)) | about
    steps: dict[int, list[_Step]] = {}
    for ledger in ledgers:
        for body in commits_of(ledger):
            if not (body["act"] in never or body.get("undoes") or body.get("stays")):
                steps.setdefault(body["act"], []).extend(_steps(without.operations(body["ops"])))
    stands = {
        (table, id): _was(table, document)
        for ledger in ledgers
        for table, found in without.tables(ledger).items()
        for id, document in found.items()
    }
    named = Counter(place for was in stands.values() for place in was.names)
    for act in sorted(steps, reverse=True):
        if not _is_undone(steps[act], stands, named):
            yield act


def _steps(operations: Iterable[Operation]) -> Iterator[_Step]:
    """What was done, without its words: a long history has many."""
    for table, id, before, after in operations:
        yield _Step((table, id), *(_was(table, one) if one else None for one in (before, after)))


def _was(table: str, document: Document) -> _Was:
    # What was handed on stays said and hinders nothing: undo takes the number off it.
    names = () if table == "handed_on" else points_at(document)
    return _Was(print_of(document), frozenset(names))


def _is_undone(steps: list[_Step], stands: dict[Place, _Was], named: Counter[Place]) -> bool:
    """Take an act back where that can be; one of which nothing is left cannot."""
    if not steps:
        return False
    changed: dict[Place, _Was | None] = {}
    for place, before, after in reversed(steps):
        if changed.get(place, stands.get(place)) != after:
            return False
        changed[place] = before
    let_go = Counter(name for place in changed if place in stands for name in stands[place].names)
    take = Counter(name for was in changed.values() if was for name in was.names)
    if any(was is None and named[place] - let_go[place] + take[place] > 0 for place, was in changed.items()):
        return False
    named.subtract(let_go)
    named.update(take)
    for place, was in changed.items():
        if was is None:
            stands.pop(place, None)
        else:
            stands[place] = was
    return True
