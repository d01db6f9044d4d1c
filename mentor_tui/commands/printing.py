"""stdout is data, stderr is words; both are cleaned of whatever could move a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

from store.errors import MentorError
from store.text import clean_lines, escape_marks

if TYPE_CHECKING:
    from store.clock import Moment
    from store.saved import Saved

SCHEMA_VERSION = 1
"""Of every JSON this program prints; grows when a field changes its meaning or goes."""


class AnswerLost(MentorError):
    """The command did what it was asked, but its answer cannot be written where it should go."""


def say(words: str) -> None:
    """A sentence to the mentor."""
    print(clean_lines(words), file=sys.stderr)  # noqa: T201


def put(text: str) -> None:
    """A line of what was asked for."""
    write_out(clean_lines(text) + "\n")


def put_json(fields: dict[str, Any]) -> None:
    """One JSON object, with `schema_version` first."""
    write_out(json_words({"schema_version": SCHEMA_VERSION} | fields, indent=2) + "\n")


def json_words(fields: dict[str, Any], indent: int | None = None) -> str:
    """JSON that holds every letter, and no mark that a terminal would obey."""
    import json

    shown = json.dumps(fields, ensure_ascii=not _takes_any_letter(), indent=indent)
    return escape_marks(shown)


def write_out(text: str) -> None:
    """Text to stdout as it is; a reader that has had enough (`| head`) ends the command without a word.

    Raises:
        AnswerLost: it cannot be written.
    """
    try:
        sys.stdout.write(text)
    except OSError as error:
        _not_written(error)
        raise SystemExit(0) from None


def flush_out() -> None:
    """Have everything reach whoever reads; a reader that has left wants nothing more.

    Raises:
        AnswerLost: it cannot be written.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _not_written(error)


def say_saved(saved: Saved, moment: Moment) -> None:
    """That it is on the disk, and how to take it back."""
    say(f"Saved {moment.wall:%H:%M} · `mentor undo` takes it back.")


def _takes_any_letter() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")


def _not_written(error: OSError) -> None:
    # Python flushes stdout once more as it ends, and would complain about what nobody reads.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        reason = (error.strerror or "the machine refused it").lower()
        raise AnswerLost(f"The answer could not be written out: {reason}. What was saved is saved.") from None


class CleanStream:
    """A stream of words that lets no control sequence through, whoever writes to it."""

    def __init__(self, stream: TextIO | None) -> None:
        """Around a stream; around nothing (`2>&-`) it keeps quiet."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what a terminal shows; what it would obey is left out."""
        if self._stream is not None:
            self._stream.write(clean_lines(text))
        return len(text)

    def flush(self) -> None:
        """Have it reach the terminal."""
        if self._stream is not None:
            self._stream.flush()

    def isatty(self) -> bool:
        """Whether someone reads along."""
        return self._stream is not None and self._stream.isatty()
