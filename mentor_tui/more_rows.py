"""What is done seldom with a person, as rows: which of it fits where the two stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.quiet_rows import ENDINGS
from store.standing import has_died, is_active
from store.vocabulary import STATUSES, label
from widgets.row import Column, Piece, Row

if TYPE_CHECKING:
    from store.records import Client

COLUMNS = (Column(),)
_DIED = ("died", "they died")


def items(client: Client, *, is_out: bool, has_dates: bool) -> list[Row]:
    """The choices.

    Args:
        is_out: the day of their release is said and has come; it is corrected among everything about them.
        has_dates: dates could follow from their release.
    """
    choices = _choices(client, is_out=is_out, has_dates=has_dates)
    return [Row(key, (_hidden_after_colon(words),)) for key, words in choices]


def _choices(client: Client, *, is_out: bool, has_dates: bool) -> tuple[tuple[str, str], ...]:
    stands = ("status", f"where you stand: {label(STATUSES, client.status)}")
    kept = (
        ("edit", "everything about them"),
        ("same", "the same person as somebody else"),
        ("remove", "take them out of the record"),
        ("erase", "erase for good"),
        ("strip", "reduce to tallies"),
    )
    page = (("page", "the page of this ending"),) if client.status in ENDINGS else ()
    if has_died(client):
        return (*page, stands, *kept)
    agreed = (
        ("consent", "something they agreed to"),
        ("agreements", "all they agreed to"),
        ("end", "the talk at the end"),
    )
    expected = (("expected", "when they are expected out"),)
    if not is_active(client):
        inside = expected if client.status == "inside" else ()
        return (("again", "walk together again"), *inside, *page, stands, _DIED, *agreed, *kept)
    stepping = (("stepping-back", "stepping back"),) if client.status != "stepping-back" else ()
    turns = (
        ("inside", "back inside"),
        *stepping,
        ("finished", "finished for now"),
        _DIED,
    )
    ahead = expected if client.status == "not-out" else ()
    dates = (("dates", "dates after the release"),) if has_dates else ()
    out = () if is_out else (("out", "they are out"),)
    return (stands, *out, *ahead, *dates, *turns, *page, *agreed, *kept)


def _hidden_after_colon(words: str) -> tuple[Piece, ...]:
    """A choice; what stands after a colon says something of the person, which the privacy lens hides."""
    choice, colon, stands = words.partition(": ")
    return ((choice + colon, ""), (stands, "words")) if colon else ((words, ""),)
