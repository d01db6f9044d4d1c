"""Everything of one data folder, put into another under other keys, or under none: the same records, the same
acts under the same numbers, the same drafts and lines that wait. Each journal's chain is built anew.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from store import compaction, disk
from store.creating import card_bytes, new_name
from store.drafts import seal_of
from store.errors import StoreDamaged
from store.folder import DataFolder
from store.frame import Frame, framed, frames
from store.journal import Header, header_line, read_header
from store.layout import Layout
from store.ledger import Ledger
from store.ledger_pair import ledgers_in
from store.loose_files import name_of
from store.seals import Seal, Seals, seals_of
from store.vault import NewLock

_LOOSE = ("drafts", "inbox", "made-files")
_NEVER_COPIED = {"lock", "in-use", "swap", "rekeyed", ".next"}


def reseal(folder: DataFolder, to: Path, lock: NewLock | None) -> None:
    """Fill an empty folder with everything an open one holds; the card comes last.

    Args:
        lock: the keys it is encrypted with from now on; None leaves it plain.

    Raises:
        StoreDamaged: a part of the history cannot be read, and would be lost.
        OSError: the disk refuses.
    """
    layout, keys = Layout(to), lock.keys if lock else None
    for inside in layout.folders:
        disk.make_inside(inside)
    lineage = new_name()
    books = (folder.caseload.ledger, folder.notebook.ledger)
    for old, new in zip(books, ledgers_in(layout, keys), strict=True):
        last = written_anew(old, new, lineage, lambda frame: frame.body.rstrip(b" "))
        new.memory = old.memory
        memory = old.memory
        header = Header(new.name, folder.store_id, lineage, memory.seq, memory.act, last.decode(), 0, "")
        compaction.lone_pair(new, header)
    _small_files(folder.path, to, seals_of(folder.keys), seals_of(keys))
    _what_is_not_sealed(folder.path, to, books)
    if lock is not None:
        disk.write_file(layout.identity, (lock.identity,))
        disk.write_file(layout.recovery, (lock.recovery,))
    disk.write_file(layout.lock, ())
    disk.write_file(layout.card, (card_bytes(folder.store_id, keys),))


def written_anew(old: Ledger, new: Ledger, lineage: str, body_of: Callable[[Frame], bytes]) -> bytes:
    """Every journal of a ledger into the other's history, each commit under its number.

    Args:
        body_of: what a commit holds from now on.

    Returns:
        The check of the newest commit there; none where there is no commit.
    """
    seq, was, last = 0, b"", b""
    for name, header, found in journals_of(old):
        # Where something is missing before it, that stays as visible as it was.
        after = last if (header.seq, header.after.encode()) == (seq, was) else b""
        stands_on = header._replace(lineage=lineage, after=after.decode(), size=0, digest="")
        line, begun = header_line(new.codec, stands_on)
        parts, check = [line], begun.check
        for frame in found:
            line, check = framed(new.codec, check, frame.seq, body_of(frame))
            parts.append(line)
            seq, was = frame.seq, frame.check
        if found:
            disk.write_file(new.layout.history / name, parts)
            last = check
    return last if seq else b""


def journals_of(ledger: Ledger) -> Iterator[tuple[str, Header, list[Frame]]]:
    """Name, header and commits of the folded journals, oldest first, then of the one at hand.

    That one has the name it will have among them.

    Raises:
        StoreDamaged: one cannot be read to its end.
    """
    for name, lines in _journals(ledger):
        header = read_header(ledger.codec, lines)
        codec = ledger.codec
        found = [] if header is None else list(frames(codec, lines, header.end, header.check, header.seq))
        if header is None or (found[-1].end if found else header.end) != len(lines):
            raise StoreDamaged(
                f"history/{name} is damaged, so what it holds cannot be taken along. Nothing was changed; "
                "`mentor doctor` looks at the rest."
            )
        yield name, header, found


def _journals(ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    for path in ledger.layout.folded_journals(ledger.name):
        yield path.name, disk.read_file(path)
    assert ledger.journal is not None
    name = ledger.layout.folded(ledger.name, ledger.header.seq + 1, ledger.memory.seq).name
    yield name, ledger.journal.read()[: ledger.journal.length]


def _small_files(path: Path, to: Path, old: Seals, new: Seals) -> None:
    """Drafts, what waits in the inbox, where written files lie, and what was set aside."""
    for folder in _LOOSE:
        for file in whole_files(path / folder):
            name, sought = name_of(file), seal_of(file.name, old)
            if file.name != f"{name}.json{sought.ending}" or (content := _opened(file, sought)) is None:
                _put(to / "quarantine", f"{folder}-{file.name}", disk.read_file(file), new.caseload)
                continue
            ending = seal_of(file.name, new).ending
            disk.write_file(to / folder / f"{name}.json{ending}", (seal_of(file.name, new).seal(content),))
    for file in whole_files(path / "quarantine"):
        of = "notebook" if file.name.startswith("notebook") else "caseload"
        sealed = _opened(file, getattr(old, of)) if old.caseload.ending == file.suffix else None
        name = file.name if sealed is None else file.stem
        _put(to / "quarantine", name, disk.read_file(file) if sealed is None else sealed, getattr(new, of))


def _opened(file: Path, seal: Seal) -> bytes | None:
    try:
        return seal.open(disk.read_file(file)).rstrip(b" ")
    except ValueError:
        return None


def _put(folder: Path, name: str, content: bytes, seal: Seal) -> None:
    disk.write_file(folder / f"{name}{seal.ending}", (seal.seal(content),))


def whole_files(folder: Path) -> list[Path]:
    """The whole files of a folder; one that was being written when a program was stopped is none."""
    if not folder.is_dir():
        return []
    return sorted(at for at in folder.iterdir() if at.is_file() and not at.name.startswith("."))


def _what_is_not_sealed(path: Path, to: Path, books: tuple[Ledger, ...]) -> None:
    """Settings, backups, and whatever else lies there that is not ours: as it is."""
    layout = Layout(path)
    for archive in whole_files(layout.backups):
        share(archive, to / "backups" / archive.name)
    for entry in not_ours(path, books):
        copy(entry, to / entry.name)


def not_ours(path: Path, books: tuple[Ledger, ...]) -> list[Path]:
    """What lies at the top of a data folder beside the ledgers, the keys and our own folders."""
    layout = Layout(path)
    ours = {layout.card.name, layout.identity.name, layout.recovery.name, *_NEVER_COPIED}
    ours |= {folder.name for folder in layout.folders}
    for ledger in books:
        every = (ledger.layout.snapshot, ledger.layout.journal, ledger.layout.next_snapshot)
        ours |= {place(ledger.name).name for place in (*every, ledger.layout.next_journal)}
    return sorted(entry for entry in path.iterdir() if entry.name not in ours)


def share(archive: Path, place: Path) -> None:
    """A second name for a backup; a copy where there is no such thing, or where it is written anew."""
    try:
        if archive.suffix == ".json":
            raise OSError
        os.link(archive, place)
    except OSError:
        copy(archive, place)


def copy(entry: Path, place: Path) -> None:
    """One file, link or folder as it is; what is none of these is left."""
    if entry.is_symlink():
        place.symlink_to(entry.readlink())
    elif entry.is_dir():
        shutil.copytree(entry, place, symlinks=True)
    elif entry.is_file():
        shutil.copy2(entry, place)
