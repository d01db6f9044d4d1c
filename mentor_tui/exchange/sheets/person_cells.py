"""What each column of a list of people makes of a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.exchange.sheets import days, values
from mentor_tui.exchange.sheets.values import CellUnread
from store.acts import release_said, release_unknown
from store.errors import MentorError
from store.records import Channel, Client, Stay
from store.release_words import is_unknown
from store.rhythm import read_rhythm
from store.text import fold
from store.vocabulary import AGE_BANDS, HOW_MET, STATUSES, STAYING, SUPERVISION, Terms

if TYPE_CHECKING:
    from mentor_tui.exchange.sheets.reading import Cell
    from store.caseload_reads import CaseloadReads

Reads = Callable[[Client, "Cell", "CaseloadReads"], Client]

_OTHER_STATUSES: Mapping[str, str] = {
    "active": "walking",
    "current": "walking",
    "open": "walking",
    "walking": "walking",
    "out": "walking",
    "light": "light",
    "not released": "not-out",
    "in custody": "inside",
    "in jail": "inside",
    "in prison": "inside",
    "paused": "paused",
    "on hold": "paused",
    "lost contact": "lost-touch",
    "lost touch": "lost-touch",
    "finished": "finished",
    "closed": "finished",
    "done": "finished",
    "completed": "finished",
    "inactive": "finished",
    "deceased": "died",
    "dead": "died",
}
"""How other lists call where two people stand."""

_BANDS = ((25, "under-25"), (35, "25-34"), (45, "35-44"), (55, "45-54"), (131, "55-plus"))
_BETWEEN_NUMBERS = re.compile(
    r"\s*(?:;|\n|/(?=\s*\+?\d)| or | and |,(?=\s*\+?[\d(])|[,\s·]+(?=\S+@\S+\.))\s*"
)
_AN_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_BETWEEN_ADDRESSES = re.compile(r"[;,\s]+(?=\S+@)")


def _text(field: str, *, one_line: bool) -> Reads:
    def read(client: Client, cell: Cell, _: CaseloadReads) -> Client:
        said = values.line(cell) if one_line else values.words(cell)
        before = getattr(client, field)
        return replace(client, **{field: f"{before}\n{said}" if before else said})

    return read


def _listed(field: str, terms: Terms) -> Reads:
    def read(client: Client, cell: Cell, _: CaseloadReads) -> Client:
        return replace(client, **{field: values.own_word(cell, terms)})

    return read


def _channels(how: str, between: re.Pattern[str]) -> Reads:
    def read(client: Client, cell: Cell, _: CaseloadReads) -> Client:
        found = [
            Channel(how=how, value=one.strip()) for one in between.split(values.words(cell)) if one.strip()
        ]
        # Whatever the column is called, an address is no number.
        found = [replace(one, how="email") if _AN_ADDRESS.fullmatch(one.value) else one for one in found]
        new = tuple(channel for channel in found if channel not in client.channels)
        return replace(client, channels=(*client.channels, *new))

    return read


def _release(client: Client, cell: Cell, caseload: CaseloadReads) -> Client:
    now = caseload.clock.now()
    if is_unknown(values.line(cell)):
        return release_unknown(client, now)
    return replace(release_said(client, days.day(cell, caseload), now), status_on=None)


def _status(client: Client, cell: Cell, _: CaseloadReads) -> Client:
    status = values.code(cell, STATUSES, _OTHER_STATUSES, "way to stand")
    if status == "walking" and client.status == "not-out":
        return client  # "active" in a list of both; the release is still to come
    if status == "not-out" and any(one.on and not one.back_on for one in client.episodes):
        raise CellUnread("they are said to be out already, and not out yet")
    # Since when is not known: the day of the import would be a lie.
    return replace(client, status=status, status_on=None)


def _age(client: Client, cell: Cell, _: CaseloadReads) -> Client:
    said = fold(values.line(cell))
    if said.isdecimal() and len(said) <= 3:
        return replace(client, age_band=_band(int(said)))
    also = {
        "<25": "under-25",
        "18-24": "under-25",
        "55+": "55-plus",
        "over 55": "55-plus",
        "55 plus": "55-plus",
    }
    return replace(client, age_band=values.code(cell, AGE_BANDS, also, "age"))


def _birth(client: Client, cell: Cell, caseload: CaseloadReads) -> Client:
    """How old they are, as a band; the day itself is not kept."""
    try:
        born = days.day(cell, caseload, past=True)
    except CellUnread:
        return client  # it would not be kept either way
    today = caseload.clock.now().day
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if not client.age_band:
        client = replace(client, age_band=_band(age))
    return client


def _band(age: int) -> str:
    for below, band in _BANDS:
        if 0 < age < below:
            return band
    raise CellUnread("nobody is that old")


def _met_on(client: Client, cell: Cell, caseload: CaseloadReads) -> Client:
    day = days.day(cell, caseload, past=True)
    if day > caseload.clock.now().day:
        raise CellUnread("that day is still to come")
    return replace(client, met_on=day)


def _rhythm(client: Client, cell: Cell, caseload: CaseloadReads) -> Client:
    try:
        return replace(client, rhythm=read_rhythm(values.line(cell), caseload.clock.now().day))
    except MentorError as error:
        raise CellUnread(str(error).rstrip(".")) from None


def _staying(client: Client, cell: Cell, _: CaseloadReads) -> Client:
    said = values.own_word(cell, STAYING)
    is_listed = any(said == term.code for term in STAYING)
    stay = Stay(where=said) if is_listed else Stay(where="other", words=said)
    return replace(client, stays=(*client.stays, stay))


READS: dict[str, Reads] = {
    "phone": _channels("call", _BETWEEN_NUMBERS),
    "text": _channels("text", _BETWEEN_NUMBERS),
    "email": _channels("email", _BETWEEN_ADDRESSES),
    "release": _release,
    "status": _status,
    "age_band": _age,
    "birth": _birth,
    "how_met": _listed("how_met", HOW_MET),
    "met_on": _met_on,
    "rhythm": _rhythm,
    "supervision": _listed("supervision", SUPERVISION),
    "staying": _staying,
    "pronouns": _text("pronouns", one_line=True),
    "gender": _text("gender", one_line=True),
    "languages": _text("languages", one_line=True),
} | {
    field: _text(field, one_line=False)
    for field in (
        *("about", "prefers", "unavailable", "access_needs", "caring", "if_quiet", "never_contact"),
        "in_their_words",
    )
}
"""By the field's name, in the order they are read: where they stand is said after the release, and wins."""
