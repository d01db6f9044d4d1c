"""The directory as rows, and one service as lines: doors, hours, how to get in, what to bring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store.records import Hours, Phone, Place, Service
from store.text import fold
from store.vocabulary import AREAS, SERVICE_STATUSES, label
from store.when import short
from widgets.row import Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment

COLUMNS = (Column(least=20, most=42), Column(most=14), Column(least=12))
"""Name; the mentor's own short name; whose, or what is the matter just now."""
DETAIL_COLUMNS = (Column(least=12, most=16), Column(least=24))
UNKNOWN_ORGANIZATION = "organization unknown"
_PLACES = {
    "service": "PLACES",
    # HSDS 1.1 folders may not say which place is which service's (the Illinois one does not).
    "organization": "PLACES OF THE SAME ORGANIZATION",
}
_CLOSED = ("inactive", "defunct", "temporarily-closed")


def matching(services: Iterable[Service], words: str) -> list[Service]:
    """Services in which every word stands; those whose name begins so come first."""
    wanted = fold(words).split()
    found = [service for service in services if all(word in _folded(service) for word in wanted)]
    first = " ".join(wanted)
    return sorted(found, key=lambda service: (not fold(service.name).startswith(first), fold(service.name)))


def row(service: Service) -> Row:
    """One line of the directory."""
    whose = service.organization or (UNKNOWN_ORGANIZATION if service.source_organization_id else "")
    about: list[Piece] = [(whose, "muted")]
    if service.status in _CLOSED:
        about.insert(0, (label(SERVICE_STATUSES, service.status) + "  ", "trouble"))
    if service.alert:
        about.insert(0, (service.alert + "  ", "accent"))
    short_name = f"@{service.short}" if service.short else ""
    cells = (((service.name, "name"),), ((short_name, "second"),), tuple(about))
    return Row(f"services:{service.id}", cells, 1)


def detail_items(service: Service, moment: Moment) -> list[Item]:
    """Everything about a service that says something, the way in first."""
    items: list[Item] = [
        _line(name, words, place) for place, (name, words) in enumerate(_said(service, moment))
    ]
    if service.places:
        items += [Gap(), Heading(_PLACES.get(service.places_of, "PLACES"))]
    for number, where in enumerate(service.places):
        items += [_line(name, words, 100 + number) for name, words in _place(where)]
    return items


def _said(service: Service, moment: Moment) -> Iterator[tuple[str, str]]:
    checked = short(service.checked_on, moment) if service.checked_on else ""
    by = f" by {service.checked_by}" if service.checked_by else ""
    told = (
        ("just now", service.alert),
        ("open?", label(SERVICE_STATUSES, service.status)),
        ("short name", f"@{service.short}" if service.short else ""),
        ("also called", service.also),
        ("whose", service.organization or (UNKNOWN_ORGANIZATION if service.source_organization_id else "")),
        ("helps with", ", ".join(label(AREAS, area) for area in service.areas)),
        ("how to get in", service.how_to_get_in),
        ("what to bring", service.bring),
        ("who can come", service.who_can_come + _ages(service)),
        ("cost", service.cost),
        *(("phone", _phone(phone)) for phone in service.phones),
        ("address", service.address),
        *(("hours", _hours(row)) for row in service.hours),
        ("hours", service.hours_note),
        ("waiting", service.wait),
        ("languages", service.languages),
        ("access", service.access),
        ("ask for", service.person),
        ("email", service.email),
        ("web", service.url),
        ("area served", service.area_served),
        (
            "from jail",
            _yes_no(service.straight_from_jail, "takes people straight from jail", "not straight from jail"),
        ),
        ("ID", _yes_no(service.needs_id, "needs ID", "no ID needed")),
        ("sobriety", _yes_no(service.abstinence_rule, "has an abstinence rule", "no abstinence rule")),
        ("how they treat people", service.peer_note),
        ("what it is", service.what_for),
        ("last checked", checked + by if checked else "not checked yet"),
        ("from", service.source),
    )
    return (pair for pair in told if pair[1].strip())


def _place(place: Place) -> Iterator[tuple[str, str]]:
    yield "place", place.name or "no name"
    yield "", place.address or "address not known"
    for phone in place.phones:
        yield "", _phone(phone)
    for hours in place.hours:
        yield "", _hours(hours)
    if place.access:
        yield "", place.access


def _line(name: str, words: str, place: int) -> Row:
    return Row(f"line:{place}:{name}:{words[:20]}", (((name, "second"),), words))


def _phone(phone: Phone) -> str:
    extension = f" ext. {phone.extension}" if phone.extension else ""
    said = ", ".join(part for part in (phone.kind, phone.note) if part)
    return f"{phone.number}{extension}" + (f" ({said})" if said else "")


def _hours(hours: Hours) -> str:
    times = f"{hours.opens}-{hours.closes}" if hours.opens and hours.closes else hours.opens or hours.closes
    return " ".join(part for part in (hours.days, times, hours.note) if part)


def _ages(service: Service) -> str:
    low, high = service.min_age, service.max_age
    if low is None and high is None:
        return ""
    ages = f"age {low or 0} to {high}" if high is not None else f"age {low} and over"
    return f" ({ages})" if service.who_can_come else ages


def _yes_no(answer: bool | None, yes: str, no: str) -> str:
    return "" if answer is None else yes if answer else no


def _folded(service: Service) -> str:
    areas = " ".join(label(AREAS, area) for area in service.areas)
    said = (
        service.name,
        service.also,
        service.short,
        service.organization,
        areas,
        service.what_for,
        service.address,
    )
    return fold(" ".join(said))
