"""What stands on Reflect's tab Themes: a theme in our words, what was written under it, a month's days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from mentor_tui.agenda_span import MONTH, month_of, span
from mentor_tui.agenda_span import turned as turned_page
from mentor_tui.keys import told
from mentor_tui.record_rows import key_of
from mentor_tui.reflect_rows import day_of, drawn_themes, theme_name
from store.principles import citation, theme, themes
from store.records import Reflection
from store.text import clean_line, first_words
from widgets.day_grid import GridDay, GridEntry
from widgets.row import Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Contact, ThemeSeen
    from store.themes_written import Written

COLUMNS = (Column(least=9, most=11), Column())
"""When; what was written, and on what."""
ALL_SIX = "The ground they stand on, four ways of being with somebody, where they lead.\n"
ARROWS = "← → looks at one of them."
ARROWS_AND_TAB = "← → looks at one of them, tab goes to the calendar."
NOTHING = (
    "Nothing written under a theme yet, and nothing has to be. {write} writes on the question of the day. "
    "A theme you put on a note (#hope) stands here too."
)
NOTHING_HERE = "Nothing written under this one yet, and nothing has to be. {add} begins a page."
EMPTY_DAY = "Nothing was written on this day; an arrow goes on."

_WORDS_SHOWN = 160
"""Characters of a page in the list."""
_NOTE_SHOWN = 120
"""Characters of the note a theme was seen on: enough to know which it was."""


def turned(code: str, step: int) -> str:
    """The theme beside this one, from the foundation over the practices to the outcome; "" is all six."""
    order = ["", *(each.code for each in themes())]
    return order[(order.index(code) + step) % len(order)]


def purpose(code: str, *, is_roomy: bool) -> str:
    """What a theme is for, in our words; of all six, how they stand together, and the keys."""
    if code:
        found = theme(code)
        drawn = any((code, found.name.lower()) == each for each in drawn_themes()[1])
        # The picture leaves out the verbs of two practices: these stand in full.
        in_full = is_roomy and found.place == "practice" and not drawn
        return f"{found.name}. {found.purpose}" if in_full else found.purpose
    return ALL_SIX + ARROWS_AND_TAB if is_roomy else ARROWS


def lens(code: str) -> str:
    """Which one is lit, where the picture has no room."""
    return f"← {theme_name(code) or 'all six themes'} →"


def nothing(code: str) -> str:
    """In place of a list that has nothing yet."""
    return told(NOTHING_HERE if code else NOTHING)


def cited() -> str:
    """The study, and what of it is known here."""
    study = citation()
    return (
        f"{study.authors} {study.year}, {study.journal}, doi {study.doi}, known here from its "
        "abstract. The sentences are our own."
    )


def items(
    written: Sequence[Written],
    moment: Moment,
    note_of: Callable[[ThemeSeen], Contact | None],
    code: str,
    *,
    has_calendar: bool,
    has_picture: bool,
) -> list[Item]:
    """A timeline, newest first; where no calendar is beside it, with its months above.

    Where the picture has no room, the study is named below it.

    Args:
        note_of: the note a theme was seen on, if it is still there.
        code: the theme that is lit, which no row needs to name.
    """
    shown: list[Item] = []
    for month, group in groupby(written, key=lambda one: one.on.replace(day=1)):
        shown += [] if has_calendar else [Heading(month_name(month).upper())]
        shown += [_row(one, note_of, moment, code) for one in group]
    if shown and not has_picture:
        shown += [Gap(), Row("study", (((cited(), "muted"),),), spans=True, for_anyone=True)]
    return shown


def month_name(day: date) -> str:
    """Its month: "November 2026"."""
    return f"{day:%B} {day.year}"


def turned_month(day: date, pages: int, written: Sequence[Written], *, past_empty: bool) -> date:
    """A day of the month some pages on.

    Args:
        past_empty: go on to one in which something was written, where there is such a one; for a screen
            without a calendar, on which an empty month looks like no month at all.
    """
    there = turned_page(MONTH, day, pages)
    first, last = month_of(there)
    if not past_empty:
        return there
    ahead = [one.on for one in written if (one.on <= last if pages < 0 else one.on >= first)]
    if not ahead:
        return day
    return ahead[0] if pages < 0 else ahead[-1]


def newest_of_month(day: date, written: Iterable[Written]) -> Written | None:
    """What was written last in its month; None where nothing was."""
    first, last = month_of(day)
    return next((one for one in written if first <= one.on <= last), None)


def month_days(day: date, today: date, written: Iterable[Written]) -> tuple[GridDay, ...]:
    """The weeks of a month; a day holds something or it does not, and how much it is nobody counts."""
    holds = {one.on for one in written}
    first, last = span(MONTH, day)
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return tuple(
        GridDay(
            key=each.isoformat(),
            title=str(each.day),
            entries=(GridEntry(each.isoformat(), "", ""),) if each in holds else (),
            is_today=each == today,
            is_quiet=each.month != day.month,
        )
        for each in days
    )


def _row(one: Written, note_of: Callable[[ThemeSeen], Contact | None], moment: Moment, code: str) -> Row:
    record = one.record
    is_page = isinstance(record, Reflection)
    # In front, where a long page cannot push it out of sight; and short, as she writes it on a note.
    named: list[Piece] = [] if code else [(", ".join(one.themes), "second"), (" · ", "muted")]
    said = _page(record) if isinstance(record, Reflection) else _seen(note_of(record))
    when: Piece = (day_of(one.on, moment), "second")
    return Row(key_of(record), ((when,), (*named, *said)), 3 if is_page else 2)


def _page(page: Reflection) -> tuple[Piece, ...]:
    return ((first_words(clean_line(page.words or page.feeling), _WORDS_SHOWN), ""),)


def _seen(note: Contact | None) -> tuple[Piece, ...]:
    words = clean_line(note.words) if note else ""
    said: tuple[Piece, ...] = ((": ", "muted"), (first_words(words, _NOTE_SHOWN), "words")) if words else ()
    return (("on a note", "muted"), *said)
