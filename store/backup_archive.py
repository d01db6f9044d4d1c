"""The archive of a backup: a tar of whole files, then the manifest, and last the hashes of all of them.

It opens by hand (`tar xf`, then `sha256sum -c SHA256SUMS`) and is not compressed: making one costs little
more than a copy, and nothing in it can be larger than the archive itself.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from store import disk
from store.backup_manifest import (
    AT_THE_TOP,
    ENCRYPTED,
    MEMBER,
    MOST_BYTES,
    NAME,
    PLAIN,
    SUMS,
    BackupRefused,
    Manifest,
    Member,
    digest,
    read_manifest,
    read_sums,
)
from store.backup_tar import BLOCK, END, Entry, padded, read_header

PIECE = 1 << 20
"""Bytes that are in memory at a time."""
MOST_MEMBERS = 20_000
"""More files than anyone ever keeps."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_OLD = (
    "An earlier mentor made this. Unzip it into an empty folder; `mentor --data THAT-FOLDER` opens it. "
    "It is never removed."
)
_CUT_SHORT = "This backup was cut short: a part of it is missing. Nothing of it was used."


class Archive:
    """An archive whose list of files is sound; `check` and `unpack` prove the rest."""

    def __init__(self, file: BinaryIO) -> None:
        """BackupRefused if it is not a backup, was cut short, or holds anything but plain files."""
        self._file = file
        self._entries = _entries(file)
        *files, about, sums = self._entries
        names = [entry.name for entry in files]
        if (about.name, sums.name) != (NAME, SUMS) or about.size > MOST_BYTES:
            raise BackupRefused("This is not a backup of mentor: its manifest is missing.")
        *self.members, last = read_sums(self._whole(sums), [*names, NAME])
        content = self._whole(about)
        if digest(content) != last.sha256:
            raise BackupRefused("This backup is damaged: its manifest is not what was written.")
        self.manifest: Manifest = read_manifest(content)
        _check_set(names, is_encrypted=self.manifest.is_encrypted)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(entry.size for entry in self._entries)

    def check(self) -> str:
        """Compare every file with its hash, writing nothing, and give the SHA-256 of the archive itself.

        Raises:
            BackupRefused: one differs.
        """
        whole, at = hashlib.sha256(), 0
        for entry, member in zip(self._entries[:-2], self.members, strict=True):
            whole.update(self._read(at, entry.start - at))
            self._copy(entry, member, whole.update)
            at = entry.start + entry.size
        whole.update(self._read(at, self._entries[-1].end + len(END) - at))
        return whole.hexdigest()

    def unpack(self, to: Path) -> None:
        """Write every file below an empty folder.

        Raises:
            BackupRefused: one is not what its hash says.
            OSError: the disk will not have it.
        """
        for entry, member in zip(self._entries[:-2], self.members, strict=True):
            place = to / entry.name
            disk.make_folder(place.parent)
            handle = disk.open_file(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW)
            try:
                self._copy(entry, member, partial(disk.write_all, handle))
                disk.sync(handle)
            finally:
                os.close(handle)
        disk.sync_folder(to)

    def content(self, name: str) -> bytes:
        """One small file out of it.

        Raises:
            BackupRefused: it is not in it, or not what its hash says.
        """
        for entry, member in zip(self._entries, self.members, strict=False):
            if entry.name == name and entry.size <= MOST_BYTES:
                content = self._whole(entry)
                if digest(content) == member.sha256:
                    return content
        raise BackupRefused(f"This backup is damaged: {name} in it is not what was saved.")

    def _copy(self, entry: Entry, member: Member, take: Callable[[bytes], None]) -> None:
        seen, left = hashlib.sha256(), entry.size
        self._file.seek(entry.start)
        while left:
            piece = self._file.read(min(PIECE, left))
            if not piece:
                raise BackupRefused(_CUT_SHORT)
            left -= len(piece)
            seen.update(piece)
            take(piece)
        if seen.hexdigest() != member.sha256:
            raise BackupRefused(f"This backup is damaged: {member.name} in it is not what was saved.")
        if any(self._file.read(padded(entry.size) - entry.size)):
            raise BackupRefused("This backup is damaged: there is something between its files.")

    def _whole(self, entry: Entry) -> bytes:
        content = self._read(entry.start, padded(entry.size))
        if any(content[entry.size :]):
            raise BackupRefused("This backup is damaged: there is something between its files.")
        return content[: entry.size]

    def _read(self, start: int, size: int) -> bytes:
        self._file.seek(start)
        return self._file.read(size)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """An archive to look into.

    Raises:
        BackupRefused: it is no backup of ours, or there is none that may be read.
    """
    if path.suffix == ".zip" and path.is_file():
        raise BackupRefused(_OLD)
    try:
        handle = disk.open_file(path, os.O_RDONLY)
    except FileNotFoundError:
        raise BackupRefused(f"There is no such backup: {path.name}.") from None
    except OSError as error:
        raise BackupRefused(f"{path.name} {disk.state(error)}.") from None
    with os.fdopen(handle, "rb") as file:
        yield Archive(file)


def _entries(file: BinaryIO) -> list[Entry]:
    """Every file's place in the archive, from header to header."""
    whole = os.fstat(file.fileno()).st_size
    entries: list[Entry] = []
    seen: set[str] = set()
    at = 0
    while block := _next_block(file, at, whole):
        name, size = read_header(block)
        if name not in (NAME, SUMS) and not may_be_in(name):
            raise BackupRefused(
                "This backup names a file that could lead out of its folder; nothing was unpacked."
            )
        if name.casefold() in seen:
            raise BackupRefused("This backup holds a file twice; nothing of it was used.")
        entries.append(Entry(name, size, at + BLOCK))
        seen.add(name.casefold())
        at = entries[-1].end
        if at > whole:
            raise BackupRefused(_CUT_SHORT)
        if len(entries) > MOST_MEMBERS + 2:
            raise BackupRefused(
                "This backup holds more files than mentor ever keeps; nothing of it was used."
            )
    if len(entries) < 2:
        raise BackupRefused("This is not a backup of mentor: there is nothing in it.")
    if entries[-1].size > MOST_MEMBERS * 200:
        raise BackupRefused("This is not a backup of mentor: its list of files is too long.")
    return entries


def _next_block(file: BinaryIO, at: int, whole: int) -> bytes:
    """The header at a place; nothing where the archive rightly ends."""
    file.seek(at)
    block = file.read(BLOCK)
    if len(block) < BLOCK:
        raise BackupRefused(_CUT_SHORT if at else "This is not a backup of mentor, or it was cut short.")
    if any(block):
        return block
    if any(file.read(BLOCK)) or at + len(END) < whole:
        raise BackupRefused("This backup is damaged: something follows its end.")
    if at + len(END) > whole:
        raise BackupRefused(_CUT_SHORT)
    return b""


def may_be_in(name: str) -> bool:
    """Whether a file of this name can be in a backup."""
    return name in AT_THE_TOP or MEMBER.fullmatch(name) is not None


def _check_set(names: Sequence[str], *, is_encrypted: bool) -> None:
    needed, other = (ENCRYPTED, PLAIN) if is_encrypted else (PLAIN, ENCRYPTED)
    if not needed <= set(names) or (other - needed) & set(names):
        raise BackupRefused(
            "This backup is damaged: a file that every backup has is missing, or is of another kind."
        )
