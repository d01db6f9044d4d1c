"""The typeface of what is printed, and the letters it has: Latin, Greek, Cyrillic and more."""

import unicodedata
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from store.text import clean_lines

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"
_FOLDER = Path(__file__).parents[1] / "fonts"
_INSTEAD = "\ufffd"
MISSING = f"Where {_INSTEAD} stands, this typeface does not have the letter; the record has it."
BACKWARDS = "A script that runs from right to left may stand in another order here than in the record."


@lru_cache(maxsize=1)
def glyphs() -> frozenset[int]:
    """The characters both weights have; they are made known to reportlab on the way."""
    found = []
    for name in (REGULAR, BOLD):
        font = TTFont(name, _FOLDER / f"{name}.ttf")
        pdfmetrics.registerFont(font)
        pdfmetrics.registerFontFamily(name, normal=name, bold=BOLD, italic=name, boldItalic=BOLD)
        found.append(frozenset(font.face.charToGlyph))
    # reportlab draws what is beyond four digits, but a reader that copies it out gets another letter.
    return frozenset(code for code in found[0] & found[1] if code <= 0xFFFF)


class Letters:
    """What a page may print of some words, and what has to be said about that at its end."""

    def __init__(self) -> None:
        """Nothing was left out yet."""
        self._known = glyphs()
        self._is_missing = False
        self._is_backwards = False

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the end of the page."""
        missing = (MISSING,) if self._is_missing else ()
        return (*missing, BACKWARDS) if self._is_backwards else missing

    def plain(self, words: str) -> str:
        """The words with a mark in place of each letter the typeface lacks."""
        # Composed first: a letter with its accent is one glyph, where there is one, and sits right.
        text = unicodedata.normalize("NFC", clean_lines(words))
        if text.isascii():
            return text
        self._is_backwards |= any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
        lacking = {letter for letter in text if letter != "\n" and ord(letter) not in self._known}
        self._is_missing |= bool(lacking)
        for letter in lacking:
            text = text.replace(letter, _INSTEAD)
        return text

    def marked(self, words: str) -> str:
        """The same for a paragraph, in which a line ends where one ended."""
        return escape(self.plain(words)).replace("\n", "<br/>")
