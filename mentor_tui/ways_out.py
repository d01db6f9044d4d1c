"""What can be written to a file from Reports: the month, in four forms, and the whole record in two."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.writing import hand_out
from mentor_tui.reports import Report, render
from store.errors import RequestRefused

if TYPE_CHECKING:
    from store.caseload import Caseload

OWN_VIEW = "Your own view, nothing hidden: not for handing on as it is."
READABLE = "Names and notes, not encrypted: whoever can open it can read it. Never your notebook."


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing that can be written."""

    code: str
    """A form of the report, or record-json, record-csv."""
    title: str
    what: str
    ending: str
    """Of the file's name; "" for a folder."""

    @property
    def is_report(self) -> bool:
        """The month; otherwise the whole record."""
        return not self.code.startswith("record")

    @property
    def caution(self) -> str:
        """What to know before it lies somewhere."""
        return OWN_VIEW if self.is_report else READABLE


WAYS = (
    WayOut("md", "Markdown", "the month, for a letter or a printer", ".md"),
    WayOut("text", "plain text", "the month, as it reads here", ".txt"),
    WayOut("csv", "spreadsheet", "the month, one line a row (CSV)", ".csv"),
    WayOut("json", "JSON", "the month, for other programs", ".json"),
    WayOut("record-json", "the record, JSON", "everything but your notebook, in one file", ".json"),
    WayOut("record-csv", "the record, sheets", "everything but your notebook, a folder of CSV", ""),
)
"""The one wanted most often first."""


def way(code: str) -> WayOut:
    """The way of this code."""
    return next(each for each in WAYS if each.code == code)


def place_for(chosen: WayOut, first: date, today: date) -> Path:
    """Where it goes unless she says otherwise: the home folder, a name without anybody's name in it."""
    stem = f"mentor-report-{first:%Y-%m}" if chosen.is_report else f"mentor-record-{today:%Y-%m-%d}"
    return free_place(Path.home() / f"{stem}{chosen.ending}")


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

    Raises:
        RequestRefused: it means none.
    """
    if not text.strip():
        raise RequestRefused("Name a file to write to.")
    try:
        return Path.home() / Path(text.strip()).expanduser()
    except RuntimeError:
        raise RequestRefused(
            "That home folder is not known here; name a folder in full, or begin with ~/."
        ) from None


def write_out(chosen: WayOut, caseload: Caseload, report: Report, path: Path) -> None:
    """Write it to a place where nothing is yet.

    Raises:
        ExportRefused: something is there, or it cannot be written; nothing was changed.
    """
    if chosen.is_report:
        what = f"{report.title}, {chosen.title}"
        hand_out(caseload.folder, path, render(report, chosen.code).encode(), what)
    elif chosen.code == "record-json":
        from mentor_tui.exchange.json_out import write_json

        write_json(caseload, path)
    else:
        from mentor_tui.exchange.csv_out import write_csv

        write_csv(caseload, path)
