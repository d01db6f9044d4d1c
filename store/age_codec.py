"""An encrypted ledger on the disk: age files to its own key and to the recovery key, chained by an HMAC.

age says that a file is whole, not who wrote it: anybody who has the public keys can make one. So each line of
the journal also carries an HMAC over itself and the one before, and the header of the journal one over the
snapshot's hash. A forged, changed, moved or removed line breaks the chain.
"""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator

from store.age_files import Opener, Recipients
from store.keys import LedgerKeys

_STEP = 256
"""Bodies are filled up to a multiple of this, so that a line's length says little of a note's."""


class Age:
    """The codec of one ledger's keys."""

    name = "age"
    is_secret = True
    ending = ".age"
    most_lines = 1000
    """To open a line costs 0.15 ms, so the journal is folded before reading it is felt."""

    def __init__(self, keys: LedgerKeys) -> None:
        """NotOpened if these are no keys."""
        self._to = Recipients(keys.recipients)
        self._opener = Opener(keys.identity)
        self._chain = keys.chain

    def seal(self, body: bytes) -> bytes:
        """An age file in base64, as `base64 -d | age -d` takes it."""
        return b64encode(self._to.encrypt(padded(body)))

    def open(self, sealed: bytes) -> bytes:
        """The body, filled up with blanks, which JSON passes over."""
        return self._opener.decrypt(b64decode(sealed))

    def check(self, previous: bytes, framed: bytes) -> bytes:
        """HMAC-SHA256 in hex over the previous check and this line."""
        return hmac.digest(self._chain, previous + framed, "sha256").hex().encode()

    def seal_file(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        """A snapshot as one age file."""
        return iter(self._to.encrypt_parts(parts))

    def open_file(self, sealed: bytes) -> bytes:
        """The snapshot again; NotOpened, which is a ValueError, if it is damaged."""
        return self._opener.decrypt(sealed)


def padded(body: bytes) -> bytes:
    """JSON filled up with blanks."""
    return body.ljust(-(-len(body) // _STEP) * _STEP)
