"""What erasing would reach, looked at beforehand: counts by place, and what it cannot reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.erasing.archives import every, unopened
from store.erasing.beside import beside
from store.erasing.called import texts_in
from store.erasing.leaving import known_in, leaving, numbers_in, uids_of
from store.erasing.pieces import is_meant, pieces, says_them
from store.erasing.versions import books_of, commits_of
from store.erasing.wish import Unreached, Wish
from store.erasing.without import Without
from store.layout import CASELOAD_ORDER, NOTEBOOK_ORDER

if TYPE_CHECKING:
    from store.erasing.leaving import Leaving
    from store.folder import DataFolder
    from store.ledger import Ledger
    from store.snapshot import Document

_LONG = 60
_NOBODYS = {
    "services",
    "absences",
    "saved_views",
    "note_templates",
    "hint_words",
    "closed_months",
    "envelopes",
}
_WHOLE = {"the record, JSON", "your notebook"} | {
    f"the record, {table.replace('_', ' ')}" for table in CASELOAD_ORDER if table not in _NOBODYS
}
_OWN = ("saved_views", "note_templates", "hint_words")


class Said(NamedTuple):
    """A record that stays and whose words name them."""

    table: str
    id: int
    on: str
    """Its day, ISO; "" where it has none."""
    words: str
    """Their beginning."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would go, what would stay, and what cannot be reached."""

    names: tuple[str, ...]
    records: dict[str, int]
    """What goes, by table."""
    with_others: int
    """Notes that are about others too, and stay with them."""
    saves: int
    """Commits in the journal and its history that held something of theirs."""
    pages: tuple[Said, ...]
    """Of the notebook, whose words name them: they go unless they are kept."""
    aliases: int
    """Pages that lose their alias."""
    small: dict[str, int]
    """Small files that go or lose them, by folder: "drafts", "inbox", "quarantine", "made-files"."""
    lines: tuple[str, ...]
    """The beginnings of the lines of the inbox that go."""
    said: tuple[Said, ...]
    """What is others' or her own and names them: it stays as it is."""
    shared: tuple[Said, ...]
    """Notes about others too whose words name them: they stay with the others."""
    backups: int
    """That can be written anew."""
    unreached: tuple[Unreached, ...]
    files: tuple[str, ...]
    """Files that were written out, hold them and still lie on a disk."""
    envelopes: int
    """Sealed envelopes that may name them."""

    @property
    def count(self) -> int:
        """Records that go."""
        return sum(self.records.values())


def look(folder: DataFolder, wish: Wish, copies: Path | None = None) -> Preview:
    """What `erase` would do to an open folder. Nothing is changed.

    Raises:
        NotFound: somebody is not there.
        StoreDamaged: a part of the history cannot be read.
    """
    named = known_in(folder, wish.people)
    found = leaving(folder, wish, uids_of(folder, wish.people), b"", known=wish.people)
    without, small = Without(found), list(pieces(folder, found))
    archives = list(unopened(folder))
    odd = [each for piece in small if (each := piece.unreached)]
    said = list(_said(folder, found, without))
    changed = Counter(piece.place.partition("/")[0] for piece in small if piece.is_changed)
    return Preview(
        names=tuple(named[id] for id in wish.people),
        records=_records(folder.caseload.ledger, found, without),
        with_others=_with_others(folder.caseload.ledger, found),
        saves=sum(_saves(ledger, without) for ledger in books_of(folder)),
        pages=tuple(_pages(folder.notebook.ledger, without)),
        aliases=_aliases(folder.notebook.ledger, without),
        small={name: changed[name] for name in ("drafts", "inbox", "quarantine", "made-files")},
        lines=tuple(
            item.text[:_LONG] for item in folder.inbox().items() if is_meant(item.text, item.why, found)
        ),
        said=tuple(each for each in said if each.table != "shared"),
        shared=tuple(each for each in said if each.table == "shared"),
        backups=len(every(folder)) - sum(1 for each in archives if "is a folder" not in each.why),
        unreached=(*archives, *odd, *beside(folder, copies)),
        files=tuple(_files(folder, found)),
        envelopes=len(folder.caseload.documents("envelopes")),
    )


def _records(ledger: Ledger, found: Leaving, without: Without) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for table in ledger.tables():
        for id, document in ledger.documents(table).items():
            if found.owns(table, id, document) or without.document(table, id, document) is None:
                counts[table] += 1
    return dict(counts)


def _with_others(ledger: Ledger, found: Leaving) -> int:
    notes = ledger.documents("contacts")
    named = ((id, note) for id, note in notes.items() if not found.people.isdisjoint(numbers_in(note)))
    return sum(not found.owns("contacts", id, note) for id, note in named)


def _saves(ledger: Ledger, without: Without) -> int:
    return sum(map(without.touches, commits_of(ledger)))


def _pages(notebook: Ledger, without: Without) -> Iterator[Said]:
    for table in ("reflections", "own_questions", "supports"):
        for id, document in notebook.documents(table).items():
            if without.names_them({**document, "alias": ""}):
                yield _as_said(table, id, document)


def _aliases(notebook: Ledger, without: Without) -> int:
    pages = notebook.documents("reflections").values()
    return sum(without.names_them({"alias": document.get("alias", "")}) for document in pages)


def _said(folder: DataFolder, found: Leaving, without: Without) -> Iterator[Said]:
    ledger = folder.caseload.ledger
    for table in ledger.tables():
        if table in NOTEBOOK_ORDER:
            continue
        for id, document in ledger.documents(table).items():
            left = without.document(table, id, document)
            if left is None or found.owns(table, id, document):
                continue
            if without.names_them({name: value for name, value in left.items() if name != "uid"}):
                is_shared = table == "contacts" and left is not document
                yield _as_said("shared" if is_shared else table, id, left)
    yield from _said_in_drafts(folder, found)


def _said_in_drafts(folder: DataFolder, found: Leaving) -> Iterator[Said]:
    for draft in folder.drafts().all():
        others = draft.client_id and draft.client_id not in found.people
        if others and says_them({"answers": dict(draft.answers)}, found):
            yield Said("drafts", draft.client_id or 0, "", draft.words[:_LONG])


def _as_said(table: str, id: int, document: Document) -> Said:
    words = document.get("words") or next(
        (text for name in ("about", "name", "what", "text") if (text := document.get(name))), ""
    )
    if not words:
        words = max(texts_in({k: v for k, v in document.items() if k != "uid"}), key=len, default="")
    return Said(table, id, str(document.get("on", "")), str(words)[:_LONG])


def _files(folder: DataFolder, found: Leaving) -> Iterator[str]:
    from store.made_files import MadeFiles

    for made in MadeFiles.of(folder).on_disk():
        may_be = not made.people and made.what in _WHOLE  # written before it was kept who is in it
        names = found.called.are_in(" ".join((made.what, *made.path.parts)))
        if may_be or names or found.people & set(made.people):
            yield str(made.path)
