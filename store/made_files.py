"""The files that were written out on request, and where: so that none is forgotten on a disk."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store import disk
from store.errors import MentorError, NotFound, SaveFailed
from store.layout import Layout
from store.loose_files import (
    dated_name,
    loose_files,
    name_of,
    of_our_days,
    read_loose,
    remove_file,
    strange_files,
    why,
    write_sealed,
)
from store.seals import PLAIN_SEALS, Seal, seals_of
from store.text import clean_line

if TYPE_CHECKING:
    from store.clock import Clock
    from store.folder import DataFolder

TRACES = "A disk with flash storage, a backup or a sync service may still hold traces of it."


class ChangedSince(MentorError):
    """It is not the file any more that this program wrote, and was left as it is."""

    exit_code = 1


@dataclass(frozen=True)
class MadeFile:
    """One file, as it was written."""

    path: Path
    """Where, in full."""
    what: str
    """In a few words: "the record, JSON"."""
    made_at: datetime
    """Instant, UTC."""
    size: int
    """In bytes."""
    sha256: str
    """Of its content, 64 hex digits."""
    name: str = field(default="", compare=False)
    """Of the line about it in the data folder."""


class MadeFiles:
    """The list of one data folder. It holds where files lie and never what is in them."""

    def __init__(self, folder: Path, clock: Clock, seal: Seal = PLAIN_SEALS.caseload) -> None:
        """That of a data folder; `of` gives it sealed as the folder is."""
        self._folder = Layout(folder).made_files
        self._clock = clock
        self._seal = seal

    @classmethod
    def of(cls, folder: DataFolder) -> MadeFiles:
        """The list of an open data folder."""
        return cls(folder.path, folder.clock, seals_of(folder.keys).caseload)

    def remember(self, path: Path, content: bytes, what: str) -> MadeFile:
        """Put a file on the list, before it is written; what is gone by now goes off it.

        Raises:
            SaveFailed: it is not on the list.
        """
        before = self._all()
        newest = {made.path: made for made in before}
        for made in before:
            if newest[made.path] is not made or _was_taken_away(made.path):
                self.forget(made)
        now = self._clock.now().at
        digest = hashlib.sha256(content).hexdigest()
        name = dated_name(now, (made.name for made in before))  # of two in one place the later one is known
        made = MadeFile(path.absolute(), what, now, len(content), digest, name)
        write_sealed(self._place(made), self._seal.seal(_written(made)), self._seal.recipients)
        return made

    def on_disk(self) -> tuple[MadeFile, ...]:
        """Those that still lie where they were put, as they were or changed, newest first."""
        newest = {made.path: made for made in self._all() if os.path.lexists(made.path)}
        return tuple(sorted(newest.values(), key=lambda made: made.name, reverse=True))

    def at(self, path: Path) -> MadeFile:
        """The one at a place.

        Raises:
            NotFound: none of ours lies there.
        """
        for made in self.on_disk():
            if made.path == path.absolute():
                return made
        shown = clean_line(path.name) or "That"
        raise NotFound(f"{shown} is no file that was written from here and is still there.")

    def is_as_made(self, made: MadeFile) -> bool:
        """Whether it is still the very file, byte by byte; no where it cannot be read."""
        try:
            found = made.path.lstat()
            if not stat.S_ISREG(found.st_mode) or found.st_size != made.size:
                return False
            return _digest(made.path) == made.sha256
        except OSError:
            return False

    def remove(self, made: MadeFile) -> None:
        """Remove the file from the disk, and from the list.

        Raises:
            ChangedSince: it is another file by now, and was left.
            SaveFailed: it could not be removed.
        """
        shown = clean_line(made.path.name)
        if os.path.lexists(made.path) and not self.is_as_made(made):
            raise ChangedSince(
                f"{shown} is not as this program wrote it any more, so it was left as it is. "
                "Remove it by hand if you no longer need it."
            )
        try:
            made.path.unlink(missing_ok=True)
            with suppress(OSError):  # what is gone is gone, whether or not the folder says so at once
                disk.sync_folder(made.path.parent)
        except OSError as error:
            raise SaveFailed(f"Could not remove {shown}: {why(error)}. It is still there.") from None
        self.forget(made)

    def forget(self, made: MadeFile) -> None:
        """Take it off the list; the file stays.

        Raises:
            SaveFailed: it is still on it.
        """
        remove_file(self._place(made))

    def unreadable(self) -> tuple[str, ...]:
        """Names of the lines that are there and cannot be read, or are not what they are named."""
        every = loose_files(self._folder, self._seal.ending)
        unread = [path for path in every if self._read(path) is None]
        return tuple(path.name for path in sorted(unread + strange_files(self._folder, self._seal.ending)))

    def _place(self, made: MadeFile) -> Path:
        return self._folder / f"{made.name}.json{self._seal.ending}"

    def _all(self) -> list[MadeFile]:
        found = (self._read(path) for path in loose_files(self._folder, self._seal.ending))
        return [made for made in found if made]

    def _read(self, path: Path) -> MadeFile | None:
        try:
            fields = json.loads(self._seal.open(read_loose(path)))
            made_at = of_our_days(datetime.fromisoformat(fields["made_at"]))
            if made_at.tzinfo is None:
                raise ValueError("not written by mentor")
            return MadeFile(
                Path(fields["path"]),
                str(fields["what"]),
                made_at,
                int(fields["size"]),
                str(fields["sha256"]),
                name_of(path),
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
            return None


def _written(made: MadeFile) -> bytes:
    fields = {
        "path": str(made.path),
        "what": made.what,
        "made_at": made.made_at.isoformat(),
        "size": made.size,
        "sha256": made.sha256,
    }
    return json.dumps(fields, indent=1).encode("ascii")


def _was_taken_away(path: Path) -> bool:
    """Its folder is there and it is not; a stick that was pulled out may come back with it."""
    return path.parent.is_dir() and not os.path.lexists(path)


def _digest(path: Path) -> str:
    handle = disk.open_file(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
