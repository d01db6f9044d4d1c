"""Who a line is about: its leading words, if they name someone."""

import re
from dataclasses import dataclass

from store.card_codes import is_like_a_code
from store.names import NameBook, name_key
from store.noteline.common_words import COMMON_WORDS, RARER_WORDS
from store.noteline.run import begins_run
from store.noteline.run_words import past_spaces
from store.noteline.stranger import stranger
from store.noteline.unread_name import UnreadName, no_ones_code, unread_name
from store.when import Frame

_WORD = re.compile(r"[^ ,:]+")
_COMMA = re.compile(r" *, *")
_AND = re.compile(r"(?: *,)? +(?:and|&) +", re.IGNORECASE)
_CALLED = re.compile(r"(?:someone|work)(?=[ ,:]|$)[,:]?", re.IGNORECASE)
# A circle is some ten people; a pasted list of thousands is no note.
MOST_PEOPLE = 60


@dataclass(frozen=True, slots=True)
class Who:
    """Who the leading words name, or why that is not settled."""

    ids: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    question: str = ""
    unnamed: int = 0
    nobody: bool = False
    stranger: str = ""
    """Whom to offer to add, by the name nobody here has."""
    start: int = 0
    end: int = 0
    """Where the name, or names, end in the line."""


@dataclass(frozen=True, slots=True)
class _Named:
    ids: tuple[int, ...]
    typed: str
    exact: bool
    start: int
    end: int


def read_who(line: str, book: NameBook, frame: Frame, answer: int | None = None) -> Who:
    """Who the line is about.

    Args:
        answer: whom she picked when it asked; their name is still taken off the line.
    """
    start = len(line) - len(line.lstrip(" "))
    called = _CALLED.match(line, start)
    if called and answer is None and _run_or_end(line, called.end(), frame):
        work = called.group().lower().startswith("work")
        return Who(unnamed=0 if work else 1, nobody=work, start=start, end=called.end())
    named = _name_at(line, start, book)
    if named is None:
        return _unknown(line, start, book, frame, answer)
    return _everyone(line, named, book, frame, answer)


def _everyone(line: str, first: _Named, book: NameBook, frame: Frame, answer: int | None) -> Who:
    """The first one named, and all behind commas."""
    ids: list[int] = []
    named: _Named | None = first
    start = end = first.start
    while named is not None and len(ids) < MOST_PEOPLE:
        found = _one_of(named, line, book, frame, answer)
        if isinstance(found, str):
            if answer is not None and not ids:
                return Who(ids=(answer,), start=start, end=start)
            return Who(candidates=named.ids, question=found, start=start, end=_past_mark(line, named.end))
        ids.append(found)
        end = named.end
        named = _another(line, end, book, frame)
        while named is None and (unread := unread_name(line, end, book, frame)):
            # An answer given for the first name is none for this one.
            if answer is None or isinstance(_one_of(first, line, book, frame, None), str):
                return _unread(unread, line, start, frame)
            ids.append(answer)
            end = unread.end
            named = _another(line, end, book, frame)
    return Who(ids=tuple(dict.fromkeys(ids)), start=start, end=_past_mark(line, end))


def _unread(unread: UnreadName, line: str, start: int, frame: Frame) -> Who:
    return Who(
        candidates=unread.near,
        question=unread.question,
        stranger="" if unread.is_code else stranger(line, unread.start, frame),
        start=start,
        end=_past_mark(line, unread.end),
    )


def _past_mark(line: str, place: int) -> int:
    return place + (line[place : place + 1] in (",", ":"))


def _run_or_end(line: str, place: int, frame: Frame) -> bool:
    rest = line[place:].lstrip(" ")
    return not rest or begins_run(line, len(line) - len(rest), frame)


def _name_at(line: str, start: int, book: NameBook) -> _Named | None:
    """The longest name at `start`, an exact one before a prefix."""
    words: list[re.Match[str]] = []
    place = start
    while len(words) < book.longest and (word := _WORD.match(line, place)):
        words.append(word)
        place = word.end()
        if line[place : place + 1] != " ":
            break
        place = past_spaces(line, place)
    keys = [name_key(word.group()[:80]) for word in words]
    for exact in (True, False):
        for count in range(len(words), 0, -1):
            key = " ".join(keys[:count])
            if not exact and not _may_begin_a_name(keys[count - 1], is_first=count == 1):
                continue
            ids = book.exactly(key) if exact else book.starting(_without_dot(key))
            if ids:
                end = words[count - 1].end()
                return _Named(ids, line[start:end], exact, start, end)
    return None


def _may_begin_a_name(key: str, *, is_first: bool) -> bool:
    """Whether a prefix may end with this word: "de", the "b" of "deanna b"; not "d", "deanna will"."""
    return len(key) > 1 if is_first else key not in COMMON_WORDS


def _without_dot(key: str) -> str:
    """An initial may have its dot: "deanna b."."""
    return key[:-1] if key[-3:-2] == " " and key.endswith(".") else key


def _one_of(named: _Named, line: str, book: NameBook, frame: Frame, answer: int | None) -> int | str:
    """The one it names, or the question to ask."""
    if answer in named.ids:
        return answer
    typed = named.typed
    people = _listed([book.called(id) for id in named.ids], " or ")
    if _is_word(named, line, frame):
        return f"“{typed}” is also a word; is this about {people}?"
    if len(named.ids) > 1:
        count = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}.get(len(named.ids), str(len(named.ids)))
        everyone = _listed([book.called(id) for id in named.ids], " and ")
        return f"{count} people match “{typed}”: {everyone}."
    return named.ids[0]


def _is_word(named: _Named, line: str, frame: Frame) -> bool:
    key = name_key(named.typed)
    if key in COMMON_WORDS:
        return True
    return key in RARER_WORDS and not _run_or_end(line, _past_mark(line, named.end), frame)


def _another(line: str, place: int, book: NameBook, frame: Frame) -> _Named | None:
    """A further name behind a comma: an exact one, or a prefix where a run or another comma follows it."""
    if joined := _joined(line, place, book, frame):
        return joined
    comma = _COMMA.match(line, place)
    if comma is None:
        return None
    place = comma.end()
    named = _name_at(line, place, book)
    if named is None or (named.exact and name_key(named.typed) not in COMMON_WORDS | RARER_WORDS):
        return named
    plain = line[named.end : named.end + 1] == "," or begins_run(line, named.end, frame)
    return named if plain else None


def _joined(line: str, place: int, book: NameBook, frame: Frame) -> _Named | None:
    """A further name behind "and", where a word of the run follows the last one, or a name to ask about."""
    first, last = None, place
    while joined := _AND.match(line, last) or (_COMMA.match(line, last) if first else None):
        named = _name_at(line, joined.end(), book)
        if named is None or (not named.exact and name_key(named.typed) in COMMON_WORDS | RARER_WORDS):
            return first if first and unread_name(line, last, book, frame) else None
        first, last = first or named, named.end
    past = past_spaces(line, _past_mark(line, last))
    return first if first and begins_run(line, past, frame) else None


def _unknown(line: str, start: int, book: NameBook, frame: Frame, answer: int | None) -> Who:
    word = _WORD.match(line, start)
    if word is None:
        ids = () if answer is None else (answer,)
        return Who(ids=ids, question="" if ids else "Who is this about?", start=start, end=start)
    near = book.close_to(name_key(word.group()[:40]))
    if answer is not None:
        end = _past_mark(line, word.end()) if answer in near else start
        return Who(ids=(answer,), start=start, end=end)
    if begins_run(line, start, frame):
        return Who(
            question="Who is this about? The name comes first: “dee call 15m”.", start=start, end=start
        )
    typed = word.group()[:30]
    if book.has_codes and is_like_a_code(name_key(typed)):
        return Who(question=no_ones_code(typed), start=start, end=start)
    offered = f"; did you mean {_listed([book.called(id) for id in near], ' or ')}?" if near else "."
    question = f"No one here is called “{typed}”{offered}"
    name = stranger(line, start, frame)
    return Who(candidates=near, question=question, stranger=name, start=start, end=start)


def _listed(names: list[str], last: str, most: int = 5) -> str:
    if len(names) > most:
        return f"{', '.join(names[:most])}{last}{len(names) - most} others"
    return last.join(part for part in (", ".join(names[:-1]), names[-1]) if part)
