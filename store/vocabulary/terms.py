"""One entry of a list: a code that is kept, a label that is shown."""

from dataclasses import dataclass
from typing import TypeAlias

from store.text import fold


@dataclass(slots=True, eq=False)
class Term:
    """One entry of a list. Only `rename` changes a label, for the whole program at once."""

    code: str
    """What is stored and exported; never changes."""
    label: str
    """What is shown: the mentor's own words where she has some."""
    default: str
    """What is shown otherwise."""


Terms: TypeAlias = tuple[Term, ...]


def terms(listed: str) -> Terms:
    """Terms from "code = label" lines; a line without "=" is its own label."""
    found = []
    for line in listed.strip().splitlines():
        code, _, words = (part.strip() for part in line.partition("="))
        shown = words or code.replace("-", " ")
        found.append(Term(code, shown, shown))
    return tuple(found)


def label(terms: Terms, code: str) -> str:
    """How a code reads; a word that is not in the list reads as itself."""
    return next((term.label for term in terms if term.code == code), code)


def code_named(terms: Terms, words: str) -> str:
    """The code that these words name, by itself or by its label, case and accents folded; "" for none."""
    said = " ".join(fold(words).split())
    return next((term.code for term in terms if said in (term.code, fold(term.label))), "")
