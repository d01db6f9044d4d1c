"""What files and columns of directories are called, brought to one name each.

Sources: HSDS 1.0, 1.1, 2.0 and 3 as published; the files of Ohana, of HSDS transformers and of Open Referral
UK, which say the same things under other names.
"""

import re

READ = {
    "services": ("id", "name"),
    "organizations": ("id", "name"),
    "locations": ("id", "name"),
    "service_at_location": ("service_id", "location_id"),
    "phones": ("number",),
    "addresses": ("address_1",),
    "physical_addresses": ("address_1",),
    "postal_addresses": ("address_1",),
    "schedules": (),
    "regular_schedules": ("opens_at", "closes_at"),
    "holiday_schedules": ("start_date",),
    "contacts": ("name",),
    "eligibility": ("eligibility",),
    "required_documents": ("document",),
    "cost_options": ("service_id",),
    "payments_accepted": ("payment",),
    "languages": (),
    "service_areas": (),
    "accessibility": ("location_id",),
    "accessibility_for_disabilities": ("location_id",),
}
"""Tables that are read, and the columns without which a row says nothing."""

_TAXONOMY = "labels of a taxonomy are not kept"

NOT_KEPT = {
    "attributes": _TAXONOMY,
    "funding": "who funds a service is not kept",
    "link_taxonomies": _TAXONOMY,
    "meta_table_descriptions": "notes on the tables are not kept",
    "metadata": "the history of edits is not kept",
    "organization_identifiers": "register numbers are not kept",
    "other_attributes": _TAXONOMY,
    "programs": "programs are not kept",
    "reviews": "what others wrote about a service is not kept",
    "service_attributes": _TAXONOMY,
    "service_capacities": "free places change by the day and are not kept",
    "service_taxonomy": _TAXONOMY,
    "taxonomies": _TAXONOMY,
    "taxonomy_terms": _TAXONOMY,
    "units": "free places change by the day and are not kept",
    "urls": "further web addresses are not kept",
}
"""Tables whose rows are counted and left out, and why."""

_OTHER_TABLES = {
    "accessibilities": "accessibility",
    "accessibility_for_disability": "accessibility_for_disabilities",
    "additional_urls": "urls",
    "additional_websites": "urls",
    "eligibilities": "eligibility",
    "eligibilitys": "eligibility",
    "fundings": "funding",
    "identifiers": "organization_identifiers",
    "organisation": "organizations",
    "organisations": "organizations",
    "payment_accepted": "payments_accepted",
    "accepted_payments": "payments_accepted",
    "service_at_locations": "service_at_location",
    "services_at_location": "service_at_location",
    "services_at_locations": "service_at_location",
    "service_taxonomies": "service_taxonomy",
    "service_taxonomys": "service_taxonomy",
    "services_attributes": "service_attributes",
    "services_taxonomy": "service_taxonomy",
    "taxonomy": "taxonomies",
    "taxonomy_details": "taxonomies",
}

_COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "organizations": {"url": ("website", "web_site", "web_address"), "phone": ("phone_number", "telephone")},
    "services": {
        "url": ("website", "web_site", "web_address"),
        "phone": ("phone_number", "telephone"),
        "application_process": ("how_to_apply",),
        "eligibility_description": ("eligibility", "audience"),
        "minimum_age": ("min_age",),
        "maximum_age": ("max_age",),
        "fees": ("fee", "cost"),
    },
    "locations": {"phone": ("phone_number", "telephone")},
    "phones": {
        "number": ("phone_number", "phone", "telephone", "telephone_number"),
        "extension": ("ext", "phone_extension"),
        "type": ("number_type", "phone_type"),
    },
    "schedules": {
        "opens_at": ("opens", "open_at", "open_time", "opening_time", "start_time"),
        "closes_at": ("closes", "close_at", "close_time", "closing_time", "end_time"),
        "weekday": ("day", "days", "day_of_week", "weekdays"),
    },
    "holiday_schedules": {"start_date": ("date",), "opens_at": ("opens",), "closes_at": ("closes",)},
    "contacts": {"name": ("contact_name", "full_name")},
    "required_documents": {"document": ("required_document", "name")},
    "payments_accepted": {"payment": ("payment_accepted", "name")},
    "eligibility": {"eligibility": ("eligibility_description", "description")},
}
_ADDRESS = {
    "address_1": ("address", "address1", "street", "street_1", "street_address", "address_line_1"),
    "address_2": ("address2", "street_2", "address_line_2"),
    "city": ("town", "locality"),
    "state_province": ("state", "province"),
    "postal_code": ("zip", "zip_code", "zipcode", "postcode", "postal"),
}
_COLUMNS["regular_schedules"] = _COLUMNS["schedules"]
_COLUMNS["locations"] |= _ADDRESS
_COLUMNS |= dict.fromkeys(("addresses", "physical_addresses", "postal_addresses"), _ADDRESS)

_OF_ITS_OWN = {"services": "service", "organizations": "organization", "locations": "location"}
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_LETTER = re.compile(r"[\W_]+")
_MAKER = re.compile(r"^(?:hsds|open_?referral|ohana)_")


def plain_name(said: str) -> str:
    """A name in small letters, its words joined by one line each: "Organization ID" is "organization_id"."""
    return _NO_LETTER.sub("_", _CAPITAL.sub("_", said.strip())).strip("_").lower()


def table_name(said: str) -> str:
    """The table a file or a list is, by its name in HSDS; "" where it is none of them."""
    name = _MAKER.sub("", plain_name(said))
    for one in (name, _OTHER_TABLES.get(name, ""), f"{name}s", f"{name}es", f"{name[:-1]}ies"):
        if one in READ or one in NOT_KEPT:
            return one
    return ""


def column_names(table: str, header: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of a table by their names in HSDS; a name of its own stays as it is, in small letters."""
    plain = [plain_name(name).replace("organisation", "organization") for name in header]
    renamed: dict[str, str] = {}
    for wanted, others in _wanted(table).items():
        if wanted not in plain:
            found = next((other for other in others if other in plain and other not in renamed), "")
            renamed |= {found: wanted} if found else {}
    return tuple(renamed.get(name, name) for name in plain)


def _wanted(table: str) -> dict[str, tuple[str, ...]]:
    own = _OF_ITS_OWN.get(table)
    words = ("id", "name", "description") if own else ()
    return {word: (f"{own}_{word}",) for word in words} | _COLUMNS.get(table, {})
