"""The command line: finds the command, runs it, turns every trouble into a sentence and an exit code."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from mentor_tui.commands import MODULE_OF
from mentor_tui.commands.door import Shell
from store.errors import MentorError
from store.text import clean_lines

_HELP = """The keyboard-driven companion of a solo peer mentor. Alone, it opens the program.

Everything stays in one folder on this machine; nothing is ever sent anywhere.
stdout is data, stderr is words. Exit codes: 0 done, 1 data or request, 2 usage, 75 locked by another
process, 77 passphrase needed, 130 interrupted.
"""


def run(arguments: Sequence[str] | None = None) -> None:
    """Run one command line and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter shows "?", not a traceback
            stream.reconfigure(errors="replace")
    try:
        command_line(given)(given, prog_name="mentor")
    except MentorError as trouble:
        print(clean_lines(str(trouble)), file=sys.stderr)  # noqa: T201
        raise SystemExit(trouble.exit_code) from None
    except OSError as trouble:
        reason = clean_lines(trouble.strerror or "the machine refused it")
        print(f"That did not work: {reason}. Nothing that was saved is lost.", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None


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
    for module in sorted(modules):
        import_module(f"mentor_tui.commands.{module}").hang(app)
    return app


def _command_in(arguments: Sequence[str]) -> str:
    """The first word that is neither an option nor its value; "" where help is asked of everything."""
    words = iter(arguments)
    for word in words:
        if word == "--data":
            next(words, None)
        elif not word.startswith("-"):
            return word
        elif word in ("--help", "-h"):
            return ""
    return ""


def _mentor(
    context: typer.Context,
    data: Annotated[
        Path | None, typer.Option(help="The data folder; else MENTOR_DATA, else your user data folder.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Say the version and leave.")] = False,
) -> None:
    context.obj = Shell.at(data)
    if version:
        from importlib.metadata import version as installed_version

        print(f"mentor {installed_version('mentor-tui')}")  # noqa: T201
    elif context.invoked_subcommand is None:
        from mentor_tui.open_app import open_program

        open_program(context.obj.path)
