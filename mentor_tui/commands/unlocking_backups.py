"""The keys of a backup: most often those of the data folder, else by the passphrase it was made under."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands import terminal
from mentor_tui.commands.door import shell
from mentor_tui.commands.passphrases import line_from
from store import disk
from store.card import card_in, is_encrypted
from store.layout import Layout

if TYPE_CHECKING:
    from store.keys import Keys

RecoveryFd = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="The recovery key of that day, from this descriptor.")
]
Recovery = Annotated[bool, typer.Option("--recovery-key", help="Ask for the recovery key of that day.")]


class BackupKeys:
    """Unlocks unpacked backups; what opened one is tried on the next, and nothing is asked for twice."""

    def __init__(self, context: typer.Context, keys: Keys | None = None, recovery_key: str = "") -> None:
        """Of the data folder of a command line.

        Args:
            keys: of the data folder, if it is open.
            recovery_key: is used in the place of any passphrase.
        """
        here = shell(context)
        self._sources, self._live = here.passphrases, here.path
        self._known = [keys] if keys else []
        self._recovery_key = recovery_key
        self._passphrase: str | None = None
        self._tried: set[bytes] = set()

    def __call__(self, path: Path) -> Keys:
        """The keys of an unpacked backup.

        Raises:
            PassphraseNeeded: none was given, and there is no terminal to ask on.
            WrongKey: it has another passphrase, or another recovery key.
        """
        theirs = card_in(path).get("recipients")
        for keys in self._known:
            if keys.recipients == theirs:
                return keys
        self._known.append(found := self._found(path))
        return found

    def live_first(self) -> None:
        """Ask for the passphrase of the data folder, which most of its backups have: before many are opened.

        Raises:
            PassphraseNeeded, WrongKey: as they say.
        """
        if not self._recovery_key and not self._sources.is_given and is_encrypted(self._live):
            keys, self._passphrase = self._sources.unlocked(self._live)
            self._known.append(keys)

    def _found(self, path: Path) -> Keys:
        from store.vault import unlock_with_recovery

        if self._recovery_key:
            return unlock_with_recovery(path, self._recovery_key)
        passphrase = self._passphrase or self._sources.given()
        if passphrase is not None:
            return self._by(passphrase, path)
        keys, self._passphrase = self._sources.unlocked(path, "Passphrase of this backup: ")
        return keys

    def _by(self, passphrase: str, path: Path) -> Keys:
        """By a passphrase of its own day, or by that of today where it has the keys of today."""
        from store.vault import WrongKey, unlock

        is_same = card_in(path).get("recipients") == card_in(self._live).get("recipients")
        for place in (path, self._live) if is_same else (path,):
            wrapped = b""
            with suppress(OSError):
                wrapped = disk.read_file(Layout(place).identity)
            if wrapped not in self._tried:  # each try takes seconds
                with suppress(WrongKey):
                    return unlock(place, passphrase)
                self._tried.add(wrapped)
        raise WrongKey("That is not the passphrase of this backup. Nothing was changed; try again.")


def recovery_key_from(descriptor: int | None, *, asks: bool) -> str:
    """A recovery key from a descriptor or the terminal; "" where none of them is meant.

    Raises:
        PassphraseNeeded: there is nothing to be read, or no terminal.
    """
    from mentor_tui.recovery_groups import whole

    if descriptor is not None:
        return whole(line_from(descriptor))
    without = "There is no terminal to ask on; --recovery-key-fd takes the recovery key."
    return whole(terminal.ask("Recovery key: ", without)) if asks else ""
