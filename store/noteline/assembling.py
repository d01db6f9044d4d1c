"""Who gets which words: the note, a next touch or a promise, once the marks are known."""

import re
from dataclasses import dataclass, field

from store.noteline.marks import Event, Known, stays
from store.noteline.reading import Mark, NextTouch, PromisedThing, ServiceMention
from store.records.work import Repeat
from store.when import Found, PlanWhen, Refusal, When, find_when, plan_with_end

_CLOSING = tuple(".,:;!?)")
_BY = re.compile(r" by +", re.IGNORECASE)
# A day at the end of a promise is looked for in its last words only.
_DUE_WITHIN = 60


@dataclass(slots=True)
class _Segment:
    """A stretch of words and whose they are."""

    role: str
    start: int
    when: When | None = None
    repeats: Repeat | None = None
    pieces: list[str] = field(default_factory=list)
    begun: str = ""
    """The piece a backslash left open."""

    def add(self, text: str, *, ends: bool = True) -> None:
        """Add words; what follows is a piece of its own only where these end one."""
        self.begun += text
        if ends:
            self.pieces.append(self.begun)
            self.begun = ""

    @property
    def words(self) -> str:
        return joined(self.pieces)


@dataclass(slots=True)
class Assembled:
    """What the marks and the words between them come to."""

    pieces: list[str] = field(default_factory=list)
    """The note's own words."""
    when: When | None = None
    next: list[NextTouch] = field(default_factory=list)
    promises: list[PromisedThing] = field(default_factory=list)
    activities: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    services: list[ServiceMention] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


def joined(pieces: list[str]) -> str:
    """Pieces as one text: a space between them, none before a mark of punctuation a cut left behind."""
    text = ""
    for number, piece in enumerate(pieces):
        bare = piece.strip(" ")
        attached = number > 0 and piece.startswith(_CLOSING)
        if attached and not text:
            bare = bare.lstrip(".,:; ")
        text += bare if attached or not text or not bare else f" {bare}"
    return text


def assemble(line: str, start: int, events: list[Event], known: Known) -> Assembled:
    """Give each stretch of the line from `start` on to the note, a next touch or a promise."""
    made = Assembled()
    segment = _Segment("note", start)
    place = start
    for event in events:
        _note(made, event)
        if event.role == "unclear":
            continue
        segment.add(line[place : event.start], ends=event.role != "backslash")
        place = event.cut_to
        if event.role == "backslash":
            continue
        if event.role == "service":
            segment.add(line[place : event.end])
            place = event.end
        _close(made, segment, line, event.start, known)
        role = event.role if event.role in ("next", "promise") else "note"
        segment = _Segment(role, event.start, event.when, event.repeats)
    segment.add(line[place:])
    _close(made, segment, line, len(line), known)
    return made


def _note(made: Assembled, event: Event) -> None:
    if event.role == "when":
        made.when = event.when
    elif event.role == "activity":
        made.activities.append(event.code)
    elif event.role == "theme":
        made.themes.append(event.code)
    elif event.mention:
        made.services.append(event.mention)
    elif event.role == "unclear":
        made.unclear.append(event.sentence)
    if event.role not in ("next", "promise", "backslash"):
        made.marks.append(Mark(event.start, event.end, event.role))


def _close(made: Assembled, segment: _Segment, line: str, end: int, known: Known) -> None:
    if segment.role == "note":
        made.pieces.extend(segment.pieces)
        return
    marked = len(line[:end].rstrip(" ")) if end == len(line) else _trimmed(line, segment.start, end)
    made.marks.append(Mark(segment.start, marked, segment.role))
    if segment.role == "next" and segment.when:
        plan = PlanWhen(segment.when, segment.repeats)
        words, plan = plan_with_end(segment.words.lstrip(" ,.;:"), plan, known.to_come)
        made.next.append(NextTouch(plan.when, words, plan.repeats))
    elif segment.role == "promise":
        made.promises.append(_promised(made, segment, line, marked, known))


def _trimmed(line: str, start: int, end: int) -> int:
    return start + len(line[start:end].rstrip(" "))


def _promised(made: Assembled, segment: _Segment, line: str, end: int, known: Known) -> PromisedThing:
    """A promise, with the day its last words give it ("... by fri")."""
    words = segment.words
    for by in _BY.finditer(words, max(1, len(words) - _DUE_WITHIN)):
        try:
            found = _due(words, by.end(), known)
        except Refusal as refusal:
            if not words[refusal.end :].strip(" .,;:!"):
                made.unclear.append(stays(refusal))
                at = line.rfind(words[by.start() + 1 : refusal.end], segment.start, end)
                if at >= 0:
                    made.marks.append(Mark(at, at + refusal.end - by.start() - 1, "unclear"))
            continue
        if found and not words[found.end :].strip(" .,;:!"):
            # A record keeps the day only: the hour stays readable in the words, and true on another day.
            kept = words[: by.start()].rstrip(" ,")
            hour = f" by {found.when.at:%H:%M}" if found.when.at else ""
            return PromisedThing(f"{kept}{hour}", found.when)
    return PromisedThing(words)


def _due(words: str, start: int, known: Known) -> Found | None:
    """The day at `start`.

    Raises:
        Refusal: it sounds like one and is none, or a bare hour stands behind it ("by thu 10").
    """
    found = find_when(words, start, known.to_come)
    if found and found.when.at is None and words[found.end : found.end + 2].strip():
        from store.when_hours import hour_behind

        if doubt := hour_behind(words, found.end):
            raise doubt[1]
    return found
