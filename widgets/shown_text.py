"""Words on their way to the terminal: no control character passes, no markup is read."""

import re
from collections.abc import Iterable

from textual.content import Content
from textual.style import Style

# C0 without newline, DEL, C1, direction marks and overrides, byte order mark, annotations, lone surrogates,
# tags: a terminal would act on the first three, and the rest make a line read as another, carry words that
# nobody sees, or cannot be written.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def shown(text: str) -> str:
    """The text with every character a terminal might act upon left out; newlines stay."""
    return _UNSAFE.sub("", text)


def content(pieces: Iterable[tuple[str, str | Style]]) -> Content:
    """Pieces of words with their styles as one Content, cleaned and never read as markup."""
    return Content.assemble(*((shown(text), style) for text, style in pieces))
