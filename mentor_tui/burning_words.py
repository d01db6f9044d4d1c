"""What burning pages would reach: the shell and the program say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.erasing_words import how_many, unreached
from store.text import clean_line

if TYPE_CHECKING:
    from mentor_tui.erasing_words import Group
    from store.erasing import PagesLook, Wish


def groups(look: PagesLook, wish: Wish) -> list[Group]:
    """What goes, what it does not reach, what is hers to see to: each with its lines."""
    pages = "the page" if look.pages == 1 else f"the {look.pages} pages"
    it = "it" if look.pages == 1 else "them"
    saves = f" ({how_many(look.saves, 'save', 'saves')} of the history)" if look.saves else ""
    goes = [f"{pages}, with every word that ever stood there{saves}"]
    if look.drafts:
        small = how_many(look.drafts, "small file", "small files")
        goes.append(f"{small} beside the notebook: drafts, what was set aside")
    if look.backups:
        backups = how_many(look.backups, "backup is", "backups are")
        goes.append(f"{backups} looked through; what holds {it} is written anew without, and proved")
    rest = [each for each in look.unreached if not (wish.remove_unreadable and each.may_go)]
    gone = [each for each in look.unreached if wish.remove_unreadable and each.may_go]
    found = (
        ("What goes, for good", goes),
        ("Removed unread", [clean_line(each.place) for each in gone]),
        ("What it does not reach", [unreached(each) for each in rest]),
        (f"Files you made of your notebook; they may hold {it}", list(look.files)),
    )
    return [(heading, lines) for heading, lines in found if lines]
