"""One entry of a list: a code that is kept, a label that is shown."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a list."""

    code: str
    """What is stored and exported; never changes."""
    label: str
    """What is shown; the mentor may rename it."""


Terms: TypeAlias = tuple[Term, ...]


def terms(listed: str) -> Terms:
    """Terms from "code = label" lines; a line without "=" is its own label."""
    pairs = (line.partition("=") for line in listed.strip().splitlines())
    return tuple(
        Term(code.strip(), label.strip() or code.strip().replace("-", " ")) for code, _, label in pairs
    )


def label(terms: Terms, code: str) -> str:
    """How a code reads; a word that is not in the list reads as itself."""
    return next((term.label for term in terms if term.code == code), code)
