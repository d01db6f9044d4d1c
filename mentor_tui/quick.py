"""The two commands of every hour in their plainest form, without waking Typer.

Typer takes longer to wake than a note takes to save. Where a line has only words, the function that Typer
would call is called at once; what has an option, asks for help or is not clear is left to `mentor_tui.cli`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from mentor_tui.commands.door import Shell


def quick_command(arguments: Sequence[str]) -> Callable[[], None] | None:
    """What these words do, if they are a note or Today with nothing but words and --json; else None."""
    given, data = list(arguments), None
    if len(given) > 1 and given[0] == "--data" and given[1].strip():
        data, given = Path(given[1]), given[2:]
    words = [word for word in given if word != "--json"]
    if any(word.startswith("-") and word != "-" for word in words) or given[:1] == ["--json"]:
        return None
    json = len(words) < len(given)
    match words:
        case ["note", *text]:
            return partial(_note, data, text, json)
        case ["today"]:
            return partial(_today, data, json)
    return None


def _note(data: Path | None, text: list[str], json: bool) -> None:
    from mentor_tui.commands.note_words import Said
    from mentor_tui.commands.posting import note

    note(Shell.at(data), text, Said(), json)


def _today(data: Path | None, json: bool) -> None:
    from mentor_tui.commands.today_lines import print_today

    print_today(Shell.at(data), json)
