"""The lock of an encrypted data folder: its keys, wrapped by a passphrase and by a recovery key.

`identity.age` is the identity file wrapped by the passphrase, as `age -i` takes it; `recovery.age` is the
same file wrapped by the recovery key, which she has on paper. scrypt, which makes guessing slow, takes one to
three seconds and up to 1 GiB of memory for that time, and holds the interpreter; so it runs in a process of
its own.
"""

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from store import disk, key_files
from store.card import card_in
from store.errors import MentorError, SaveFailed
from store.keys import Keys, new_keys
from store.layout import CASELOAD, NOTEBOOK, Layout
from store.lock import FolderLock


class WrongKey(MentorError):
    """The passphrase or the recovery key does not open this folder."""

    exit_code = 77


@dataclass(frozen=True, slots=True)
class NewLock:
    """Keys that were just made, and the two files they are wrapped in."""

    keys: Keys
    identity: bytes = field(repr=False)
    """`identity.age`."""
    recovery: bytes = field(repr=False)
    """`recovery.age`."""

    def is_in(self, path: Path) -> None:
        """Remember that these are the key files of the folder at a place from now on."""
        files = {key_files.IDENTITY: self.identity, key_files.RECOVERY: self.recovery}
        key_files.know(path, self.keys.recipients, files)


def new_lock(passphrase: str) -> tuple[NewLock, str]:
    """New keys wrapped by a passphrase, and the recovery key to write down: "AGE-SECRET-KEY-1..."."""
    from store.age_files import new_identity

    secret, public = new_identity()
    keys = new_keys(public)
    return wrapped(keys, passphrase), secret


def wrapped(keys: Keys, passphrase: str) -> NewLock:
    """These keys under a passphrase."""
    from store.unlocking import wrap

    return NewLock(keys, wrap(keys.text(), passphrase), recovery_file(keys))


def recovery_file(keys: Keys) -> bytes:
    """`recovery.age`: the keys, to be opened by the recovery key."""
    from store.age_files import Recipients

    return Recipients([keys.recovery]).encrypt(keys.text())


def unlock(path: Path, passphrase: str) -> Keys:
    """The keys of a data folder, by its passphrase. Takes seconds; the interpreter goes on meanwhile.

    Raises:
        WrongKey: it is another passphrase.
        MentorError: `identity.age` is missing or damaged; the sentence says what is left.
    """
    from store.unlocking import WrongPassphrase, unwrap

    layout = Layout(path)
    try:
        wrapped_keys = disk.read_file(layout.identity)
        keys = Keys.from_text(unwrap(wrapped_keys, passphrase))
        key_files.know(path, keys.recipients, {key_files.IDENTITY: wrapped_keys})
        return keys
    except WrongPassphrase:
        raise WrongKey(
            "That is not the passphrase of this caseload. Nothing was changed; try again."
        ) from None
    except OSError as error:
        raise _unreadable(f"identity.age {disk.state(error)}") from None
    except ValueError:
        raise _unreadable("identity.age is damaged") from None


def unlock_with_recovery(path: Path, recovery_key: str) -> Keys:
    """The keys of a data folder, by the recovery key as she typed it: blanks, dashes and case do not matter.

    Raises:
        WrongKey: it is another key, or was mistyped.
        MentorError: `recovery.age` is missing or damaged; the sentence says what is left.
    """
    from store.age_files import NotOpened, Opener

    typed = recovery_key_typed(recovery_key)
    try:
        opener = Opener(typed)
    except NotOpened:
        raise WrongKey(
            "That is not a whole recovery key: a letter is missing or mistyped. Look at it again."
        ) from None
    try:
        wrapped_keys = disk.read_file(Layout(path).recovery)
        keys = Keys.from_text(opener.decrypt(wrapped_keys))
        key_files.know(path, keys.recipients, {key_files.RECOVERY: wrapped_keys})
        return keys
    except NotOpened:
        raise WrongKey(
            "That is a recovery key, but not the one of this caseload, or recovery.age is damaged. "
            "Nothing was changed."
        ) from None
    except OSError as error:
        raise _no_recovery(disk.state(error)) from None
    except ValueError:
        raise _no_recovery("is damaged") from None


def recovery_key_typed(typed: str) -> str:
    """A recovery key as she typed it from paper, in the form age has it."""
    letters = "".join(mark for mark in typed.upper() if mark.isalnum())
    body = letters.removeprefix("AGESECRETKEY")
    return f"AGE-SECRET-KEY-{body}"


def change_passphrase(path: Path, keys: Keys, passphrase: str) -> None:
    """Wrap the keys anew: the new file is opened once before it takes the old one's place.

    Raises:
        SaveFailed: the old passphrase still holds.
    """
    put_key_files(path, wrapped(keys, passphrase), passphrase)


def check_lock(lock: NewLock, passphrase: str) -> None:
    """Open a new lock once, before it takes the place of another; SaveFailed if it does not open."""
    from store.unlocking import WrongPassphrase, unwrap

    try:
        is_sound = unwrap(lock.identity, passphrase) == lock.keys.text()
    except (WrongPassphrase, ValueError):
        is_sound = False
    if not is_sound:
        raise SaveFailed("The new lock did not open when it was tried, so the one there is still holds.")


def put_key_files(path: Path, lock: NewLock, passphrase: str) -> None:
    """Put wrapped keys into a folder that is encrypted with them; SaveFailed: the old files still stand."""
    from store.loose_files import beside

    layout = Layout(path)
    check_lock(lock, passphrase)
    try:
        with contextlib.closing(FolderLock(layout.lock)) as alone, alone.held():
            _check_they_open(layout, lock.keys)
            for place, content in ((layout.recovery, lock.recovery), (layout.identity, lock.identity)):
                with beside(place, content) as written:
                    written.replace(place)
        lock.is_in(path)
    except OSError as error:
        raise SaveFailed(
            f"The passphrase was not changed: {disk.why(error)}. The old one still holds."
        ) from None


def _check_they_open(layout: Layout, keys: Keys) -> None:
    """That these keys are of what lies in the folder now: else the only good ones would be written over.

    While a passphrase was typed another program may have changed the keys; and whoever can write the folder
    can make a `recovery.age` of his own.
    """
    from store.age_codec import Age
    from store.journal import read_header

    is_theirs = card_in(layout.path).get("recipients") == keys.recipients
    for ledger in (CASELOAD, NOTEBOOK) if is_theirs else ():
        lines = disk.read_file(layout.journal(ledger))
        is_theirs = is_theirs and read_header(Age(keys.of(ledger)), lines) is not None
    if not is_theirs:
        raise SaveFailed(
            "The keys that were opened are not those of what lies in the folder, or not any more, so nothing "
            "was changed. Begin again; `mentor doctor` looks at it."
        )


def _unreadable(what: str) -> MentorError:
    return MentorError(
        f"{what}, so the passphrase cannot open this caseload. The recovery key still can, or a backup."
    )


def _no_recovery(state: str) -> MentorError:
    return MentorError(
        f"recovery.age {state}, so the recovery key cannot open the caseload by itself. "
        "The newest backup holds it too; docs/encryption.md says how."
    )
