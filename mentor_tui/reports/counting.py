"""What lines count, as the records behind them; lines that count codes of a list."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from mentor_tui.reports.tables import Behind, Line, Those, counted
from store.records import Contact, Record
from store.shelf import TABLE_OF
from store.vocabulary import Terms

OTHER_WORD = "in words not on the list"


def of_people(ids: Iterable[int]) -> Those:
    """Each person once, by number."""
    return Those("clients", tuple(sorted(set(ids))))


def of_records(records: Iterable[Record]) -> Collection[Behind]:
    """Each record once, in the order they come in."""
    every = tuple(records)
    kinds = set(map(type, every))
    if len(kinds) > 1:
        return tuple(Behind(TABLE_OF[type(each)], each.id) for each in every)
    return Those("".join(TABLE_OF[kind] for kind in kinds), tuple([each.id for each in every]))


def of_entries(entries: Iterable[Contact], amount: Callable[[Contact], int | float | None]) -> Those:
    """Each entry that adds something, with what it adds; None where that was not written."""
    sums = [(each.id, adds) for each in entries if (adds := amount(each))]
    return Those("contacts", tuple(id for id, _ in sums), tuple(adds for _, adds in sums))


def lines_by_code(
    found: Iterable[tuple[str, Record]],
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
    by_code: dict[str, list[Record]] = defaultdict(list)
    for code, record in found:
        by_code[code].append(record)
    base = sum(map(len, by_code.values()))
    lines = [(term.label, by_code.pop(term.code, []), whole) for term in terms]
    unknown = by_code.pop("", [])
    lines.append((OTHER_WORD, [each for those in by_code.values() for each in those], False))
    lines.append((not_known, unknown, False))
    return tuple(
        counted(label, of_records(those), base, base_words, missing=label == not_known, share=share)
        for label, those, always in lines
        if those or always
    )
