"""`mentor`: alone it opens the program, with a command it is the shell. Each imports only what it needs."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from mentor_tui.own_process import keep_to_itself
from mentor_tui.together import refuse_if_apart


def main() -> None:
    """The entry point of the installed command."""
    keep_to_itself()
    refuse_if_apart()
    asked, data = opens_the_program(sys.argv[1:])
    try:
        if asked:
            _open(data)
        else:
            _run(sys.argv[1:])
    except KeyboardInterrupt:  # before anything began
        raise SystemExit(130) from None


def opens_the_program(arguments: Sequence[str]) -> tuple[bool, Path | None]:
    """Whether these words only open the program, and on which folder (None: the usual one).

    The shell would find out too, but only after importing Typer, which the first frame would wait for.
    """
    match list(arguments):
        case []:
            return True, None
        case ["--data", folder] if folder.strip():
            return True, Path(folder)
        case [word] if word.startswith("--data=") and word.partition("=")[2].strip():
            return True, Path(word.partition("=")[2])
    return False, None


def _run(arguments: Sequence[str]) -> None:
    import gc

    gc.disable()  # a note is over before there would be anything to collect
    from mentor_tui.quick import quick_command

    if command := quick_command(arguments):
        _run_quickly(command)
    gc.enable()
    from mentor_tui.cli import run

    run(arguments)


def _run_quickly(command: Callable[[], None]) -> NoReturn:
    import atexit

    from mentor_tui.ending import ended

    try:
        ended(command)
    except SystemExit as end:
        # Everything is on the disk and closed. Taking the interpreter apart as well would take a tenth of the
        # whole command, and someone waits for her prompt.
        atexit.register(_leave, end.code)
        raise


def _leave(code: object) -> None:
    import os

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, gone or full: said already
            stream.flush()
    os._exit(code if isinstance(code, int) else 1)


def _open(data: Path | None) -> None:
    from mentor_tui.commands.door import Shell, check_terminal
    from store.errors import MentorError
    from store.text import clean_lines

    try:
        check_terminal()
        from mentor_tui.open_app import open_program

        open_program(Shell.at(data).path)
    except MentorError as trouble:
        print(clean_lines(str(trouble)), file=sys.stderr)  # noqa: T201
        raise SystemExit(trouble.exit_code) from None
    except OSError as trouble:
        reason = clean_lines(trouble.strerror or "the machine refused it")
        print(f"The program could not open: {reason}. Nothing that was saved is lost.", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None
