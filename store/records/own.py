"""What the mentor keeps for herself in the record: when she was away, her views, her templates."""

from datetime import date

from store.records.base import Record


class Absence(Record, frozen=True, kw_only=True):
    """Days on which the mentor was not there. Nothing falls due later for it; reasons say it."""

    since: date
    """First day away."""
    until: date | None = None
    """Last day away; None while it is not known."""
    words: str = ""


class SavedView(Record, frozen=True, kw_only=True):
    """A way of looking at Clients that she wants again."""

    name: str
    words: str = ""
    """The filter, as typed."""
    view: str = ""
    """The tab it narrows, by its name."""


class HintWord(Record, frozen=True, kw_only=True):
    """A word that a hint is given for while a record is written, or one of the program's that none is."""

    words: str
    """A word or a few, in any case; an ending * stands for any letters."""
    kind: str = ""
    """label, diagnosis, offence, speculation or own."""
    instead: str = ""
    """What could be written instead, in her words."""
    is_off: bool = False
    """True takes the program's own hint for it away."""


class NoteTemplate(Record, frozen=True, kw_only=True):
    """Words that `;` and a digit put into a note line."""

    digit: int
    """1 to 9; the newest of a digit counts."""
    text: str = ""
    """As a note line, its marks too."""
