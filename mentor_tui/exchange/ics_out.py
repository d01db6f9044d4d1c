"""Plans written out as a calendar: one file, or a folder with a file for each event, as khal reads.

By default a calendar holds initials, days and times, and not a word of what it is about: it is made for
a phone that others look at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.folder_out import hand_out_folder
from mentor_tui.exchange.ics.choosing import Outgoing, going_out, short_names
from mentor_tui.exchange.ics.events import Writer
from mentor_tui.exchange.writing import hand_out, refuse_unless_free

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.records import Client

ENDING = ".ics"
INITIALS = "a calendar, initials only"
NAMES = "a calendar, with names"
_STAMP = re.compile(rb"^DTSTAMP:.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class IcsWritten:
    """What was written."""

    path: Path
    events: int
    files: int
    """1, or as many as a folder holds."""


def write_ics(
    caseload: Caseload,
    path: Path,
    *,
    person: Client | None = None,
    with_names: bool = False,
    replace: bool = False,
) -> IcsWritten:
    """Write what is planned from today on.

    Args:
        path: a file where it ends in .ics, else a folder that takes a file for each event.
        person: theirs alone.
        with_names: names, and what each plan is; else initials, and nothing more.
        replace: whether what is there may be written over, and what was written before and is over be
            removed from a folder.

    Raises:
        ExportRefused: something is there already, it cannot be written, or nothing is planned; nothing was
            changed.
    """
    is_file = path.suffix.lower() == ENDING
    if is_file:
        refuse_unless_free(path, replace=replace)
    found = going_out(caseload, person, with_words=with_names)
    if not found and not replace:
        raise ExportRefused("Nothing is planned from today on, so there is nothing to write yet.")
    people = sorted({out.client.id for out in found if out.client})
    what = NAMES if with_names else INITIALS
    writer = _writer(caseload, with_names=with_names)
    if is_file:
        content = writer.calendar(found)
        hand_out(caseload.folder, path, content, what, people=people, replace=replace)
        return IcsWritten(path, len(found), 1)
    made = ((_file_name(out), writer.calendar([out])) for out in found)
    files = {name: _as_it_lies(path / name, content) for name, content in made}
    hand_out_folder(caseload.folder, path, files, what, people=people, replace=replace)
    return IcsWritten(path, len(found), len(files))


def _writer(caseload: Caseload, *, with_names: bool) -> Writer:
    everyone = caseload.people()
    names = {client.id: client.name for client in everyone} if with_names else short_names(everyone)
    return Writer(caseload, names, with_words=with_names)


def _as_it_lies(path: Path, content: bytes) -> bytes:
    """What is there already, if nothing but the time of writing would be new: then nobody copies it anew."""
    try:
        there = b"" if path.is_symlink() or not path.is_file() else path.read_bytes()
    except OSError:
        return content
    return there if _STAMP.sub(b"", there) == _STAMP.sub(b"", content) else content


def _file_name(out: Outgoing) -> str:
    """By its UID, as calendar programs name them; one from elsewhere may hold any sign."""
    safe = "".join(sign if sign.isalnum() or sign in "@-_" else "-" for sign in out.uid)[:100]
    if safe != out.uid:
        import hashlib

        safe = f"{safe}-{hashlib.sha256(out.uid.encode()).hexdigest()[:12]}"
    return f"{safe}{ENDING}"
