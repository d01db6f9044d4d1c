"""The files that were written out on request, and where: so that none is forgotten on a disk."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
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
    """Of its content, 64 hex digits; of a folder, of the list of its files."""
    people: tuple[int, ...] = ()
    """Numbers of those whose dates it holds, where that is known."""
    parts: tuple[tuple[str, str], ...] = ()
    """Of a folder: each file in it that was written, by name, and the sha256 of its content."""
    name: str = field(default="", compare=False)
    """Of the line about it in the data folder."""


class MadeFiles:
    """The list of one data folder. It holds where files lie and whose dates, never what is in them."""

    def __init__(self, folder: Path, clock: Clock, seal: Seal = PLAIN_SEALS.caseload) -> None:
        """That of a data folder; `of` gives it sealed as the folder is."""
        self._folder = Layout(folder).made_files
        self._clock = clock
        self._seal = seal

    @classmethod
    def of(cls, folder: DataFolder) -> MadeFiles:
        """The list of an open data folder."""
        return cls(folder.path, folder.clock, seals_of(folder.keys).caseload)

    def remember(self, path: Path, content: bytes, what: str, people: Iterable[int] = ()) -> MadeFile:
        """Put a file on the list, before it is written; what is gone by now goes off it.

        Args:
            people: numbers of those whose dates it holds.

        Raises:
            SaveFailed: it is not on the list.
        """
        digest = hashlib.sha256(content).hexdigest()
        return self._put(path, what, len(content), digest, tuple(people))

    def remember_folder(
        self, path: Path, files: Mapping[str, bytes], what: str, people: Iterable[int] = ()
    ) -> MadeFile:
        """The same for a folder with files in it, as one; what others put into it is none of ours.

        Raises:
            SaveFailed: it is not on the list.
        """
        parts = tuple((name, hashlib.sha256(content).hexdigest()) for name, content in files.items())
        size = sum(map(len, files.values()))
        return self._put(path, what, size, _digest_of(parts), tuple(people), parts)

    def _put(
        self,
        path: Path,
        what: str,
        size: int,
        digest: str,
        people: tuple[int, ...],
        parts: tuple[tuple[str, str], ...] = (),
    ) -> MadeFile:
        before = self._all()
        newest = {made.path: made for made in before}
        for made in before:
            if newest[made.path] is not made or _was_taken_away(made.path):
                self.forget(made)
        now = self._clock.now().at
        name = dated_name(now, (made.name for made in before))  # of two in one place the later one is known
        made = MadeFile(path.absolute(), what, now, size, digest, people, parts, name)
        write_sealed(self._place(made), self._seal.seal(_written(made)), self._seal.recipients)
        return made

    def on_disk(self) -> tuple[MadeFile, ...]:
        """Those that still lie where they were put, as they were or changed, newest first."""
        newest = {made.path: made for made in self._all() if _is_there(made)}
        return tuple(sorted(newest.values(), key=lambda made: made.name, reverse=True))

    def holding(self, person: int) -> tuple[MadeFile, ...]:
        """Those that are still there and are known to hold dates of this person, newest first."""
        return tuple(made for made in self.on_disk() if person in made.people)

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
        if made.parts:
            return all(_is_same(made.path / part, digest) for part, digest in made.parts)
        return _is_same(made.path, made.sha256, made.size)

    def remove(self, made: MadeFile) -> None:
        """Remove the file from the disk, and from the list.

        Raises:
            ChangedSince: it is another file by now, and was left.
            SaveFailed: it could not be removed.
        """
        shown = clean_line(made.path.name)
        files = {made.path / part: digest for part, digest in made.parts} or {made.path: made.sha256}
        if any(os.path.lexists(path) and not _is_same(path, digest) for path, digest in files.items()):
            raise ChangedSince(
                f"{shown} is not as this program wrote it any more, so it was left as it is. "
                "Remove it by hand if you no longer need it."
            )
        try:
            for path in files:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise SaveFailed(f"Could not remove {shown}: {why(error)}. It is still there.") from None
        with suppress(OSError):  # a folder stays, with what others put into it
            if made.parts:
                made.path.rmdir()
        with suppress(OSError):  # what is gone is gone, whether or not the folder says so at once
            disk.sync_folder(made.path.parent)
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
                tuple(int(person) for person in fields.get("people", ())),
                tuple((_file_name(name), str(digest)) for name, digest in fields.get("parts", ())),
                name_of(path),
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
            return None


def _file_name(name: object) -> str:
    """The name of a file in a folder; ValueError for what would lead out of it."""
    if not isinstance(name, str) or name in ("", "..") or Path(name).name != name:
        raise ValueError("no name of a file")
    return name


def _digest_of(parts: tuple[tuple[str, str], ...]) -> str:
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def _is_there(made: MadeFile) -> bool:
    if made.parts:
        return any(os.path.lexists(made.path / part) for part, _ in made.parts)
    return os.path.lexists(made.path)


def _is_same(path: Path, digest: str, size: int | None = None) -> bool:
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or size not in (None, found.st_size):
            return False
        return _digest(path) == digest
    except OSError:
        return False


def _written(made: MadeFile) -> bytes:
    fields: dict[str, object] = {
        "path": str(made.path),
        "what": made.what,
        "made_at": made.made_at.isoformat(),
        "size": made.size,
        "sha256": made.sha256,
    }
    if made.people:
        fields["people"] = made.people
    if made.parts:
        fields["parts"] = made.parts
    return json.dumps(fields, indent=1).encode("ascii")


def _was_taken_away(path: Path) -> bool:
    """Its folder is there and it is not; a stick that was pulled out may come back with it."""
    return path.parent.is_dir() and not os.path.lexists(path)


def _digest(path: Path) -> str:
    handle = disk.open_file(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
