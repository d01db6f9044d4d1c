"""Small files beside the ledgers (drafts, the inbox): each whole or not there, for the owner's eyes only."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from store import disk
from store.errors import SaveFailed
from store.layout import Layout


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
            raise NotKept("the data folder is no longer where it was")
        disk.make_inside(path.parent)
        is_new = not path.exists()
        with beside(path, content) as written:
            written.replace(path)
    except OSError as error:
        if is_new:  # what is said not to be kept, and is then put in again, would be there twice
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise NotKept(why(error)) from None


def loose_files(folder: Path, ending: str = "") -> list[Path]:
    """The files of a folder by name; none of one that is not there or may not be read.

    Args:
        ending: what follows ".json" in their names.
    """
    try:
        return sorted(folder.glob(f"*.json{ending}")) if folder.is_dir() else []
    except OSError:
        return []


def name_of(path: Path) -> str:
    """What a loose file is called, without its ending, sealed or not."""
    return path.name.partition(".json")[0]


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
