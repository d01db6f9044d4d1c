"""Reasons from a release: the first days, and a release that is expected."""

from collections.abc import Iterator
from datetime import date

from store.clock import Moment
from store.records import Client, Episode
from store.waiting.due import day_start, item_band
from store.waiting.parts import Reason, RecordRef
from store.waiting.phrases import near_day

# 14 days: fatal overdose is by far most frequent in them (Kinner 2021, CMAJ Open 9(3):E907).
FIRST_DAYS = 14
_HOW_SURE = {"unknown": "; the day is not sure", "changed": "; the day has moved"}


def release_reasons(client: Client, moment: Moment) -> Iterator[Reason]:
    """Days 0 to 14 since release, and the release that is still expected, its day known or not."""
    out_on = released_on(client, moment.day)
    expected_on = expected_release(client, moment.day)
    where = (RecordRef("clients", client.id),)
    if out_on and (moment.day - out_on).days <= FIRST_DAYS:
        text = f"day {(moment.day - out_on).days} since release"
        yield Reason("first_days", text, where, band="now")
    if expected_on:
        yield _expected(expected_on, _certainty(client), where, moment)
    elif out_on is None and client.status == "not-out":
        yield Reason("expected_release", "not out yet; no day known", where)


def is_first_days(client: Client, moment: Moment) -> bool:
    """Within 14 days of release; an expected release whose day has come counts."""
    days = (released_on(client, moment.day), expected_release(client, moment.day))
    return any(day is not None and 0 <= (moment.day - day).days <= FIRST_DAYS for day in days)


def released_on(client: Client, today: date) -> date | None:
    """Day 0 of the release they are living in; None if they are not out, or were back inside."""
    started = [episode for episode in client.episodes if episode.on and episode.on <= today]
    if not started:
        return None
    newest = max(started, key=lambda episode: episode.on or date.min)
    return None if newest.back_on and newest.back_on <= today else newest.on


def expected_release(client: Client, today: date) -> date | None:
    """The day a release is expected, until its actual day is written."""
    newest = client.episodes[-1] if client.episodes else Episode()
    if newest.back_on:
        return None
    if newest.on:
        # An "actual" day still to come was written ahead: it is expected until it is here.
        return newest.on if newest.on > today else None
    return newest.expected_on


def _certainty(client: Client) -> str:
    return client.episodes[-1].certainty if client.episodes else ""


def _expected(on: date, certainty: str, where: tuple[RecordRef, ...], moment: Moment) -> Reason:
    away = (on - moment.day).days
    due = day_start(on, moment)
    # A day that has come asks, and keeps asking: silence must not turn it into "not yet".
    asks = "; out?" if away <= 0 else _HOW_SURE.get(certainty, "")
    text = f"expected out {near_day(on, moment.day)}{asks}"
    band = "now" if away <= 0 else item_band(on, None, due, moment)
    return Reason("expected_release", text, where, band=band, due=due, of_today=away in (0, 1))
