"""`identity.age` and `recovery.age` as files: whether they are whole, and whether they opened these keys.

What is wrapped in them cannot be seen without passphrase or recovery key. So two things are looked at: their
form, and whether they are byte for byte the files that last opened these keys on this machine, or were made
of them.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from store import disk, pins
from store.layout import Layout

IDENTITY, RECOVERY = "identity.age", "recovery.age"

_BASE64 = rb"[A-Za-z0-9+/]"
_16_BYTES = _BASE64 + rb"{21}[AQgw]"
_32_BYTES = _BASE64 + rb"{42}[AEIMQUYcgkosw048]"
_VERSION = rb"age-encryption\.org/v1\n"
_MAC = rb"--- " + _32_BYTES + rb"\n"
_STANZA = rb"-> [!-~]+(?: [!-~]+)*\n(?:" + _BASE64 + rb"{64}\n)*" + _BASE64 + rb"{0,63}\n"
_TO_A_KEY = rb"-> X25519 " + _32_BYTES + rb"\n" + _32_BYTES + rb"\n"

_BY_A_PASSPHRASE = re.compile(
    _VERSION + rb"-> scrypt " + _16_BYTES + rb" (?:[1-9]|1\d|2[0-2])\n" + _32_BYTES + rb"\n" + _MAC
)
_BY_KEYS = re.compile(_VERSION + rb"((?:" + _STANZA + rb")+)" + _MAC)
_OF_A_KEY = re.compile(_TO_A_KEY)
_LEAST_PAYLOAD = 16 + 607 + 16
"""The nonce, the keys' own text, and the tag of one chunk."""

Known = Mapping[str, str]
"""SHA-256 by name, of the files that opened these keys."""


def is_identity_file(content: bytes) -> bool:
    """Whether this has the form of keys wrapped by a passphrase: nothing is opened."""
    header = _BY_A_PASSPHRASE.match(content)
    return header is not None and len(content) - header.end() >= _LEAST_PAYLOAD


def is_recovery_file(content: bytes) -> bool:
    """Whether this has the form of keys wrapped by a recovery key: nothing is opened."""
    header = _BY_KEYS.match(content)
    if header is None or len(content) - header.end() < _LEAST_PAYLOAD:
        return False
    # age programs add a stanza of no meaning, which every reader passes over.
    kinds = [line.split()[1] for line in header[1].split(b"\n") if line.startswith(b"-> ")]
    ours = len(_OF_A_KEY.findall(header[1]))
    return ours == kinds.count(b"X25519") > 0 and b"scrypt" not in kinds


def know(path: Path, recipients: Mapping[str, Sequence[str]], files: Mapping[str, bytes]) -> None:
    """Remember that these files open the keys of the folder at a place, or were just made of them.

    Where one of them is another than was known, the passphrase was changed elsewhere, and what was known of
    the file that is not named here says nothing any more.
    """
    found = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    known = pins.key_files(path, recipients)
    if any(known.get(name) != sha256 for name, sha256 in found.items()):
        is_same_lock = all(known.get(name, sha256) == sha256 for name, sha256 in found.items())
        pins.keep_key_files(path, recipients, {**known, **found} if is_same_lock else found)


def troubles(path: Path, recipients: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What is wrong with the two files of an encrypted folder, a sentence each with a way out.

    Args:
        recipients: the public keys of the keys at hand.
    """
    layout, known = Layout(path), pins.key_files(path, recipients)
    if what := _trouble(layout.identity, known):
        yield (
            f"{what}, so the passphrase may not open this caseload. Unlock it once with the passphrase; if "
            "that does not go, `mentor passphrase change --forgotten` asks for the recovery key and writes "
            "it anew."
        )
    if what := _trouble(layout.recovery, known):
        yield (
            f"{what}, so the recovery key may not open this caseload. `mentor passphrase change` writes it "
            "anew; the passphrase may stay the same."
        )


def not_whole(path: Path) -> list[str]:
    """The names of those of the two files in a folder that have not the form they should have."""
    layout = Layout(path)
    return [place.name for place in (layout.identity, layout.recovery) if _trouble(place, {})]


def _trouble(place: Path, known: Known) -> str:
    """The beginning of a sentence; "" where nothing is wrong."""
    is_whole = is_identity_file if place.name == IDENTITY else is_recovery_file
    try:
        content = disk.read_file(place)
    except OSError as error:
        return f"{place.name} {disk.state(error)}"
    if not is_whole(content):
        return f"{place.name} is damaged"
    sha256 = hashlib.sha256(content).hexdigest()
    return "" if known.get(place.name, sha256) == sha256 else f"{place.name} is not the file it was"
