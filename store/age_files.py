"""Files of the age format, version 1, through pyrage: https://age-encryption.org/v1.

pyrage holds the interpreter for the length of one call. What is long goes through it in pieces, so that a
screen which is drawn meanwhile waits for one piece only.
"""

import io
from collections.abc import Iterable, Sequence

from pyrage import (
    DecryptError,
    IdentityError,
    RecipientError,
    decrypt,
    decrypt_io,
    encrypt,
    encrypt_io,
    x25519,
)

_LONG = 1 << 18
"""Bytes that are decrypted in pieces."""


class NotOpened(ValueError):
    """It is damaged, or was encrypted to other keys."""


def new_identity() -> tuple[str, str]:
    """A new X25519 identity and its public key, both as text."""
    made = x25519.Identity.generate()
    return str(made), str(made.to_public())


def public_of(identity: str) -> str:
    """The public key of an identity.

    Raises:
        NotOpened: this is no identity.
    """
    return str(_identity(identity).to_public())


class Recipients:
    """Whom something is encrypted to."""

    def __init__(self, public: Sequence[str]) -> None:
        """NotOpened if one is no age public key."""
        try:
            self._keys = [x25519.Recipient.from_str(one) for one in public]
        except RecipientError:
            raise NotOpened("no age public key") from None

    def encrypt(self, content: bytes) -> bytes:
        """An age file of this content."""
        sealed: bytes = encrypt(content, self._keys)
        return sealed

    def encrypt_parts(self, parts: Iterable[bytes]) -> list[bytes]:
        """An age file of these parts in a row, in pieces."""
        written = _Pieces()
        encrypt_io(_Parts(parts), written, self._keys)
        return written.pieces


class Opener:
    """Opens what was encrypted to one identity."""

    def __init__(self, identity: str) -> None:
        """NotOpened if this is no identity."""
        self._keys = [_identity(identity)]

    def decrypt(self, sealed: bytes) -> bytes:
        """The content of an age file.

        Raises:
            NotOpened: it is damaged, or was encrypted to others.
        """
        try:
            if len(sealed) < _LONG:
                content: bytes = decrypt(sealed, self._keys)
                return content
            written = _Pieces()
            decrypt_io(_Parts(_cut(sealed)), written, self._keys)
            return b"".join(written.pieces)
        except (DecryptError, OSError):
            raise NotOpened("not opened") from None


def _identity(text: str) -> x25519.Identity:
    try:
        return x25519.Identity.from_str(text)
    except IdentityError:
        raise NotOpened("no age identity") from None


def _cut(content: bytes) -> Iterable[bytes]:
    whole = memoryview(content)
    return (bytes(whole[at : at + 65_536]) for at in range(0, len(content), 65_536))


class _Parts(io.RawIOBase):
    """Parts in a row, as a file to read."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = iter(parts)
        self._left = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while not self._left and (part := next(self._parts, None)) is not None:
            self._left = part
        piece, self._left = self._left[:size], self._left[size:]
        return piece


class _Pieces(io.RawIOBase):
    """A file to write, kept as its pieces."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self.pieces.append(bytes(piece))
        return len(piece)
