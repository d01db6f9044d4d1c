"""The six themes, their questions, and the one question of a day."""

from store.principles.ahead import KNOWN_AHEAD, ahead
from store.principles.asked import every_question, own_question_id
from store.principles.choosing import (
    Offered,
    Shown,
    is_done_with_the_week,
    is_not_today,
    question_of_the_day,
    quiet_question,
    set_aside,
)
from store.principles.happenings import KINDS_OF_DAY, Happening, Lived, happenings
from store.principles.moments import TheDay, looks_back
from store.principles.themes import (
    Citation,
    Question,
    Theme,
    citation,
    questions,
    questions_for,
    theme,
    theme_named,
    themes,
)

__all__ = [
    "KINDS_OF_DAY",
    "KNOWN_AHEAD",
    "Citation",
    "Happening",
    "Lived",
    "Offered",
    "Question",
    "Shown",
    "TheDay",
    "Theme",
    "ahead",
    "citation",
    "every_question",
    "happenings",
    "is_done_with_the_week",
    "is_not_today",
    "looks_back",
    "own_question_id",
    "question_of_the_day",
    "questions",
    "questions_for",
    "quiet_question",
    "set_aside",
    "theme",
    "theme_named",
    "themes",
]
