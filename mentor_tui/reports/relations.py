"""What always holds between lines of the month's report, and which lines are for the mentor alone.

By name, as a line is known from month to month, since a closed month keeps nothing else of its lines. Tests
find what holds from the records behind the lines, and fail where it is not among this.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from mentor_tui.reports.by_area import NO_AREA
from mentor_tui.reports.counting import OTHER_WORD
from mentor_tui.reports.tables import Group, Line, Table
from store.vocabulary import AREAS, REFERRAL_ENDS, SHUT_ENDS

BASE_OF: Mapping[str, str] = {
    "people in the records": "A/People/people in the records",
    "people supported": "A/People/people supported",
    "people reached out to": "A/In touch/reached out to",
    "people released": "A/Releases/people released this month",
    "times begun": "A/Step by step/times support began",
    "times begun and met": "A/Step by step/met in person then",
    "times met and agreed": "A/Step by step/met, and agreed to records",
    "talks at the end": "A/Step by step/talked at the end",
    "needs named": "C/All areas/needs named",
    "bridges, all areas": "D/All areas/bridges",
    "bridges that ended": "E/Ended in these days/bridges that ended",
    "doors that stayed shut": "E/Ended in these days/doors that stayed shut",
}
"""The line that is meant where something is out of these words, if it is as high."""

OF_PEOPLE = ("people", "times", "talks")
"""What words of a base begin with where each of it is somebody, or a time of somebody's."""

_OWN_LINES = (
    ("D", "people released"),  # said in A
    ("D", "how far it came: not known"),
    ("D", "too early to say"),
)
_SAID_BY_ONE_LINE = ("Within ", "Doctor within ")
"""Groups of which the first line alone is for others: how it went with the rest is said of few each."""
_OF_AN_AREA = "went within "

_WINDOWS = ("Days 1 to 3", "Days 4 to 14", "Days 15 to 30", "Days 31 to 90", "After day 90")
_AFTER, _NOT_KNOWN = "After release, all days together", "Release day not known"
_EVERY_WINDOW = ("Before release", "Day of release", *_WINDOWS, _AFTER, _NOT_KNOWN)
_DAYS = ("72 hours", "14 days", "30 days", "90 days")

_SHORT: Mapping[str, str] = {
    "known": "A/People/people in the records",
    "supported": "A/People/people supported",
    "new": "A/People/new this month",
    "undated": "A/People/day we met: not known",
    "tried": "A/In touch/reached out to",
    "touch": "A/In touch/in touch at least once",
    "in person": "A/In touch/met in person at least once",
    "agreed": "A/Agreed to records/agreed to records",
    "releases": "A/Releases/releases this month",
    "released": "A/Releases/people released this month",
    "expected": "A/Releases/expected, actual day not known",
    "begun": "A/Step by step/times support began",
    "different": "A/Step by step/different people",
    "met": "A/Step by step/met in person then",
    "met, agreed": "A/Step by step/met, and agreed to records",
    "talked": "A/Step by step/talked at the end",
    "talk undated": "A/Step by step/day of the talk: not known",
    "doctor": "A/Step by step/a doctor within 3 days",
    "service": "A/Step by step/any service within 3 days",
    "visit undated": "A/Step by step/day they went: not known",
    "early": "A/Step by step/3 days: too early to say",
    "helped": "A/Step by step/said it helped",
    "helped unasked": "A/Step by step/said it helped: not asked",
    "people with a need": "C/All areas/people with a need named",
    "needs": "C/All areas/needs named",
    "needs undated": "C/All areas/day it was named: not known",
    "people with a bridge": "D/All areas/people with a bridge",
    "bridges": "D/All areas/bridges",
    "went": "D/All areas/went",
    "went undated": "D/All areas/went, day not known",
    "let go": "D/All areas/let go",
    "no day": "D/Released in these days/release day not known",
    "past 72 hours": "D/72 hours after release/people past 72 hours",
    "past 14 days": "D/14 days after release/people past 14 days",
    "past 30 days": "D/30 days after release/people past 30 days",
    "past 90 days": "D/90 days after release/people past 90 days",
    "went in 72 hours": "D/Within 72 hours of release/went to a service",
    "went in 14 days": "D/Within 14 days of release/went to a service",
    "went in 30 days": "D/Within 30 days of release/went to a service",
    "went in 90 days": "D/Within 90 days of release/went to a service",
    "doctor in 72 hours": "D/Doctor within 72 hours of release/went to a doctor",
    "ended": "E/Ended in these days/bridges that ended",
    "no door's": "E/Why/another reason, no door's",
    "shut": "E/Ended in these days/doors that stayed shut",
    **{each: f"B/People, by days since release/{each[0].lower()}{each[1:]}" for each in _EVERY_WINDOW},
}
_ALWAYS = """
supported <= known
new + undated <= known
tried <= supported
touch <= tried
in person <= touch
released <= releases
released <= different
new <= different
different + undated <= known + released
different <= new + released
different <= known
begun + released = different + releases
met <= begun
met, agreed <= met
talked + talk undated <= met, agreed
doctor <= service
service + visit undated + early <= talked
helped + helped unasked <= talked
met + different <= in person + begun
met, agreed + different <= agreed + begun
people with a need <= needs
people with a need <= known
needs undated <= needs
people with a bridge <= bridges
people with a bridge <= known
went undated <= went
let go <= bridges
ended <= let go
shut <= ended
shut + no door's <= ended
releases <= begun
Day of release <= released
Release day not known + released <= known
no day + released <= known
no day + Day of release <= supported
no day + After release, all days together <= supported
no day <= supported
no day <= Before release + Release day not known
supported <= Before release + Day of release + After release, all days together + Release day not known
past 72 hours <= released
past 14 days <= past 72 hours
past 30 days <= past 14 days
past 90 days <= past 30 days
went in 72 hours <= past 72 hours
went in 72 hours <= people with a bridge
doctor in 72 hours <= went in 72 hours
went in 14 days <= past 14 days
went in 14 days <= people with a bridge
went in 30 days <= past 30 days
went in 30 days <= people with a bridge
went in 90 days <= past 90 days
went in 90 days <= people with a bridge
went in 72 hours + past 14 days <= went in 14 days + past 72 hours
went in 14 days + past 30 days <= went in 30 days + past 14 days
went in 30 days + past 90 days <= went in 90 days + past 30 days
"""


@dataclass(frozen=True, slots=True)
class Holds:
    """The lines of one side together are no more than those of the other, or as many."""

    less: tuple[str, ...]
    more: tuple[str, ...]
    is_equal: bool = False


def always() -> tuple[Holds, ...]:
    """Whatever is true of every month, whoever is in it, over what the report says of itself."""
    # She may call reasons and areas otherwise: the words are looked up each time.
    return (*_by_their_names(), *_of_doors())


@cache
def _by_their_names() -> tuple[Holds, ...]:
    return tuple(map(_read, _ALWAYS.strip().splitlines())) + tuple(_of_windows())


def _of_doors() -> Iterator[Holds]:
    reasons = (f"E/Why/{term.label}" for term in REFERRAL_ENDS if term.code in SHUT_ENDS)
    yield Holds(tuple(reasons), (_SHORT["shut"],), is_equal=True)
    for area in (*(term.label for term in AREAS), OTHER_WORD, NO_AREA):
        shut = f"E/Doors that stayed shut, by area/{area}"
        yield Holds((shut,), (f"D/{area}/let go",))
        yield Holds((shut,), (f"D/{area}/bridges",))


def _read(said: str) -> Holds:
    less, sign, more = said.partition(" = " if " = " in said else " <= ")
    left, right = (tuple(_SHORT[each] for each in side.split(" + ")) for side in (less, more))
    return Holds(left, right, sign == " = ")


def _of_windows() -> Iterator[Holds]:
    supported, unknown = _SHORT["supported"], _SHORT[_NOT_KNOWN]
    for title in (*_EVERY_WINDOW[:2], *_WINDOWS, _AFTER):
        yield Holds((_SHORT[title], unknown), (supported,))
    for title in _WINDOWS:
        yield Holds((_SHORT[title],), (_SHORT[_AFTER],))


def for_others(table: Table) -> Table:
    """The table without the lines that are for the mentor alone.

    They are said by another line, or are what that leaves; for others they would tell no more, and each
    number more is one more way to what is hidden.
    """
    groups = (_for_others(table, group) for group in table.groups)
    return replace(table, groups=tuple(group for group in groups if group.lines))


def _for_others(table: Table, group: Group) -> Group:
    lines = tuple(line for line in group.lines if (table.code, line.label) not in _OWN_LINES)
    if table.code == "D":
        if group.title.startswith(_SAID_BY_ONE_LINE):
            lines = lines[:1]
        lines = tuple(line for line in lines if not line.label.startswith(_OF_AN_AREA))
    if table.code == "B":
        lines = tuple(line for line in lines if not (line.missing and line.base_words == "people then"))
    return group if len(lines) == len(group.lines) else replace(group, lines=lines, adds_up=False)


def is_told_only_whole(group: Group, line: Line) -> bool:
    """Whether it is a gap beside other lines: it is there if it may be shown, and "<5" is not said of it."""
    return line.missing and not group.adds_up


def named(tables: Sequence[Table]) -> dict[str, tuple[int, int, int]]:
    """Where each line stands, by its name; the first of several."""
    found: dict[str, tuple[int, int, int]] = {}
    for t, table in enumerate(tables):
        for g, group in enumerate(table.groups):
            for n, line in enumerate(group.lines):
                found.setdefault(f"{table.code}/{group.title}/{line.label}", (t, g, n))
    return found
