"""The mentor's own words for entries of the lists: what is shown changes, what is kept never does."""

from collections.abc import Mapping
from dataclasses import dataclass

from store.text import clean_line
from store.vocabulary import bridges, people, work
from store.vocabulary.terms import Terms


@dataclass(frozen=True, slots=True)
class List:
    """One list that may be renamed, entry by entry."""

    name: str
    """In settings.json."""
    title: str
    """How it is called on the screen."""
    terms: Terms


LISTS: tuple[List, ...] = (
    List("areas", "areas of need", work.AREAS),
    List("kinds", "kinds of contact", work.KINDS),
    List("modes", "how you were in touch", work.MODES),
    List("outcomes", "what happened", work.OUTCOMES),
    List("activities", "things done together", work.ACTIVITIES),
    List("appointment_kinds", "kinds of plans and dates", work.APPOINTMENT_KINDS),
    List("results", "what became of a plan", work.RESULTS),
    List("goal_states", "where a goal stands", work.GOAL_STATES),
    List("stages", "where a bridge stands", bridges.STAGES),
    List("referral_ends", "why a bridge ended", bridges.REFERRAL_ENDS),
    List("statuses", "where you stand with someone", people.STATUSES),
    List("staying", "where they are staying", people.STAYING),
    List("how_met", "how you met", people.HOW_MET),
    List("purposes", "what was agreed", people.PURPOSES),
)
"""Every list that may be renamed, those met most often first."""


def rename(own: Mapping[str, Mapping[str, str]]) -> None:
    """Show these words from now on, and the defaults for every entry that has none.

    Args:
        own: words by the code of the entry, by the name of the list: {"areas": {"housing": "a home"}}.
            A list or a code that does not exist is passed over.
    """
    for each in LISTS:
        words = own.get(each.name)
        given = words if isinstance(words, Mapping) else {}
        for term in each.terms:
            term.label = clean_line(str(given.get(term.code) or "")) or term.default
