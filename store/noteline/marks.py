"""The marks of a first line after its run: > < ! + # @, each only where it cannot be prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from store.names import NameBook, name_key
from store.noteline.known_words import STAGE_WORDS, STAGE_WORDS_THAT_END, activity, theme
from store.noteline.reading import ServiceMention
from store.noteline.run_words import past_spaces
from store.records.work import Repeat
from store.when import Frame, Refusal, When, find_plan, find_when

# A mark stands at the start or behind a plain space. Past the first 200 a line is no note line any
# more, and the rest of it is words: reading stays fast however long the line.
PLACES = re.compile(r"(?:(?<= )|^)\\?(?:[><!](?= |$)|[+#@](?=[^ ]))")
MOST_MARKS = 200
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CLOSED = re.compile(r"[.,:;!?)\"'…”’]*(?= |$)")
_NAME_WORD = re.compile(r"[^ ]+")
_STAGE = re.compile(r" +([a-z-]+)(?=[ .,:;!?)]|$)", re.ASCII | re.IGNORECASE)
_NOTHING_MORE = re.compile(r" *(?:$|[.,:;!?)]|[<>!] |[+#@][^ ])")
_FIGURE = re.compile(r"[.,]? +(?:at +|from +)?\d")
_A_WORD = re.compile(r"[^\W\d_]")
_PUNCTUATION = ".,:;!?)"


@dataclass(slots=True)
class Event:
    """One mark, as it was met."""

    role: str
    """next, when, promise, activity, theme, service, unclear or backslash."""
    start: int
    end: int
    cut_to: int
    """What lies between `start` and here leaves the words; equal to `start` where all of it stays."""
    when: When | None = None
    repeats: Repeat | None = None
    """How a next touch comes back."""
    code: str = ""
    mention: ServiceMention | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What marks are read against."""

    to_come: Frame
    gone: Frame
    services: NameBook


def read_marks(line: str, start: int, known: Known, *, already_when: bool = False) -> list[Event]:
    """The marks from `start` on, in order; a `!` with nothing behind it is left out, as prose."""
    events: list[Event] = []
    place = start
    for found in islice(PLACES.finditer(line, start), MOST_MARKS):
        if found.start() < place:
            continue
        event = _event(line, found, known)
        if event and event.role == "when" and already_when:
            event = Event("unclear", event.start, event.end, event.start, sentence=_SAID_TWICE)
        if event:
            already_when = already_when or event.role == "when"
            events.append(event)
            place = event.end
            if event.role == "next" and (doubt := _doubtful(line, event)):
                events.append(doubt)
                place = doubt.end
    return list(_with_words(line, events))


_SAID_TWICE = "When it happened is said twice; the second one stays in your words."


def stays(refusal: Refusal) -> str:
    """The sentence about a refused date inside a note."""
    reason = refusal.reason[:1].upper() + refusal.reason[1:]
    return f"{reason}, so it stays in your words; “{refusal.example}” would be read."


def _with_words(line: str, events: list[Event]) -> Iterator[Event]:
    """The events without the promises that have no words."""
    empty: set[int] = set()
    ends = len(line)
    for number in range(len(events) - 1, -1, -1):
        event = events[number]
        if event.role == "promise" and not line[event.end : ends].strip():
            empty.add(number)
        elif event.role not in ("unclear", "backslash"):
            ends = event.start
    return (event for number, event in enumerate(events) if number not in empty)


def _event(line: str, found: re.Match[str], known: Known) -> Event | None:
    start, mark = found.start(), line[found.end() - 1]
    if found.group().startswith("\\"):
        return Event("backslash", start, found.end(), start + 1)
    if mark == "!":
        return Event("promise", start, found.end(), found.end())
    if mark in "<>":
        return _dated(line, start, "next" if mark == ">" else "when", known)
    if mark == "@":
        return _service(line, start, known.services)
    return _known_word(line, start, mark)


def _dated(line: str, start: int, role: str, known: Known) -> Event | None:
    place = past_spaces(line, start + 1)
    try:
        if role == "when":
            gone = find_when(line, place, known.gone)
            return Event(role, start, gone.end, gone.end, when=gone.when) if gone else None
        found = find_plan(line, place, known.to_come)
    except Refusal as refusal:
        return Event("unclear", start, refusal.end, start, sentence=stays(refusal))
    if found is None:
        return _late_day(line, start, place, known)
    return Event(role, start, found.end, found.end, when=found.plan.when, repeats=found.plan.repeats)


def _doubtful(line: str, event: Event) -> Event | None:
    if not _FIGURE.match(line, event.end):
        return None
    # Few lines have one.
    from store.noteline.doubts import doubtful_hour

    return doubtful_hour(line, event)


def _late_day(line: str, start: int, place: int, known: Known) -> Event | None:
    if not _A_WORD.match(line, place):
        return None
    from store.noteline.doubts import late_day

    return late_day(line, start, place, known.to_come)


def _known_word(line: str, start: int, mark: str) -> Event | None:
    word = _WORD.match(line, start + 1)
    if word is None or len(word.group()) > 30 or not _CLOSED.match(line, word.end()):
        return None
    role = "activity" if mark == "+" else "theme"
    if role == "theme" and _is_quoted(line, start):
        return None
    code = activity(word.group()) if mark == "+" else theme(word.group())
    return Event(role, start, word.end(), word.end(), code=code) if code else None


def _is_quoted(line: str, place: int) -> bool:
    """Whether somebody else's words stand there, between quotation marks."""
    before, after = line[:place], line[place:]
    is_straight = before.count('"') % 2 == 1 and '"' in after
    return is_straight or (before.rfind("“") > before.rfind("”") and "”" in after)


def _service(line: str, start: int, services: NameBook) -> Event | None:
    """The longest following words that name exactly one; those that name several are pointed at."""
    ends: list[int] = []
    for word in islice(_NAME_WORD.finditer(line, start + 1), services.longest):
        ends.append(word.end())
    for end in reversed(ends):
        for close in dict.fromkeys((end, start + 1 + len(line[start + 1 : end].rstrip(_PUNCTUATION)))):
            ids = services.exactly(name_key(line[start + 1 : close]))
            if len(ids) == 1:
                return _mention(line, start, close, ids[0])
            if ids:
                name = line[start + 1 : close]
                sentence = (
                    f"{len(ids)} services are called “{name}”; a short name of your own tells them apart."
                )
                return Event("unclear", start, close, start, sentence=sentence)
    return None


def _mention(line: str, start: int, end: int, id: int) -> Event:
    stage = _STAGE.match(line, end)
    word = stage[1].lower() if stage else ""
    if stage is None or word not in STAGE_WORDS:
        return Event("service", start, end, start + 1, mention=ServiceMention(id))
    if word in STAGE_WORDS_THAT_END and not _NOTHING_MORE.match(line, stage.end()):
        return Event("service", start, end, start + 1, mention=ServiceMention(id))
    return Event("service", start, stage.end(), start + 1, mention=ServiceMention(id, STAGE_WORDS[word]))
