"""What belongs to what in a directory: each row goes to a service, a place or an organization, or nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mentor_tui.exchange.hsds.folder import HsdsFolder, Tables
from mentor_tui.exchange.hsds.hours import opening
from mentor_tui.exchange.hsds.names import NOT_KEPT
from mentor_tui.exchange.hsds.tables import Row

Owner = tuple[str, str]
"""("service" | "pair" | "place" | "organization", id in the source); a pair is a service at one place."""

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
    organization_of: dict[str, str] = field(default_factory=dict)
    """Service to organization: its own, or that of the place it names."""
    pairs: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    """service_at_location id to services and location."""
    pairs_of: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Service and location to what service_at_location calls them."""
    contacts: dict[str, Row] = field(default_factory=dict)
    """By id: a number may belong to a contact alone."""
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
        if kind == "pair":
            return self.pairs[id][0]
        return tuple((self.at_place if kind == "place" else self.by_organization).get(id, ()))

    def leave(self, row: Row, reason: str) -> None:
        """Count a row as left out."""
        self.left_out[row.file, row.number] = reason

    def use(self, row: Row, services: tuple[str, ...]) -> None:
        """Count a row as telling of these services."""
        self.belongs[row.file, row.number] = services


def link(found: HsdsFolder) -> Links:
    """Give every row of every file its place, or the reason why it has none."""
    links = Links()
    tables = _with_something(links, found)
    links.locations = _by_id(links, tables.get("locations", ()))
    _take_services(links, tables)
    links.organizations = _by_id(links, tables.get("organizations", ()))
    _take_pairs(links, tables)
    _take_places(links)
    _account_parents(links)
    links.contacts = {row.line("id"): row for row in tables.get("contacts", ()) if row["id"]}
    for name in CHILD_FILES:
        for row in tables.get(name, ()):
            _take_child(links, name, row)
    for name, reason in NOT_KEPT.items():
        for row in tables.get(name, ()):
            links.leave(row, reason)
    return links


def _with_something(links: Links, found: HsdsFolder) -> Tables:
    """The tables without rows that say nothing: empty ones, and all of a file that lacks a column."""
    lacking = {one.file: one.lacking for one in found.files if one.lacking}
    kept: dict[str, tuple[Row, ...]] = {}
    for name, rows in found.tables.items():
        for row in rows:
            if row.file in lacking:
                links.leave(row, f'the file has no column "{lacking[row.file]}"')
            elif not any(row.cells.values()):
                links.leave(row, "the row is empty")
        kept[name] = tuple(row for row in rows if (row.file, row.number) not in links.left_out)
    return kept


def _take_services(links: Links, tables: Tables) -> None:
    for row in tables.get("services", ()):
        id = row.line("id")
        if not id or not row["name"]:
            links.leave(row, "the row has no id" if row["name"] else "the row has no name")
        elif id in links.services:
            links.leave(row, "an earlier row has the same id")
        else:
            links.services[id] = row
            links.use(row, (id,))
            at = links.locations.get(row.line("location_id"))
            organization = row.line("organization_id") or (at.line("organization_id") if at else "")
            links.organization_of[id] = organization
            links.by_organization.setdefault(organization, []).append(id)
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
    for row in tables.get("service_at_location", ()):
        named, location = row.line("service_id"), row.line("location_id")
        # Some put several services into one cell.
        listed = (named,) if named in links.services else tuple(map(str.strip, named.split(",")))
        services = tuple(service for service in listed if service in links.services)
        if not services or location not in links.locations:
            links.leave(row, "its service or its place is not in the folder")
            continue
        links.use(row, services)
        if id := row.line("id"):
            links.pairs[id] = (services, location)
        for service in services:
            links.pairs_of.setdefault((service, location), []).append(id)
            _own_place(links, service, location)


def _own_place(links: Links, service: str, location: str) -> None:
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
        if row.line("location_id") in links.locations:
            _own_place(links, id, row.line("location_id"))
        organization = links.organization_of[id]
        if id not in links.own_places and organization in of_organization:
            links.places[id] = of_organization[organization]
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


def _owner(links: Links, row: Row, *, of_contact: bool = False) -> Owner | str:
    """The nearest thing a row can belong to: the service before the place before the organization."""
    service, location = row.line("service_id"), row.line("location_id")
    pair, organization = row.line("service_at_location_id"), row.line("organization_id")
    if service in links.services:
        return ("service", service)
    if pair in links.pairs:
        return ("pair", pair)
    if location in links.at_place:
        return ("place", location)
    if organization in links.by_organization:
        return ("organization", organization)
    contact = links.contacts.get(row.line("contact_id"))
    if contact is not None and not of_contact:
        return _owner(links, contact, of_contact=True)
    if location in links.locations:
        return "its place is left out"
    if organization in links.organizations:
        return "its organization is left out"
    if service or location or organization or pair or row["contact_id"]:
        return "what it belongs to is not in the folder"
    return "it does not say what it belongs to"


def _lacks(name: str, row: Row) -> str:
    if name == "phones" and not any(sign.isdecimal() for sign in row["number"]):
        return "there is no number in it"
    if name.endswith("schedules") and opening(row) is None:
        return "it gives no hours (closed that day, or not said)"
    if name.endswith("addresses") and not has_address(row):
        return "there is no address in it"
    return ""


def has_address(row: Row) -> bool:
    """Whether a row gives an address, or enough of one."""
    return any(row[column] for column in ("address_1", "address_2", "city", "postal_code"))
