"""The lines of a check-in that is written: as they are asked today, or as they were when they were begun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from store.check_ins import NEXT, last_answers, next_to_ask, questions_to_ask
from store.records import Answer, CheckIn, Client
from store.standing import has_died
from store.their_language import asked_key, other_languages
from store.themes_written import themes_asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.caseload import Caseload
    from store.check_ins import Asking, Said
    from store.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that may be answered."""

    id: str
    """Of the question; `NEXT` for what they want next."""
    asked: str
    theme: str = ""
    theirs: str = ""
    """The same in their language."""
    offered: str = ""
    """What was typed for somebody else who speaks it."""
    may_be_theirs: bool = False
    """They speak another language, and it was not typed in that yet."""
    before: str = ""
    """What they said to it last time."""
    before_on: date | None = None


def lines_of(
    caseload: Caseload,
    notebook: Notebook,
    client: Client,
    earlier: Sequence[CheckIn],
    record: CheckIn | None = None,
    begun: Iterable[Line] = (),
) -> tuple[Line, ...]:
    """What is asked today, what was answered then, what was begun on; what they want next.

    Args:
        earlier: their check-ins before this one, newest first.
        record: the one that is corrected.
        begun: lines with words that are not kept yet: none of them goes away, or is worded otherwise,
            whatever became of its question meanwhile.
    """
    themes = themes_asked(notebook.own_questions())
    answered = [_line_of(one, themes) for one in record.answers] if record else []
    wants = (NEXT,) if record and record.next else ()
    begun = tuple(begun)
    stays = {line.id for line in (*answered, *begun)}
    today = _asked_today(caseload, notebook, client, stays)
    lines = as_begun(today, answered, as_theirs=True)
    lines = as_begun(lines, [replace(line, theme=line.theme or themes.get(line.id, "")) for line in begun])
    if has_died(client):  # nothing is asked any more; what was said can still be kept
        lines = [line for line in lines if line.id in stays.union(wants)]
    last = last_answers(earlier)
    wanted = next((one for one in earlier if one.next), None)
    return tuple(
        _with_wanted(line, wanted)
        if line.id == NEXT
        else _with_before(line, last.get(asked_key(line.id, line.asked)))
        for line in lines
    )


def as_begun(today: Iterable[Line], begun: Iterable[Line], *, as_theirs: bool = False) -> list[Line]:
    """Today's lines, those that were begun on as they were asked then; one not asked today joins its theme.

    Args:
        as_theirs: in their language too they stay as they were asked, where today's words are the same.
    """
    then = {line.id: line for line in begun}
    lines = [_held(line, then.pop(line.id, line), as_theirs=as_theirs) for line in today]
    for line in then.values():
        alike = [at for at, one in enumerate(lines) if one.theme == line.theme and one.id != NEXT]
        last = next((at for at, one in enumerate(lines) if one.id == NEXT), len(lines))
        lines.insert(alike[-1] + 1 if alike else last, line)
    return lines


def _held(today: Line, begun: Line, *, as_theirs: bool) -> Line:
    if begun.asked != today.asked:
        return replace(begun, theme=today.theme)
    return replace(today, theirs=begun.theirs or today.theirs) if as_theirs else today


def _line_of(one: Answer, themes: Mapping[str, str]) -> Line:
    return Line(one.question_id, one.asked, themes.get(one.question_id, ""), one.asked_theirs)


def _asked_today(caseload: Caseload, notebook: Notebook, client: Client, begun: set[str]) -> list[Line]:
    # A question she set aside since it was begun on, or answered, keeps its place.
    choices = (one for one in notebook.choices() if one.question_id not in begun)
    asked = questions_to_ask(caseload, client, notebook.own_questions(), choices)
    speaks = bool(other_languages(client))
    return [_line(one, speaks=speaks) for one in (*asked, next_to_ask(caseload, client))]


def _line(one: Asking, *, speaks: bool) -> Line:
    asked = one.question
    return Line(asked.id, asked.words, asked.theme, one.theirs, one.offered, speaks and not one.theirs)


def _with_before(line: Line, last: Said | None) -> Line:
    return replace(line, before=last.answer.words, before_on=last.on) if last else line


def _with_wanted(line: Line, last: CheckIn | None) -> Line:
    return replace(line, before=last.next, before_on=last.on) if last else line
