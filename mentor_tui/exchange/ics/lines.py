"""Calendar files of any make as blocks of properties; what cannot be read is left out, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.reading import decoded, read_plain
from store.text import clean_line

MOST_BYTES = 8 * 1_048_576
"""Of one file, and of all the files of a folder."""
MOST_EVENTS = 5_000
_DEEPEST = 8
_CALENDAR = "VCALENDAR"


class Property(NamedTuple):
    """One line of a block."""

    value: str
    """Verbatim: backslashes are for whoever knows whether it is text."""
    params: Mapping[str, str]


@dataclass(slots=True)
class Block:
    """What stands between BEGIN and END."""

    kind: str
    """In capitals: "VEVENT"."""
    properties: dict[str, list[Property]] = field(default_factory=dict)
    inside: list[Block] = field(default_factory=list)
    unread: int = 0
    """Lines that could not be read."""
    text: list[str] = field(default_factory=list)
    """Its lines as they came; of time zones alone."""

    def first(self, name: str) -> Property | None:
        """The first property of this name."""
        return next(iter(self.properties.get(name, ())), None)


def read_calendars(path: Path) -> list[Block]:
    """The calendars of a file, or of every .ics file of a folder.

    Raises:
        ImportRefused: it cannot be read, is no calendar, or is more than is read at once.
    """
    shown = clean_line(path.name) or str(path)
    calendars = [calendar for file in _files(path, shown) for calendar in _calendars(file)]
    events = sum(_days(block) for calendar in calendars for block in calendar.inside)
    if events > MOST_EVENTS:
        raise ImportRefused(
            f"{shown} holds {events:,} events, single days counted, and {MOST_EVENTS:,} are read at once. "
            "Export fewer days of it."
        )
    return calendars


def _days(block: Block) -> int:
    """How many of the limit it takes up: an event is one, and so is each day it names besides."""
    if block.kind != "VEVENT":
        return 0
    named = (given.value for name in ("RDATE", "EXDATE") for given in block.properties.get(name, ()))
    return 1 + sum(value.count(",") + 1 for value in named)


def _files(path: Path, shown: str) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        found = sorted(each for each in path.iterdir() if each.suffix.lower() == ".ics")
        size = sum(each.lstat().st_size for each in found)
    except OSError as error:
        raise ImportRefused(f"{shown} cannot be read: {error.strerror or 'no reason given'}.") from None
    if not found:
        raise ImportRefused(f"There is no .ics file in {shown}.")
    if len(found) > MOST_EVENTS or size > MOST_BYTES:
        raise ImportRefused(f"{shown} holds more than is read at once. Bring in some of its files.")
    return found


def _calendars(path: Path) -> list[Block]:
    shown = clean_line(path.name)
    text = decoded(read_plain(path, MOST_BYTES), shown)
    found = [block for block in _blocks(text, shown) if block.kind == _CALENDAR]
    if not found:
        raise ImportRefused(f"{shown} is not a calendar: it has no BEGIN:VCALENDAR. Export it as .ics.")
    return found


def _blocks(text: str, shown: str) -> list[Block]:
    outside = Block("")
    open_now = [outside]
    for line in _unfolded(text):
        block = open_now[-1]
        word, _, kind = line.partition(":")
        kind = kind.strip().upper()
        if word.upper() == "BEGIN":
            if len(open_now) > _DEEPEST:
                raise ImportRefused(f"{shown} cannot be read: its parts lie too deep in each other.")
            block.inside.append(Block(kind))
            open_now.append(block.inside[-1])
        elif word.upper() == "END":
            if len(open_now) == 1 or block.kind != kind:
                raise ImportRefused(f"{shown} is not whole: a part of it has no beginning. Export it again.")
            open_now.pop()
        else:
            _take(block, line)
        for zone in open_now:
            if zone.kind == "VTIMEZONE":
                zone.text.append(line)
    if len(open_now) > 1:
        raise ImportRefused(f"{shown} is not whole: its end is missing. Export it again.")
    return outside.inside


def _unfolded(text: str) -> Iterator[str]:
    """Lines, each with those that go on with it."""
    held: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line[:1] in (" ", "\t") and held:
            held.append(line[1:])
            continue
        if held:
            yield "".join(held)
        held = [line] if line.strip() else []
    if held:
        yield "".join(held)


def _take(block: Block, line: str) -> None:
    from icalendar.parser import Contentline

    try:
        name, params, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
    except ValueError:
        block.unread += 1
        return
    plain = {str(key).upper(): value for key, value in params.items() if isinstance(value, str)}
    block.properties.setdefault(str(name).upper(), []).append(Property(str(value), plain))
