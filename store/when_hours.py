"""A bare hour right behind a day: "thu 10", "mon 9-11". No time is made of it; it is pointed at."""

from store.when_days import compiled
from store.when_words import Refusal, both_halves

_HOUR = r"\d{1,2}(?:[.:][0-5]\d)?(?: ?[ap]\.?m\b\.?)?"
_BARE = (
    r"[.,]? +(?P<said>(?:at +|from +)?(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?"
    rf"(?P<more> *(?:-|–|to) *{_HOUR})?)"
    r"(?=[ ,;!?)]|$|[.:](?!\d))"
)


def hour_behind(text: str, end: int) -> tuple[int, Refusal] | None:
    """Where a bare hour, or two, behind the day that ends at `end` begins, and why it is no time."""
    found = compiled(_BARE).match(text, end)
    if found is None or not 1 <= int(found["hour"]) <= 23:
        return None
    says = "is more than one time" if found["more"] else "could be two times, or none"
    reason = f"“{found['said']}” {says}"
    return found.start("said"), Refusal(
        reason, both_halves(found["hour"], found["minute"] or ""), found.end()
    )
