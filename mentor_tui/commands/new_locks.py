"""A new passphrase and a new recovery key in the shell: asked for, shown, and asked back."""

from mentor_tui.commands import terminal
from mentor_tui.commands.passphrases import Passphrases, line_from
from mentor_tui.commands.printing import say
from mentor_tui.lock_words import IF_BOTH_ARE_LOST, NOT_THE_SAME, SHOWN_ONCE, STRENGTHS
from mentor_tui.recovery_groups import asked_back, is_group, lines, parts
from store.errors import PassphraseNeeded, RequestRefused
from store.vault import NewLock, new_lock

_TRIES = 3
_WIDTH = 60
_NO_NEW_ONE = (
    "A new passphrase is needed, and there is no terminal to ask on. Give it with {option}; docs/shell.md "
    "says how."
)


def first_passphrase(sources: Passphrases) -> str:
    """A passphrase for what is not encrypted yet: from a source of this command line, else typed twice."""
    if (given := sources.given()) is not None:
        return given
    return _typed_twice("--passphrase-fd", IF_BOTH_ARE_LOST)


def next_passphrase(descriptor: int | None) -> str:
    """A passphrase in the place of another: from a file descriptor, else typed twice."""
    if descriptor is not None:
        return line_from(descriptor)
    return _typed_twice("--new-passphrase-fd", "")


def first_lock(sources: Passphrases) -> tuple[NewLock, str, str]:
    """New keys for what is not encrypted yet, their recovery key and their passphrase."""
    is_scripted = sources.is_given
    passphrase = first_passphrase(sources)
    say("Making the lock: a few seconds, so that guessing is slow ...")
    lock, recovery_key = new_lock(passphrase)
    show(recovery_key, is_scripted=is_scripted)
    return lock, recovery_key, passphrase


def show(recovery_key: str, *, is_scripted: bool) -> None:
    """Show a recovery key on the terminal and ask two groups of it back; a script gets it with its answer.

    Raises:
        RequestRefused: it was not copied as it is. Nothing has been made with it yet.
    """
    if is_scripted or not terminal.is_there():
        return
    begins, groups = parts(recovery_key)
    terminal.tell(f"\nYour recovery key. {SHOWN_ONCE}\n\n  {begins}")
    for row in lines(groups, _WIDTH):
        terminal.tell("".join(number + group for number, group in row))
    terminal.tell("")
    for number in asked_back(groups):
        for tries_left in reversed(range(_TRIES)):
            if is_group(terminal.ask_openly(f"Group {number} from your paper: "), groups[number - 1]):
                break
            if not tries_left:
                raise RequestRefused(
                    "The key on your paper is another one, so nothing was made or changed. Begin again."
                )
            terminal.tell("That is another one. Look at your paper.")


def _typed_twice(option: str, first_words: str) -> str:
    from store.passphrases import strength

    none = _NO_NEW_ONE.format(option=option)
    if first_words and terminal.is_there():
        terminal.tell(first_words)
    for _ in range(_TRIES):
        typed = terminal.ask("New passphrase: ", none)
        if not typed.strip():
            raise PassphraseNeeded("Nothing was typed, so nothing was made or changed.")
        terminal.tell(STRENGTHS[strength(typed)])
        if terminal.ask("Once more: ", none) == typed:
            return typed
        terminal.tell(NOT_THE_SAME)
    raise RequestRefused("The two were not the same, so nothing was made or changed.")
