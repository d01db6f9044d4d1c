"""Which reports there are: the one list that the Reports screen and the shell both offer.

Nothing here reports to probation, parole or a court, and nothing should.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from store.errors import RequestRefused

if TYPE_CHECKING:
    from mentor_tui.reports.asked import Asked
    from mentor_tui.reports.document import Document
    from mentor_tui.reports.tables import Report
    from store.caseload import Caseload

    Make: TypeAlias = Callable[[Caseload, Asked], Report | Document]

_INITIALS = "It has initials and no names, and is not encrypted: whoever knows them may know who it is."
_NAMES = "It has names in it and is not encrypted: whoever can open it can read it."


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One report that can be asked for."""

    name: str
    """As it is asked for: "gate"."""
    title: str
    brief: str
    """A few words, for a row beside its title."""
    what: str
    """One plain sentence."""
    about: Literal["period", "person", "now"]
    """What has to be chosen for it."""
    made_by: str
    """The function that makes it, by its module; imported only when it is asked for."""
    names_people: bool = False
    caution: str = ""
    """What is said before it is written."""
    purpose: str = ""
    """The consent that a named recipient needs, of PURPOSES; it is checked as the report is made."""
    needs_recipient: bool = False
    has_two_views: bool = False
    """It can be the mentor's own view, or the one for handing on with small numbers hidden."""
    is_for_others: bool = False
    """It is made for somebody else, named or not, and kept among what was handed on."""
    takes_recipient: bool = True
    """Whether it may be for somebody else at all."""

    def make(self, caseload: Caseload, asked: Asked) -> Report | Document:
        """Make it.

        Raises:
            RequestRefused: something it needs was not said, or nobody agreed to it.
        """
        module, _, function = self.made_by.partition(":")
        make = cast("Make", getattr(import_module(f"mentor_tui.reports.{module}"), function))
        return make(caseload, asked)


KINDS = (
    ReportKind(
        "month",
        "a month in numbers",
        "counted, each figure with what it is a part of",
        "What was done in a month, a quarter or since a day, counted, with what each figure is a part of.",
        "period",
        "month_asked:counted",
        caution="Small numbers are hidden in what is for handing on. With few people even the rest can tell.",
        has_two_views=True,
    ),
    ReportKind(
        "hours",
        "hours and travel",
        "by day, for who pays them back; no names",
        "Hours, travel and money by day, for who pays them back; no names.",
        "period",
        "papers.hours:hours_and_travel",
        caution="Days and sums, no names. The days can still tell who was met when.",
        is_for_others=True,
    ),
    ReportKind(
        "people",
        "everyone on a page",
        "a line each; initials for supervision",
        "One line a person: where you stand, last in touch, what is next; with initials for supervision.",
        "now",
        "papers.people:people_summary",
        names_people=True,
        caution=_NAMES,
        purpose="supervision",
    ),
    ReportKind(
        "person",
        "one person's record",
        "to read with them, or for them to take",
        "Everything kept about one person, to read with them, to correct, or for them to take.",
        "person",
        "papers.person:person_record",
        names_people=True,
        caution=f"{_NAMES} Names that are only in your words may still stand in it: read it first.",
        purpose="share",
    ),
    ReportKind(
        "gate",
        "a gate page",
        "one page for a release day, nothing secret",
        "One page on paper for the day of a release: dates, doors, hours, what to bring; nothing secret.",
        "person",
        "papers.gate:gate_page",
        names_people=True,
        caution="A first name, days, hours and addresses; nothing of why. What you write on it is up to you.",
        takes_recipient=False,
    ),
    ReportKind(
        "handover",
        "a handover packet",
        "only what each agreed to share",
        "For one named person who takes over for a while: only what each person agreed to share with them.",
        "now",
        "papers.handover:handover_packet",
        names_people=True,
        caution=_NAMES,
        purpose="share",
        needs_recipient=True,
        is_for_others=True,
    ),
)
"""Every report, those asked for most often first."""


def kind_named(name: str) -> ReportKind:
    """The report of this name.

    Raises:
        RequestRefused: there is none; the sentence names those there are.
    """
    found = next((kind for kind in KINDS if kind.name == name), None)
    if found is None:
        there = ", ".join(kind.name for kind in KINDS)
        raise RequestRefused(f"There is no report called {name!r}; there are: {there}.")
    return found


def caution_of(kind: ReportKind, asked: Asked) -> str:
    """What to know before it is given away, as it was asked for."""
    return _INITIALS if asked.initials else kind.caution
