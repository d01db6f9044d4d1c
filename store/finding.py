"""One thing the doctor saw, and how it counts things in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

_NAMED = 5
"""Records or files named in one sentence; more are counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was seen."""

    severity: Literal["trouble", "notice"]
    text: str
    """A sentence."""


def numbers(ids: Sequence[int]) -> str:
    """Records by their numbers: "number 3, 4"."""
    named = ", ".join(map(str, ids[:_NAMED]))
    return f"number {named}" + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")


def named(names: Sequence[str]) -> str:
    """Files by their names: "a, b and more"."""
    return ", ".join(names[:_NAMED]) + (" and more" if len(names) > _NAMED else "")


def counted(things: Sequence[Any], one: str, many: str) -> str:
    """How many, with the right word: "2 files are"."""
    return f"{len(things)} {one if len(things) == 1 else many}"
