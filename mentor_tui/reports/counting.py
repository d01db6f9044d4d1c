"""Lines that count codes of a list, with what is not on it and what is not known."""

from collections import Counter
from collections.abc import Iterable

from mentor_tui.reports.tables import Line
from store.vocabulary import Terms

OTHER_WORD = "in words not on the list"


def lines_by_code(
    codes: Iterable[str], terms: Terms, base_words: str, not_known: str, *, whole: bool = False
) -> tuple[Line, ...]:
    """One line for each code that occurs (for every code with `whole`), then other words, then not known.

    Free words are counted together and not printed: a report must not carry what someone once typed
    about a person.
    """
    counted = Counter(codes)
    base = counted.total()
    listed = [(term.label, counted.pop(term.code, 0)) for term in terms]
    unknown = counted.pop("", 0)
    listed_lines = [Line(label, n, base, base_words) for label, n in listed if n or whole]
    if counted:
        listed_lines.append(Line(OTHER_WORD, counted.total(), base, base_words))
    if unknown:
        listed_lines.append(Line(not_known, unknown, base, base_words, missing=True))
    return tuple(listed_lines)
