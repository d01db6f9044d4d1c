"""The journal on the disk: a header that names the snapshot it stands on, then one line a commit."""

import contextlib
import os
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from store import disk
from store.codec import Codec
from store.layout import FORMAT

_KIND = "mentor journal"


class Header(NamedTuple):
    """What a journal stands on."""

    ledger: str
    store: str
    lineage: str
    seq: int
    """The last commit that is in the snapshot."""
    act: int
    """The highest act number given until then."""
    after: str
    """The check of that last commit, which ties the folded journal to this one."""
    size: int
    """Of the snapshot file, in bytes."""
    digest: str
    """SHA-256 of the snapshot file: another program's write is noticed by it."""
    format: int = FORMAT
    check: bytes = b""
    """Of the header's own line; the chain of the commits starts from it."""
    end: int = 0
    """Where the first commit begins."""


def header_line(codec: Codec, header: Header) -> tuple[bytes, Header]:
    """A header as the journal's first line. It is not sealed: it must be read before anything is unlocked."""
    said = {
        "kind": _KIND,
        "format": header.format,
        "ledger": header.ledger,
        "codec": codec.name,
        "store": header.store,
        "lineage": header.lineage,
        "act": header.act,
        "after": header.after,
        "snapshot": {"size": header.size, "sha256": header.digest},
    }
    number, body = b"%d " % header.seq, orjson.dumps(said)
    check = codec.check(b"", number + body)
    line = b"%b%b %b\n" % (number, check, body)
    return line, header._replace(check=check, end=len(line))


def read_header(codec: Codec, lines: bytes) -> Header | None:
    """The header of a journal, or None if it does not verify."""
    end = lines.find(b"\n")
    number, _, rest = lines[: max(end, 0)].partition(b" ")
    check, _, body = rest.partition(b" ")
    if end < 0 or codec.check(b"", number + b" " + body) != check:
        return None
    said: dict[str, Any] = orjson.loads(body)
    if said.get("kind") != _KIND:
        return None
    snapshot = said["snapshot"]
    return Header(
        ledger=said["ledger"],
        store=said["store"],
        lineage=said["lineage"],
        seq=int(number),
        act=said["act"],
        after=said["after"],
        size=snapshot["size"],
        digest=snapshot["sha256"],
        format=said["format"],
        check=check,
        end=end + 1,
    )


class Journal:
    """An open journal file. Knows lengths and inodes; what the lines say is the ledger's."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        """Open the file; OSError if it cannot be."""
        self._name = str(path)
        self.is_writable = writable
        self._handle = disk.open_file(path, (os.O_RDWR | os.O_APPEND) if writable else os.O_RDONLY)
        status = os.fstat(self._handle)
        self._file = (status.st_dev, status.st_ino)
        self.length = 0
        """Bytes that verified: where the next line goes."""

    def is_in_place(self) -> bool:
        """Whether the path still leads to this very file."""
        status = os.stat(self._name)  # noqa: PTH116 - on every save
        self.size = status.st_size
        return (status.st_dev, status.st_ino) == self._file

    def called(self, path: Path) -> None:
        """Follow the file to the name it has, or should have."""
        self._name = str(path)

    @property
    def path(self) -> Path:
        """Where it was opened, or is called."""
        return Path(self._name)

    size = 0
    """Of the file when `is_in_place` last looked."""

    def read(self, start: int = 0) -> bytes:
        """The bytes from `start` to the end."""
        return disk.read_from(self._handle, start)

    def line(self, start: int, end: int) -> bytes:
        """One line again."""
        return os.pread(self._handle, end - start, start)

    def append(self, line: bytes) -> None:
        """Write a line, not yet confirmed; OSError if the disk will not have it."""
        disk.write_all(self._handle, line)

    def sync(self) -> None:
        """Have the disk confirm the lines; OSError if it does not."""
        disk.sync(self._handle)

    def cut(self) -> None:
        """Cut back to what verified, so that a write that failed leaves no trace."""
        os.ftruncate(self._handle, self.length)
        disk.sync(self._handle)

    def close(self) -> None:
        """Let go of the file."""
        if self._handle >= 0:
            with contextlib.suppress(OSError):  # what was to be confirmed was confirmed by a sync
                os.close(self._handle)
            self._handle = -1
