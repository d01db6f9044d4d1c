"""The full name of somebody the record need not have: given name and surname, side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from store.wording.lists import content
from store.wording.tokens import Word


def full_names(words: Sequence[Word], known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where a full name stands, from its first letter to after its last, unless the record knows it."""
    at = 0
    while at < len(words):
        length = _run(words, at)
        if length < 2:
            at += 1
            continue
        run = words[at : at + length]
        if found := _name_in(words, at, run):
            first, last = found
            if not _is_known(words[first : last + 1], known):
                yield words[first].start, words[last].end
        at += length


def _run(words: Sequence[Word], at: int) -> int:
    """How many words with a capital stand side by side from here on."""
    length = 0
    while (
        at + length < len(words)
        and words[at + length].is_capital
        and (not length or not words[at + length].begins)
        and not words[at + length].folded.startswith("'")
    ):
        length += 1
        while length > 0 and _ties(words, at + length):
            length += 1
    return length


def _ties(words: Sequence[Word], at: int) -> bool:
    """A small word inside a name: "de la", "van"."""
    tied = words[at : at + 3]
    return (
        len(tied) > 1
        and tied[0].folded in ("de", "la", "van", "von", "der", "del", "da", "bin", "al", "el", "den")
        and not tied[0].begins
        and any(one.is_capital for one in tied[1:])
    )


def _name_in(words: Sequence[Word], at: int, run: Sequence[Word]) -> tuple[int, int] | None:
    """The first and last word of a person's name within such a run."""
    names, start, end = content().names, 0, len(run)
    while start < end and run[start].folded in names.roles and run[start].folded not in names.given:
        start += 1
    if start == 0 and run[0].begins and run[0].folded not in names.given and end > 2:
        start = int(run[1].folded in names.given)  # "Met Kyle Morrison"
    name = run[start:end]
    if not 2 <= len(name) <= 4 or not all(map(_is_wordlike, name)):
        return None
    is_given = name[0].folded in names.given
    if _is_no_name([one.folded for one in name], is_given=is_given):
        return None
    before = words[at + start - 1].folded if at + start else ""
    after = words[at + end].folded if at + end < len(words) and not words[at + end].begins else ""
    is_told = before in names.roles or before in names.by or after in names.says
    return (at + start, at + end - 1) if is_given or (is_told and not run[0].begins) else None


def _is_no_name(name: Sequence[str], *, is_given: bool) -> bool:
    """A place, a day, a house: told by the words in it."""
    names = content().names
    if " ".join(name[:2]) in names.never_together or any(one in names.things for one in name[1:]):
        return True
    if not is_given or name[0] in names.never:
        return any(one in names.never for one in name if one not in names.given) or name[1] in names.never
    return any(one in names.never and one not in names.surnames_too for one in name[1:])


def _is_wordlike(word: Word) -> bool:
    return (len(word.folded) > 1 and word.typed[1:].islower()) or word.typed[:2] in ("Mc", "O", "De", "Mac")


def _is_known(name: Sequence[Word], known: Collection[str]) -> bool:
    said = {word.folded for word in name}
    parts = ({part.casefold() for part in one.split()} for one in known)
    return any(part and (part <= said or said <= part) for part in parts)
