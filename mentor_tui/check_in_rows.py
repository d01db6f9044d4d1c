"""How a check-in reads: the page that is written on, and one that is kept with last time's words beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.check_in_lines import Line
from mentor_tui.check_in_page import DAY, NO_TALK, TALK, THAT_DAYS, CheckInPage
from mentor_tui.record_rows import key_of
from mentor_tui.reflect_rows import theme_name
from store.check_ins import (
    IN_PLAIN_WORDS,
    NEXT,
    NEXT_ASKED,
    Said,
    beside_last,
    plans_in,
    promises_in,
    wanted_before,
)
from store.text import clean_line, clean_lines
from store.vocabulary import MODES, label
from store.waiting.phrases import full_day
from store.when import short
from widgets.row import Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload
    from store.clock import Moment
    from store.records import Answer, CheckIn, Contact

WRITING_COLUMNS = (Column(),)
BEFORE = "before:"
"""What the key of a row that leads to an earlier check-in begins with."""
BESIDE_FROM = 100
"""From so many columns on, what was said then stands beside what was said now."""
_NEXT = "What next"
_OTHERS = "And these"
_ALONE = "not a talk of its own"


def writing_items(page: CheckInPage, talk: Contact | None, moment: Moment) -> list[Item]:
    """Theme by theme the questions, what they want next, the day and the talk, and earlier check-ins.

    Args:
        talk: the talk it is part of.
    """
    items: list[Item] = []
    for line in page.lines:
        _put(items, _NEXT if line.id == NEXT else _title(line.theme), _asked(line, page))
    _put(items, "This talk", Row(DAY, (((full_day(page.on), "second"),),)))
    if page.record is None:
        _put(items, "This talk", Row(TALK, ((talk_words(talk),)), for_anyone=True))
    for one in page.earlier:
        _put(items, "Before", _earlier(one, moment))
    return items


def talk_words(talk: Contact | None) -> str:
    """The talk it is part of, in a few words."""
    if talk is None:
        return _ALONE
    return (
        f"part of what is noted: {said.how(talk)}"
        if talk.id
        else f"noted with it: a talk, {label(MODES, talk.mode)}"
    )


def talk_choices(noted: Contact | None) -> list[Row]:
    """What the talk may be: the one noted that day, one of its own, or none."""
    rows = [Row(THAT_DAYS, (talk_words(noted),))] if noted and noted.id else []
    rows += [Row(term.code, (f"noted with it: a talk, {term.label}",)) for term in MODES]
    return [*rows, Row(NO_TALK, (_ALONE,))]


def reading_columns(columns: int) -> tuple[Column, ...]:
    """The question, what was said then, what was said now; one column where the terminal is narrow.

    Args:
        columns: of the terminal.
    """
    if columns < BESIDE_FROM:
        return (Column(),)
    third = (columns - 8) // 3
    return (Column(width=third, wraps=True), Column(width=third, wraps=True), Column())


def has_before(record: CheckIn, others: Iterable[CheckIn]) -> bool:
    """Whether something they were asked was asked before."""
    every = tuple(others)
    return bool(beside_last(record, every)) or bool(record.next and wanted_before(record, every))


def reading_items(
    record: CheckIn,
    others: Iterable[CheckIn],
    theme_of: Mapping[str, str],
    moment: Moment,
    *,
    wide: bool,
) -> list[Item]:
    """What they said, theme by theme; what they said to the same question before stands with it.

    Args:
        theme_of: the theme of a question, by its id.
        wide: then and now stand side by side.
    """
    newest_first = tuple(others)
    then = {one.now.answer.question_id: one.then for one in beside_last(record, newest_first)}
    items: list[Item] = []
    for answer in record.answers:
        title = _title(theme_of.get(answer.question_id, ""))
        before = _said(then.get(answer.question_id), moment)
        _put(items, title, _answered(answer, before, _when(record.on, moment), wide=wide), apart=True)
    if record.next:
        before = _next_before(record, newest_first, moment)
        now = _dated(_when(record.on, moment), record.next)
        _put(items, _NEXT, _row(NEXT, ((NEXT_ASKED, "own"),), before, now, wide=wide))
    return items


def came_of_it(caseload: Caseload, record: CheckIn) -> list[Item]:
    """Goals in these words of theirs, what was promised in that talk and what was planned in it."""
    words = {clean_line(said_here) for said_here in (record.next, *(one.words for one in record.answers))}
    goals = (one for one in caseload.goals_of(record.client_id) if one.words and one.words in words)
    rows = [_came(key_of(one), "goal", f"“{one.words}”", "words") for one in goals]
    promises, plans, moment = promises_in(caseload, record), plans_in(caseload, record), caseload.clock.now()
    rows += [_came(key_of(one), "you said", said.promise(one, moment)) for one in promises]
    rows += [_came(key_of(one), short(one.on, moment), said.plan(one, caseload)) for one in plans]
    return [Gap(), Heading("What came of it"), *rows] if rows else []


def _came(key: str, called: str, words: str, role: str = "") -> Row:
    return Row(key, (((f"{called}  ", "second"), (words, role)),), spans=True, stays=True)


def words_under(record: CheckIn, key: str) -> str:
    """What they said on the row under the cursor, this time; "" for a row without words."""
    if key == NEXT:
        return record.next
    return next((answer.words for answer in record.answers if answer.question_id == key), "")


def last_time(line: Line, moment: Moment) -> str:
    """What they said to it last time, the day above; nothing where it was not asked."""
    return f"{_when(line.before_on, moment)}\n“{clean_lines(line.before)}”" if line.before else ""


def _title(theme: str) -> str:
    """A theme in plain words, then the study's name of it."""
    return f"{IN_PLAIN_WORDS[theme]} · {theme_name(theme)}" if theme else _OTHERS


def _put(items: list[Item], title: str, row: Row, *, apart: bool = False) -> None:
    """A row under its heading, which stands once.

    Args:
        apart: an empty line stands between two rows, since each has several.
    """
    headings = [item.text for item in items if isinstance(item, Heading)]
    if title not in headings[-1:]:
        items += [*([Gap()] if items else []), Heading(title)]
    elif apart:
        items.append(Gap())
    items.append(row)


def _asked(line: Line, page: CheckInPage) -> Row:
    """The question, the same in their language, and what was said to it so far."""
    words = page.said_to(line.id)
    pieces: list[Piece] = [(line.asked, "muted" if words else "")]
    if line.theirs:
        pieces += [("\n", ""), (line.theirs, "second")]
    if words:
        pieces += [("\n", ""), (f"“{words}”", "words")]
    return Row(line.id, (tuple(pieces),), for_anyone=line.id == NEXT and not (words or line.theirs))


def _earlier(one: CheckIn, moment: Moment) -> Row:
    first = next((answer.words for answer in one.answers), one.next)
    pieces = ((f"{_when(one.on, moment)}  ", "second"), (f"“{first}”", "words"))
    return Row(f"{BEFORE}{one.id}", (pieces,), most_lines=1)


def _answered(answer: Answer, before: tuple[Piece, ...], when: str, *, wide: bool) -> Row:
    theirs = f"\n{answer.asked_theirs}" if answer.asked_theirs else ""
    asked: tuple[Piece, ...] = ((answer.asked + theirs, "muted"),)
    return _row(answer.question_id, asked, before, _dated(when, answer.words), wide=wide)


def _row(
    key: str, asked: tuple[Piece, ...], before: tuple[Piece, ...], now: tuple[Piece, ...], *, wide: bool
) -> Row:
    """The question, then, now: side by side, or one under the other; a day is said where there are two."""
    if not before:
        now = now[-1:]
    if wide:
        return Row(key, (asked, before or "", now))
    below = (*before, ("\n", "")) if before else ()
    return Row(key, ((*asked, ("\n", ""), *below, *now),))


def _said(one: Said | None, moment: Moment) -> tuple[Piece, ...]:
    return _dated(_when(one.on, moment), one.answer.words) if one else ()


def _next_before(record: CheckIn, newest_first: Iterable[CheckIn], moment: Moment) -> tuple[Piece, ...]:
    last = wanted_before(record, newest_first)
    return _dated(_when(last.on, moment), last.next) if last else ()


def _dated(when: str, words: str) -> tuple[Piece, ...]:
    return ((when, "second"), ("\n", ""), (f"“{words}”", "words"))


def _when(on: date | None, moment: Moment) -> str:
    return short(on, moment) if on else "some day"
