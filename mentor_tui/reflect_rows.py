"""What Reflect shows: the question with its words around it, the pages of the notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from store.principles import Offered, citation, theme, themes
from store.text import clean_line
from store.when import short
from widgets.choice_row import Choice
from widgets.row import JOIN, Column, Gap, Item, Piece, Row
from widgets.theme_picture import Named

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Contact, Reflection, ThemeSeen

PAGE_COLUMNS = (Column(least=9, most=11), Column())
"""When; what was written, and on what."""
NO_PAGES = (
    "Nothing written yet. {write} writes on the question of the day, {add} begins an empty page. "
    "A theme you put on a note (#hope) stands here too. "
    "What you write here is yours alone: in no report, in no export, on nobody's record."
)
ALONE = "yours alone, in no report"

_WORDS_SHOWN = 160
"""Characters of a page in the list; what it was about still fits below."""
_NOTE_SHOWN = 60
"""Characters of the note a theme was seen on: enough to know which it was."""
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


def day_of(day: date, moment: Moment) -> str:
    """A day in a word: today, yesterday, 3 Nov, 3 Nov 2025."""
    if day == moment.day or (moment.day - day).days == 1:
        return short(day, moment)
    return f"{day.day} {day:%b}" + ("" if day.year == moment.day.year else f" {day.year}")


def page_items(
    pages: Sequence[Reflection],
    seen: Sequence[ThemeSeen],
    moment: Moment,
    note_of: Callable[[ThemeSeen], Contact | None],
) -> list[Item]:
    """The notebook, newest first: pages, and the themes seen on notes.

    Args:
        note_of: the note a theme was seen on, if it is still there.
    """
    rows = [(page.on, 1, page.id, _page_row(page, moment)) for page in pages]
    rows += [(one.on, 0, one.id, _seen_row(one, note_of(one), moment)) for one in seen]
    items: list[Item] = []
    after_page = False
    for _, is_page, _, row in sorted(rows, key=lambda placed: placed[:3], reverse=True):
        # A page has air around it; themes of a day stand close together.
        items += [*([Gap()] if items and (is_page or after_page) else []), row]
        after_page = bool(is_page)
    return items


def _seen_row(seen: ThemeSeen, note: Contact | None, moment: Moment) -> Row:
    named = theme_name(seen.theme) if seen.theme in {each.code for each in themes()} else seen.theme
    words = clean_line(note.words) if note else ""
    pieces: list[Piece] = [(clean_line(named), "second"), (" seen on a note", "muted")]
    pieces += [(": ", "muted"), (_first(words, _NOTE_SHOWN), "words")] if words else []
    return Row(f"themes_seen:{seen.id}", (((day_of(seen.on, moment), "second"),), tuple(pieces)), 2)


def _first(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rpartition(" ")[0] + " …"


def _page_row(page: Reflection, moment: Moment) -> Row:
    words = _first(clean_line(page.words or page.feeling), _WORDS_SHOWN)
    pieces: list[Piece] = [(words, "")]
    about = [theme_name(code) for code in page.themes if code in {each.code for each in themes()}]
    for part, role in (
        (clean_line(page.feeling) if page.words else "", "words"),
        (", ".join(about), "second"),
        ("bring to supervision" if page.for_supervision else "", "accent"),
        (clean_line(page.question), "muted"),
    ):
        pieces += [JOIN, (part, role)] if part else []
    return Row(f"reflections:{page.id}", (((day_of(page.on, moment), "second"),), tuple(pieces)), 5)
