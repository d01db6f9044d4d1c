"""Bytes of a file somebody else made: a plain file of a bearable size, and nothing reached through a link."""

import os
import stat
from pathlib import Path

from mentor_tui.exchange.errors import ImportRefused
from store.text import clean_line


def read_plain(path: Path, most_bytes: int) -> bytes:
    """The bytes of a plain file.

    Raises:
        ImportRefused: a link, a folder, a device or a pipe; larger than `most_bytes`; not readable.
    """
    shown = clean_line(path.name)
    # O_NONBLOCK so that a pipe put in place of a file cannot hold the program for ever.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_symlink():
            raise ImportRefused(f"{shown} is a link to another file, which is not followed. Copy the file.")
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ImportRefused(f"{shown} cannot be read: {error.strerror or 'it is not a file'}.") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ImportRefused(f"{shown} is not a plain file.")
    with os.fdopen(descriptor, "rb") as opened:
        found = opened.read(most_bytes + 1)
    if len(found) > most_bytes:
        raise ImportRefused(
            f"{shown} is larger than {most_bytes // 1_048_576} MB, more than is read at once."
        )
    return found


def decoded(content: bytes, shown: str) -> str:
    """The text of a UTF-8 file, with or without its mark at the start.

    Raises:
        ImportRefused: not UTF-8, or holding NUL bytes.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ImportRefused(f"{shown} is UTF-16 text. Save it as UTF-8 and try again.")
    if b"\x00" in content:
        raise ImportRefused(f"{shown} holds NUL bytes, so it is not a text file.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportRefused(
            f"{shown} is not UTF-8 text (line {line}). Save it as UTF-8 and try again."
        ) from None
