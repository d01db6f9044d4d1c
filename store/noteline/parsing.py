"""From a line to its reading."""

from collections.abc import Sequence

from store.clock import Moment
from store.names import NameEntry, book_of
from store.noteline.assembling import Assembled, assemble, joined
from store.noteline.marks import Event, Known, read_marks
from store.noteline.reading import Mark, NoteReading
from store.noteline.run import read_run
from store.noteline.run_said import TAKEN_AS_SAID, Run
from store.noteline.who import Who, read_who
from store.text import clean_lines
from store.when import Frame


def parse(
    text: str,
    names: Sequence[NameEntry],
    services: Sequence[NameEntry],
    moment: Moment,
    *,
    person: int | None = None,
    day_first: bool = True,
    answer: int | None = None,
) -> NoteReading:
    """What a note says.

    Args:
        person: the person already chosen; no name is read then.
        answer: whom the mentor picked when a reading asked; their name is still taken off the line.

    Returns:
        The reading, of any text at all: what is not understood is words.
    """
    # Printable text is clean as it is, and long notes are read at each key press.
    first, _, more = (text if text.isprintable() else clean_lines(text)).partition("\n")
    gone = Frame(moment, past=True, day_first=day_first)
    known = Known(Frame(moment, past=False, day_first=day_first), gone, book_of(services))
    who = Who(ids=(person,)) if person is not None else read_who(first, book_of(names), gone, answer)
    run = read_run(first, who.end, gone)
    events = read_marks(first, run.words_from, known, already_when=run.when is not None)
    made = assemble(first, run.words_from, events, known)
    return _reading(first, more, who, run, made, events)


def _reading(first: str, more: str, who: Who, run: Run, made: Assembled, events: list[Event]) -> NoteReading:
    asked = [first[who.start : who.end]] if who.question and who.end > who.start else []
    words = joined([*asked, *made.pieces])
    return NoteReading(
        who=who.ids,
        candidates=who.candidates,
        question=who.question,
        stranger=who.stranger,
        unnamed=who.unnamed,
        nobody=who.nobody,
        kind=run.kind or ("work" if who.nobody else ""),
        direction=run.direction,
        **{name: getattr(run, name) for name in TAKEN_AS_SAID},
        when=run.when or made.when,
        next=tuple(made.next),
        promises=tuple(made.promises),
        activities=tuple(dict.fromkeys(made.activities)),
        themes=tuple(dict.fromkeys(made.themes)),
        services=tuple(made.services),
        words="\n".join(part for part in (words, more.rstrip()) if part),
        as_typed=_without_themes(first, events),
        marks=_in_order(who, [*run.marks, *made.marks]),
        unclear=tuple(made.unclear),
    )


def _in_order(who: Who, marks: list[Mark]) -> tuple[Mark, ...]:
    if who.end > who.start:
        marks.append(Mark(who.start, who.end, "unclear" if who.question else "who"))
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _without_themes(line: str, events: list[Event]) -> str:
    kept: list[str] = []
    place = 0
    for event in events:
        if event.role == "theme":
            kept.append(line[place : event.start].removesuffix(" "))
            place = event.end
    return "".join([*kept, line[place:]]).strip()
