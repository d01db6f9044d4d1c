"""The archive of a backup: a zip of whole files, not compressed, the manifest last.

A zip, so that it opens with a double click on any machine and needs no mentor; not compressed, so that
making one costs little more than a copy and nothing in it can be larger than the archive itself.
"""

import hashlib
import os
import re
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from store import disk
from store.backup_manifest import MEMBER, MOST_BYTES, NAME, BackupRefused, Manifest, Member, read_manifest

_PIECE = 1 << 20
_MOST_MEMBERS = 60_000
_MOST_DIRECTORY = 16 * 1_048_576
_MOST_TOTAL = 0xF000_0000
"""Bytes: what a plain zip can hold, less a little."""
# What lies at the top of a data folder; anything else there was put by someone else.
_OURS = re.compile(r"(?:store|settings|caseload|notebook|identity|recovery)\.[a-z][a-z.]*", re.ASCII)
# A fixed date: the same files give the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_END = struct.Struct("<4s4H2LH")
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)

# All that the zip reader may raise on bytes that are not what they claim to be.
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError,
           OverflowError, struct.error)  # fmt: skip


def pack(
    archive: BinaryIO, root: Path, names: Sequence[str], manifest_of: Callable[[Sequence[Member]], bytes]
) -> None:
    """Copy files into a new archive, with what `manifest_of` says of them as the last.

    A file that went away since it was listed (a draft that was saved) is left out, and what is no file.
    """
    members = []
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED, allowZip64=False) as packed:
        for name in names:
            try:
                handle = disk.open_file(root / name, os.O_RDONLY | _NO_FOLLOW)
            except (FileNotFoundError, disk.NotPlain):
                continue
            with os.fdopen(handle, "rb") as source:
                members.append(_pack_one(packed, source, name))
        packed.writestr(_entry(NAME), manifest_of(members))


def files_to_pack(root: Path, folders: Sequence[str]) -> list[str]:
    """The plain files of a data folder that belong in a backup, in a fixed order.

    Raises:
        BackupRefused: more than one archive can hold.
    """
    found, total = [], 0
    for folder in ("", *folders):
        inside = root / folder
        if not inside.is_dir() or inside.is_symlink():
            continue
        for entry in os.scandir(inside):
            name = f"{folder}/{entry.name}" if folder else entry.name
            is_ours = MEMBER.fullmatch(name) if folder else _OURS.fullmatch(name)
            if is_ours and entry.is_file(follow_symlinks=False):
                found.append(name)
                total += entry.stat(follow_symlinks=False).st_size
    if total > _MOST_TOTAL or len(found) > _MOST_MEMBERS:
        raise BackupRefused("There is more than 3.7 GB to keep, which is more than one backup file can hold.")
    return sorted(found)


class Archive:
    """An archive that was opened and looks sound; `unpack` proves the rest."""

    def __init__(self, packed: zipfile.ZipFile, manifest: Manifest) -> None:
        self._packed = packed
        self.manifest = manifest

    def unpack(self, to: Path) -> None:
        """Write every file below an empty folder, each with the size and hash the manifest names.

        Raises:
            BackupRefused: one differs.
            OSError: the disk will not have it.
        """
        for member in self.manifest.files:
            place = to / member.name
            disk.make_folder(place.parent)
            with _plainly():
                source = self._packed.open(member.name)
            handle = disk.open_file(
                place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
            )
            try:
                self._copy(source, handle, member)
                disk.sync(handle)
            finally:
                os.close(handle)
        disk.sync_folder(to)

    def check(self) -> None:
        """Compare every file's size and hash with the manifest, writing nothing."""
        for member in self.manifest.files:
            with _plainly():
                self._copy(self._packed.open(member.name), None, member)

    def _copy(self, source: object, handle: int | None, member: Member) -> None:
        seen, left = hashlib.sha256(), member.size
        while True:
            with _plainly():
                piece: bytes = source.read(_PIECE)  # type: ignore[attr-defined]
            if not piece:
                break
            left -= len(piece)
            if left < 0:
                break
            seen.update(piece)
            if handle is not None:
                disk.write_all(handle, piece)
        if left or seen.hexdigest() != member.sha256:
            raise BackupRefused(f"This backup is damaged: {member.name} in it is not what was saved.")


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """An archive whose list of files is exactly what its manifest says.

    Raises:
        BackupRefused: not a backup, cut short, altered, or holding anything but plain files.
    """
    with _file(path) as file:
        _check_end(file)
        with _plainly():
            packed = zipfile.ZipFile(file)
        with packed:
            yield Archive(packed, _manifest(packed, os.fstat(file.fileno()).st_size))


def _manifest(packed: zipfile.ZipFile, archive_size: int) -> Manifest:
    sizes: dict[str, int] = {}
    for entry in packed.infolist():
        _check_entry(entry)
        if entry.filename in sizes:
            raise BackupRefused("This backup is damaged: a file is in it twice.")
        sizes[entry.filename] = entry.file_size
    if sum(sizes.values()) > archive_size:
        raise BackupRefused("This backup is damaged: its files would be larger than the archive.")
    if sizes.get(NAME, MOST_BYTES + 1) > MOST_BYTES:
        raise BackupRefused("This is not a backup of mentor: it has no manifest.")
    with _plainly():
        manifest = read_manifest(packed.read(NAME))
    del sizes[NAME]
    if sizes != {member.name: member.size for member in manifest.files}:
        raise BackupRefused("This backup is damaged: its files are not the ones its manifest names.")
    return manifest


def _check_entry(entry: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    is_plain = kind in (0, stat.S_IFREG) and not entry.flag_bits & 0x1
    if not is_plain or entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
        raise BackupRefused("This is not a backup of mentor: it holds something that is not a plain file.")
    if entry.filename != NAME and not MEMBER.fullmatch(entry.filename):
        raise BackupRefused("This is not a backup of mentor: a name in it leads out of the folder.")


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    try:
        handle = disk.open_file(path, os.O_RDONLY)
    except FileNotFoundError:
        raise BackupRefused("There is no such backup. `mentor backup list` names those there are.") from None
    except disk.NotPlain:
        raise BackupRefused("That is not a backup: it is not a plain file.") from None
    except OSError as error:
        raise BackupRefused(f"That backup cannot be read: {disk.why_unread(error)}.") from None
    with os.fdopen(handle, "rb") as file:
        yield file


def _check_end(file: BinaryIO) -> None:
    """Exactly the end we write, so that the reader is never led to a huge or a second list of files."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _END.size, 0))
    tail = file.read(_END.size)
    if len(tail) < _END.size or tail[:4] != b"PK\x05\x06":
        raise BackupRefused("This is not a backup of mentor, or it was cut short.")
    _, disk_number, start_disk, here, all_entries, length, start, comment = _END.unpack(tail)
    is_ours = not (disk_number or start_disk or comment) and here == all_entries <= _MOST_MEMBERS + 1
    if not is_ours or length > _MOST_DIRECTORY or start + length + _END.size != size:
        raise BackupRefused("This is not a backup of mentor, or it was cut short.")
    file.seek(0)


def _pack_one(packed: zipfile.ZipFile, source: BinaryIO, name: str) -> Member:
    seen, size = hashlib.sha256(), 0
    with packed.open(_entry(name), "w") as place:
        while piece := source.read(_PIECE):
            seen.update(piece)
            size += len(piece)
            place.write(piece)
    return Member(name, size, seen.hexdigest())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.external_attr = (stat.S_IFREG | disk.PRIVATE_FILE) << 16
    entry.create_system = 3
    return entry


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except _BROKEN:
        raise BackupRefused("This backup is damaged or was cut short; nothing of it was used.") from None
