"""Burned pages in the small files: what is of a page and goes, what only has words of it and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from store.erasing.called import texts_in
from store.text import clean_line, clean_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.erasing.leaving import Leaving

PAGE = "reflection"
"""The kind of the draft of a page."""
_LEAST_SAID = 20
"""Letters from which the beginning of a page is taken for that page."""
_LEAST_TOLD = 8
"""Letters from which words are worth naming where they stand in something else."""


def wording(text: object) -> str:
    """Words as a page keeps them: a draft has them as they were typed."""
    return clean_lines(str(text or "")).strip()


def is_of_pages(draft: dict[str, Any], leaving: Leaving) -> bool:
    """Whether a draft was left behind by the writing of one of them.

    One of a new page is, if it says the same or a good beginning of it; a draft of anything else never is.
    """
    if draft["kind"] != PAGE or draft.get("record_id", 0):
        return False  # whether it corrects one of them is asked elsewhere
    answers = draft["answers"]
    said = wording(answers.get("words", "")) or clean_line(str(answers.get("feeling", "")))
    begins = len(said) >= _LEAST_SAID and any(each.startswith(said) for each in leaving.wordings)
    return said in leaving.wordings or begins


def has_words_of_pages(texts: Iterable[Any], leaving: Leaving) -> bool:
    """Whether words of them stand in what is of something else, and stays."""
    said = [one for one in map(wording, texts_in(list(texts))) if len(one) >= _LEAST_TOLD]
    told = [each for each in leaving.wordings if len(each) >= _LEAST_TOLD]
    return any(each in one or each.startswith(one) for one in said for each in told)
