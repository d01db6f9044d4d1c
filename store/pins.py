"""What this machine remembers of an encrypted folder: its store and its public keys, by the folder's place.

Whoever can write the folder could put other public keys into `store.json`, and read what is posted from then
on; or put a plain folder in its place. So the keys that were last unlocked here are kept outside it.
"""

import contextlib
import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import orjson

from store import disk
from store.card import is_encrypted
from store.errors import PassphraseNeeded, RequestRefused
from store.head import state_folder

if TYPE_CHECKING:
    from store.keys import Keys


class Pin(NamedTuple):
    """What was last unlocked at a place."""

    store: str
    recipients: Mapping[str, Sequence[str]]
    """Public keys, by ledger."""


def pinned(path: Path) -> Pin | None:
    """What was last unlocked at this place; None if nothing was, or nobody can tell."""
    try:
        said = orjson.loads(disk.read_file(_place(path)))
        return Pin(str(said["store"]), {name: list(keys) for name, keys in said["recipients"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keys_for(path: Path, keys: "Keys | None") -> "Keys | None":
    """The keys a folder is opened with: none for a plain one, even if some are given.

    Raises:
        PassphraseNeeded: it is encrypted, and there are none.
        RequestRefused: it is not the one that was last open at this place.
    """
    if is_encrypted(path):
        if keys is None:
            raise PassphraseNeeded(
                "This caseload is encrypted, and no passphrase was given. `mentor` asks for it; "
                "see `mentor --help` for how a script gives it."
            )
        check_keys(path, keys.recipients)
        return keys
    check_plain(path)
    return None


def check_plain(path: Path) -> None:
    """Refuse a plain folder where an encrypted one was last open; where nobody can tell, none is refused.

    Raises:
        RequestRefused: somebody may have put it there.
    """
    if os.access(_place(path), os.F_OK):
        raise RequestRefused(
            f"The caseload at {path} was encrypted when it was last open here, and this one is not: somebody "
            "may have put another in its place. Nothing was read or written. If you put it there yourself, "
            "give the folder another name and open it with `mentor --data THAT-NAME`."
        )


def check_keys(path: Path, recipients: Mapping[str, Sequence[str]]) -> None:
    """Refuse a folder under other keys than were last unlocked at this place.

    Raises:
        RequestRefused: somebody may have put it there, to read what is written from now on.
    """
    known = pinned(path)
    if known is not None and known.recipients != recipients:
        raise RequestRefused(
            f"The caseload at {path} is under other keys than when it was last open here: somebody may have "
            "put another in its place. Nothing was written. If you changed the keys on another machine, or "
            "put it there yourself, give the folder another name and open it with `mentor --data THAT-NAME`."
        )


def pin(path: Path, pin: Pin) -> None:
    """Remember it. Where it cannot be kept, posting while locked will be refused and nothing else."""
    if pinned(path) == pin:
        return
    _keep(_place(path), {"store": pin.store, "recipients": dict(pin.recipients)})


def forget(path: Path) -> None:
    """The folder at this place is plain from now on, because she wanted it so."""
    with contextlib.suppress(OSError):
        _place(path).unlink(missing_ok=True)
        _place(path, "key-files").unlink(missing_ok=True)


def key_files(path: Path, recipients: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """SHA-256 by name of the files that last opened these keys at this place; nothing where none is known."""
    try:
        said = orjson.loads(disk.read_file(_place(path, "key-files")))
        known = {str(name): str(sha256) for name, sha256 in said["files"].items()}
        return known if said["recipients"] == dict(recipients) else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def keep_key_files(path: Path, recipients: Mapping[str, Sequence[str]], files: Mapping[str, str]) -> None:
    """Remember them. Where they cannot be kept, only their form will be looked at and nothing else."""
    _keep(_place(path, "key-files"), {"recipients": dict(recipients), "files": dict(files)})


def _keep(place: Path, said: Mapping[str, object]) -> None:
    from store.loose_files import beside  # every save would wait for it, and only the first opening writes

    with contextlib.suppress(OSError):
        disk.make_folder(place.parent)
        with beside(place, orjson.dumps(said)) as written:
            written.replace(place)


def _place(path: Path, what: str = "") -> Path:
    name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return state_folder() / "pins" / (f"{name}.{what}.json" if what else f"{name}.json")
