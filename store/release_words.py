"""A release as it is typed where its day may not be known."""

from store.text import fold

_UNKNOWN = frozenset({"unknown", "not known", "no day", "no date", "not known yet", "no day yet", "?"})


def is_unknown(text: str) -> bool:
    """Whether the words say that somebody is not out yet, and nobody knows the day."""
    return " ".join(fold(text).split()) in _UNKNOWN
