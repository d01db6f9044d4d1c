"""Parts of a day, which stand for an hour each, and the times that may stand beside them."""

import re
from datetime import time

from store.when_words import END, FLAGS, PARTS, Refusal, time_at

_PART = re.compile(
    r"(?:(?:in +the +)?(?P<day>morning|afternoon|evening)|(?:at +)?(?P<night>night))" + END, FLAGS
)
_GAP = re.compile(r",? +", FLAGS)
_BARE_HOUR = re.compile(r"at +(?P<hour>\d{1,2})" + END, FLAGS)


def part_at(text: str, start: int) -> tuple[str, int] | None:
    """The part of a day that begins at `start`, as PARTS has it, and where it ends."""
    found = _PART.match(text, start)
    return ((found["day"] or found["night"]).lower(), found.end()) if found else None


def time_in(text: str, end: int, part: str) -> tuple[time, int]:
    """The time a part of a day says: one that follows at `end` and lies in it, else the hour it stands for.

    Raises:
        Refusal: a time follows that does not lie in it.
    """
    gap = _GAP.match(text, end)
    bare = _BARE_HOUR.match(text, gap.end()) if gap else None
    if bare:
        hour = int(bare["hour"])
        at = next((time(each) for each in (hour, hour + 12) if _is_in(each, part)), None)
        if at is None:
            raise _outside(bare.group(), part, bare.end())
        return at, bare.end()
    said = time_at(text, gap.end(), in_part=True) if gap else None
    if said is None:
        return PARTS[part].usual, end
    if not _is_in(said[0].hour, part) and text[said[1] - 1].isdigit() and _is_in(said[0].hour + 12, part):
        return said[0].replace(hour=said[0].hour + 12), said[1]  # "this evening at 7:30"
    if not _is_in(said[0].hour, part):
        raise _outside(f"{said[0]:%H:%M}", part, said[1])
    return said


def _is_in(hour: int, part: str) -> bool:
    return PARTS[part].first <= hour <= PARTS[part].last


def _outside(said: str, part: str, end: int) -> Refusal:
    where = "at night" if part == "night" else f"in the {part}"
    return Refusal(f"“{said}” is not {where}", f"fri {PARTS[part].usual:%H:%M}” or “fri {part}", end)
