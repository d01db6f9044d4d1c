"""The directory: a subset of HSDS 3, and what peers need to know."""

from datetime import date

from store.records.base import Part, Record


class Phone(Part, frozen=True, kw_only=True):
    """A phone of a service."""

    number: str = ""
    extension: str = ""
    kind: str = ""
    note: str = ""


class Hours(Part, frozen=True, kw_only=True):
    """A row of opening hours."""

    days: str = ""
    """"Mon", "Mon-Fri" or the source's words."""
    opens: str = ""
    closes: str = ""
    note: str = ""


class Place(Part, frozen=True, kw_only=True):
    """A place of a service, or of its organization (the source may not say which)."""

    name: str = ""
    address: str = ""
    phones: tuple[Phone, ...] = ()
    hours: tuple[Hours, ...] = ()
    access: str = ""
    source_id: str = ""


class Service(Record, frozen=True, kw_only=True):
    """A directory entry: a subset of HSDS 3, and what peers need to know."""

    name: str = ""
    also: str = ""
    """Other name."""
    short: str = ""
    """The mentor's own short name, for @."""
    organization: str = ""
    """Empty where the source names one it does not describe."""
    areas: tuple[str, ...] = ()
    """AREAS it helps with."""
    what_for: str = ""
    """Description."""
    status: str = ""
    """SERVICE_STATUSES."""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    url: str = ""
    address: str = ""
    hours: tuple[Hours, ...] = ()
    hours_note: str = ""
    places: tuple[Place, ...] = ()
    """Places of this organization or service."""
    places_of: str = ""
    """"service" or "organization": whose places the source says they are."""
    how_to_get_in: str = ""
    """HSDS application_process."""
    who_can_come: str = ""
    """HSDS eligibility_description."""
    min_age: int | None = None
    max_age: int | None = None
    cost: str = ""
    bring: str = ""
    """HSDS required documents."""
    languages: str = ""
    access: str = ""
    person: str = ""
    """Named contact."""
    area_served: str = ""
    wait: str = ""
    alert: str = ""
    """Short-term."""
    checked_on: date | None = None
    """HSDS assured_date."""
    checked_by: str = ""
    straight_from_jail: bool | None = None
    needs_id: bool | None = None
    abstinence_rule: bool | None = None
    peer_note: str = ""
    """How they treat people: the mentor's own, private, never exported to others."""
    source: str = ""
    """The directory it came from."""
    source_id: str = ""
    source_organization_id: str = ""
    source_hash: str = ""
    """Of the source's rows: tells an unchanged one from an updated one."""
