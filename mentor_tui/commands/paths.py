"""Paths as options and arguments give them: as they stand, and said in a sentence where one names nothing.

Typer's own path type would refuse a folder that may not be read with a page of usage, before anybody who
knows better can say what is wrong; and it takes an empty word for the folder one stands in.
"""

from collections.abc import Callable
from pathlib import Path

from store.errors import RequestRefused

TERMINAL = "-"


def path_of(option: str) -> Callable[[str | Path], Path]:
    """Reads the path that stands after an option, or as an argument.

    Args:
        option: what it is called in the sentence that refuses an empty one.
    """

    def read(words: str | Path) -> Path:
        if not str(words).strip():
            raise RequestRefused(f"{option} is empty; name a place, like {option} {_EXAMPLE}.")
        return Path(words)

    return read


def file_or_terminal(words: str | Path) -> Path | None:
    """Reads what stands after `-o` where the terminal is meant without it, and with `-o -` too."""
    return None if words == TERMINAL else path_of("-o")(words)


def file_only(words: str | Path) -> Path:
    """Reads what stands after `-o` where nothing is ever written to the terminal."""
    if words == TERMINAL:
        raise RequestRefused("-o - would write to the terminal, which this does not; name a place: -o ./-.")
    return path_of("-o")(words)


_EXAMPLE = "somewhere/new"
