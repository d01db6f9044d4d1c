"""What can be written to a file as it is today, reports apart: the record, calendars, a pocket card."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import RequestRefused

if TYPE_CHECKING:
    from store.caseload import Caseload

CALENDAR = "Initials, days and times, and not a word more. Not encrypted; a phone may send its calendar on."
CALENDAR_NAMES = (
    "Names, and what each plan is, not encrypted. Think of who looks at the calendar it is read into."
)
CONTACTS = (
    "Initials and numbers, not encrypted; a phone may send its contacts on. The rules for each stay here: "
    "look them up before you call."
)
CARD = "Initials, days and codes, to print. What you note by a code can be typed in as it stands."
READABLE = "Names and notes, not encrypted: whoever can open it can read it. Never your notebook."


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing that can be written."""

    code: str
    title: str
    what: str
    ending: str
    """Of the file's name; "" for a folder."""
    stem: str
    """How its file is called, before the day."""
    caution: str
    """What to know before it lies somewhere."""


WAYS = (
    WayOut(
        "record-json",
        "the record, JSON",
        "everything but your notebook, in one file",
        ".json",
        "mentor-record",
        READABLE,
    ),
    WayOut(
        "record-csv",
        "the record, sheets",
        "everything but your notebook, a folder of CSV",
        "",
        "mentor-record",
        READABLE,
    ),
    WayOut(
        "record-xlsx",
        "the record, a workbook",
        "the same, a sheet a table (XLSX)",
        ".xlsx",
        "mentor-record",
        READABLE,
    ),
    WayOut(
        "calendar", "a calendar", "what is planned, for a phone: initials only", ".ics", "calendar", CALENDAR
    ),
    WayOut(
        "calendar-names",
        "a calendar, names",
        "the same with names and what it is",
        ".ics",
        "calendar-names",
        CALENDAR_NAMES,
    ),
    WayOut(
        "contacts",
        "contacts of a phone",
        "initials and numbers, no rules (vCard)",
        ".vcf",
        "contacts",
        CONTACTS,
    ),
    WayOut("card", "a pocket card", "initials, days and codes, to print", ".txt", "card", CARD),
)
"""The one wanted most often first."""


def way(code: str) -> WayOut:
    """The way of this code."""
    return next(each for each in WAYS if each.code == code)


def place_for(chosen: WayOut, today: date) -> Path:
    """Where it goes unless she says otherwise: the home folder, a name without anybody's name in it."""
    return free_place(Path.home() / f"{chosen.stem}-{today:%Y-%m-%d}{chosen.ending}")


def free_place(path: Path) -> Path:
    """The path, or the next one like it where nothing is yet."""
    place, number = path, 1
    while os.path.lexists(place):
        number += 1
        place = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return place


def shown_path(path: Path) -> str:
    """A path as she would type it: ~ for her home folder."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def typed_path(text: str) -> Path:
    """The path a text means; without a folder, in the home folder.

    A whole path typed behind the "~/" that stood there is meant as it is.

    Raises:
        RequestRefused: it means none.
    """
    typed = text.strip()
    if typed.startswith(("~//", "~/~")):
        typed = typed[2:]
    if not typed:
        raise RequestRefused("Name a file to write to.")
    try:
        return Path.home() / Path(typed).expanduser()
    except RuntimeError:
        raise RequestRefused(
            "That home folder is not known here; name a folder in full, or begin with ~/."
        ) from None


def write_out(chosen: WayOut, caseload: Caseload, path: Path) -> None:
    """Write it to a place where nothing is yet.

    Raises:
        ExportRefused: something is there, or it cannot be written; nothing was changed.
    """
    if chosen.code == "card":
        from mentor_tui.exchange.card_out import write_card

        write_card(caseload, path)
    elif chosen.code.startswith("calendar"):
        from mentor_tui.exchange.ics_out import write_ics

        write_ics(caseload, path, with_names=chosen.code == "calendar-names")
    elif chosen.code == "record-json":
        from mentor_tui.exchange.json_out import write_json

        write_json(caseload, path)
    elif chosen.code == "record-xlsx":
        from mentor_tui.exchange.xlsx_out import write_xlsx

        write_xlsx(caseload, path)
    elif chosen.code == "contacts":
        from mentor_tui.exchange.vcf_out import CardChoice, write_vcf

        write_vcf(caseload, path, CardChoice())
    else:
        from mentor_tui.exchange.csv_out import write_csv

        write_csv(caseload, path)
