"""The keys of a backup: most often those of the data folder, else by the passphrase it was made under."""

from pathlib import Path

import typer

from mentor_tui.commands.door import shell
from store.backup_keeping import with_keys
from store.backup_proof import Unlock
from store.errors import PassphraseNeeded
from store.keys import Keys


def unlocking(context: typer.Context, keys: Keys | None = None) -> Unlock:
    """Unlocks an unpacked backup; a passphrase is asked for where one is met that needs it, and once only.

    Args:
        keys: of the data folder, if it is open.
    """
    known = [keys] if keys else []

    def ask(path: Path) -> Keys | None:
        return shell(context).passphrases.keys(path, "Passphrase of this backup: ")

    def unlock(path: Path) -> Keys | None:
        for one in known:
            try:
                return with_keys(one)(path)
            except PassphraseNeeded:
                continue
        asked = ask(path)
        known.extend([asked] if asked else [])
        return asked

    return unlock
