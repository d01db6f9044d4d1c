"""Words without the names of other people: what one person reads must not tell about another."""

import re
from collections.abc import Iterable, Mapping

from mentor_tui.reports.document import Block, Grid, Points, Quote, Words
from store.text import fold

_WORD = re.compile(r"\w+")
# A name that is a word of every day too is taken for the name only where it is written as one.
_EVERYDAY = frozenset(
    _WORD.findall(
        """
        will hope may mark art rose grace faith joy dawn summer autumn june april march bill sky ray chance
        angel star guy rich don grant lance miles nick norm penny robin skip victor ward young king prince
        case cliff ginger honey melody mercy patience charity ivy holly lily daisy ruby pearl amber jade
        brook river storm gene jay frank earnest rob happy lucky buddy sunny misty sandy rusty dusty destiny
        kit an so do in on to he me my no al see
        """
    )
)

Names = dict[tuple[str, ...], str]
"""What stands for a name, by its folded words."""


def stand_ins(names: Mapping[str, str], own: str = "") -> Names:
    """How names are said instead: whole, and by their first word.

    Args:
        names: what stands for each name.
        own: a name that stays as it is, and every part of it.
    """
    found: Names = {}
    for name, stand_in in names.items():
        words = _words(name)
        if words:
            found[words] = stand_in
            found.setdefault(words[:1], stand_in)
    for kept in (_words(own), _words(own)[:1]):
        found.pop(kept, None)
    return {words: stand_in for words, stand_in in found.items() if len("".join(words)) > 1}


def without_names(text: str, names: Names) -> str:
    """The text, each of these names replaced by what stands for it; the longest that fits wins."""
    if not names:
        return text
    tokens = [(found.start(), found.end(), fold(found[0])) for found in _WORD.finditer(text)]
    longest = max(map(len, names))
    parts, at, place = [], 0, 0
    while place < len(tokens):
        size = _fits(text, tokens, place, names, longest)
        if size:
            key = tuple(word for *_, word in tokens[place : place + size])
            parts += [text[at : tokens[place][0]], names[key]]
            at = tokens[place + size - 1][1]
        place += size or 1
    return "".join([*parts, text[at:]])


def perhaps_names(text: str, names: Names) -> tuple[str, ...]:
    """Words of every day in the text that are names too, and were left because they are written small."""
    words = dict.fromkeys(word for word in _WORD.findall(text) if not word[0].isupper())
    return tuple(word for word in words if fold(word) in _EVERYDAY and (fold(word),) in names)


def blocks_without(blocks: Iterable[Block], names: Names) -> list[Block]:
    """Blocks of a page, the words in them without these names; headings and headers stay."""
    return [_block_without(block, names) for block in blocks]


def _block_without(block: Block, names: Names) -> Block:
    if isinstance(block, Words):
        return Words(without_names(block.words, names), block.is_quiet, block.is_strong)
    if isinstance(block, Quote):
        return Quote(without_names(block.words, names), block.of)
    if isinstance(block, Points):
        return Points(tuple(without_names(each, names) for each in block.points), block.boxes)
    if isinstance(block, Grid):
        rows = tuple(tuple(without_names(cell, names) for cell in row) for row in block.rows)
        return Grid(block.columns, rows, block.right, block.wide)
    return block


def _fits(text: str, tokens: list[tuple[int, int, str]], place: int, names: Names, longest: int) -> int:
    """How many words from here are one of the names; 0 for none."""
    for size in range(min(longest, len(tokens) - place), 0, -1):
        key = tuple(word for *_, word in tokens[place : place + size])
        if key not in names:
            continue
        if size == 1 and key[0] in _EVERYDAY and not text[tokens[place][0]].isupper():
            continue
        return size
    return 0


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(name))
