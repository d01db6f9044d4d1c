"""Tar of plain files, read as strictly as it is written: what we would not have written is refused.

Every tar opens it; but of the many things that a tar may hold (links, devices, long names, sparse files) it
has only a name and a size, and a header that differs by one bit from the one we would write is no header.
"""

import re
from typing import NamedTuple

from store.backup_manifest import BackupRefused

BLOCK = 512
END = bytes(2 * BLOCK)
"""What follows the last file."""
MOST_BYTES = 0o77777777777
"""Of one file."""

# A fixed date: the same files give the same bytes.
_DATE = 315_532_800
_SIZE = re.compile(rb"[0-7]{11}\x00")
_MAGIC = b"ustar\x0000"
_PLAIN = b"0"


class Entry(NamedTuple):
    """One file in the archive."""

    name: str
    size: int
    start: int
    """Where its bytes begin."""

    @property
    def end(self) -> int:
        """Where the next header begins."""
        return self.start + padded(self.size)


def padded(size: int) -> int:
    """The room that so many bytes take."""
    return -(-size // BLOCK) * BLOCK


def header(name: str, size: int) -> bytes:
    """The block before a file: its name, its size, and nothing about whose it is.

    Args:
        name: at most 100 ASCII letters.
    """
    front = name.encode("ascii").ljust(100, b"\0") + b"0000600\0" + b"0000000\0" * 2
    numbers = b"%011o\0%011o\0" % (size, _DATE)
    back = _PLAIN + bytes(100) + _MAGIC + bytes(64) + b"0000000\0" * 2 + bytes(167)
    check = sum(front + numbers + b" " * 8 + back)
    return front + numbers + b"%06o\0 " % check + back


def read_header(block: bytes) -> tuple[str, int]:
    """The name and the size out of a header.

    Raises:
        BackupRefused: we did not write it.
    """
    name, size = block[:100].rstrip(b"\0"), block[124:136]
    if len(block) == BLOCK and name.isascii() and _SIZE.fullmatch(size):
        found = name.decode("ascii"), int(size[:11], 8)
        if header(*found) == block:
            return found
    if block[257:262] != _MAGIC[:5]:
        raise BackupRefused("This is not a backup of mentor, or it is damaged; nothing of it was used.")
    if block[156:157] != _PLAIN:
        raise BackupRefused("This backup holds something that is not a plain file; nothing of it was used.")
    raise BackupRefused("This backup is damaged, or mentor did not make it; nothing of it was used.")
