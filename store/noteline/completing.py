"""What the word being typed may become."""

from collections.abc import Sequence

from store.names import NameEntry, book_of, name_key
from store.noteline.known_words import ACTIVITY_WORDS
from store.vocabulary.themes import THEME_NAMES

MOST = 8
_SIGNS = "@#+"


def complete(
    text: str, names: Sequence[NameEntry], services: Sequence[NameEntry], *, person: int | None = None
) -> tuple[str, ...]:
    """The line with what stands at its end completed, at most eight ways; none if nothing fits.

    Args:
        person: the person already chosen; the line does not begin with a name then.
    """
    sign = max(text.rfind(f" {sign}") for sign in _SIGNS) + 1
    if "\n" in text:
        return ()
    if sign or text[:1] in tuple(_SIGNS):
        kept, typed = text[: sign + 1], text[sign + 1 :]
        return _lines(kept, _known(text[sign], typed, services))
    if person is not None:
        return ()
    comma = text.rfind(",") + 1
    typed = text[comma:].lstrip(" ")
    key = name_key(typed)
    return _lines(text[: len(text) - len(typed)], book_of(names).names_starting(key) if key else ())


def _known(sign: str, typed: str, services: Sequence[NameEntry]) -> tuple[str, ...]:
    key = name_key(typed)
    if sign == "@":
        return _services(key, services) if key else ()
    words = THEME_NAMES if sign == "#" else tuple(ACTIVITY_WORDS)
    return tuple(word for word in words if word.startswith(key)) if " " not in typed else ()


def _services(key: str, services: Sequence[NameEntry]) -> tuple[str, ...]:
    """Names that would be read: one that several services share is not offered."""
    book = book_of(services)
    shorts = (short for entry in services for short in entry.also if name_key(short).startswith(key))
    offered = (name for name in (*shorts, *book.names_starting(key)) if name_key(name).startswith(key))
    return tuple(dict.fromkeys(name for name in offered if len(book.exactly(name_key(name))) == 1))


def _lines(kept: str, words: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{kept}{word} " for word in words[:MOST])
