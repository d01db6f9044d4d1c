"""How every `mentor import` ends: a backup, one act, and what came in or would have come in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentor_tui.commands.backing_up import back_up
from mentor_tui.commands.printing import put, put_json, say, say_saved
from store.errors import RequestRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import typer

    from store.caseload import Caseload
    from store.saved import Saved


@dataclass(frozen=True, slots=True)
class ToBringIn:
    """Something that was read and may be brought in."""

    write: Callable[[], Saved] | None
    """Brings it in, as one act; None where nothing is to be written."""
    shape: Callable[[], dict[str, Any]]
    """What came of it, for --json."""
    lines: Callable[[bool], Iterable[str]]
    """The same in words; told whether it was brought in."""
    otherwise: str = "Nothing was written."
    """What is said where nothing was written."""
    refused: str = ""
    """Why it may not be written, with the way out; said after all that is wrong with it."""


def bring_in(context: typer.Context, caseload: Caseload, incoming: ToBringIn, *, json: bool) -> None:
    """Bring it in after a backup, and print what came of it.

    Raises:
        RequestRefused: it may not be written as it is.
    """
    saved = None
    if incoming.write is not None and not incoming.refused:
        back_up(context, caseload)
        saved = incoming.write()
    if json:
        put_json({"applied": saved is not None} | incoming.shape())
    else:
        for line in incoming.lines(saved is not None):
            put(line)
    if incoming.refused:
        raise RequestRefused(incoming.refused)
    if saved:
        say_saved(saved, caseload.clock.now())
    else:
        say(incoming.otherwise)
