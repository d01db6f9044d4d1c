"""stdout is data, stderr is words; both are cleaned of whatever could move a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from store.text import clean_lines

if TYPE_CHECKING:
    from store.clock import Moment
    from store.saved import Saved

SCHEMA_VERSION = 1
"""Of every JSON this program prints; grows when a field changes its meaning or goes."""


def say(words: str) -> None:
    """A sentence to the mentor."""
    print(clean_lines(words), file=sys.stderr)  # noqa: T201


def put(text: str) -> None:
    """A line of what was asked for."""
    print(clean_lines(text))  # noqa: T201


def put_json(fields: dict[str, Any]) -> None:
    """One JSON object, with `schema_version` first."""
    import json

    shown = json.dumps({"schema_version": SCHEMA_VERSION} | fields, ensure_ascii=False, indent=2)
    # JSON escapes C0 itself; DEL, C1 and direction marks it leaves, and a terminal would obey them.
    print("".join(_escaped(mark) for mark in shown))  # noqa: T201


def say_saved(saved: Saved, moment: Moment) -> None:
    """That it is on the disk, and how to take it back."""
    say(f"Saved {moment.wall:%H:%M} · `mentor undo` takes it back.")


def _escaped(mark: str) -> str:
    return mark if mark == "\n" or clean_lines(mark) == mark else f"\\u{ord(mark):04x}"
