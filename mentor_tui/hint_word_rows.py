"""Words for hints as rows: the mentor's own, and those she wants no hint for."""

from __future__ import annotations

from collections.abc import Sequence

from mentor_tui.word_hints import KIND_LABELS, kind_of
from store.records import HintWord
from widgets.row import Column, Gap, Heading, Item, Row

COLUMNS = (Column(least=12, most=26), Column())
"""The words; what else is said of them."""
OWN = "YOUR OWN"
OFF = "NO HINT FOR THESE"
NONE_YET = "No word of your own yet; {add} writes one. The program's own lists work without."


def items(kept: Sequence[HintWord]) -> list[Item]:
    """Her own first, then those that are off; each in the order of the letters."""
    own = [_row(one, _said(one)) for one in _sorted(kept) if not one.is_off]
    off = [_row(one, "the program's own hint is off") for one in _sorted(kept) if one.is_off]
    shown: list[Item] = [Heading(OWN), *own] if own else []
    if off:
        shown += [*([Gap()] if own else []), Heading(OFF), *off]
    return shown


def summary(kept: Sequence[HintWord]) -> str:
    """For Settings."""
    own = sum(not one.is_off for one in kept)
    return f"{own or 'no'} word{'s' * (own != 1)} of your own; enter shows them"


def _row(one: HintWord, said: str) -> Row:
    return Row(f"word {one.id}", (((one.words, ""),), ((said, "muted"),)))


def _said(one: HintWord) -> str:
    return f"or: {one.instead}" if one.instead else KIND_LABELS[kind_of(one)]


def _sorted(kept: Sequence[HintWord]) -> list[HintWord]:
    return sorted(kept, key=lambda one: one.words)
