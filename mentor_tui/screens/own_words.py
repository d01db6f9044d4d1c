"""The mentor's own words for entries of the lists: pick a list, pick an entry, type a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.one_line import OneLineScreen
from store.vocabulary import LISTS, List, Term
from widgets.row import Column, Row
from widgets.row_list import RowList

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

OwnWords: TypeAlias = dict[str, dict[str, str]]
"""Words by the code of the entry, by the name of the list, as settings.json holds them."""

_COLUMNS = (Column(least=16, most=34), Column())


class _PickAgain(PickScreen):
    """A list that opens with the cursor where it was."""

    at = ""

    def on_mount(self) -> None:
        """The cursor on the one that was picked before; the list's own `on_mount` follows."""
        self.query_one("#pick", RowList).highlight(self.at)


def change_words(app: MentorApp, use: Callable[[OwnWords], None], at: str = "") -> None:
    """Offer the lists.

    Args:
        use: takes the words as they are from then on, after each change.
        at: the list picked before.
    """
    rows = [Row(each.name, (each.title, ((_own_of(each), "muted"),))) for each in LISTS]
    by_name = {each.name: each for each in LISTS}

    def picked(name: str | None) -> None:
        if name:
            _pick_entry(app, by_name[name], use)

    _ask(app, "words of the lists", rows, at, picked)


def with_word(own: OwnWords, each: List, term: Term, word: str) -> OwnWords:
    """The words, this entry shown as `word`; as it comes, where that is empty."""
    changed = {name: dict(words) for name, words in own.items()}
    of_list = changed.setdefault(each.name, {})
    of_list.pop(term.code, None)
    if word and word != term.default:
        of_list[term.code] = word
    return {name: words for name, words in changed.items() if words}


def _pick_entry(app: MentorApp, each: List, use: Callable[[OwnWords], None], at: str = "") -> None:
    rows = [
        Row(term.code, (term.label, ((f"comes as “{term.default}”" if _is_own(term) else "", "muted"),)))
        for term in each.terms
    ]

    def picked(code: str | None) -> None:
        if code:
            _type_word(app, each, next(term for term in each.terms if term.code == code), use)
        else:
            change_words(app, use, each.name)

    _ask(app, each.title, rows, at, picked)


def _type_word(app: MentorApp, each: List, term: Term, use: Callable[[OwnWords], None]) -> None:
    below = f"It comes as “{term.default}”; an empty line brings that back. Only what you see changes."

    def typed(word: str | None) -> None:
        if word is not None:
            use(with_word(app.settings.lists, each, term, word))
        _pick_entry(app, each, use, term.code)

    app.push_screen(OneLineScreen(each.title, term.label, below), typed)


def _ask(app: MentorApp, title: str, rows: list[Row], at: str, picked: Callable[[str | None], None]) -> None:
    screen = _PickAgain(title, rows, _COLUMNS, "choose", for_anyone=True)
    screen.at = at
    app.push_screen(screen, picked)


def _own_of(each: List) -> str:
    own = sum(map(_is_own, each.terms))
    return f"{own} in your own words" if own else ""


def _is_own(term: Term) -> bool:
    return term.label != term.default
