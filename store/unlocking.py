"""Wrapping and unwrapping by a passphrase, in a process of its own.

`python -m store.unlocking` takes on its input what to do, the passphrase and the content, and gives the
answer on its output: neither stands among its arguments or in its environment, where others could read it.
"""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import BinaryIO

from store.errors import RequestRefused

_WRAP, _UNWRAP = b"w", b"u"
_WRONG, _DAMAGED = 3, 4


class WrongPassphrase(Exception):
    """It was wrapped by another one."""


class PassphraseRefused(RequestRefused):
    """No keyboard types it again, so nothing was wrapped by it."""


def wrap(content: bytes, passphrase: str) -> bytes:
    """An age file that this passphrase opens. Takes one to three seconds.

    Raises:
        PassphraseRefused: there is half a character in it.
    """
    try:
        secret = _secret(passphrase)
    except UnicodeEncodeError:
        raise PassphraseRefused(
            "There is half a character in this passphrase, as a broken paste leaves it. Nothing was made or "
            "changed; type it, or take another."
        ) from None
    return _apart(_WRAP, secret, content)


def unwrap(wrapped: bytes, passphrase: str) -> bytes:
    """The content of an age file that a passphrase opens. Takes one to three seconds.

    Raises:
        WrongPassphrase: another one wrapped it.
        ValueError: it is damaged, or no such file.
    """
    if not wrapped.startswith(b"age-encryption.org/v1\n-> scrypt "):
        raise ValueError("not wrapped by a passphrase")
    try:
        secret = _secret(passphrase)
    except UnicodeEncodeError:  # nothing was ever wrapped by such a one
        raise WrongPassphrase from None
    return _apart(_UNWRAP, secret, wrapped)


def _secret(passphrase: str) -> bytes:
    # One keyboard gives é as one letter, another as two.
    return unicodedata.normalize("NFC", passphrase).encode()


def _apart(what: bytes, secret: bytes, content: bytes) -> bytes:
    asked = what + len(secret).to_bytes(4, "big") + secret + content
    # -P: a folder named store, wherever she happens to stand, must not be asked in our place.
    words = [sys.executable, "-P", "-m", "store.unlocking"]
    root = str(Path(__file__).resolve().parent.parent)
    environment = {**os.environ, "PYTHONPATH": root}
    done = subprocess.run(words, input=asked, capture_output=True, check=False, env=environment)
    if done.returncode == _WRONG:
        raise WrongPassphrase
    if done.returncode:
        raise ValueError("not opened")
    return done.stdout


def _answer(asked: bytes, out: BinaryIO) -> int:
    from pyrage import DecryptError, passphrase

    length = int.from_bytes(asked[1:5], "big")
    secret = asked[5 : 5 + length].decode()
    content = asked[5 + length :]
    try:
        done = (
            passphrase.encrypt(content, secret) if asked[:1] == _WRAP else passphrase.decrypt(content, secret)
        )
    except DecryptError as error:
        return _WRONG if "decrypt" in str(error).lower() else _DAMAGED
    out.write(done)
    out.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(_answer(sys.stdin.buffer.read(), sys.stdout.buffer))
