"""Which days the agenda shows: fourteen, a week, a month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from store.waiting.due import days_after, monday_of

VIEWS = ("List", "Week", "Month")
"""Its tabs."""
LIST, WEEK, MONTH = range(3)
_LIST_DAYS = 14
_WEEK_DAYS = 7


def span(view: int, day: date) -> tuple[date, date]:
    """The first and last day shown: fourteen from this one, its week, or the weeks of its month."""
    if view == LIST:
        return day, days_after(day, _LIST_DAYS)
    if view == WEEK:
        return monday_of(day), days_after(monday_of(day), _WEEK_DAYS - 1)
    first, last = month_of(day)
    return monday_of(first), days_after(monday_of(last), _WEEK_DAYS - 1)


def month_of(day: date) -> tuple[date, date]:
    """The first and last day of its month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def turned(view: int, day: date, pages: int) -> date:
    """The day some pages of this view further on, or back."""
    if view == MONTH:
        months = day.year * 12 + day.month - 1 + pages
        year, month = divmod(months, 12)
        if not date.min.year <= year <= date.max.year:
            return day
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    try:
        return day + timedelta(days=pages * (_LIST_DAYS + 1 if view == LIST else _WEEK_DAYS))
    except OverflowError:
        return day


def span_words(view: int, day: date, today: date) -> str:
    """The days shown, for the heading: "23 Nov to 7 Dec", "November 2026"."""
    if view == MONTH:
        return f"{day:%B} {day.year}"
    first, last = span(view, day)
    year = "" if first.year == last.year == today.year else f" {last.year}"
    month = f" {first:%b}" if first.month != last.month else ""
    return f"{first.day}{month} to {last.day} {last:%b}{year}"
