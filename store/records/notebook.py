"""The mentor's own ledger: never in a report, an export or a person's record."""

from datetime import date

from store.records.base import Record


class Reflection(Record, frozen=True, kw_only=True):
    """The mentor's own page. Notebook only: never in a report, an export or a person's record."""

    on: date
    words: str = ""
    themes: tuple[str, ...] = ()
    """Short names of the six themes."""
    question_id: str = ""
    question: str = ""
    """The words asked, as they stood that day."""
    feeling: str = ""
    alias: str = ""
    """A person, by alias only."""
    for_supervision: bool = False
    keep_until: date | None = None


class ThemeSeen(Record, frozen=True, kw_only=True):
    """A theme the mentor saw on a note. Notebook only."""

    theme: str
    on: date
    contact_uid: str = ""


class QuestionChoice(Record, frozen=True, kw_only=True):
    """What the mentor did with a question: written, skipped, not today, never. Notebook only."""

    question_id: str
    on: date
    choice: str
    """"offered", "written", "another", "not-today", "never", "welcome" (takes the last two back)."""


class OwnQuestion(Record, frozen=True, kw_only=True):
    """A question of the mentor's own. Notebook only."""

    theme: str
    words: str
    moment: str = ""
    """"before", "after", "weekly" or any."""
