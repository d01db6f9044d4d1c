"""The command line: finds the command and runs it; `mentor_tui.ending` says how it ends."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from mentor_tui.commands import MODULE_OF
from mentor_tui.commands.door import Shell, check_terminal
from mentor_tui.commands.passphrases import Passphrases
from mentor_tui.commands.paths import path_of
from mentor_tui.ending import ended
from store.errors import RequestRefused

_HELP = """The keyboard-driven companion of a solo peer mentor. Alone, it opens the program.

Everything stays in one folder on this machine; nothing is ever sent anywhere.
stdout is data, stderr is words. Exit codes: 0 done, 1 data or request, 2 usage, 75 locked by another
process, 77 passphrase needed, 130 interrupted.
"""


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command line and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    ended(lambda: command_line(given)(given, prog_name="mentor"))


def command_line(arguments: Sequence[str]) -> typer.Typer:
    """The command line with the one command that is asked for; with all of them where that is not clear."""
    app = typer.Typer(
        name="mentor",
        help=_HELP,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )
    app.callback()(_mentor)
    asked = _command_in(arguments)
    modules = {MODULE_OF[asked]} if asked in MODULE_OF else set(MODULE_OF.values())
    for module in dict.fromkeys(module for module in MODULE_OF.values() if module in modules):
        import_module(f"mentor_tui.commands.{module}").hang(app)
    return app


def _command_in(arguments: Sequence[str]) -> str:
    """The first word that is neither an option nor its value; "" where help is asked of everything."""
    words = iter(arguments)
    for word in words:
        if word in ("--data", "--passphrase-fd", "--passphrase-file"):
            next(words, None)
        elif not word.startswith("-"):
            return word
        elif word in ("--help", "-h"):
            return ""
    return ""


def _mentor(
    context: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option(
            parser=path_of("--data"),
            metavar="FOLDER",
            help="The data folder; else MENTOR_DATA, else your user data folder.",
        ),
    ] = None,
    passphrase_fd: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="N", help="The passphrase is the first line of this open file descriptor."
        ),
    ] = None,
    passphrase_file: Annotated[
        Path | None,
        typer.Option(
            parser=path_of("--passphrase-file"),
            metavar="FILE",
            help="Or of this file, which must be yours alone; else MENTOR_PASSPHRASE_FILE.",
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Say the version and leave.")] = False,
) -> None:
    passphrases = Passphrases(passphrase_fd, passphrase_file)
    context.obj = Shell.at(data, passphrases)
    if version:
        from importlib.metadata import version as installed_version

        print(f"mentor {installed_version('mentor-tui')}")  # noqa: T201
    elif context.invoked_subcommand is None:
        check_terminal()
        if passphrases.is_named:
            raise RequestRefused("The program asks for the passphrase on its own screen; start it without.")
        from mentor_tui.open_app import open_program

        open_program(context.obj.path)
