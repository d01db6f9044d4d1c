"""What stays on one page with what: a heading with what it stands over, a short table with itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

_ROOM_UNDER_HEADING = 90
"""Points; with less on the page, a long table and its heading begin on the next."""


@dataclass(frozen=True, slots=True)
class Heads:
    """A heading: it stands with what follows."""

    drawn: Flowable


@dataclass(frozen=True, slots=True)
class Together:
    """What is not parted."""

    drawn: tuple[Flowable, ...]


Piece: TypeAlias = Flowable | Heads | Together


def on_pages(pieces: Iterable[Piece]) -> Iterator[Flowable]:
    """The pieces as reportlab takes them.

    Its own "keep with next" lets a heading go from a table that is kept together.
    """
    heads: list[Flowable] = []
    for piece in pieces:
        if isinstance(piece, Heads):
            heads.append(piece.drawn)
            continue
        if isinstance(piece, Together):
            yield KeepTogether([*heads, *piece.drawn])
        else:
            if heads:
                yield CondPageBreak(_ROOM_UNDER_HEADING)
            yield from heads
            yield piece
        heads = []
    yield from heads
