"""Which files of an HSDS folder are read, which are known and not kept, and which are strange."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds.tables import Row, read_table
from store.text import clean_line

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""

READ = {
    "services": ("id", "name"),
    "organizations": ("id", "name"),
    "locations": ("id", "name"),
    "service_at_location": ("service_id", "location_id"),
    "services_at_location": ("service_id", "location_id"),
    "phones": ("number",),
    "addresses": ("address_1",),
    "physical_addresses": ("address_1",),
    "postal_addresses": ("address_1",),
    "schedules": ("opens_at", "closes_at"),
    "regular_schedules": ("weekday", "opens_at", "closes_at"),
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
"""Files of HSDS 1.1 to 3 that are read, and the columns without which they are something else."""

NOT_KEPT = {
    "attributes": "labels of a taxonomy are not kept",
    "funding": "who funds a service is not kept",
    "meta_table_descriptions": "notes on the tables are not kept",
    "metadata": "the history of edits is not kept",
    "organization_identifiers": "register numbers are not kept",
    "other_attributes": "labels of a taxonomy are not kept",
    "programs": "programs are not kept",
    "service_attributes": "labels of a taxonomy are not kept",
    "service_taxonomy": "labels of a taxonomy are not kept",
    "taxonomies": "labels of a taxonomy are not kept",
    "taxonomy_terms": "labels of a taxonomy are not kept",
    "urls": "further web addresses are not kept",
}
"""Files of HSDS whose rows are counted and left out, and why."""

Tables = Mapping[str, tuple[Row, ...]]
"""Rows by file name without its ending."""


@dataclass(frozen=True, slots=True)
class HsdsFolder:
    """What was found in the folder."""

    name: str
    tables: Tables
    strange: tuple[str, ...]
    """CSV files that are no part of HSDS and were not opened."""


def read_folder(folder: Path, on_progress: Progress) -> HsdsFolder:
    """Every HSDS file of a folder; nothing outside it.

    Raises:
        ImportRefused: not a folder, not HSDS, or a file in it that cannot be read.
    """
    files = _csv_files(folder)
    if "services" not in files:
        raise ImportRefused(
            f"{_shown(folder)} is not an HSDS directory: there is no services.csv in it. Nothing was changed."
        )
    known = [name for name in files if name in READ or name in NOT_KEPT]
    tables: dict[str, tuple[Row, ...]] = {}
    for done, name in enumerate(known):
        on_progress(f"Reading {files[name].name}", done, len(known))
        tables[name] = read_table(files[name], READ.get(name, ()))
    on_progress("Read", len(known), len(known))
    strange = tuple(clean_line(files[name].name) for name in files if name not in tables)
    return HsdsFolder(_shown(folder), tables, strange)


def _csv_files(folder: Path) -> dict[str, Path]:
    if folder.is_file():
        raise ImportRefused(
            f"{_shown(folder)} is a file; name the folder that holds services.csv (unpack it first)."
        )
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
    except FileNotFoundError:
        raise ImportRefused(f"There is no folder {_shown(folder)}.") from None
    except OSError as error:
        raise ImportRefused(f"The folder {_shown(folder)} cannot be read: {error.strerror}.") from None
    files = {path.stem.lower(): path for path in found}
    if len(files) < len(found):
        raise ImportRefused(
            f"{_shown(folder)} holds two files of one name, told apart by capital letters only."
        )
    return files


def _shown(folder: Path) -> str:
    return clean_line(folder.name or folder.resolve().name) or "That"
