"""Making the archive of a backup: the files of a data folder, one after the other, hashed as they go."""

import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, wait
from pathlib import Path
from typing import BinaryIO

from store import disk
from store.backup_archive import MOST_MEMBERS, PIECE, may_be_in
from store.backup_manifest import (
    AT_THE_TOP,
    ENCRYPTED,
    NAME,
    PLAIN,
    SUMS,
    BackupRefused,
    Manifest,
    Member,
    digest,
    manifest_bytes,
    sums_bytes,
)
from store.backup_tar import END, MOST_BYTES, header, padded

_LARGE = 8 << 20
"""Bytes of a file that are worth having the disk confirm while they are hashed."""
_FOLDERS = ("drafts", "history", "inbox", "quarantine")
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


def files_to_pack(root: Path, *, encrypted: bool) -> list[tuple[str, int]]:
    """The plain files of a data folder that belong in a backup, and their sizes, in a fixed order.

    Raises:
        BackupRefused: more than one archive can hold.
    """
    ours = AT_THE_TOP - ((PLAIN - ENCRYPTED) if encrypted else (ENCRYPTED - PLAIN))
    found = []
    for folder in ("", *_FOLDERS):
        inside = root / folder
        if not inside.is_dir() or inside.is_symlink():
            continue
        for entry in os.scandir(inside):
            name = f"{folder}/{entry.name}" if folder else entry.name
            if (folder or name in ours) and may_be_in(name) and entry.is_file(follow_symlinks=False):
                found.append((name, entry.stat(follow_symlinks=False).st_size))
    if len(found) > MOST_MEMBERS:
        raise BackupRefused(
            f"There are more than {MOST_MEMBERS} files to keep, which one backup cannot hold."
        )
    return sorted(found)


def pack(
    archive: BinaryIO, root: Path, names: Sequence[str], manifest_of: Callable[[Sequence[Member]], Manifest]
) -> None:
    """Copy files into a new archive, then what `manifest_of` says of them, then their hashes.

    A file that went away since it was listed (a draft that was saved) is left out, and what is no file.
    """
    members = []
    with ThreadPoolExecutor(1) as beside:
        for name in names:
            try:
                handle = disk.open_file(root / name, os.O_RDONLY | _NO_FOLLOW)
            except (FileNotFoundError, disk.NotPlain):
                continue
            with os.fdopen(handle, "rb", buffering=0) as source:
                members.append(Member(name, _pack_one(archive, source, name, beside)))
    content = manifest_bytes(manifest_of(members))
    for name, said in ((NAME, content), (SUMS, sums_bytes([*members, Member(NAME, digest(content))]))):
        archive.write(header(name, len(said)) + said + bytes(padded(len(said)) - len(said)))
    archive.write(END)


def _pack_one(archive: BinaryIO, source: BinaryIO, name: str, beside: Executor) -> str:
    """One file with its header; its hash. OSError if it changes its length meanwhile."""
    size = os.fstat(source.fileno()).st_size
    if size > MOST_BYTES:
        raise BackupRefused("One of the files is larger than 8 GB, which a backup cannot hold.")
    # The hash is made while the disk is at work, which takes as long.
    found = beside.submit(_hash_of, source.fileno(), size)
    try:
        archive.write(header(name, size))
        _copy_of(source, archive, size)
        archive.write(bytes(padded(size) - size))
        if size > _LARGE:
            archive.flush()
            disk.sync(archive.fileno())
    finally:
        wait([found])  # before its file is closed
    return found.result()


def _copy_of(source: BinaryIO, archive: BinaryIO, left: int) -> None:
    while left and (piece := source.read(min(PIECE, left))):
        archive.write(piece)
        left -= len(piece)
    if left:
        raise OSError(5, "it became shorter")


def _hash_of(handle: int, size: int) -> str:
    seen, at = hashlib.sha256(), 0
    while piece := os.pread(handle, min(PIECE, size - at), at):
        seen.update(piece)
        at += len(piece)
    return seen.hexdigest()
