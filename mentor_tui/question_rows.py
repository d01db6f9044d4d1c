"""The questions in Reflect's list: theme by theme, and for what days each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mentor_tui.keys import told
from mentor_tui.question_words import WHEN, days_words, moment_words
from store.own_questions import Known
from store.principles import theme, themes
from store.text import clean_line
from widgets.row import JOIN, Gap, Heading, Item, Piece, Row

YOURS = "yours"
QUIET_DAYS = "quiet"
GROUPS = (
    (YOURS, "yours"),
    *((each.code, each.code) for each in themes()),
    (QUIET_DAYS, "quiet days"),
)
"""What the list can show, from left to right: codes and their words."""
NO_QUESTIONS = (
    "No question of your own yet. {add} adds one; from then on it is asked like the others.\n\n"
    "← and → lead through the program's, theme by theme: {edit} puts one in your words, {more} says never "
    "this one. What you will not be asked stands here too, to be welcomed back."
)


def lens_words(group: str) -> str:
    """A line above the list: what this group is."""
    if group == YOURS:
        return "Your own, and the program's in your words; below them what is not asked."
    if group == QUIET_DAYS:
        return "For days that have a page of their own."
    return f"{theme(group).name}. {theme(group).purpose}"


def question_items(known: Sequence[Known], group: str) -> list[Item]:
    """The rows of a group: by when they are asked; of hers, those that are asked and those that are not."""
    if group == YOURS:
        asked = [_row(one, has_theme=True) for one in known if one.hers and not one.is_aside]
        aside = [_row(one, has_theme=True) for one in known if one.is_aside]
        return _sections((("asked like the others", asked), ("not asked; enter welcomes one back", aside)))
    of_group = [one for one in known if one.question.theme == ("" if group == QUIET_DAYS else group)]
    moments = WHEN.items()
    return _sections(
        (words, [_row(one) for one in of_group if one.question.moment == code]) for code, words in moments
    )


def key_of(known: Known) -> str:
    """Its key in the list."""
    return f"question {known.question.id}"


def _sections(sections: Iterable[tuple[str, list[Row]]]) -> list[Item]:
    items: list[Item] = []
    for words, rows in sections:
        if rows:
            items += [*([Gap()] if items else []), Heading(words.upper()), *rows]
    return items


def _row(known: Known, *, has_theme: bool = False) -> Row:
    asked = known.question
    pieces: list[Piece] = [(clean_line(asked.words), "muted" if known.is_aside else "")]
    for part, role in (
        (_whose(known, has_theme=has_theme), "second"),
        (moment_words(asked.moment) if has_theme else "", "muted"),
        (days_words(asked), "muted"),
        ("not asked" if known.is_aside and not has_theme else "", "muted"),
    ):
        pieces += [JOIN, (part, role)] if part else []
    return Row(key_of(known), (tuple(pieces),), for_anyone=known.hers is None)


def _whose(known: Known, *, has_theme: bool) -> str:
    named = theme(known.question.theme).name.lower() if has_theme and known.question.theme else ""
    whose = "in your words" if known.words_before else "yours" if known.hers and not has_theme else ""
    return ", ".join(filter(None, (named, whose)))


def no_questions() -> str:
    """In place of her own, where there are none."""
    return told(NO_QUESTIONS)
