"""The pocket card: a sheet for places where no phone can go. Initials, days, and a code for each person.

It names nobody and says nothing of what anything is about. What is noted beside a code on paper can be
typed in as it stands, on the catch-up sheet: "k7m met 15m talked about the clinic".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.ics.choosing import short_names
from mentor_tui.exchange.writing import hand_out
from store.card_codes import code_of, key_of
from store.waiting.phrases import full_day
from store.when import When

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.waiting import Waiting

WHAT = "a pocket card, initials and codes"
GOOD_DAYS = 14
"""After these the days on it are old; its codes stay good."""
_MOST_DUE = 2
_WIDTH = 40


@dataclass(frozen=True, slots=True)
class CardLine:
    """One person."""

    client_id: int
    code: str
    """In capitals, as it is printed."""
    initials: str
    due: tuple[When, ...]
    """The next days something is due, soonest first; today for what waits now."""


@dataclass(frozen=True, slots=True)
class Card:
    """The whole card."""

    day: date
    until: date
    lines: tuple[CardLine, ...]


def card_of(caseload: Caseload) -> Card:
    """Everyone active, in the order of Today."""
    moment = caseload.clock.now()
    key = key_of(caseload.folder.store_id)
    names = short_names(caseload.people())
    lines = (
        CardLine(
            each.client.id, code_of(each.client.id, key).upper(), names[each.client.id], _due(each, moment)
        )
        for each in caseload.waiting()
    )
    return Card(moment.day, moment.day + timedelta(days=GOOD_DAYS), tuple(lines))


def card_text(card: Card) -> str:
    """The card as plain text, 40 letters wide."""
    wide = max((len(line.code) for line in card.lines), default=3)
    names = max((len(line.initials) for line in card.lines), default=2)
    rows = [row for line in card.lines for row in _rows(line, card.day, wide, names)]
    if not rows:
        rows = ["Nobody is walking with you just now."]
    example = card.lines[0].code.lower() if card.lines else "k7m"
    return "\n".join(
        [
            f"{full_day(card.day)}",
            f"the days are good until {full_day(card.until, card.day)}",
            "-" * _WIDTH,
            *rows,
            "-" * _WIDTH,
            "Write beside a code what happened.",
            "Later, on the catch-up sheet:",
            f"{example} met 15m talked about the clinic",
            "",
        ]
    )


def write_card(caseload: Caseload, path: Path, *, replace: bool = False) -> int:
    """Write the card to a file; how many people are on it.

    Raises:
        ExportRefused: something is there already, or it cannot be written.
    """
    card = card_of(caseload)
    content = card_text(card).encode()
    people = [line.client_id for line in card.lines]
    hand_out(caseload.folder, path, content, WHAT, people=people, replace=replace)
    return len(people)


def _due(entry: Waiting, moment: Moment) -> tuple[When, ...]:
    found = set()
    for reason in entry.reasons:
        if reason.due is None:
            if reason.band == "now":
                found.add((moment.day, time.min))
            continue
        local = reason.due.astimezone(moment.tz)
        has_time = reason.kind == "plan" and local.date() >= moment.day
        found.add((max(local.date(), moment.day), local.time() if has_time else time.min))
    timed = {day for day, at in found if at != time.min}
    kept = sorted(one for one in found if one[1] != time.min or one[0] not in timed)
    return tuple(When(day, at if at != time.min else None) for day, at in kept[:_MOST_DUE])


def _rows(line: CardLine, today: date, wide: int, names: int) -> list[str]:
    """A line, and one more for a day that has no room in it."""
    head = f"{line.code:<{wide}}  {line.initials:<{names}}  "
    days = [_day(when, today) for when in line.due]
    whole = f"{head}{', '.join(days)}".rstrip()
    if len(whole) <= _WIDTH:
        return [whole]
    return [f"{head}{days[0]}", *(f"{' ' * len(head)}{day}" for day in days[1:])]


def _day(when: When, today: date) -> str:
    """A day in full: paper is read on other days than it was written."""
    if when.at is None and when.day == today:
        return "now"
    return full_day(when.day, today) + (f" {when.at:%H:%M}" if when.at else "")
