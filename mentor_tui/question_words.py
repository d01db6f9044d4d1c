"""When a question is asked and for what days it is, in words; the screen and the shell say it alike."""

from store.principles import KINDS_OF_DAY, Question
from store.text import listed

MOMENTS = (
    ("before", "before a day's work"),
    ("after", "after a day's work"),
    ("weekly", "looking back over the week"),
    ("with", "together, in a check-in"),
    ("", "any day"),
)
"""When a question can be asked: codes and their words."""
QUIET = (
    ("death", "after a death"),
    ("inside", "when somebody is back inside"),
    ("ending", "on parting"),
)
"""Moments with a page of their own; their questions belong to no theme."""
WHEN = dict((*MOMENTS, *QUIET))
"""Both, in the order in which they are shown."""
_DAYS = dict(KINDS_OF_DAY)
_AHEAD = {"along": "visit you go along to", "unanswered": "somebody who has not answered"}
"""What reads otherwise before it has happened."""


def moment_words(code: str) -> str:
    """When it is asked: "after a day's work"."""
    return WHEN.get(code, code)


def days_words(asked: Question) -> str:
    """For what days it is: "when there was a gate pickup or a ride"; "" for any."""
    is_ahead = asked.moment == "before"
    days = _DAYS | _AHEAD if is_ahead else _DAYS
    named = [_with_article(days[code]) for code in asked.fits if code in days and code != "before"]
    seen = "you see somebody" if "before" in asked.fits else ""
    there = f"there {'is' if is_ahead else 'was'} {listed(named, 'or')}" if named else ""
    days_of_it = " or ".join(filter(None, (seen, there)))
    return f"when {days_of_it}" if days_of_it else ""


def _with_article(words: str) -> str:
    return words if words.startswith(("somebody", "a ")) else f"a {words}"
