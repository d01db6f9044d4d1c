"""The moment: an instant, where the mentor's clock stands, and the local day. Nothing else calls now()."""

import os
import time as system_time
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.errors import RequestRefused


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant as the mentor lives it."""

    local: datetime
    """Aware, in her zone."""
    zone: str
    """IANA name ("America/Vancouver"), or a fixed offset ("UTC-08:00") where the system tells no name."""

    @property
    def at(self) -> datetime:
        """The instant, aware, in UTC, whole seconds."""
        return self.local.astimezone(UTC).replace(microsecond=0)

    @property
    def day(self) -> date:
        """Her calendar day, not the UTC one."""
        return self.local.date()

    @property
    def wall(self) -> time:
        """Her wall time, to the minute."""
        return self.local.time().replace(second=0, microsecond=0)

    @property
    def tz(self) -> tzinfo:
        """Her zone, as Python takes it."""
        zone = self.local.tzinfo
        assert zone is not None
        return zone

    def instant(self, day: date, wall: time) -> datetime:
        """The UTC instant of a wall time in her zone (of two, in autumn, the first)."""
        return datetime.combine(day, wall, self.tz).astimezone(UTC).replace(microsecond=0)


class Clock(Protocol):
    """Tells the moment. Passed in everywhere."""

    def now(self) -> Moment:
        """The present moment."""
        ...


class SystemClock:
    """The machine's clock in the machine's zone; `MENTOR_NOW` (ISO, with offset) holds it still for tests."""

    def now(self) -> Moment:
        """The present moment."""
        held = os.environ.get("MENTOR_NOW")
        if held:
            return _held_at(held)
        zone, name = local_zone()
        return Moment(datetime.now(zone), name)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still."""

    moment: Moment

    def now(self) -> Moment:
        """Always the same moment."""
        return self.moment


def moment_from(text: str, zone: str = "") -> Moment:
    """A moment from ISO text; in `zone` if named, else at the offset the text carries."""
    instant = datetime.fromisoformat(text)
    if zone:
        in_zone = ZoneInfo(zone)
        local = instant.replace(tzinfo=in_zone) if instant.tzinfo is None else instant.astimezone(in_zone)
        return Moment(local, zone)
    if instant.tzinfo is None:
        machine, name = local_zone()
        return Moment(instant.replace(tzinfo=machine), name)
    return Moment(instant, instant.tzname() or "UTC")


def moment_of(text: str, zone: str) -> Moment:
    """A moment from what a file says of it: in its zone where this machine knows it, else at its offset.

    Raises:
        ValueError: it says no moment.
    """
    local = datetime.fromisoformat(text)
    try:
        return moment_from(text, zone)
    except (KeyError, ValueError, OSError):
        if local.tzinfo is None:
            raise ValueError("a time of no place") from None
        return Moment(local, zone)


def _held_at(text: str) -> Moment:
    try:
        return moment_from(text)
    except ValueError:
        raise RequestRefused(
            f"MENTOR_NOW is {text!r}, which is not a time; “2026-11-23T14:02” would be, or take it away."
        ) from None


def local_zone() -> tuple[tzinfo, str]:
    """The machine's zone and its name: TZ, then /etc/localtime, then the bare offset of today."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked_zone()):
        if name:
            try:
                return ZoneInfo(name), name
            except (ZoneInfoNotFoundError, ValueError):
                continue
    offset = datetime.fromtimestamp(system_time.time()).astimezone().tzinfo
    assert offset is not None
    return offset, str(offset)


def _linked_zone() -> str:
    try:
        # The link alone says it nearly everywhere; resolving the whole path costs half a save, at every save.
        target = os.readlink("/etc/localtime")  # noqa: PTH115
        if "zoneinfo/" not in target:
            target = str(Path("/etc/localtime").resolve())
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]
