"""A page of the notebook as texts and back, for the draft that keeps it while it is written."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.forms.day_texts import day_text
from store.drafts import has_words
from store.principles import themes
from store.text import clean_line, clean_lines
from widgets.choice_row import Choice

if TYPE_CHECKING:
    from store.drafts import Answers
    from store.records import Reflection


def theme_ticks() -> tuple[Choice, ...]:
    """The six themes by their short names, the foundation first."""
    return tuple(Choice(each.code, each.code) for each in themes())


def answers_of(page: Reflection) -> Answers:
    """What stands on a page, and the question it was begun on."""
    return {
        "words": page.words,
        "themes": " ".join(each.code for each in themes() if each.code in page.themes),
        "feeling": page.feeling,
        "supervision": "yes" if page.for_supervision else "",
        "question_id": page.question_id,
        "question": page.question,
        "because": page.because,
        "alias": page.alias,
        "keep_until": page.keep_until.isoformat() if page.keep_until else "",
        "week": page.week.isoformat() if page.week else "",
    }


def page_with(page: Reflection, answers: Answers) -> Reflection:
    """A page with these answers on it; what they do not say stays as it is."""
    if not answers:
        return page
    said = {name: str(answers.get(name, kept)) for name, kept in answers_of(page).items()}
    known = {each.code for each in themes()}
    return replace(
        page,
        words=clean_lines(said["words"]).strip(),
        themes=tuple(code for code in said["themes"].split() if code in known),
        feeling=clean_line(said["feeling"]),
        for_supervision=said["supervision"] == "yes",
        question_id=said["question_id"],
        question=clean_line(said["question"]),
        because=clean_line(said["because"]),
        alias=clean_line(said["alias"]),
        keep_until=_day(said["keep_until"]),
        week=_day(said["week"]),
    )


def corrected(now: Answers, before: Answers) -> Answers:
    """What a correction says otherwise, and no more: a page may change elsewhere while its draft waits."""
    said = {name: answer for name, answer in now.items() if answer != before[name]}
    if said and not has_words(said):
        said["words"] = now["words"]  # something was taken off alone; a draft without any words is none
    return said


def keep_text(answers: Answers) -> str:
    """The day it is kept until as its field shows it; what was typed and is no day stands as it was typed."""
    said = str(answers.get("keep_until", ""))
    return day_text(_day(said)) or said


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
