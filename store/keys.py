"""The keys of an encrypted data folder, and their file: an identity file as stock `age` takes it."""

import os
from dataclasses import dataclass, field

_HEAD = "# The keys of a mentor data folder. Whoever can read this file can read the record."
_CHAIN_BYTES = 32


@dataclass(frozen=True, slots=True)
class LedgerKeys:
    """What one ledger is encrypted and chained with."""

    identity: str = field(repr=False)
    """An age X25519 identity: "AGE-SECRET-KEY-1..."."""
    recipients: tuple[str, ...]
    """Whom every file is encrypted to: this ledger's own public key, and the recovery key's."""
    chain: bytes = field(repr=False)
    """The HMAC key that ties the journal's lines together."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of both ledgers."""

    caseload: LedgerKeys
    notebook: LedgerKeys
    recovery: str
    """The public half of the recovery key."""

    def of(self, ledger: str) -> LedgerKeys:
        """The keys of the ledger of this name."""
        return self.notebook if ledger == "notebook" else self.caseload

    @property
    def recipients(self) -> dict[str, list[str]]:
        """The public halves, by ledger: what `store.json` says of them."""
        return {name: list(self.of(name).recipients) for name in ("caseload", "notebook")}

    def text(self) -> bytes:
        """An identity file: stock age reads both identities and passes over the comments."""
        lines = [_HEAD, f"# recovery: {self.recovery}"]
        for name in ("caseload", "notebook"):
            of = self.of(name)
            lines += [f"# {name}: {of.recipients[0]}", f"# chain: {of.chain.hex()}", of.identity]
        return "\n".join([*lines, ""]).encode()

    @classmethod
    def from_text(cls, text: bytes) -> "Keys":
        """The keys out of their file.

        Raises:
            ValueError: these are no keys of ours.
        """
        try:
            return cls._read(text.decode("ascii").splitlines())
        except KeyError:
            raise ValueError("no keys") from None

    @classmethod
    def _read(cls, lines: list[str]) -> "Keys":
        said: dict[str, str] = {}
        ledgers: dict[str, LedgerKeys] = {}
        name = ""
        for line in lines:
            if line.startswith("# ") and ": " in line:
                what, _, value = line[2:].partition(": ")
                said[what] = value
                name = what if what in ("caseload", "notebook") else name
            elif not line.startswith("#"):
                to = (said[name], said["recovery"])
                ledgers[name] = LedgerKeys(line.strip(), to, bytes.fromhex(said["chain"]))
        return cls(ledgers["caseload"], ledgers["notebook"], said["recovery"])


def new_keys(recovery: str) -> Keys:
    """Fresh keys of both ledgers.

    Args:
        recovery: the public half of the recovery key.
    """
    return Keys(_new(recovery), _new(recovery), recovery)


def _new(recovery: str) -> LedgerKeys:
    from store.age_files import new_identity

    identity, public = new_identity()
    return LedgerKeys(identity, (public, recovery), os.urandom(_CHAIN_BYTES))
