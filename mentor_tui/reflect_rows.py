"""What Reflect shows: the question with its words around it, and how a theme is named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from store.principles import Offered, citation, theme, themes
from store.when import short
from widgets.choice_row import Choice
from widgets.theme_picture import Named

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Reflection

ALONE = "yours alone, in no report"
_WIDEST = 76
"""Columns of Reflect's first page, however wide the screen."""

# As the study's picture is drawn: the two middle practices without their verbs, which leaves them air.
_DRAWN = {"respect": "respectful relationships", "steady": "consistent support"}


def drawn_themes() -> tuple[Named, list[Named], Named]:
    """Foundation, practices and outcome, for the picture."""
    named = {each.place: (each.code, each.name.lower()) for each in themes()}
    practices = [
        (each.code, _DRAWN.get(each.code, each.name.lower())) for each in themes() if each.place == "practice"
    ]
    return named["foundation"], practices, named["outcome"]


def theme_name(code: str) -> str:
    """The study's name of a theme, in small letters; "" for none."""
    return theme(code).name.lower() if code else ""


def cited() -> str:
    """The study, and what of it is known here."""
    study = citation()
    return (
        f"The six themes: {study.authors} {study.year}, doi {study.doi}, known here "
        "from its abstract only. The questions are our own."
    )


def choices_for(offered: Offered | None, *, is_not_today: bool) -> tuple[Choice, ...]:
    """What can be done with the question; without one, with the day."""
    if offered is None:
        again = (Choice("welcome", "ask me after all"),) if is_not_today else ()
        return (Choice("write", "write", "w"), *again)
    return (
        Choice("write", "write", "w"),
        Choice("another", "another"),
        Choice("not-today", "not today"),
        Choice("never", "never this one"),
    )


def no_question(*, is_not_today: bool, is_quiet: bool = False) -> str:
    """In place of a question.

    Args:
        is_quiet: it is a day on which somebody died.
    """
    if is_quiet:
        return told("Nothing is asked today. {write} is an empty page, if you want one.")
    if is_not_today:
        return "No question today. Tomorrow has one, if you like."
    return "No question is left for today. Under “My own questions” you can add one, or welcome one back."


def sat_with(pages: Iterable[Reflection], offered: Offered, moment: Moment) -> str:
    """When she last wrote on this question: "last time you sat with this: 3 Nov"; "" if never."""
    days = [page.on for page in pages if page.question_id == offered.question.id]
    return f"last time you sat with this: {day_of(max(days), moment)}" if days else ""


def quiet_line(maybe: Iterable[str], width: int) -> str:
    """What stands below the choices, in one line.

    Args:
        maybe: what is said as far as there is room, what matters most first.
        width: columns of the screen.
    """
    said = ["← → enter", ALONE]
    room = min(width - 4, _WIDEST)
    for words in filter(None, maybe):
        if len("   ".join([*said, words])) <= room:
            said.insert(-1, words)
    return "   ".join(said)


def day_of(day: date, moment: Moment) -> str:
    """A day in a word: today, yesterday, 3 Nov, 3 Nov 2025."""
    if day == moment.day or (moment.day - day).days == 1:
        return short(day, moment)
    return f"{day.day} {day:%b}" + ("" if day.year == moment.day.year else f" {day.year}")
