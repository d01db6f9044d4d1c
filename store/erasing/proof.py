"""The proof that somebody is out of a folder, and that nothing else is: both are opened and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.erasing.called import texts_in
from store.erasing.leaving import is_theirs
from store.erasing.pieces import pieces
from store.erasing.versions import books_of, commits_of, versions_of
from store.erasing.without import TALLY
from store.errors import MentorError

if TYPE_CHECKING:
    from store.erasing.leaving import Leaving
    from store.erasing.without import Without
    from store.folder import DataFolder

_REFUSED = (
    "What was made without them is not what it should be ({why}), so nothing was replaced: everything is as "
    "it was. `mentor doctor` looks at it."
)


def prove(old: DataFolder, new: DataFolder, without: Without, leaving: Leaving, more: int) -> None:
    """Compare a folder with the one made of it.

    Args:
        more: acts that were added to it.

    Raises:
        MentorError: something of theirs is still there, or something of another's is not.
    """
    if new.troubles:
        raise _refused("it does not open")
    for was, now in zip(books_of(old), books_of(new), strict=True):
        left = {table: found for table, found in without.tables(was).items() if found}
        there = {table: dict(found) for table in now.tables() if (found := now.documents(table))}
        if left != there:
            raise _refused("the records are not the same")
        if any(now.memory.next_id(table) != was.memory.next_id(table) for table in was.tables()):
            raise _refused("a number could be given again")
        seqs = [(body["act"], body["at"]) for body in commits_of(was)]
        if [(body["act"], body["at"]) for body in commits_of(now)][: len(seqs)] != seqs:
            raise _refused("the history is not the same")
    if len(list(new.history())) != len(list(old.history())) + more:
        raise _refused("the history is not as long")
    check_gone(new, leaving)


def check_gone(new: DataFolder, leaving: Leaving) -> None:
    """See that nothing of theirs stands anywhere in a folder; MentorError if it does."""
    for ledger in books_of(new):
        for _, table, id, document in versions_of(ledger):
            is_tally = leaving.wish.strip and document.keys() <= {*TALLY, "unnamed", "uid"}
            still = leaving.is_gone(table, id) and not is_tally
            if still or is_theirs(table, id, document, leaving.people):
                raise _refused(f"{table} still holds something")
            if not leaving.uids.isdisjoint(texts_in(document)):
                raise _refused(f"{table} still points at something")
    if any(piece.is_changed for piece in pieces(new, leaving)):
        raise _refused("a small file still holds something")


def _refused(why: str) -> MentorError:
    return MentorError(_REFUSED.format(why=why))
