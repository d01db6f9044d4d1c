"""How a command ends: its answer is written out, or one sentence and an exit code say what went wrong."""

import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from typing import NoReturn

from mentor_tui.commands.printing import AnswerLost, CleanStream, flush_out
from mentor_tui.own_mistake import OwnMistake
from store.errors import MentorError, SaveFailed
from store.text import clean_lines

_TRY_AGAIN = "Nothing was saved, and nothing saved before is lost: put that right and run it again."
_STOPPED = "Stopped. What was saved before is saved."


def ended(command: Callable[[], object]) -> NoReturn:
    """Run one command and exit with its code."""
    if sys.stdout is None:  # closed by whoever started it
        sys.stdout = StringIO()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter shows "?", not a traceback
            stream.reconfigure(errors="replace")
    # Typer quotes what was typed when it does not know it; that too may hold what a terminal obeys.
    with redirect_stderr(CleanStream(sys.stderr)):
        code = _carried_out(command)
        try:
            flush_out()
        except AnswerLost as trouble:
            code = _told(str(trouble))
    raise SystemExit(code)


def _carried_out(command: Callable[[], object]) -> int:
    """The exit code of a command; every trouble is told in a sentence."""
    try:
        command()
    except SystemExit as end:
        return _told(_STOPPED, 130) if end.code == 130 else _code(end)
    except KeyboardInterrupt:
        return _told(_STOPPED, 130)
    except SaveFailed as trouble:
        return _told(_without_a_screen(str(trouble)))
    except MentorError as trouble:
        return _told(str(trouble), trouble.exit_code)
    except OSError as trouble:
        return _told(f"That did not work: {_reason(trouble)}. Nothing that was saved is lost.")
    except Exception as trouble:  # noqa: BLE001 - a mistake of ours: its kind and place, and nobody's words
        return _told(str(OwnMistake(trouble)))
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


def _code(end: SystemExit) -> int:
    return end.code if isinstance(end.code, int) else int(end.code is not None)
