"""The six themes, their questions, and the one question of a day."""

from store.principles.choosing import (
    Offered,
    is_not_today,
    own_question_id,
    question_of_the_day,
    set_aside,
)
from store.principles.happenings import day_happenings
from store.principles.themes import (
    Citation,
    Question,
    Theme,
    citation,
    questions,
    questions_for,
    theme,
    themes,
)

__all__ = [
    "Citation",
    "Offered",
    "Question",
    "Theme",
    "citation",
    "day_happenings",
    "is_not_today",
    "own_question_id",
    "question_of_the_day",
    "questions",
    "questions_for",
    "set_aside",
    "theme",
    "themes",
]
