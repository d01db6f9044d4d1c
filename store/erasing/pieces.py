"""The small files of a folder without those who leave: drafts, the inbox, files made, what was set aside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from store import disk
from store.drafts import FOR_WHOM, WALK, seal_of
from store.erasing.called import texts_in
from store.erasing.page_words import has_words_of_pages, is_of_pages
from store.erasing.set_aside import Looked, looked_into
from store.erasing.wish import Unreached
from store.loose_files import name_of
from store.resealing import not_ours, whole_files
from store.seals import Seal, seals_of

if TYPE_CHECKING:
    from store.erasing.leaving import Leaving
    from store.folder import DataFolder
    from store.layout import Layout

Fields = dict[str, Any]
_LOOK = "Look into it, and remove it if they are in it."
_UNOPENED = "could not be opened"
_CUT = "was cut off in the middle, so nobody can tell what it began to say"
_OF_ELSE = "has words of the page in it, and is of something else"
_STRANGE = "holds something of theirs, and is no file of mentor's"
_SETTINGS = "settings.json"
_SET_ASIDE = re.compile(r"(caseload|notebook|drafts|inbox|made-files)-\w")
"""How that is called which mentor set aside itself."""
LEFT_OVER = (".mentor-work-", ".next", ".tmp")
"""How that begins which a program that was stopped has left behind; it is not taken along."""


class Piece(NamedTuple):
    """One small file, and what becomes of it."""

    place: str
    """Where it lies in the data folder: "inbox/2026...json"."""
    content: bytes | None
    """As it lies on the disk from now on; None where it goes."""
    is_changed: bool = False
    """Something of theirs was in it."""
    why: str = ""
    """Why nobody can tell what is in it, as the end of a sentence; "" where it was looked into."""
    is_quoting: bool = False
    """Words of a burned page stand in it; it is of something else, and stays."""

    @property
    def unreached(self) -> Unreached | None:
        """It, where something may be left in it."""
        if self.is_quoting:
            return Unreached(self.place, _OF_ELSE, "It stays; change it where it waits for you.", False)
        return Unreached(self.place, self.why, _LOOK) if self.why else None


def pieces(folder: DataFolder, leaving: Leaving) -> Iterator[Piece]:
    """Every small file of a folder but the backups and our own ledgers, as it will be.

    Raises:
        OSError: one cannot be read.
    """
    rewriting = {"drafts": _draft, "inbox": _line, "made-files": _made}
    for inside, rewrite in rewriting.items():
        for file in whole_files(folder.path / inside):
            yield _loose(file, leaving, seal_of(file.name, seals_of(folder.keys)), rewrite)
    for file in whole_files(folder.path / "quarantine"):
        if _SET_ASIDE.match(file.name):
            yield _odd(file, folder, leaving)
    for file in strangers(folder):
        yield _strange(file, folder, leaving)


def says_them(draft: Fields, leaving: Leaving) -> bool:
    """Whether the words of a draft name one of them."""
    return any(map(leaving.called.are_meant, texts_in(draft.get("answers"))))


def is_meant(text: str, why: str, leaving: Leaving) -> bool:
    """Whether a line of the inbox names one of them, has their card's code, or became a note of theirs."""
    return leaving.called.are_meant(f"{text}\n{why}") or leaving.said_the_same(text)


def _loose(file: Path, leaving: Leaving, seal: Seal, rewrite: Any) -> Piece:
    place, content = f"{file.parent.name}/{file.name}", disk.read_file(file)
    try:
        if file.name != f"{name_of(file)}.json{seal.ending}":
            raise ValueError("none of ours")
        fields = json.loads(seal.open(content))
        left = rewrite(fields, leaving)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return Piece(place, None if leaving.wish.remove_unreadable else content, why=_UNOPENED)
    if left == fields:
        is_typed = file.parent.name in ("drafts", "inbox")
        return Piece(place, content, is_quoting=is_typed and has_words_of_pages([fields], leaving))
    if left is None:
        return Piece(place, None, is_changed=True)
    return Piece(place, seal.seal(json.dumps(left, indent=1).encode("ascii")), is_changed=True)


def _draft(draft: Fields, leaving: Leaving) -> Fields | None:
    """Theirs goes; one for several stays for the others; one for nobody goes if it names them."""
    person, answers = draft["client_id"], dict(draft["answers"])
    if person in leaving.people or _is_of(draft, leaving):
        return None
    if leaving.wish.pages:
        return None if is_of_pages(draft, leaving) else draft
    if draft["kind"] == WALK:
        numbers = " ".join(str(answers.get(name, "")) for name in ("people", "had_next")).split()
        return None if leaving.people & {int(each) for each in numbers if each.isdecimal()} else draft
    whom = [int(each) for each in str(answers.get(FOR_WHOM, "")).split() if each.isdecimal()]
    left = [each for each in whom if each not in leaving.people]
    if whom and not left:
        return None
    if left != whom:
        draft = {**draft, "answers": {**answers, FOR_WHOM: " ".join(map(str, left))}}
    if any(map(leaving.said_the_same, texts_in(answers))):
        return None  # it was put on somebody else while it was typed
    is_anybodys = not person and not whom
    is_page = str(draft["kind"]).startswith(("reflection", "own-question"))
    stays = is_page and leaving.wish.keep_pages
    return None if is_anybodys and not stays and says_them(draft, leaving) else draft


def _is_of(draft: Fields, leaving: Leaving) -> bool:
    """Whether it changes a record of theirs."""
    record, kind = draft.get("record_id", 0), str(draft["kind"])
    return bool(record) and any(
        id == record and kind in (table, table.rstrip("s")) for table, id in leaving.owners.gone
    )


def _line(line: Fields, leaving: Leaving) -> Fields | None:
    """One of the inbox goes if it names them, or became something of theirs; never for a page."""
    if leaving.wish.pages:
        return line
    return None if is_meant(line["text"], line["why"], leaving) else line


def _made(made: Fields, leaving: Leaving) -> Fields | None:
    """Where a file lies, and for whom: a line about them alone goes, or one whose own words name them."""
    people = [int(each) for each in made.get("people", ())]
    left = [each for each in people if each not in leaving.people]
    path = Path(made["path"])
    words = f"{made['what']}\n{' '.join(path.parts).replace('_', ' ')}"
    if (people and not left) or leaving.called.are_in(words):
        return None
    return made if left == people else {**made, "people": left}


def strangers(folder: DataFolder) -> Iterator[Path]:
    """Files that somebody else put into the folder; what a stopped program has left is none of them."""
    books = (folder.caseload.ledger, folder.notebook.ledger)
    layout = folder.caseload.ledger.layout
    ours = {at for ledger in books for at in layout.folded_journals(ledger.name)}
    for name in ("drafts", "inbox", "made-files"):
        ours.update(whole_files(folder.path / name))
    ours.update(at for at in whole_files(layout.quarantine) if _SET_ASIDE.match(at.name))
    for inside in (*not_ours(folder.path, books), *layout.folders):
        if inside.name.startswith(LEFT_OVER) or inside.name == _SETTINGS:
            continue
        found = sorted(inside.rglob("*")) if inside.is_dir() else [inside]
        for at in found:
            if at not in ours and at.is_file() and not at.is_symlink() and not _is_in_backups(at, layout):
                yield at


def _is_in_backups(at: Path, layout: Layout) -> bool:
    """Whether it is looked at with the backups, or is of a work that was stopped."""
    is_begun = at.name.endswith(".part") and at.name.startswith(".")
    if is_begun and any(map(at.is_relative_to, layout.folders)):
        return True
    if not at.is_relative_to(layout.backups):
        return False
    first = at.relative_to(layout.backups).parts[0]
    return not first.startswith(".") or first.startswith(LEFT_OVER)


def _odd(file: Path, folder: DataFolder, leaving: Leaving) -> Piece:
    """What was set aside: what holds anything of theirs goes."""
    content = disk.read_file(file)
    inside = file.relative_to(folder.path).as_posix()
    found = looked_into(file.name, content, folder, leaving)
    if found is Looked.HOLDS:
        return Piece(inside, None, is_changed=True)
    if why := {Looked.SHUT: _UNOPENED, Looked.CUT: _CUT}.get(found, ""):
        return Piece(inside, None if leaving.wish.remove_unreadable else content, why=why)
    return Piece(inside, content)


def _strange(file: Path, folder: DataFolder, leaving: Leaving) -> Piece:
    """What is no file of mentor's: it is hers to remove, or a copy that a sync service made."""
    content = disk.read_file(file)
    found = looked_into(file.name, content, folder, leaving)
    if found is Looked.CLEAR and folder.caseload.ledger.layout.backups in file.parents:
        found = Looked.SHUT  # what is packed in it is not seen
    why = {Looked.HOLDS: _STRANGE, Looked.SHUT: _UNOPENED, Looked.CUT: _CUT, Looked.CLEAR: ""}[found]
    left = None if why and leaving.wish.remove_unreadable else content
    return Piece(file.relative_to(folder.path).as_posix(), left, why=why)
