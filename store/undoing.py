"""Undo and redo: the inverse of an act, from what its records were before."""

from itertools import islice

from store.act import Act
from store.engine_words import ABOUT_BURNED, ABOUT_ERASED
from store.errors import RequestRefused
from store.ledger import Ledger
from store.past import Commit, PastAct, acts, past_act, what_is_lost
from store.references import leaning_on, points_at
from store.snapshot import Document

ERASED = (
    "What was saved then is about a person who was erased, or a page that was burned, so it stays as it is. "
    "Nothing was changed; what is left can be corrected."
)
_ALL_ERASED = (
    "There is nothing left to undo. What was saved about a person who was erased, or on a page that was "
    "burned, stays as it is now, and so does what leans on it; what is left can be corrected."
)
Staged = dict[tuple[str, int], Document | None]
"""What an act leaves, by table and number; None where it is taken out."""
_HANDED_ON = "handed_on"
_REDO_REACH = 200
"""Acts that may have come after an undo that is taken back; further away nobody remembers what it was."""


def newest_standing(ledgers: tuple[Ledger, ...]) -> tuple[PastAct, list[Commit]] | None:
    """The newest act that was not undone, is no undo itself, and was not meant to stay."""
    newest = max(ledger.memory.act for ledger in ledgers)
    folded = max(ledger.header.act for ledger in ledgers)
    for number in range(
        newest, folded, -1
    ):  # told by the journals at hand alone, and nearly always the first
        if any(number in ledger.memory.undone for ledger in ledgers):
            continue
        commits = _at_hand(ledgers, number)
        if commits and not (commits[0].entry.undoes or commits[0].entry.stays):
            return past_act(number, commits, undone=False), commits
    for act, commits in acts(ledgers):
        if not (act.undone or act.undoes or act.stays):
            return act, commits
    return None


def newest_undo(ledgers: tuple[Ledger, ...]) -> tuple[PastAct, list[Commit], str] | None:
    """The newest undo that was not taken back itself, and what the act it took back was called."""
    found = None
    for act, commits in islice(acts(ledgers), _REDO_REACH):
        if found and act.number == found[0].undoes:
            return *found, act.label
        if not found and act.is_undo and not (act.undone or is_about_erased(act)):
            found = act, commits
    # The act itself lies further back than its undo; the undo was named after it.
    return (*found, found[0].label.removeprefix("undo of ")) if found else None


def nothing_to_undo(ledgers: tuple[Ledger, ...]) -> RequestRefused:
    """Why there is none: all of it was taken back, its history is gone, or it went with somebody."""
    if reason := what_is_lost(ledgers):
        return RequestRefused(reason)
    erased = any(is_about_erased(act) for act, _ in acts(ledgers))
    return RequestRefused(_ALL_ERASED if erased else "There is nothing to undo.")


def refuse_another(ledgers: tuple[Ledger, ...], expected: int, past: PastAct) -> RequestRefused:
    """Why the act that was expected is not undone, where `past` is the one that would be."""
    if any(act.number == expected and is_about_erased(act) for act, _ in acts(ledgers)):
        return RequestRefused(ERASED)
    return RequestRefused(f"Something newer was saved meanwhile: “{past.label}”. Nothing was undone.")


def is_about_erased(act: PastAct) -> bool:
    """Whether an act held something of a person who was erased since, or of a page that was burned."""
    return act.label in (ABOUT_ERASED, ABOUT_BURNED)


def stage_inverse(act: Act, past: PastAct, commits: list[Commit]) -> None:
    """Stage what takes `past` back.

    Raises:
        RequestRefused: one of its records has changed since.
    """
    gone = _gone(_stage(act, commits, f"“{past.label}” cannot be undone"))
    # Only what undo passes by can be newer: that something was handed on stays said, without their number.
    for table, id, document in tuple(leaning_on(act, gone)):
        if table == _HANDED_ON:
            left = [one for one in document["client_ids"] if ("clients", one) not in gone]
            act.update(table, id, {"client_ids": left})


def stage_redo(act: Act, label: str, commits: list[Commit]) -> None:
    """Stage what brings back the act called `label`, out of the commits of its undo.

    Raises:
        RequestRefused: one of its records has changed since, it is about something that was taken out, or
            it takes out somebody or something about whom there is more by now.
    """
    refusal = f"“{label}” cannot be brought back"
    staged = _stage(act, commits, refusal)
    if any(leaning_on(act, _gone(staged))):
        raise RequestRefused(
            f"{refusal}: something was written meanwhile about what it would take out. Nothing was changed; "
            "do it anew, and what was written goes along."
        )
    for document in staged.values():
        for target, id in points_at(document or {}):
            if target == "clients" and act.get(target, id) is None:
                raise RequestRefused(
                    f"{refusal}: somebody it is about was taken out meanwhile. Nothing was changed."
                )


def _gone(staged: Staged) -> frozenset[tuple[str, int]]:
    return frozenset(place for place, document in staged.items() if document is None)


def _stage(act: Act, commits: list[Commit], refusal: str) -> Staged:
    staged: Staged = {}
    for commit in commits:
        sheet = act.sheets[commit.ledger.name]
        for table, id, before, after in reversed(commit.operations()):
            if sheet.get(table, id) != after:
                raise RequestRefused(
                    f"{refusal}: number {id} of the {table.replace('_', ' ')} was changed after it. "
                    "Open that record and correct it there."
                )
            sheet.put(table, id, before)
            staged[(table, id)] = before
    return staged


def _at_hand(ledgers: tuple[Ledger, ...], number: int) -> list[Commit]:
    return [
        Commit(ledger, entry, None)
        for ledger in ledgers
        for entry in reversed(ledger.memory.by_act.get(number, ()))
    ]
