"""Undo: the inverse of the newest act that still stands, from what its records were before."""

from store.act import Act
from store.errors import RequestRefused
from store.ledger import Ledger
from store.past import Commit, PastAct, acts, past_act


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
        if not (act.undone or act.is_undo or act.stays):
            return act, commits
    return None


def stage_inverse(act: Act, past: PastAct, commits: list[Commit]) -> None:
    """Stage what takes `past` back.

    Raises:
        RequestRefused: one of its records has changed since.
    """
    for commit in commits:
        sheet = act.sheets[commit.ledger.name]
        for table, id, before, after in reversed(commit.operations()):
            if sheet.get(table, id) != after:
                raise RequestRefused(
                    f"“{past.label}” cannot be undone: number {id} of the {table.replace('_', ' ')} "
                    "was changed after it. Open that record and correct it there."
                )
            sheet.put(table, id, before)


def _at_hand(ledgers: tuple[Ledger, ...], number: int) -> list[Commit]:
    return [
        Commit(ledger, entry, None)
        for ledger in ledgers
        for entry in reversed(ledger.memory.by_act.get(number, ()))
    ]
