"""The command line: finds the command, runs it, turns every trouble into a sentence and an exit code."""

import sys
from collections.abc import Sequence
from contextlib import redirect_stderr
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from mentor_tui.commands import MODULE_OF
from mentor_tui.commands.door import Shell, check_terminal
from mentor_tui.commands.printing import AnswerLost, CleanStream, flush_out
from store.errors import MentorError, SaveFailed
from store.text import clean_lines

_HELP = """The keyboard-driven companion of a solo peer mentor. Alone, it opens the program.

Everything stays in one folder on this machine; nothing is ever sent anywhere.
stdout is data, stderr is words. Exit codes: 0 done, 1 data or request, 2 usage, 75 locked by another
process, 77 passphrase needed, 130 interrupted.
"""

_TRY_AGAIN = "Nothing was saved, and nothing saved before is lost: put that right and run it again."


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command line and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdout is None:  # closed by whoever started it
        sys.stdout = StringIO()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter shows "?", not a traceback
            stream.reconfigure(errors="replace")
    # Typer quotes what was typed when it does not know it; that too may hold what a terminal obeys.
    with redirect_stderr(CleanStream(sys.stderr)):
        code = _carried_out(given)
        try:
            flush_out()
        except AnswerLost as trouble:
            code = _told(str(trouble))
    raise SystemExit(code)


def _carried_out(given: Sequence[str]) -> int:
    """The exit code of a command line; every trouble is told in a sentence."""
    try:
        command_line(given)(given, prog_name="mentor")
    except SystemExit as end:
        return _told("Stopped. What was saved before is saved.", 130) if end.code == 130 else _code(end)
    except KeyboardInterrupt:
        return _told("Stopped. What was saved before is saved.", 130)
    except SaveFailed as trouble:
        return _told(_without_a_screen(str(trouble)))
    except MentorError as trouble:
        return _told(str(trouble), trouble.exit_code)
    except OSError as trouble:
        return _told(f"That did not work: {_reason(trouble)}. Nothing that was saved is lost.")
    except Exception as trouble:  # noqa: BLE001 - a mistake of ours: its kind and place, and nobody's words
        return _told(
            f"Something in mentor itself went wrong ({type(trouble).__name__}, {_place(trouble)}). "
            "Nothing that was saved is lost; `mentor doctor` looks at the data."
        )
    return 0


def _told(sentence: str, code: int = 1) -> int:
    print(clean_lines(sentence), file=sys.stderr)  # noqa: T201
    return code


def _without_a_screen(sentence: str) -> str:
    """Said of a save to one who sees no line any more in which to press enter again."""
    happened, on_a_screen, _ = sentence.partition(" Your words are still here")
    return f"{happened} {_TRY_AGAIN}" if on_a_screen else sentence


def _reason(trouble: OSError) -> str:
    return clean_lines(trouble.strerror or "the machine refused it").lower()


def _place(trouble: Exception) -> str:
    last = trouble.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return f"{Path(last.tb_frame.f_code.co_filename).stem} {last.tb_lineno}" if last else "nowhere"


def _code(end: SystemExit) -> int:
    return end.code if isinstance(end.code, int) else int(end.code is not None)


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
        check_terminal()
        from mentor_tui.open_app import open_program

        open_program(context.obj.path)
