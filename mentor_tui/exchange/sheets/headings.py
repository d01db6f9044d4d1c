"""What the columns of a spreadsheet hold, guessed from their headings, and as the mentor says it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mentor_tui.exchange.errors import ImportRefused
from store.text import clean_line, fold

NOT_KEPT = "-"
"""What a column is said to be that is left where it is."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something a column may hold."""

    name: str
    """As `--map` names it."""
    what: str
    """What becomes of it, in the mentor's words."""
    headings: tuple[str, ...]
    """Headings it is guessed from, folded, without marks."""


def _fields(listed: str) -> tuple[Field, ...]:
    """Fields from lines "name | what becomes of it | headings"; its name and what it is are headings too."""
    found = []
    for line in listed.strip().replace("\\\n", "").splitlines():
        name, what, headings = (part.strip() for part in line.split("|"))
        others = (heading.strip() for heading in headings.split(",") if heading.strip())
        found.append(Field(name, what, (name.replace("_", " "), what, *others)))
    return tuple(found)


PEOPLE = _fields(r"""
name | name to use | full name, client, client name, person, participant, alias, display name, \
    preferred name, goes by, called, who
first | first name | firstname, given name, forename
last | last name | lastname, surname, family name
phone | a number to call | phone number, telephone, telephone number, tel, mobile, mobile phone, \
    mobile number, mobile no, cell, cell phone, cellphone, cell number, cell no, contact number, home phone, \
    work phone, other phone, phone no
text | a number to text | text number, sms, text to
email | an email address | e mail, email address, e mail address, mail
release | day of release | release date, released, released on, date of release, out, out on, out since, \
    date released, expected release, expected out, gate date, date out
status | where you stand | standing, where we stand, state, client status
about | worth knowing | notes, note, comments, comment, remarks, details, background, other, general notes
pronouns | pronouns | pronoun
age_band | about how old | age, age group, age range
birth | only how old, as a band; the day is not kept | date of birth, dob, d o b, birthday, birthdate, \
    birth date, born, born on
how_met | how you met | how we met, referred by, referral, referral source, source
met_on | day you first knew of them | met, first met, first contact, start date, started, intake date, \
    date added, date met, since, joined
rhythm | how often you agreed | how often, frequency, check in every
languages | languages | language
gender | gender, in their words |
supervision | supervision | legal status, parole, probation
prefers | how they like to be reached | preference, contact preference, best way to reach
unavailable | when unavailable | not available, busy, when busy
access_needs | access needs | accessibility, accessibility needs
caring | caring responsibilities | children, kids, dependants
if_quiet | if they go quiet | if i go quiet
never_contact | never contact | do not contact
in_their_words | what they want, in their words | wants, their words, goals, goal
staying | where they are staying | housing, living situation, accommodation, lives at
""")
"""What a list of people may hold."""

CONTACTS = _fields(r"""
date | the day | day, when, on, contact date, date of contact, visit date
time | the time of day | start, start time, at
who | with whom | name, client, person, client name, people, with, participant, clients, names
mode | how | method, way, type, contact type, type of contact, medium, channel
outcome | what happened | result, reached
kind | what kind of contact | purpose, reason
minutes | how long | length, duration, mins, min, time spent, length min, minutes spent, duration min
hours | how long, in hours | hrs, hours spent
travel_minutes | minutes on the way | travel, travel time, travel min
km | kilometres | kms, kilometers, distance, distance km
cost | money spent | money, spent, expense, expenses, amount, costs
words | what it was about | notes, note, comments, comment, description, about, what, \
    summary, details, remarks
they_will | what they said they would do | they will, next steps
""")
"""What a log of contacts may hold."""

_MARKS = re.compile(r"[^\w]+")
_COUNTED = re.compile(r" ?\d$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and what it is taken for."""

    heading: str
    field: str = ""
    """A field's name; "" where it is not kept."""


def looks_like_headings(words: Iterable[str]) -> bool:
    """Whether a row names people or days, as headings do."""
    known = {_named(word, (*PEOPLE, *CONTACTS)) for word in words}
    return bool(known & {"name", "first", "last", "who", "date"})


def guessed(headings: Sequence[str], fields: Sequence[Field]) -> tuple[Column, ...]:
    """Each column as its heading reads."""
    return tuple(Column(heading, _named(heading, fields)) for heading in headings)


def told_apart(
    columns: Sequence[Column], said: Mapping[str, str], fields: Sequence[Field]
) -> tuple[Column, ...]:
    """The columns, some of them as the mentor says they are.

    Args:
        said: heading to a field's name, or `NOT_KEPT`.

    Raises:
        ImportRefused: no such column, or no such field.
    """
    names = {field.name for field in fields}
    wanted: dict[str, str] = {}
    for heading, field in said.items():
        if fold(heading) not in {fold(column.heading) for column in columns}:
            listed = ", ".join(f"“{column.heading}”" for column in columns[:12] if column.heading)
            raise ImportRefused(f"There is no column “{clean_line(heading)}”. There are {listed}.")
        if field not in names | {NOT_KEPT}:
            raise ImportRefused(
                f"“{clean_line(field)}” is nothing a column can be. It can be {', '.join(sorted(names))}, "
                "or - to leave it out."
            )
        wanted[fold(heading)] = "" if field == NOT_KEPT else field
    return tuple(Column(one.heading, wanted.get(fold(one.heading), one.field)) for one in columns)


def refuse_without(columns: Sequence[Column], fields: Sequence[str], what: str, shown: str) -> None:
    """Refuse a table none of whose columns is taken for one of these fields.

    Raises:
        ImportRefused: and it says which columns there are, and how to say which is meant.
    """
    if any(column.field in fields for column in columns):
        return
    listed = ", ".join(f"“{column.heading}”" for column in columns[:12] if column.heading)
    raise ImportRefused(
        f"In {shown} no column is known to hold {what}. There are {listed}. "
        f"Say which: --map “heading={fields[0]}”."
    )


def _named(heading: str, fields: Sequence[Field]) -> str:
    words = " ".join(_MARKS.sub(" ", fold(heading)).split())
    found = next((field.name for field in fields if words in field.headings), "")
    bare = _COUNTED.sub("", words)
    return found or next((field.name for field in fields if bare and bare in field.headings), "")
