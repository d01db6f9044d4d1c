"""What else can be done with what is under the cursor: offered in a list, done when it is picked."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from mentor_tui.keys import told
from mentor_tui.screens.dialog import PickScreen
from store.saved import Saved
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

Way: TypeAlias = tuple[str, Callable[[], object]]
"""What can be done, in words of the program; how it is done."""
ABOUT_PERSON = "about the person: status, back inside, died, remove"
"""The way on to what is done seldom with somebody."""
ELSEWHERE = "it belongs to somebody else"


def offer(app: "MentorApp", called: str, ways: Iterable[Way]) -> None:
    """Offer these; where the list is left, nothing is done.

    Args:
        called: what they are about, in a word: "page".
    """
    doing = dict(ways)
    rows = [Row(words, (words,)) for words in doing]

    def picked(words: str | None) -> None:
        if words:
            doing[words]()

    app.push_screen(PickScreen(f"more, {called}", rows, (Column(),), "choose", for_anyone=True), picked)


def removing(called: str) -> str:
    """How taking it out is offered: undo brings it back."""
    return told(f"remove this {called}, {{undo}} brings it back")


def offer_to_remove(app: "MentorApp", called: str, remove: Callable[[], Saved]) -> None:
    """Offer to take something out of the mentor's own ledger, and nothing else.

    Args:
        called: what it is, in a word: "page".
        remove: takes it out, as one act.
    """
    offer(app, called, [(removing(called), lambda: app.attempt(remove))])
