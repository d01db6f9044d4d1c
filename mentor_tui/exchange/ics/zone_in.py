"""The time zones of a calendar file, by the names it gives them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentor_tui.exchange.ics.lines import Block

_LONGEST = 64 * 1024


class Zones:
    """The zones of one calendar."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """The zones these blocks describe, beside those every machine knows."""
        self._described = {
            tzid.value: block
            for block in blocks
            if block.kind == "VTIMEZONE" and (tzid := block.first("TZID"))
        }
        self._found: dict[str, tzinfo | None] = {}

    def named(self, tzid: str) -> tzinfo | None:
        """The zone of this name; None where it is not known."""
        if tzid not in self._found:
            self._found[tzid] = _known(tzid) or self._as_described(tzid)
        return self._found[tzid]

    def _as_described(self, tzid: str) -> tzinfo | None:
        from icalendar import Timezone

        block = self._described.get(tzid)
        lines = "\r\n".join([*block.text, "END:VTIMEZONE", ""]) if block else ""
        if not lines or len(lines) > _LONGEST:
            return None
        try:
            found = Timezone.from_ical(lines)
            return found.to_tz() if isinstance(found, Timezone) else None
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, IndexError):
            return None  # whatever it describes, it is no zone


def _known(tzid: str) -> tzinfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    # Some programs put their own name before it: "/example.org/20260101/America/Vancouver".
    parts = tzid.strip("/").split("/")
    tails = ["/".join(parts[-count:]) for count in (len(parts), 3, 2, 1) if count <= len(parts)]
    for name in (WINDOWS_TO_OLSON.get(tzid, ""), *tails):
        try:
            if name:
                return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None
