"""To whom something is shared, by name: when two names are one, and when they only look alike: pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from store.errors import RequestRefused
from store.text import fold

_ALIKE = 0.8
# Letters of other scripts that look like ours, after case and accents are folded (Unicode confusables).
_LOOKS_LIKE = str.maketrans(
    {
        **dict(zip("абвгеһіјкӏмнорсԛѕтухԝь", "a6brehijklmhopcqstyxwb", strict=True)),
        **dict(zip("αβεηικνορτυχγω", "abeniknoptuxyw", strict=True)),
        **dict(zip("ıոսօց", "inuog", strict=True)),
    }
)
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")


def called(name: str) -> str:
    """What a name is compared by: case folded, blanks closed, marks that nobody sees left out.

    Accents stand: Rösa is not Rosa.
    """
    if name.isascii():
        return " ".join(name.split()).lower()
    whole = unicodedata.normalize("NFC", name).casefold()
    seen = "".join(mark for mark in whole if unicodedata.category(mark) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def is_same(one: str, other: str) -> bool:
    """Whether two names as they were typed are one."""
    return called(one) == called(other)


def nearly(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that are another one, but nearly alike, each once, as it is written."""
    sought, found = called(name), dict[str, str]()
    for one in names:
        if called(one) != sought and _is_alike(_bare(name), _bare(one)):
            found.setdefault(called(one), one)
    return tuple(found.values())


def refuse_look_alike(name: str) -> None:
    """Refuse a name in which letters of two scripts stand in one word.

    Raises:
        RequestRefused: such a name looks like another, and is not.
    """
    for word in name.split():
        if len({script for mark in word if (script := _script(mark))}) > 1:
            raise RequestRefused(
                f"In “{name[:40]}” are letters of two alphabets that look alike. Type the name anew."
            )


def _bare(name: str) -> str:
    """A name without accents, points and blanks, look-alike letters as ours."""
    return "".join(mark for mark in fold(called(name)).translate(_LOOKS_LIKE) if mark.isalnum())


def _is_alike(one: str, other: str) -> bool:
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and len(shorter) > 1:
        return True
    return SequenceMatcher(None, shorter, longer).ratio() >= _ALIKE


def _script(mark: str) -> str:
    if not mark.isalpha() or mark.isascii():
        return "LATIN" if mark.isalpha() else ""
    named = unicodedata.name(mark, "")
    return next((script for script in _SCRIPTS if named.startswith(script)), "")
