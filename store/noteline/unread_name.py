"""A further name that is nobody's: it asks, or a ride with two would be filed under one."""

import re
from dataclasses import dataclass
from itertools import islice

from store.card_codes import is_like_a_code
from store.names import NameBook, name_key
from store.noteline.common_words import COMMON_WORDS, words_of
from store.noteline.run import read_run
from store.noteline.run_words import past_spaces
from store.when import Frame

_COMMA = re.compile(r" *, *")
_AND = re.compile(r"(?: *,)? +(?:and|&) +", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?|[^\W\d_](?:\d|[2-9]+)[^\W\d_])(?=[ ,:]|$)")
"""A word as names have it, or what may be the code of a pocket card."""
_MARK = re.compile(r" *[,:] *")
# "arrived 15m late", "the walk was 20m long": a length that the sentence goes on with.
_GOES_ON = re.compile(
    r" *(?:late|early|ago|away|before|after|later|long|walk|drive|wait|from|each)\b", re.IGNORECASE
)

# What stands before "call", "visit", "letter", "late" in an ordinary sentence, and is no name nobody has.
_SENTENCE_WORDS = words_of(
    """
    angry another appointment assessment aunt auntie baby bank battery benefit benefits biweekly board boss
    boyfriend brief brother bus caring case caseworker child children church clinic collect conference
    counsellor cousin cousins crisis dad daily daughter detox doctor dog emergency employer evening everybody
    everyone facetime family father final flight follow-up friend friendly friends girlfriend grandfather
    grandma grandmother grandpa group halfway health home hospital hostel house housing husband income intake
    interview jail job kid kids kind landlady landlord laptop lawyer legal librarian library lovely manager
    medical meeting missed monthly morning mother mum neighbour nephew niece nurse office officer others
    pardon parents parole partner po police prison probation proper quick rehab release returned roommate
    school second sentencing session shelter shorter siblings sister social son sponsor spontaneous staff
    support surprise tablet taxi teacher therapist therapy third train travel trial uncle unplanned urgent
    voice voicemail volunteer volunteers warm weekly welcome welfare whatsapp wife worker workshop zoom
    """
)


@dataclass(frozen=True, slots=True)
class UnreadName:
    """One or two words where a name would stand."""

    near: tuple[int, ...]
    question: str
    start: int
    end: int
    is_code: bool = False
    """It has the form of a code of a pocket card."""


def unread_name(line: str, place: int, book: NameBook, frame: Frame) -> UnreadName | None:
    """What stands behind a comma or "and" at `place` as a name would, directly before the run; else None."""
    joint = _AND.match(line, place) or _COMMA.match(line, place)
    if joint is None:
        return None
    keys: list[str] = []
    end = start = joint.end()
    while len(keys) < 2 and (word := _WORD.match(line, past_spaces(line, end))):
        key = name_key(word.group()[:80])
        if key in COMMON_WORDS or _says_how(line, word.start(), frame):
            return None
        is_code = book.has_codes and is_like_a_code(key)
        if any(map(str.isdigit, key)) and not is_code:
            return None
        keys.append(key)
        end = word.end()
        near = _near(keys, book)
        if _stands_before_a_run(line, end, keys, book, frame, is_near=bool(near)):
            typed = line[start:end]
            asked = no_ones_code(typed) if is_code else _question(typed, near, book)
            return UnreadName(near, asked, start, end, is_code)
    return None


def _stands_before_a_run(
    line: str, end: int, keys: list[str], book: NameBook, frame: Frame, *, is_near: bool
) -> bool:
    past = _past_names(line, end, book)
    if is_near or past > end:
        mark = _MARK.match(line, past)
        return _says_how(line, mark.end() if mark else past_spaces(line, past), frame)
    if any(key in _SENTENCE_WORDS for key in keys):
        return False
    return _says_how(line, past_spaces(line, end), frame, how_long=not _is_doing(keys[-1]))


def no_ones_code(typed: str) -> str:
    """What is asked about a code that nobody has."""
    return f"“{typed}” looks like a code of a pocket card, and is nobody's here. Look at it again."


def _is_doing(word: str) -> bool:
    """Whether it looks like "waited" or "walking"; "Fred" and "Zed" are names."""
    return len(word) > 4 and word.endswith(("ed", "ing"))


def _past_names(line: str, place: int, book: NameBook) -> int:
    """Past the names that go on behind commas or "and" ("joo, sam ride")."""
    while joint := _AND.match(line, place) or _COMMA.match(line, place):
        words = islice(_WORD.finditer(line, joint.end()), max(book.longest, 1))
        ends = [end for word in words if book.exactly(name_key(line[joint.end() : (end := word.end())]))]
        further = max(ends, default=None)
        if further is None:
            break
        place = further
    return place


def _says_how(line: str, place: int, frame: Frame, *, how_long: bool = True) -> bool:
    """Whether the run at `place` says how, what happened, or (where that counts) how long."""
    run = read_run(line, place, frame)
    if run.mode or run.kind or run.outcome:
        return True
    return how_long and run.minutes is not None and not _GOES_ON.match(line, run.end)


def _near(keys: list[str], book: NameBook) -> tuple[int, ...]:
    whole = " ".join(keys)
    return book.starting(whole) or book.close_to(whole) or book.close_to(keys[0])


def _question(typed: str, near: tuple[int, ...], book: NameBook) -> str:
    names = [book.called(id) for id in near[:5]]
    if not names:
        return f"Who is “{typed[:60]}”? No one here is called that."
    if len(near) > len(names):
        names.append(f"{len(near) - len(names)} others")
    listed = " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return f"Who is “{typed[:60]}”? Did you mean {listed}?"
