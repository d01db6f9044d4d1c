"""Where a command takes the passphrase from: never from its own words, where others on the machine see them.

In this order: a file descriptor, a command of her own that prints it, a file that only she can read, the
terminal.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import PassphraseNeeded

if TYPE_CHECKING:
    from store.keys import Keys

COMMAND, FILE = "MENTOR_PASSPHRASE_COMMAND", "MENTOR_PASSPHRASE_FILE"
"""In the environment: how the passphrase is found, never the passphrase itself."""

_TRIES = 3
_MOST = 64 * 1024
NONE_GIVEN = (
    "This caseload is encrypted, no passphrase was given, and there is no terminal to ask on. Give it with "
    f"--passphrase-fd, {COMMAND} or --passphrase-file; docs/shell.md says how."
)


class Passphrases:
    """The sources of one command line. Each is read at most once."""

    def __init__(self, descriptor: int | None = None, file: Path | None = None) -> None:
        """As the options before the command name them."""
        self._descriptor = descriptor
        self._file = file
        self._read: str | None = None

    @property
    def is_given(self) -> bool:
        """Whether it can be had without asking anybody."""
        return bool(
            self._read is not None
            or self._descriptor is not None
            or self._file
            or os.environ.get(COMMAND)
            or os.environ.get(FILE)
        )

    @property
    def is_named(self) -> bool:
        """Whether this command line itself names a source."""
        return self._descriptor is not None or self._file is not None

    def given(self) -> str | None:
        """The passphrase, without asking anybody; None where no source is named.

        Raises:
            PassphraseNeeded: the source that is named does not give one.
        """
        if self._read is None and self.is_given:
            self._read = self._from_source()
        return self._read

    def keys(self, path: Path, asked: str = "Passphrase: ") -> Keys:
        """The keys of an encrypted folder: by a passphrase from a source, else from the terminal.

        Raises:
            PassphraseNeeded: there is neither a source nor a terminal.
            WrongKey: it is another passphrase.
        """
        return self.unlocked(path, asked)[0]

    def unlocked(self, path: Path, asked: str = "Passphrase: ") -> tuple[Keys, str]:
        """The keys of an encrypted folder, and the passphrase that opened it."""
        from mentor_tui.commands import terminal
        from store.vault import WrongKey, unlock

        if (passphrase := self.given()) is not None:
            return unlock(path, passphrase), passphrase
        for tries_left in reversed(range(_TRIES)):
            passphrase = terminal.ask(asked, NONE_GIVEN)
            try:
                return unlock(path, passphrase), passphrase
            except WrongKey as wrong:
                if not tries_left:
                    raise
                terminal.tell(str(wrong))
        raise AssertionError

    def _from_source(self) -> str:
        if self._descriptor is not None:
            return line_from(self._descriptor)
        if command := os.environ.get(COMMAND):
            return _line_of_command(command)
        return _line_of_file(self._file or Path(os.environ[FILE]))


def line_from(descriptor: int) -> str:
    """The first line of an open file descriptor; what follows it is left for others to read.

    Raises:
        PassphraseNeeded: nothing can be read from it.
    """
    line = bytearray()
    try:
        while (mark := os.read(descriptor, 1)) not in (b"", b"\n") and len(line) < _MOST:
            line += mark
    except OSError:
        raise PassphraseNeeded(f"Nothing can be read from file descriptor {descriptor}.") from None
    return _passphrase(bytes(line), f"file descriptor {descriptor}")


def _line_of_command(command: str) -> str:
    import shlex
    import subprocess

    try:
        words = shlex.split(command)
        done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    except (OSError, ValueError, IndexError):
        raise PassphraseNeeded(f"The command in {COMMAND} cannot be started.") from None
    if done.returncode:
        raise PassphraseNeeded(
            f"The command in {COMMAND} ended with {done.returncode}, without a passphrase."
        )
    return _passphrase(done.stdout, f"the command in {COMMAND}")


def _line_of_file(path: Path) -> str:
    from store import disk

    try:
        handle = disk.open_file(path, os.O_RDONLY)
    except OSError as error:
        raise PassphraseNeeded(f"The passphrase file {disk.state(error)}.") from None
    try:
        status = os.fstat(handle)
        if os.name != "nt" and (status.st_mode & 0o077 or status.st_uid != os.geteuid()):
            mode = stat.S_IMODE(status.st_mode)
            raise PassphraseNeeded(
                f"The passphrase file is not yours alone (mode {mode:04o}), so it was not used; "
                "`chmod 600` on it, if it is yours, makes it so."
            )
        return line_from(handle)
    finally:
        os.close(handle)


def _passphrase(said: bytes, source: str) -> str:
    line = said.partition(b"\n")[0].removesuffix(b"\r")
    with suppress(UnicodeDecodeError):
        if passphrase := line.decode("utf-8"):
            return passphrase
    raise PassphraseNeeded(f"There is no passphrase in the first line of {source}.")
