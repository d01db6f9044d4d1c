"""What a directory leaves open, in sentences the mentor should read once."""

from collections import Counter

from mentor_tui.exchange.hsds.folder import HsdsFolder
from mentor_tui.exchange.hsds.links import Links
from mentor_tui.exchange.hsds.mapping import own_organization
from mentor_tui.exchange.hsds.tables import Row
from mentor_tui.exchange.words import counted


def directory_notes(found: HsdsFolder, links: Links) -> list[str]:
    """Unknown organizations, places that are only the organization's, shared names, strange files."""
    rows = found.tables["services"]
    unknown = sum(_is_unknown(row, links) for row in rows)
    lent = sum(id not in links.own_places for id in links.places)
    names = Counter(row.line("name") for row in links.services.values())
    shared = sum(many for many in names.values() if many > 1)
    said = []
    if unknown:
        said.append(
            f"{unknown:,} of {counted(len(rows), 'service')}: the organization is not in the folder. "
            "They are kept, and it is shown as unknown."
        )
    if lent:
        said.append(
            f"{counted(lent, 'service')}: the directory does not say at which place. "
            "The places of the organization are shown."
        )
    if shared:
        said.append(
            f"{counted(shared, 'service')}: another has the same name. "
            "Give those you use a short name of your own, so that @ can tell them apart."
        )
    said += found.notes
    return said + [f"{file} is not part of HSDS and was not read." for file in found.strange]


def _is_unknown(row: Row, links: Links) -> bool:
    organization = links.organization_of.get(row.line("id")) or row.line("organization_id")
    return organization not in links.organizations and not own_organization(row)
