"""What the mentor wrote under each theme, as it came: pages of her notebook, and themes seen on notes.

Words and days, nothing else: nothing here counts, weighs or compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from store.principles import own_question_id, questions, themes
from store.records import Reflection, ThemeSeen

if TYPE_CHECKING:
    from store.notebook import Notebook
    from store.records import OwnQuestion


@dataclass(frozen=True, slots=True)
class Written:
    """A page or a theme on a note, where it stands in the timeline."""

    on: date
    themes: tuple[str, ...]
    """Short names, in the order of the picture."""
    record: Reflection | ThemeSeen


def written_in(notebook: Notebook, code: str = "") -> tuple[Written, ...]:
    """All that stands under a theme, newest first; under any of the six where none is named."""
    of_question = themes_asked(notebook.own_questions())
    return under(notebook.reflections(), notebook.themes_seen(), of_question, code)


def under(
    pages: Iterable[Reflection],
    seen: Iterable[ThemeSeen],
    of_question: Mapping[str, str],
    code: str = "",
) -> tuple[Written, ...]:
    """Pages and themes seen that stand under a theme, newest first, of a day the pages first.

    Args:
        of_question: the theme of a question, by its id.
        code: a theme's short name; "" for any of the six.
    """
    known = [each.code for each in themes()]
    each_page = (Written(page.on, _themes_of(page, of_question, known), page) for page in pages)
    each_seen = (Written(one.on, (one.theme,) if one.theme in known else (), one) for one in seen)
    found = [one for one in (*each_page, *each_seen) if (code in one.themes if code else one.themes)]
    return tuple(sorted(found, key=_place, reverse=True))


def themes_asked(own: Iterable[OwnQuestion]) -> dict[str, str]:
    """The theme of every question that could have been asked, by its id."""
    asked = {each.id: each.theme for each in questions()}
    return asked | {own_question_id(each): each.theme for each in own if not each.instead_of}


def _themes_of(page: Reflection, of_question: Mapping[str, str], known: list[str]) -> tuple[str, ...]:
    """Those she ticked; where she ticked none, the one of the question it was written on."""
    stands = page.themes or (of_question.get(page.question_id, ""),)
    return tuple(code for code in known if code in stands)


def _place(one: Written) -> tuple[date, bool, int]:
    return one.on, isinstance(one.record, Reflection), one.record.id
