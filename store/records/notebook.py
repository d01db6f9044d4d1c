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
    because: str = ""
    """Why that question was asked: "After a day like this one (a gate pickup)"; never a name."""
    week: date | None = None
    """Monday of the week it looks back on; None for any other page."""


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
    """"before", "after", "weekly", "with" (asked together, in a check-in) or any."""
    fits: tuple[str, ...] = ()
    """Days it is for, as codes of what happened ("gate", "unanswered"); none for any day."""
    instead_of: str = ""
    """Id of a question of the program's that this words otherwise; it is asked under that id."""


class Support(Record, frozen=True, kw_only=True):
    """Whom the mentor can talk to about how she is. Notebook only; the newest counts."""

    words: str = ""
    """In her words: "Ana, any evening, she said to ring"."""
