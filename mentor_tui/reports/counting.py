"""What lines count, as the records behind them; lines that count codes of a list."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from mentor_tui.reports.tables import Behind, Line, counted
from store.records import Contact, Record
from store.shelf import TABLE_OF
from store.vocabulary import Terms

OTHER_WORD = "in words not on the list"


def of_people(ids: Iterable[int]) -> Iterator[Behind]:
    """Each person once, by number."""
    return (Behind("clients", id) for id in sorted(set(ids)))


def of_records(records: Iterable[Record]) -> Iterator[Behind]:
    """Each record once, in the order they come in."""
    return (Behind(TABLE_OF[type(each)], each.id) for each in records)


def of_entries(
    entries: Iterable[Contact], amount: Callable[[Contact], int | float | None]
) -> Iterator[Behind]:
    """Each entry that adds something, with what it adds; None where that was not written."""
    sums = ((each.id, amount(each)) for each in entries)
    return (Behind("contacts", id, adds) for id, adds in sums if adds)


def lines_by_code(
    found: Iterable[tuple[str, Behind]],
    terms: Terms,
    base_words: str,
    not_known: str,
    *,
    whole: bool = False,
    share: bool = False,
) -> tuple[Line, ...]:
    """One line for each code that occurs (for every code with `whole`), then other words, then not known.

    Together they add up to the base. Free words are counted together and not printed: a report must not
    carry what someone once typed about a person.
    """
    by_code: dict[str, list[Behind]] = defaultdict(list)
    for code, behind in found:
        by_code[code].append(behind)
    base = sum(map(len, by_code.values()))
    listed = [(term.label, by_code.pop(term.code, [])) for term in terms]
    unknown = by_code.pop("", [])
    lines = [
        counted(label, those, base, base_words, share=share) for label, those in listed if those or whole
    ]
    if others := [each for those in by_code.values() for each in those]:
        lines.append(counted(OTHER_WORD, others, base, base_words, share=share))
    if unknown:
        lines.append(counted(not_known, unknown, base, base_words, missing=True, share=share))
    return tuple(lines)
