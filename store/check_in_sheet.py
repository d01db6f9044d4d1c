"""A check-in on paper or in a text file: a short code for each question, and reading back what was written.

The codes stay what they are when questions are added or worded otherwise, so that a sheet printed last year
can still be typed back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from store.check_ins import NEXT, NEXT_ASKED
from store.errors import RequestRefused
from store.principles import Question, themes
from store.text import clean_line, clean_lines, fold

_DAY = "day"
_OWN = re.compile(r"own-(\d+)$")
_SUFFIX = re.compile(r"-with-([a-z])$")
# Only at the very beginning of a line, and a word of every day only with a mark after it: an answer may go on
# with "next week".
_BEGINS = re.compile(
    r"\(?(?P<code>\d[a-z]|\d [a-z](?=\s?[):;=：])|o\d+|o \d+(?=\s?[):;=：])|own-\d+|[a-z]+-with-[a-z]"
    r"|next(?=\s?[.):;=：]|\s*$)|day(?=\s?[.):;=：]))"
    r"(?:[.):;=：]{1,2}\s*|\s+[:;=：–—-]\s+|\s+|$)",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(r"#(?:\s+|$)")
_RULED = re.compile(r"[\s_]*$|\s*(?:[.…]\s?){5,}$|\s*(?:[-–—]\s?){3,}$")
_QUOTED = re.compile(r" ?(?:> ?)+")
_INTRO = "Beneath a code, what they said. What stays empty was not asked."


@dataclass
class Filled:
    """What was written on a sheet."""

    answers: dict[str, str] = field(default_factory=dict)
    """Their words by the question's id, in the order written; what was left empty is not here."""
    next: str = ""
    day: str = ""
    """The day as it was typed; "" where none was."""
    asked: dict[str, AskedThen] = field(default_factory=dict)
    """How a question was asked on the sheet, by its id, where it is asked otherwise today or not at all."""


@dataclass(frozen=True, slots=True)
class AskedThen:
    """The words that stood over an answer."""

    words: str
    theirs: str = ""
    """The same in their language."""


@dataclass
class _Piece:
    """A code with what stands over it and what follows it."""

    code: str
    above: list[str]
    """Lines of the sheet's own, without their mark; none where an empty line stands between."""
    lines: list[str]


def code_of(question: Question) -> str:
    """How it is called on paper: "2a" is the first of the second theme, "o3" the mentor's own third."""
    if own := _OWN.match(question.id):
        return f"o{own[1]}"
    order = [each.code for each in themes()]
    if (suffix := _SUFFIX.search(question.id)) and question.theme in order:
        return f"{order.index(question.theme) + 1}{suffix[1]}"
    return question.id


def read_sheet(text: str, asked: Iterable[Question], also_asked: Iterable[str] = ()) -> Filled:
    """A filled sheet.

    A line that begins with a code begins an answer, and what follows belongs to it, to the next code. A line
    that begins with # and a space is left out, and so is one of nothing but room to write. The question may
    stand after its code. A sheet that was printed tells how each question was asked that day.

    Args:
        asked: the questions it may hold, those set aside too: an older sheet may have them.
        also_asked: their words in other languages.

    Raises:
        RequestRefused: words stand before the first code, a code is none of these, or one stands twice.
    """
    questions = {code: each for each in asked for code in (code_of(each).lower(), each.id.lower())}
    printed = frozenset(
        map(_plain, (*(each.words for each in questions.values()), NEXT_ASKED, _INTRO, *also_asked))
    )
    text = clean_lines(text)
    filled, has_asked = Filled(), _plain(_INTRO)[:20] in _plain(text)
    for piece in _pieces(text, printed):
        if not (words := _said(piece.lines, printed)):
            continue
        asked_then = _asked_then(piece.above, printed) if has_asked else None
        id = _id_of(piece.code, questions, asked_then)
        if id in filled.answers or {NEXT: filled.next, _DAY: filled.day}.get(id):
            raise RequestRefused(
                f"{piece.code} stands twice with words; put what belongs to it under one of them."
            )
        if id == NEXT:
            filled.next = words
        elif id == _DAY:
            filled.day = words
        else:
            filled.answers[id] = words
            filled.asked |= {id: asked_then} if asked_then else {}
    return filled


def _id_of(code: str, questions: Mapping[str, Question], asked_then: AskedThen | None) -> str:
    """What stands under a code: the id of a question, also of one taken out whose words the sheet has.

    Raises:
        RequestRefused: it is none.
    """
    if code in (NEXT, _DAY):
        return code
    if code in questions:
        return questions[code].id
    if asked_then and (own := re.fullmatch(r"(?:o|own-)(\d+)", code)):
        return f"own-{own[1]}"
    raise RequestRefused(
        f"{code} is no question of this sheet; `mentor checkin NAME` names them. Take its lines out, and the "
        "rest can be read."
    )


def _asked_then(above: Sequence[str], printed: frozenset[str]) -> AskedThen | None:
    """The words over an answer, where they are none that are asked today."""
    if not above or _plain(above[0]) in printed:
        return None
    return AskedThen(above[0], "".join(above[1:2]))


def _pieces(text: str, printed: frozenset[str]) -> Iterator[_Piece]:
    """Each code with the lines that follow it."""
    piece, above = _Piece("", [], []), list[str]()
    for line in _unquoted(text.split("\n")):
        if mark := _NOT_SAID.match(line):
            above.append(line[mark.end() :].strip())
        elif begins := _BEGINS.match(line):
            if piece.code:
                yield piece
            piece = _Piece(begins["code"].lower().replace(" ", ""), above, [line[begins.end() :]])
            above = []
        elif above and line.strip() and _goes_on(f"{above[-1]} {line}", printed):
            above[-1] += f" {line.strip()}"
        else:
            above = []
            if piece.code:
                piece.lines.append(line)
            else:
                _refuse_words(line)
    if piece.code:
        yield piece


def _refuse_words(line: str) -> None:
    if not _RULED.match(line):
        raise RequestRefused(
            f"“{line.strip()[:40]}” stands before the first code. Begin each answer with the code of its "
            "question: 2a, o3, or next."
        )


def _unquoted(lines: Sequence[str]) -> Iterator[str]:
    """Lines of an answer to a letter: without the marks before what was quoted, where a code was."""
    bare = [_QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line for line in lines]
    is_letter = any(
        one != line and (_BEGINS.match(one) or _NOT_SAID.match(one))
        for one, line in zip(bare, lines, strict=True)
    )
    return iter(bare if is_letter else lines)


def _goes_on(words: str, printed: frozenset[str]) -> bool:
    """Whether these are the beginning of a line that was printed, broken in two on its way."""
    begun = _plain(words)
    return any(one.startswith(begun) for one in printed)


def _said(lines: Sequence[str], printed: frozenset[str]) -> str:
    """The words of an answer, without what was printed on the sheet."""
    kept, place = list[str](), 0
    while place < len(lines):
        size = next((n for n in (1, 2, 3) if _plain(" ".join(lines[place : place + n])) in printed), 0)
        if not size:
            kept.append("" if _RULED.match(lines[place]) else lines[place].strip().strip("_ "))
        place += size or 1
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _plain(words: str) -> str:
    return " ".join(fold(words).split())


def sheet_text(
    asked: Iterable[tuple[Question, str]], title: Callable[[str], str], next_theirs: str = ""
) -> str:
    """The same sheet to fill in with an editor and to be read back.

    Args:
        next_theirs: what they want next, asked in their language.
        asked: questions, each with its words in their language or "".
        title: what stands over the questions of a theme, by its short name.
    """
    lines, last = [f"# {_INTRO}", "day:"], None
    for question, theirs in asked:
        if question.theme != last:
            last = question.theme
            lines += ["", f"# {title(last)}"]
        in_theirs = [f"# {clean_line(theirs)}"] if theirs else []
        lines += ["", f"# {clean_line(question.words)}", *in_theirs, f"{code_of(question)}:"]
    in_theirs = [f"# {clean_line(next_theirs)}"] if next_theirs else []
    return "\n".join([*lines, "", f"# {NEXT_ASKED}", *in_theirs, f"{NEXT}:", ""])
