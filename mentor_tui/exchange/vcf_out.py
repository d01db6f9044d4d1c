"""Contacts for a phone, as vCard 3.0 (RFC 2426): people the mentor walks with, and services if she likes.

By default a person goes by initials and no rule is written: a phone shows a name on its lock screen, and
sends its contacts on to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentor_tui.channel_words import channel_rules
from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.ics.choosing import short_names
from mentor_tui.exchange.writing import hand_out, refuse_unless_free
from store.records import Channel, Client, Service
from store.standing import active, has_died
from store.text import clean_line, clean_lines
from store.vocabulary import CHANNELS, label

if TYPE_CHECKING:
    from store.caseload import Caseload

INITIALS, NAMES = "contacts for a phone, initials only", "contacts for a phone, with names"
HAS_RULES = "There are rules for this. Look them up first."
_NUMBER = re.compile(r"\+?[\d(][\d\s().\-/]*(?:(?:x|ext\.?|#)\s*\d+)?", re.IGNORECASE)
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class CardsWritten:
    """How many cards are in the file."""

    people: int
    services: int


@dataclass(frozen=True, slots=True)
class CardChoice:
    """What the cards hold."""

    person: Client | None = None
    """That person alone; None for everyone active."""
    names: bool = False
    """The name as it is kept, else initials."""
    rules: bool = False
    """What was agreed about each number, in the note of the card; else only that there is something."""
    services: bool = False
    """A card for each service of the directory too."""


def write_vcf(caseload: Caseload, path: Path, choice: CardChoice, *, replace: bool = False) -> CardsWritten:
    """Write a card for each who can be reached by a number or an address.

    Raises:
        ExportRefused: there is nobody, they died, something is there already, or it cannot be written.
    """
    refuse_unless_free(path, replace=replace)
    if choice.person is not None and has_died(choice.person):
        raise ExportRefused(f"Nothing of {choice.person.name} goes to a phone any more.")
    everyone = caseload.people()
    asked = active(everyone) if choice.person is None else (choice.person,)
    people = [client for client in asked if any(each.value for each in client.channels)]
    services = [each for each in caseload.all(Service) if each.name] if choice.services else []
    if not people and not services:
        raise ExportRefused("Nobody here has a number or an address written down; no file was made.")
    initials = short_names(everyone)
    cards = [_person(each, each.name if choice.names else initials[each.id], choice.rules) for each in people]
    cards += map(_service, services)
    content = "".join(cards).encode()
    numbers = [client.id for client in people]
    hand_out(
        caseload.folder, path, content, NAMES if choice.names else INITIALS, people=numbers, replace=replace
    )
    return CardsWritten(len(people), len(services))


def _person(client: Client, name: str, with_rules: bool) -> str:
    card = _card(client.uid, name)
    notes = []
    for channel in client.channels:
        if not channel.value:
            continue
        if not _put_channel(card, channel):
            notes.append(f"{label(CHANNELS, channel.how)}: {channel.value}")
    if with_rules:
        notes += _rules(client)
    elif _has_rules(client):
        notes.append(HAS_RULES)
    _put(card, "note", "\n".join(notes))
    return _written(card)


def _put_channel(card: Any, channel: Channel) -> bool:
    """Whether a card has a field for this."""
    value = clean_line(channel.value)
    if channel.how == "email" or ("@" in value and "." in value.rpartition("@")[2] and " " not in value):
        _put(card, "email", value, "INTERNET")
    elif _is_number(value):
        _put(card, "tel", value, "CELL" if channel.how in ("text", "app") else "VOICE")
    elif channel.how in ("letter", "in-person"):
        _put_address(card, value)
    else:
        return False
    return True


def _rules(client: Client) -> Iterator[str]:
    if client.never_contact:
        yield f"Never: {client.never_contact}"
    for channel in client.channels:
        said = channel_rules(channel)
        if channel.value and said:
            yield f"{channel.value}: {said}"
    if client.prefers:
        yield client.prefers


def _has_rules(client: Client) -> bool:
    # An answer never given is a rule too: what was not asked is not done.
    return bool(client.never_contact) or any(channel_rules(each) for each in client.channels if each.value)


def _service(service: Service) -> str:
    card = _card(service.uid, service.name)
    if service.organization:
        _put(card, "org", [clean_line(service.organization)])
    for phone in service.phones:
        extension = f" ext. {phone.extension}" if phone.extension else ""
        _put(card, "tel", clean_line(f"{phone.number}{extension}"), "WORK")
    _put(card, "email", clean_line(service.email), "INTERNET")
    _put(card, "url", clean_line(service.url))
    for address in _addresses(service):
        _put_address(card, clean_line(address))
    hours = (f"{each.days} {each.opens}-{each.closes} {each.note}".strip() for each in service.hours)
    notes = (*hours, service.hours_note, service.how_to_get_in, service.bring)
    _put(card, "note", "\n".join(note for note in notes if note.strip(" -")))
    return _written(card)


def _addresses(service: Service) -> Iterable[str]:
    own = (service.address, *(place.address for place in service.places))
    return dict.fromkeys(address for address in own if address)


def _card(uid: str, name: str) -> Any:
    import vobject

    card = vobject.vCard()
    shown = clean_line(name) or "·"
    card.add("fn").value = shown
    # Not taken apart: which word of a name is the family's cannot be known from here.
    card.add("n").value = vobject.vcard.Name(given=shown)
    _put(card, "uid", uid)
    return card


def _put(card: Any, field: str, value: Any, type: str = "") -> None:
    if not value:
        return
    line = card.add(field)
    line.value = clean_lines(value) if isinstance(value, str) else value
    if type:
        line.type_param = type


def _put_address(card: Any, address: str) -> None:
    import vobject

    if address:
        card.add("adr").value = vobject.vcard.Address(street=address)


def _written(card: Any) -> str:
    return str(card.serialize())


def _is_number(value: str) -> bool:
    digits = sum(letter.isdecimal() for letter in value)
    return digits >= _FEWEST_DIGITS and bool(_NUMBER.fullmatch(value))
