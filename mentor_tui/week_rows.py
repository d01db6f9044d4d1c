"""What the tab Week shows: the week in sentences, what it took of her, a question, what she wrote of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from mentor_tui.keys import told
from mentor_tui.reflect_rows import day_of
from mentor_tui.week_words import heading
from store.text import clean_line
from widgets.row import JOIN, Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.clock import Moment
    from store.load import Load
    from store.principles import Offered
    from store.records import Reflection, Support
    from store.week import Week
    from store.week_words import Told

COLUMNS = (Column(least=9, most=10), Column(least=28))
"""What it is about, in a word; the sentence."""
QUESTION, SUPPORT, ROOM = "week-question", "week-support", "week-room"
"""Keys of the rows that do something."""
_ENDING = "an ending"
"""Stands for what has no word beside it."""
_PAGE_LINES = 8
"""Lines of a page as it stands here; enter opens all of it."""
_ABOUT = {
    "out": "came out",
    **dict.fromkeys(("gate", "with", "celebrated", "hard", "talked", "wrote", "unsaid"), "with"),
    **dict.fromkeys(("along", "rides"), "along"),
    **dict.fromkeys(("tried", "sent", "missed"), "tried"),
    **dict.fromkeys(("behalf", "family", "through", "work"), "for them"),
    **dict.fromkeys(("waiting", "road"), "time"),
    **dict.fromkeys(("promised", "did"), "your word"),
    **dict.fromkeys(("held", "on-the-way", "shut"), "bridges"),
}
"""The word beside the first sentence of each sort; an ending has none."""
_ABOUT_HER = {
    "hours": "hours",
    "evenings": "evenings",
    "days-off": "days off",
    "hard": "hard",
    "unseen": "unseen",
}
_NOTHING = "Nothing is noted in this week."
_NOTHING_YET = "Nothing is noted in this week yet."
_NO_SUPPORT = "Somebody you can talk to about a week like this can stand here; enter writes a name."
_ONE_QUESTION = "One question, if you like"
_OF_THEN = "One question of that week, if you like"
"""Of a week that is over: its question says "this week"."""
_ROOM = "{write} is room to write about this week, if you like."


def week_items(week: Week, moment: Moment, *, is_roomy: bool = False) -> list[Item]:
    """The week itself.

    Args:
        is_roomy: there are lines to spare, for air between one sort of sentences and the next.
    """
    items: list[Item] = [Heading(heading(week.days, moment.day).upper())]
    if not week.told:
        nothing = _NOTHING_YET if moment.day in week.days else _NOTHING
        return [*items, Row("week-nothing", ((("", ""),), ((nothing, "muted"),)))]
    return items + _sentences("week", week.told, _ABOUT, "second", is_roomy=is_roomy)


def load_items(load: Load, support: Support | None) -> list[Item]:
    """What it took of her; whom she can talk to, in a week that was hard."""
    rows = _sentences("load", load.told, _ABOUT_HER, "muted")
    if load.is_hard:
        words = (support.words, "words") if support else (_NO_SUPPORT, "muted")
        rows.append(Row(SUPPORT, ((("talk to", "muted"),), (words,))))
    return [Gap(), Heading("WHAT IT TOOK, FOR YOUR EYES ALONE"), *rows] if rows else []


def writing_items(
    offered: Offered | None, pages: Sequence[Reflection], moment: Moment, *, is_row: bool
) -> list[Item]:
    """What she wrote of this week; one question as the last row, or room to write.

    Args:
        is_row: the question stands here, and not below the list.
    """
    rows: list[Item] = [_page(page, moment) for page in pages]
    items: list[Item] = [Gap(), Heading("WHAT YOU WROTE OF IT"), *rows] if rows else []
    if offered:
        asked: tuple[tuple[str, str], ...] = ((clean_line(offered.question.words), "words"),)
        row = Row(QUESTION, ((("write", "muted"),), asked))
        return [*items, Gap(), Heading(_one_question(offered, moment).upper()), row] if is_row else items
    room = Row(ROOM, ((("", ""),), ((told(_ROOM), "muted"),)))
    return [*items, Gap(), room]


def asked_below(offered: Offered | None, moment: Moment) -> Content:
    """The same question, for the foot of the page."""
    words = clean_line(offered.question.words) if offered else ""
    return Content.assemble((f"{_one_question(offered, moment)}:\n", "$muted"), (words, "italic"))


def _one_question(offered: Offered | None, moment: Moment) -> str:
    is_over = offered and offered.week and (moment.day - offered.week).days >= 7
    return _OF_THEN if is_over else _ONE_QUESTION


def _page(page: Reflection, moment: Moment) -> Row:
    words: list[Piece] = [(clean_line(page.words or page.feeling), "")]
    if page.question:
        words += [JOIN, (clean_line(page.question), "muted")]
    return Row(f"reflections:{page.id}", (((day_of(page.on, moment), "second"),), tuple(words)), _PAGE_LINES)


def _sentences(
    of: str, sentences: Iterable[Told], names: dict[str, str], role: str, *, is_roomy: bool = False
) -> list[Item]:
    rows: list[Item] = []
    before = ""
    for one in sentences:
        name = names.get(one.about, "")
        is_new = (name or _ENDING) != before
        if rows and is_new and (is_roomy or not name):
            rows.append(Gap())  # an ending is no bridge that came to nothing
        rows.append(Row(f"{of}-{one.about}", (((name if is_new else "", role),), ((one.words, ""),))))
        before = name or _ENDING
    return rows
