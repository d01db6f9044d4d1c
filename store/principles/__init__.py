"""The six themes, their questions, and the one question of a day."""

from store.principles.choosing import Offered, question_of_the_day
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
    "question_of_the_day",
    "questions",
    "questions_for",
    "theme",
    "themes",
]
