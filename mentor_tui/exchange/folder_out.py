"""A folder of files written out as one: what others keep in it is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.writing import make_folder, refuse_unless_free, write_new
from store.errors import NotFound, SaveFailed
from store.made_files import MadeFile, MadeFiles

if TYPE_CHECKING:
    from store.folder import DataFolder


def hand_out_folder(
    folder: DataFolder,
    path: Path,
    files: Mapping[str, bytes],
    what: str,
    *,
    people: Iterable[int] = (),
    replace: bool = False,
) -> None:
    """Write files into a folder, and put it on the list of what was written out, as one.

    Args:
        files: content by name.
        people: numbers of those whose dates they hold.
        replace: files of these names may be written over, and those of ours that are no longer among them
            are removed, if they are as they were written.

    Raises:
        ExportRefused: one is there, or the folder cannot be written; what was there is as it was.
    """
    made_files = MadeFiles.of(folder)
    before = _before(made_files, path)
    for name in files:
        refuse_unless_free(path / name, replace=replace)
    make_folder(path)
    with suppress(SaveFailed):
        made_files.remember_folder(path, files, what, people)
    for name, content in files.items():
        if not _is_there(path / name, content):
            write_new(path / name, content, replace=replace)
    if replace and before is not None:
        _remove_old(path, before, files)


def _before(made_files: MadeFiles, path: Path) -> MadeFile | None:
    try:
        return made_files.at(path)
    except NotFound:
        return None


def _is_there(path: Path, content: bytes) -> bool:
    """Whether the same lies there already: what is not new need not look so to whoever copies it on."""
    try:
        return path.is_file() and not path.is_symlink() and path.read_bytes() == content
    except OSError:
        return False


def _remove_old(path: Path, before: MadeFile, files: Mapping[str, bytes]) -> None:
    import hashlib

    for name, digest in before.parts:
        old = path / name
        if name in files or old.is_symlink():
            continue
        with suppress(OSError):
            if hashlib.sha256(old.read_bytes()).hexdigest() == digest:
                old.unlink()
