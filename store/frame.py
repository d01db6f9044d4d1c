r"""One line a commit: `<seq> <check> <body>\n`, each check tied to the one before it.

A flipped bit, a missing line, two lines in the wrong order: each breaks the chain where it happened.
"""

from collections.abc import Iterator
from typing import NamedTuple

from store.codec import Codec


class Frame(NamedTuple):
    """One line that verifies."""

    seq: int
    check: bytes
    body: bytes
    start: int
    """Where its line begins, in the bytes it was read from."""
    end: int
    """Where the next one begins."""


def framed(codec: Codec, previous: bytes, seq: int, body: bytes) -> tuple[bytes, bytes]:
    """A commit as its line, and the check the next one builds on."""
    number = b"%d " % seq
    sealed = codec.seal(body)
    check = codec.check(previous, number + sealed)
    return b"%b%b %b\n" % (number, check, sealed), check


def frames(codec: Codec, lines: bytes, start: int, previous: bytes, seq: int) -> Iterator[Frame]:
    """The lines that verify, from `start` on; it ends before the first that does not.

    Args:
        previous: the check of the line before.
        seq: the number of the line before.
    """
    while (end := lines.find(b"\n", start)) >= 0:
        number, _, rest = lines[start:end].partition(b" ")
        check, _, sealed = rest.partition(b" ")
        seq += 1
        if number != b"%d" % seq or codec.check(previous, number + b" " + sealed) != check:
            return
        yield Frame(seq, check, codec.open(sealed), start, end + 1)
        start, previous = end + 1, check


def is_one_frame(rest: bytes) -> bool:
    """Whether what did not verify can be one write that was cut short."""
    return b"\n" not in rest[:-1]
