"""`mentor passphrase`, `mentor recovery-key`, `mentor rekey`, `mentor encrypt` and `mentor decrypt`."""

from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands import terminal
from mentor_tui.commands.door import Shell, shell
from mentor_tui.commands.new_locks import first_lock, next_passphrase, show
from mentor_tui.commands.options import Json
from mentor_tui.commands.passphrases import line_from
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.stopping import tidy_when_stopped
from store.card import is_encrypted
from store.errors import RequestRefused

if TYPE_CHECKING:
    from store.keys import Keys
    from store.vault import NewLock

RecoveryFd = Annotated[
    int | None,
    typer.Option(
        min=0, metavar="N", help="The passphrase is forgotten: the recovery key, from this descriptor."
    ),
]
NewFd = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="The new passphrase, from this file descriptor.")
]
_WORKING = "Making the lock: a few seconds, so that guessing is slow ..."


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    passphrase = typer.Typer(help="The passphrase of an encrypted caseload.", no_args_is_help=True)
    passphrase.command("change")(change)
    app.add_typer(passphrase, name="passphrase")
    recovery = typer.Typer(help="The recovery key of an encrypted caseload.", no_args_is_help=True)
    recovery.command("new")(new_recovery_key)
    app.add_typer(recovery, name="recovery-key")
    for command in (rekey, encrypt, decrypt):
        app.command(command.__name__)(command)


def change(
    context: typer.Context,
    forgotten: Annotated[bool, typer.Option("--forgotten", help="Ask for the recovery key instead.")] = False,
    recovery_key_fd: RecoveryFd = None,
    new_passphrase_fd: NewFd = None,
    json: Json = False,
) -> None:
    """Put another passphrase in the place of the one there is; the recovery key stays."""
    from store.vault import change_passphrase

    here = _encrypted(context)
    keys = _keys(here, forgotten, recovery_key_fd)
    new = next_passphrase(new_passphrase_fd)
    say(_WORKING)
    change_passphrase(here.path, keys, new)
    _answer(json, "The passphrase is changed. The recovery key is still the one on your paper.")
    say("Backups made before open with the old one. If somebody may know that, `mentor rekey` comes next.")


def new_recovery_key(context: typer.Context, json: Json = False) -> None:
    """Make another recovery key; the old one opens nothing here any more."""
    from store.age_files import new_identity

    here = _encrypted(context)
    keys, passphrase = here.passphrases.unlocked(here.path)
    recovery_key, public = new_identity()
    show(recovery_key, is_scripted=here.passphrases.is_given)
    _under_new_keys(here, keys, passphrase, public, "new-recovery-key")
    _answer(
        json,
        "There is a new recovery key. Backups made before still open with the old one.",
        recovery_key,
        here,
    )


def rekey(context: typer.Context, json: Json = False) -> None:
    """Encrypt everything anew with other keys; passphrase and recovery key stay as they are."""
    here = _encrypted(context)
    keys, passphrase = here.passphrases.unlocked(here.path)
    _under_new_keys(here, keys, passphrase, keys.recovery, "rekey")
    _answer(json, "Everything is encrypted anew. Backups made before still open with the old keys.")


def encrypt(context: typer.Context, json: Json = False) -> None:
    """Encrypt a caseload that is not: with a passphrase, and a recovery key on paper."""
    here = shell(context)
    if is_encrypted(here.path):
        raise RequestRefused("This caseload is encrypted already; nothing was changed.")
    _check_there(here)
    lock, recovery_key, passphrase = first_lock(here.passphrases)
    _relock(here, None, lock, passphrase, "encrypt")
    _answer(json, "Everything in the folder is encrypted now.", recovery_key, here)
    say("A flash disk or a sync service may keep traces of what lay there before.")
    _name_what_is_plain(here)


def decrypt(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you mean it.")] = False,
    json: Json = False,
) -> None:
    """Take the encryption off: whoever can open this disk can read everything then."""
    from store.backup_keeping import proven_backup
    from store.folder import DataFolder

    here = _encrypted(context)
    keys = here.passphrases.keys(here.path)
    if not yes and terminal.ask_openly("Anybody who opens this disk will read it. Type yes: ") != "yes":
        raise RequestRefused("Nothing was changed. `mentor decrypt --yes` does not ask.")
    with DataFolder.open(here.path, here.clock, keys=keys) as folder:
        proven_backup(folder, here.clock, "decrypt")
    _relock(here, keys, None, "", "decrypt")
    _answer(json, "It is not encrypted any more. `mentor encrypt` makes it so again.")


def _under_new_keys(here: Shell, keys: "Keys", passphrase: str, recovery: str, why: str) -> None:
    from store.backup_keeping import proven_backup
    from store.folder import DataFolder
    from store.keys import new_keys
    from store.vault import wrapped

    with tidy_when_stopped(), DataFolder.open(here.path, here.clock, keys=keys) as folder:
        proven_backup(folder, here.clock, why)
    say(_WORKING)
    _relock(here, keys, wrapped(new_keys(recovery), passphrase), passphrase, why)


def _relock(here: Shell, keys: "Keys | None", lock: "NewLock | None", passphrase: str, why: str) -> None:
    from store.rekeying import relock

    with tidy_when_stopped():
        relock(here.path, here.clock, keys, lock, passphrase, why)


def _keys(here: Shell, forgotten: bool, descriptor: int | None) -> "Keys":
    from mentor_tui.recovery_groups import whole
    from store.vault import unlock_with_recovery

    if descriptor is not None:
        return unlock_with_recovery(here.path, whole(line_from(descriptor)))
    if forgotten:
        without = "There is no terminal to ask on; --recovery-key-fd takes the recovery key."
        return unlock_with_recovery(here.path, whole(terminal.ask("Recovery key: ", without)))
    return here.passphrases.keys(here.path, "Passphrase now: ")


def _encrypted(context: typer.Context) -> Shell:
    here = shell(context)
    _check_there(here)
    if not is_encrypted(here.path):
        raise RequestRefused("This caseload is not encrypted; `mentor encrypt` makes it so.")
    return here


def _check_there(here: Shell) -> None:
    from store.creating import check_place
    from store.layout import Layout
    from store.swapping import settle_swap

    settle_swap(here.path)
    check_place(Layout(here.path))


def _answer(json: bool, sentence: str, recovery_key: str = "", here: Shell | None = None) -> None:
    """Said; and the recovery key, where no terminal has shown it."""
    is_untold = (
        bool(recovery_key) and here is not None and (here.passphrases.is_given or not terminal.is_there())
    )
    if json:
        put_json({"done": True, **({"recovery_key": recovery_key} if recovery_key else {})})
        return
    put(sentence)
    if is_untold:
        put(recovery_key)


def _name_what_is_plain(here: Shell) -> None:
    """What lies on the disk from before, and can still be read."""
    from store.backup import listing
    from store.swapping import set_aside

    plain = [one.name for one in listing(here.path) if not one.is_encrypted]
    beside = [str(at) for at in set_aside(here.path) if not is_encrypted(at)]
    if plain:
        say(f"These backups are from before and can be read by anybody: {', '.join(plain)}")
        say(f"They lie in {here.path / 'backups'}; remove them once you have a newer one.")
    if beside:
        say(f"These folders were set aside by a restore and can be read by anybody: {', '.join(beside)}")
