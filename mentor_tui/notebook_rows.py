"""The pages of the notebook as rows: those whose day has come first, then all, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.notebook_due import is_due
from mentor_tui.reflect_rows import day_of, theme_name
from store.principles import themes
from store.text import clean_line, first_words
from widgets.row import JOIN, Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Contact, Reflection, ThemeSeen

COLUMNS = (Column(least=9, most=11), Column())
"""When; what was written, and on what."""
NO_PAGES = (
    "Nothing written yet. {write} writes on the question of the day, {add} begins an empty page. "
    "A theme you put on a note (#hope) stands here too. "
    "What you write here is yours alone: in no report, in no export, on nobody's record."
)
DUE = "THEIR DAY HAS COME; {more} BURNS OR KEEPS"
"""Above the pages that were kept until a day which is here; nothing happens to them by itself."""
REST = "ALL THE OTHERS"
_WORDS_SHOWN = 160
"""Characters of a page in the list; what it was about still fits below."""
_NOTE_SHOWN = 60
"""Characters of the note a theme was seen on; it takes one line, so that pages are not lost among them."""


def items(
    pages: Sequence[Reflection],
    seen: Sequence[ThemeSeen],
    moment: Moment,
    note_of: Callable[[ThemeSeen], Contact | None],
) -> list[Item]:
    """The notebook: pages whose day has come, then the others and the themes seen on notes.

    Args:
        note_of: the note a theme was seen on, if it is still there.
    """
    due = sorted(
        (page for page in pages if is_due(page, moment.day)), key=lambda page: page.keep_until or page.on
    )
    rest = _newest_first([page for page in pages if page not in due], seen, moment, note_of)
    if not due:
        return rest
    first: list[Item] = [Heading(told(DUE))]
    for page in due:
        first += [*([Gap()] if len(first) > 1 else []), _page_row(page, moment)]
    return [*first, *([Gap(), Heading(REST), *rest] if rest else [])]


def _newest_first(
    pages: Sequence[Reflection],
    seen: Sequence[ThemeSeen],
    moment: Moment,
    note_of: Callable[[ThemeSeen], Contact | None],
) -> list[Item]:
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
    pieces += [(": ", "muted"), (first_words(words, _NOTE_SHOWN), "words")] if words else []
    return Row(f"themes_seen:{seen.id}", (((day_of(seen.on, moment), "second"),), tuple(pieces)), 1)


def _page_row(page: Reflection, moment: Moment) -> Row:
    words = first_words(clean_line(page.words or page.feeling), _WORDS_SHOWN)
    pieces: list[Piece] = [(words, "")]
    about = [theme_name(code) for code in page.themes if code in {each.code for each in themes()}]
    alias = clean_line(page.alias)
    for part, role in (
        (clean_line(page.feeling) if page.words else "", "words"),
        (f"about {alias}" if alias else "", "words"),
        (", ".join(about), "second"),
        ("bring to supervision" if page.for_supervision else "", "accent"),
        (f"of the week of {page.week.day} {page.week:%b}" if page.week else "", "muted"),
        (_until(page, moment), "muted"),
        (clean_line(page.question), "muted"),
    ):
        pieces += [JOIN, (part, role)] if part else []
    return Row(f"reflections:{page.id}", (((day_of(page.on, moment), "second"),), tuple(pieces)), 5)


def _until(page: Reflection, moment: Moment) -> str:
    if page.keep_until is None:
        return ""
    return f"{'kept' if is_due(page, moment.day) else 'keep'} until {day_of(page.keep_until, moment)}"
