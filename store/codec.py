"""How a record lies on the disk: plain here, sealed where a caseload is encrypted."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Protocol


class Codec(Protocol):
    """Turns what is kept into what lies on the disk, and back."""

    name: str
    """Kept in every journal's header."""
    is_secret: bool
    """Only who has the keys can have written it, so a file of another make is damage."""
    ending: str
    """What follows ".json" in a snapshot's name."""
    most_lines: int
    """A journal longer than this is due to be folded; 0 where only its size counts."""

    def seal(self, body: bytes) -> bytes:
        """One commit as one line, without its line end."""
        ...

    def open(self, sealed: bytes) -> bytes:
        """The commit again."""
        ...

    def check(self, previous: bytes, framed: bytes) -> bytes:
        """What ties a line to the one before it: printable, of one length, without blanks."""
        ...

    def seal_file(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        """A snapshot on its way out."""
        ...

    def open_file(self, sealed: bytes) -> bytes:
        """The snapshot again."""
        ...


class Plain:
    """Everything as it is, checked by a chained BLAKE2b: it notices accidents, not a forger."""

    name = "plain"
    is_secret = False
    ending = ""
    most_lines = 0

    def seal(self, body: bytes) -> bytes:
        """The body itself: JSON holds no raw line end."""
        return body

    def open(self, sealed: bytes) -> bytes:
        """The body itself."""
        return sealed

    def check(self, previous: bytes, framed: bytes) -> bytes:
        """128 bits in hex over the previous check and this line."""
        return hashlib.blake2b(previous + framed, digest_size=16).hexdigest().encode()

    def seal_file(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        """The parts themselves."""
        return iter(parts)

    def open_file(self, sealed: bytes) -> bytes:
        """The bytes themselves."""
        return sealed


PLAIN: Codec = Plain()
