"""From the directory's rows to the fields of a service."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from mentor_tui.exchange.hsds.hours import merged, opening
from mentor_tui.exchange.hsds.links import Links, has_address
from mentor_tui.exchange.hsds.tables import Row
from store.records import Hours, Phone, Place

SOURCE_FIELDS = (
    *("name", "also", "organization", "what_for", "status", "phones", "email", "url", "address"),
    *("hours", "hours_note", "places", "places_of", "how_to_get_in", "who_can_come", "min_age", "max_age"),
    *("cost", "bring", "languages", "access", "person", "area_served", "wait", "alert"),
    *("checked_on", "checked_by"),
)
"""What a directory fills. Every other field of a service is the mentor's alone."""

_THEIRS = "the organization's own number"
_HOURS_FILES = ("schedules", "regular_schedules", "holiday_schedules")
_ADDRESS_FILES = ("addresses", "physical_addresses", "postal_addresses")


class PlaceShelf:
    """Places made once and shared: one place may be offered by dozens of services."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._made: dict[str, Place] = {}

    def place(self, service: str, id: str) -> Place:
        """The place of a location row, with the hours and numbers that a service has there alone."""
        if id not in self._made:
            self._made[id] = self._make(id)
        found = self._made[id]
        pairs = self._links.pairs_of.get((service, id))
        if not pairs:
            return found
        hours = _hours(row for pair in pairs for row in self._links.rows_of("pair", pair, *_HOURS_FILES))
        phones = _phones(row for pair in pairs for row in self._links.rows_of("pair", pair, "phones"))
        if not hours and not phones:
            return found
        return msgspec.structs.replace(found, hours=hours or found.hours, phones=_with(phones, found.phones))

    def _make(self, id: str) -> Place:
        links, row = self._links, self._links.locations[id]
        return Place(
            name=row.line("name") or row.line("alternate_name"),
            address=_first(
                _address(one)
                for one in (
                    *links.rows_of("place", id, *_ADDRESS_FILES),
                    *((row,) if has_address(row) else ()),
                )
            ),
            phones=_with(_phones(links.rows_of("place", id, "phones")), _inline(row)),
            hours=_hours(links.rows_of("place", id, *_HOURS_FILES)),
            access=_joined(
                row.line("transportation"),
                *(_access(one) for one in links.rows_of("place", id, "accessibility")),
                *(_access(one) for one in links.rows_of("place", id, "accessibility_for_disabilities")),
                *(_language(one) for one in links.rows_of("place", id, "languages")),
                sep="\n",
            ),
            source_id=id,
        )


def service_fields(id: str, links: Links, shelf: PlaceShelf) -> dict[str, Any]:
    """What the directory says of one service, as values of SOURCE_FIELDS."""
    row = links.services[id]
    organization = links.organizations.get(links.organization_of[id])
    places = tuple(shelf.place(id, location) for location in links.places.get(id, ()))
    return {
        **_plain(row, organization),
        **_reach(row, links, organization),
        "places": places,
        "places_of": ("service" if id in links.own_places else "organization") if places else "",
        "hours": _hours(links.rows_of("service", id, *_HOURS_FILES)),
        "hours_note": "",
        "who_can_come": _who(row, links, id),
        "cost": _cost(row, links, id),
        "bring": _joined(
            *(one.line("document") for one in links.rows_of("service", id, "required_documents")),
            row.line("required_documents"),
            sep="\n",
        ),
        "languages": _joined(
            *(_language(one) for one in links.rows_of("service", id, "languages")),
            row.line("languages"),
            row.line("interpretation_services"),
        ),
        "access": _joined(*(_access(one) for one in links.rows_of("service", id, "accessibility")), sep="\n"),
        "area_served": _joined(
            *(_area(one) for one in links.rows_of("service", id, "service_areas")),
            row.line("service_areas"),
            sep="\n",
        ),
    }


def _plain(row: Row, organization: Row | None) -> dict[str, Any]:
    status = row.line("status").lower().replace("_", "-").replace(" ", "-")
    return {
        "name": row.line("name"),
        "also": row.line("alternate_name"),
        "organization": organization.line("name") if organization else own_organization(row),
        "what_for": row["description"],
        "status": status,
        "how_to_get_in": row["application_process"],
        "min_age": _age(row.line("minimum_age")),
        "max_age": _age(row.line("maximum_age")),
        "wait": row.line("wait_time"),
        "alert": row["alert"],
        "checked_on": _day(row.line("assured_date")),
        "checked_by": row.line("assurer_email") if _day(row.line("assured_date")) else "",
    }


def _reach(row: Row, links: Links, organization: Row | None) -> dict[str, Any]:
    id = row.line("id")
    owner = links.organization_of[id]
    own = _with(_phones(links.rows_of("service", id, "phones")), _inline(row))
    of_all = _phones(links.rows_of("organization", owner, "phones"), note=_THEIRS)
    if organization:
        of_all = _with(of_all, _inline(organization, _THEIRS))
    return {
        "phones": _with(own, of_all),
        "email": row.line("email") or (organization.line("email") if organization else ""),
        "url": row.line("url")
        or (organization.line("url") or organization.line("website") if organization else ""),
        "address": _first(
            _address(one)
            for one in (
                *links.rows_of("service", id, *_ADDRESS_FILES),
                *links.rows_of("organization", owner, *_ADDRESS_FILES),
            )
        ),
        "person": _joined(
            *(_person(one) for one in _contacts(links, id)),
            *(_person(one) for one in links.rows_of("organization", owner, "contacts")),
            sep="\n",
        ),
    }


def own_organization(row: Row) -> str:
    """The name of the organization, where a service itself gives it."""
    return row.line("organization_name") or row.line("organization") or row.line("agency_name")


def _contacts(links: Links, id: str) -> Iterable[Row]:
    yield from links.rows_of("service", id, "contacts")
    for location in links.places.get(id, ()) if id in links.own_places else ():
        for pair in links.pairs_of.get((id, location), ()):
            yield from links.rows_of("pair", pair, "contacts")
        yield from links.rows_of("place", location, "contacts")


def _with(own: tuple[Phone, ...], others: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """Numbers, and those of others that are not among them."""
    numbers = {one.number for one in own}
    return own + tuple(one for one in others if one.number not in numbers)


def _inline(row: Row, note: str = "") -> tuple[Phone, ...]:
    """A number in a column of the row itself."""
    number = row.line("phone").strip("\"' ")
    return (Phone(number=number, note=note),) if any(sign.isdecimal() for sign in number) else ()


def _phones(rows: Iterable[Row], note: str = "") -> tuple[Phone, ...]:
    # The HSDS 3 example keeps its number inside quotation marks of its own.
    made = (
        Phone(
            number=row.line("number").strip("\"' "),
            extension=row.line("extension"),
            kind=row.line("type"),
            note=_joined(row.line("description"), row.line("department"), note, sep="; "),
        )
        for row in rows
    )
    return tuple(dict.fromkeys(made))


def _hours(rows: Iterable[Row]) -> tuple[Hours, ...]:
    return merged(one for one in map(opening, rows) if one is not None)


def _who(row: Row, links: Links, id: str) -> str:
    rules = (one["eligibility"] for one in links.rows_of("service", id, "eligibility"))
    return _joined(row["eligibility_description"], *rules, sep="\n")


def _cost(row: Row, links: Links, id: str) -> str:
    options = (
        " ".join(
            part
            for part in (
                one.line("option"),
                one.line("amount"),
                one.line("currency").upper() if one["amount"] else "",
                one.line("amount_description"),
                f"(until {one.line('valid_to')})" if one["valid_to"] else "",
            )
            if part
        )
        for one in links.rows_of("service", id, "cost_options")
    )
    paid = (f"takes {one.line('payment')}" for one in links.rows_of("service", id, "payments_accepted"))
    inline = row.line("accepted_payments")
    paid_by = (*paid, f"takes {inline}") if inline else paid
    return _joined(row["fees_description"], row["fees"], *options, *paid_by, sep="\n")


def _address(row: Row) -> str:
    region = " ".join(part for part in (row.line("state_province"), row.line("postal_code")) if part)
    parts = (row.line("attention"), row.line("address_1"), row.line("address_2"), row.line("city"), region)
    return _joined(*parts, row.line("country"))


def _person(row: Row) -> str:
    return _joined(row.line("name"), row.line("title"), row.line("department"), row.line("email"))


def _access(row: Row) -> str:
    return _joined(row.line("accessibility"), row.line("description"), row.line("details"), sep="; ")


def _language(row: Row) -> str:
    name = row.line("name") or row.line("language") or row.line("code")
    return f"{name} ({row.line('note')})" if row["note"] else name


def _area(row: Row) -> str:
    return _joined(row.line("name"), row.line("service_area"), row["description"], sep="; ")


def _age(text: str) -> int | None:
    whole = text.partition(".")[0]
    return int(whole) if whole.isascii() and whole.isdecimal() and len(whole) <= 3 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _first(found: Iterable[str]) -> str:
    return next((one for one in found if one), "")


def _joined(*parts: str, sep: str = ", ") -> str:
    return sep.join(dict.fromkeys(part for part in parts if part))
