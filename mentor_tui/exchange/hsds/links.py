"""What belongs to what in a directory: each row goes to a service, a place or an organization, or nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mentor_tui.exchange.hsds.folder import NOT_KEPT, Tables
from mentor_tui.exchange.hsds.hours import opening
from mentor_tui.exchange.hsds.tables import Row

Owner = tuple[str, str]
"""("service" | "place" | "organization", id in the source)."""

CHILD_FILES = (
    *("phones", "addresses", "physical_addresses", "postal_addresses"),
    *("schedules", "regular_schedules", "holiday_schedules"),
    *("contacts", "eligibility", "required_documents", "cost_options", "payments_accepted"),
    *("languages", "service_areas", "accessibility", "accessibility_for_disabilities"),
)
"""Files whose rows describe a service, place or organization of another file."""


@dataclass(slots=True)
class Links:
    """The directory's rows by what they belong to."""

    services: dict[str, Row] = field(default_factory=dict)
    organizations: dict[str, Row] = field(default_factory=dict)
    locations: dict[str, Row] = field(default_factory=dict)
    by_organization: dict[str, list[str]] = field(default_factory=dict)
    """Services of an organization."""
    places: dict[str, list[str]] = field(default_factory=dict)
    """Locations of a service: its own where the source says so, else its organization's."""
    at_place: dict[str, list[str]] = field(default_factory=dict)
    """Services of a location."""
    own_places: set[str] = field(default_factory=set)
    """Services whose places the source names itself."""
    pairs: dict[str, tuple[str, str]] = field(default_factory=dict)
    """service_at_location id to service and location."""
    children: dict[tuple[Owner, str], list[Row]] = field(default_factory=dict)
    """Rows by owner and file."""
    left_out: dict[tuple[str, int], str] = field(default_factory=dict)
    """(file, row number) to the reason."""
    belongs: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    """(file, row number) to the services it tells of."""

    def rows_of(self, kind: str, id: str, *files: str) -> Iterator[Row]:
        """The rows an owner has in some files."""
        for file in files:
            yield from self.children.get(((kind, id), file), ())

    def services_of(self, owner: Owner) -> tuple[str, ...]:
        """The services an owner's rows tell of."""
        kind, id = owner
        if kind == "service":
            return (id,)
        return tuple((self.at_place if kind == "place" else self.by_organization).get(id, ()))

    def leave(self, row: Row, reason: str) -> None:
        """Count a row as left out."""
        self.left_out[row.file, row.number] = reason

    def use(self, row: Row, services: tuple[str, ...]) -> None:
        """Count a row as telling of these services."""
        self.belongs[row.file, row.number] = services


def link(tables: Tables) -> Links:
    """Give every row of every file its place, or the reason why it has none."""
    links = Links()
    _take_services(links, tables)
    links.organizations = _by_id(links, tables.get("organizations", ()))
    links.locations = _by_id(links, tables.get("locations", ()))
    _take_pairs(links, tables)
    _take_places(links)
    _account_parents(links)
    for name in CHILD_FILES:
        for row in tables.get(name, ()):
            _take_child(links, name, row)
    for name, reason in NOT_KEPT.items():
        for row in tables.get(name, ()):
            links.leave(row, reason)
    return links


def _take_services(links: Links, tables: Tables) -> None:
    for row in tables["services"]:
        id = row.line("id")
        if not id or not row["name"]:
            links.leave(row, "the row has no id" if row["name"] else "the row has no name")
        elif id in links.services:
            links.leave(row, "an earlier row has the same id")
        else:
            links.services[id] = row
            links.use(row, (id,))
            links.by_organization.setdefault(row.line("organization_id"), []).append(id)
    links.by_organization.pop("", None)


def _by_id(links: Links, rows: tuple[Row, ...]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        id = row.line("id")
        if not id:
            links.leave(row, "the row has no id")
        elif id in found:
            links.leave(row, "an earlier row has the same id")
        else:
            found[id] = row
    return found


def _take_pairs(links: Links, tables: Tables) -> None:
    for row in (*tables.get("service_at_location", ()), *tables.get("services_at_location", ())):
        service, location = row.line("service_id"), row.line("location_id")
        if service not in links.services or location not in links.locations:
            links.leave(row, "its service or its place is not in the folder")
            continue
        links.use(row, (service,))
        links.pairs[row.line("id")] = (service, location)
        links.own_places.add(service)
        mine = links.places.setdefault(service, [])
        if location not in mine:
            mine.append(location)


def _take_places(links: Links) -> None:
    of_organization: dict[str, list[str]] = {}
    for id, row in links.locations.items():
        of_organization.setdefault(row.line("organization_id"), []).append(id)
    of_organization.pop("", None)
    for id, row in links.services.items():
        if id not in links.own_places and row.line("organization_id") in of_organization:
            links.places[id] = of_organization[row.line("organization_id")]
        for location in links.places.get(id, ()):
            links.at_place.setdefault(location, []).append(id)


def _account_parents(links: Links) -> None:
    for id, row in links.organizations.items():
        if id in links.by_organization:
            links.use(row, tuple(links.by_organization[id]))
        else:
            links.leave(row, "no service here is of this organization")
    for id, row in links.locations.items():
        if id in links.at_place:
            links.use(row, tuple(links.at_place[id]))
        else:
            links.leave(row, "no service here is at this place or of its organization")


def _take_child(links: Links, name: str, row: Row) -> None:
    lacking = _lacks(name, row)
    if lacking:
        links.leave(row, lacking)
        return
    owner = _owner(links, row)
    if isinstance(owner, str):
        links.leave(row, owner)
        return
    links.children.setdefault((owner, name), []).append(row)
    links.use(row, links.services_of(owner))


def _owner(links: Links, row: Row) -> Owner | str:
    """The nearest thing a row can belong to: the service before the place before the organization."""
    service, location = row.line("service_id"), row.line("location_id")
    pair = links.pairs.get(row.line("service_at_location_id"))
    organization = row.line("organization_id")
    if service in links.services:
        return ("service", service)
    if pair:
        return ("place", pair[1])
    if location in links.at_place:
        return ("place", location)
    if organization in links.by_organization:
        return ("organization", organization)
    if location in links.locations:
        return "its place is left out"
    if organization in links.organizations:
        return "its organization is left out"
    if service or location or organization or row["service_at_location_id"] or row["contact_id"]:
        return "what it belongs to is not in the folder"
    return "it does not say what it belongs to"


def _lacks(name: str, row: Row) -> str:
    if name == "phones" and not any(sign.isdecimal() for sign in row["number"]):
        return "there is no number in it"
    if name.endswith("schedules") and opening(row) is None:
        return "it gives no hours (closed that day, or not said)"
    if name.endswith("addresses") and not _address_words(row):
        return "there is no address in it"
    return ""


def _address_words(row: Row) -> bool:
    return any(row[column] for column in ("address_1", "address_2", "city", "postal_code"))
