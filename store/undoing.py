"""Undo: the inverse of the newest act that still stands, from what its records were before."""

from store.act import Act
from store.errors import RequestRefused
from store.ledger import Ledger
from store.past import Commit, PastAct, acts


def newest_standing(ledgers: tuple[Ledger, ...]) -> tuple[PastAct, list[Commit]] | None:
    """The newest act that was not undone, is no undo itself, and was not meant to stay."""
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
