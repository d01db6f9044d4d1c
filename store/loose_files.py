"""Small files beside the ledgers (drafts, the inbox): each whole or not there, for the owner's eyes only."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from store import disk, in_use
from store.card import card_in
from store.errors import SaveFailed
from store.layout import Layout

_MOVED = "the data folder is no longer where it was"

MOST_BYTES = 1 << 20
"""Of one small file. Whoever has the public keys can make one, and a huge one would hold up every screen."""

_YEARS = range(1970, 2201)


class NotKept(SaveFailed):
    """A small file did not reach the disk; the earlier one, if there was one, is as it was."""

    def __init__(self, reason: str) -> None:
        """Not kept for this reason: "the disk is full"."""
        super().__init__(f"These words are not kept: {reason}. Put that right and try again.")
        self.reason = reason


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, durably: after a crash the old file or the new one is there, never half of it.

    Args:
        path: in one of the folders of a data folder.

    Raises:
        NotKept: nothing changed; the sentence says why.
    """
    is_new = False
    try:
        if not Layout(path.parent.parent).is_there:
            raise NotKept(_MOVED)
        disk.make_inside(path.parent)
        is_new = not path.exists()
        with beside(path, content) as written:
            written.replace(path)
    except OSError as error:
        if is_new:  # what is said not to be kept, and is then put in again, would be there twice
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise NotKept(why(error)) from None


def write_sealed(path: Path, sealed: bytes, recipients: tuple[str, ...]) -> None:
    """Put what was sealed at `path`, while nobody replaces the folder or puts it under another lock.

    Args:
        recipients: whom it was sealed to; none where it is plain.

    Raises:
        NotKept: nothing changed; the sentence says why.
        FolderInUse: it is just being replaced, and that does not end.
    """
    if len(sealed) > MOST_BYTES:  # it would not be read again
        raise NotKept("they are longer than can be kept in one piece")
    data = path.parent.parent
    try:
        is_there = Layout(data).is_there
    except OSError as error:
        raise NotKept(why(error)) from None
    if not is_there:  # nothing of ours is put into what lies in its place
        raise NotKept(_MOVED)
    with closing(in_use.present_soon(data)):
        card = card_in(data)
        if card and list(recipients) not in card.get("recipients", {"": []}).values():
            raise NotKept("the lock of this caseload was changed since mentor opened it")
        write_whole(path, sealed)


def loose_files(folder: Path, ending: str = "") -> list[Path]:
    """The files of a folder by name; none of one that is not there or may not be read.

    Args:
        ending: what follows ".json" in their names.
    """
    return [path for path in _all_files(folder) if _is_ours(path, ending)]


def strange_files(folder: Path, ending: str = "") -> list[Path]:
    """What is named nearly as a loose file is, and is none: `a.json.b.json` would stand for `a`."""
    every = (path for path in _all_files(folder) if ".json" in path.name and path.name[0] != ".")
    return [path for path in every if not _is_ours(path, ending)]


def read_loose(path: Path) -> bytes:
    """The content of a loose file; ValueError if it is larger than any of ours. OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise ValueError("larger than any of ours")
    return disk.read_file(path)


def of_our_days(at: datetime) -> datetime:
    """The time itself; ValueError for a year that nothing can be reckoned with."""
    if at.year not in _YEARS:
        raise ValueError("a day that cannot be")
    return at


def name_of(path: Path) -> str:
    """What a loose file is called, without its ending, sealed or not."""
    return path.name.partition(".json")[0]


def _is_ours(path: Path, ending: str) -> bool:
    return path.name == f"{name_of(path)}.json{ending}"


def _all_files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError:
        return []


def dated_name(at: datetime, others: Iterable[str]) -> str:
    """A new name that sorts by time: the instant, then a number among the `others` of that second.

    Args:
        at: instant, UTC.
    """
    second = f"{at:%Y%m%dT%H%M%SZ}"
    earlier = sum(name.startswith(second) for name in others)
    return f"{second}-{earlier:04}-{uuid4().hex[:12]}"  # the rest keeps two writers apart


def remove_file(path: Path) -> None:
    """Take a file away; one that is gone already is fine.

    Raises:
        SaveFailed: it is still there.
    """
    try:
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            disk.sync_folder(path.parent)
    except OSError as error:
        raise SaveFailed(f"Could not put that away: {why(error)}. Nothing was lost; try again.") from None


def why(error: OSError) -> str:
    """The reason in words, without the file's path."""
    words = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "the disk is full",
        errno.EFBIG: "the disk is full",
        errno.EACCES: "this folder may not be written",
        errno.EPERM: "this folder may not be written",
        errno.EROFS: "this folder may not be written",
        errno.ENAMETOOLONG: "the name is too long",
    }
    return words.get(error.errno or 0, "the disk answered with an error")


@contextmanager
def beside(path: Path, content: bytes) -> Iterator[Path]:
    """A file of this content next to `path`, on the disk and the owner's alone.

    The block gives it its name; if it does not, nothing is left of it. OSError where the disk refuses.
    """
    import tempfile  # takes as long to wake as a note to save, and only what writes such a file needs it

    # mkstemp makes the file 0600; the dot keeps a half-written one out of every listing
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            disk.sync(file.fileno())
        yield written
    finally:
        with suppress(OSError):
            written.unlink(missing_ok=True)
    disk.sync_folder(path.parent)
