"""What was reached within some days of a release: yes, no, cut short, not known, and too early to say.

Of a release and of a first visit only the day is kept. 72 hours are read as three days: from the day of
release, day 0, to the end of day 3. A window counts once its last day is over.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentor_tui.reports.crossings import day_they_went_is_unknown, went_on
from mentor_tui.reports.work import PeriodOfWork
from store.records import Client, Episode, Referral
from store.standing import has_died

WINDOWS = ((3, "72 hours"), (14, "14 days"), (30, "30 days"), (90, "90 days"))
"""Days after the release, and how they are said (DOMAIN 4.5 D)."""


@dataclass(frozen=True, slots=True)
class Released:
    """Somebody, and their newest release of these days."""

    client: Client
    episode: Episode
    day: date

    def is_over(self, days: int, today: date) -> bool:
        """Whether so many days after it have passed, the last one too."""
        return self.day + timedelta(days) < today


def released_in(month: PeriodOfWork) -> tuple[Released, ...]:
    """Everyone who came out in these days, each once, by their newest release in them."""
    newest: dict[int, tuple[date, int]] = {}
    for id, at, day in month.released:
        newest[id] = max(newest.get(id, (day, at)), (day, at))
    whose = ((client, newest[client.id]) for client in month.people if client.id in newest)
    return tuple(Released(client, client.episodes[at], day) for client, (day, at) in whose)


def has_no_release_day(client: Client, month: PeriodOfWork) -> bool:
    """Whether they are out, or should be by now, and no day of a release is known."""
    if any(part.on and part.on <= month.last for part in client.episodes):
        return False
    until = min(month.last, month.moment.day)
    expected = any(part.expected_on and part.expected_on <= until for part in client.episodes)
    return expected or (client.status not in ("not-out", "inside") and not client.episodes)


def outcome(one: Released, days: int, bridges: Iterable[Referral]) -> str:
    """How a window that is over went over these bridges: "went", "day-unknown", "inside", "died" or "no"."""
    last = one.day + timedelta(days)
    chosen = tuple(bridges)
    if any(one.day <= day <= last for bridge in chosen for day in went_on(bridge)):
        return "went"
    if any(day_they_went_is_unknown(bridge) for bridge in chosen):
        return "day-unknown"
    return _cut_short(one, last)


def _cut_short(one: Released, last: date) -> str:
    back = one.episode.back_on
    if back and back <= last:
        return "inside"
    since = one.client.status_on
    return "died" if has_died(one.client) and since and since <= last else "no"
