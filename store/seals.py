"""How the small files beside the ledgers lie on the disk: plain, or each an age file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from store.keys import Keys, LedgerKeys


class Seal(Protocol):
    """Turns a small file into what lies on the disk, and back."""

    ending: str
    """What follows ".json" in its name."""
    recipients: tuple[str, ...]
    """Whom it seals to; none where it leaves everything as it is."""

    def seal(self, content: bytes) -> bytes:
        """The content as it lies on the disk."""
        ...

    def open(self, sealed: bytes) -> bytes:
        """The content again; ValueError if it cannot be opened."""
        ...


class PlainSeal:
    """Everything as it is."""

    ending = ""
    recipients: tuple[str, ...] = ()

    def seal(self, content: bytes) -> bytes:
        """The content itself."""
        return content

    def open(self, sealed: bytes) -> bytes:
        """The content itself."""
        return sealed


class AgeSeal:
    """An age file to a ledger's recipients. Whoever has only those can write, and not read."""

    ending = ".age"

    def __init__(self, recipients: tuple[str, ...], identity: str = "") -> None:
        """Without an identity it only seals. NotOpened, a ValueError, if these are no keys."""
        from store.age_files import Opener, Recipients

        self.recipients = tuple(recipients)
        self._to = Recipients(recipients)
        self._opener = Opener(identity) if identity else None

    def seal(self, content: bytes) -> bytes:
        """An age file; its length says little of the words in it."""
        from store.age_codec import padded

        return self._to.encrypt(padded(content))

    def open(self, sealed: bytes) -> bytes:
        """The content, filled up with blanks, which JSON passes over."""
        if self._opener is None:
            raise ValueError("no key to open it with")
        return self._opener.decrypt(sealed)


class Seals(NamedTuple):
    """One for each ledger: what is her own is sealed with the notebook's keys."""

    caseload: Seal
    notebook: Seal


PLAIN_SEALS = Seals(PlainSeal(), PlainSeal())


def seals_of(keys: Keys | None) -> Seals:
    """The seals of an open data folder."""
    if keys is None:
        return PLAIN_SEALS
    return Seals(_seal(keys.caseload), _seal(keys.notebook))


def _seal(keys: LedgerKeys) -> Seal:
    return AgeSeal(keys.recipients, keys.identity)
