"""Hours, travel and money by day, for who pays them back: no name, no words and no place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from mentor_tui.reports.asked import Asked
from mentor_tui.reports.document import Document, Grid, Heading, Words
from mentor_tui.reports.work import PeriodOfWork, Reads
from store.closing import closed_month
from store.period import Period
from store.records import ClosedMonth, Contact
from store.waiting.phrases import full_day

_COLUMNS = ("entries", "hours", "travel hours", "km", "$")
_TIME = "F/Time, travel and money"
_KEPT = (
    ("F/Entries/entries", ".0f"),
    (f"{_TIME}/hours", ".2f"),
    (f"{_TIME}/hours of travel", ".2f"),
    (f"{_TIME}/distance", ".1f"),
    (f"{_TIME}/money spent", ".2f"),
)
"""The kept figures of a closed month these are, and how they are written."""
_ONCE = "An entry with several people counts once."
_VIEW = "Days, hours and sums alone: no name, no place, no word of what it was."


@dataclass(frozen=True, slots=True)
class Spent:
    """What some entries add up to."""

    entries: int
    minutes: int
    travel_minutes: int
    km: float
    cents: int

    @property
    def cells(self) -> tuple[str, ...]:
        """As figures: hours with two places, money with two."""
        return (
            str(self.entries),
            f"{self.minutes / 60:.2f}",
            f"{self.travel_minutes / 60:.2f}",
            f"{self.km:.1f}",
            f"{self.cents / 100:.2f}",
        )


def hours_and_travel(records: Reads, asked: Asked) -> Document:
    """What the period took, in all, by week and by day; an entry with several people counts once."""
    period = asked.days
    work = PeriodOfWork(records, period, asked.moment)
    entries = sorted(work.entries, key=lambda each: (each.on, each.id))
    unknown = sum(each.minutes is None for each in entries)
    right = tuple(range(2, 7))
    blocks = (
        Heading("In all"),
        Grid(_COLUMNS, (spent(entries).cells,), right=tuple(range(5))),
        *([Words(_unknown(unknown))] if unknown else []),
        *map(Words, _closed(records, period, spent(entries))),
        *_table("By week", ("week of", "to"), _weeks(entries), right),
        *_table("By day", ("day", ""), _days(entries), right),
    )
    made = asked.moment.day
    title = f"Hours and travel: {full_day(period.first)} to {full_day(period.last)}"
    return Document("hours", title, _VIEW, blocks, (_ONCE, f"Made on {full_day(made)}."), made)


def spent(entries: Iterable[Contact]) -> Spent:
    """Some entries added up; what is not written down counts as nothing."""
    kept = tuple(entries)
    return Spent(
        entries=len(kept),
        minutes=sum(each.minutes or 0 for each in kept),
        travel_minutes=sum(each.travel_minutes or 0 for each in kept),
        km=sum(each.km or 0 for each in kept),
        cents=sum(each.cents or 0 for each in kept),
    )


def _closed(records: Reads, period: Period, now: Spent) -> Iterator[str]:
    """Of a closed month: what it was closed with, and that it is otherwise by now; it is never silent."""
    closed = closed_month(records.all(ClosedMonth), period.first) if period.is_month else None
    if closed is None:
        return
    kept = {each.line: each.figure for each in closed.figures}
    then = tuple(f"{kept.get(line, 0):{form}}" for line, form in _KEPT)
    by_now = (now.entries, now.minutes / 60, now.travel_minutes / 60, now.km, now.cents / 100)
    shown = tuple(f"{figure:{form}}" for figure, (_, form) in zip(by_now, _KEPT, strict=True))
    said = f"This month was closed on {full_day(closed.closed_on)}"
    if then == shown:
        yield f"{said}; nothing here was counted otherwise then."
    else:
        yield f"{said} with {_in_words(then)}. By the entries now: {_in_words(shown)}."


def _in_words(figures: tuple[str, ...]) -> str:
    entries, hours, travel, km, money = figures
    one = "entry" if entries == "1" else "entries"
    return f"{entries} {one}, {hours} hours, {travel} travel hours, {km} km, ${money}"


def _table(
    title: str, first: tuple[str, str], rows: Iterable[tuple[str, ...]], right: tuple[int, ...]
) -> tuple[Heading | Grid, ...]:
    found = tuple(rows)
    return (Heading(title), Grid((*first, *_COLUMNS), found, right=right)) if found else ()


def _weeks(entries: list[Contact]) -> Iterable[tuple[str, ...]]:
    for monday, of_week in groupby(entries, lambda each: each.on - timedelta(days=each.on.weekday())):
        kept = tuple(of_week)
        yield monday.isoformat(), (monday + timedelta(days=6)).isoformat(), *spent(kept).cells


def _days(entries: list[Contact]) -> Iterable[tuple[str, ...]]:
    for day, of_day in groupby(entries, lambda each: each.on):
        yield day.isoformat(), full_day(day, day)[:3], *spent(of_day).cells


def _unknown(unknown: int) -> str:
    entries = "1 entry" if unknown == 1 else f"{unknown} entries"
    return f"{entries} with no length written: not in the hours."
