"""A check-in on paper or in a text file: a short code for each question, and reading back what was written.

The codes stay what they are when questions are added or worded otherwise, so that a sheet printed last year
can still be typed back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from store.check_ins import NEXT, NEXT_ASKED
from store.errors import RequestRefused
from store.principles import Question, themes
from store.text import clean_lines, fold

_DAY = "day"
_OWN = re.compile(r"own-(\d+)$")
_SUFFIX = re.compile(r"-with-([a-z])$")
# Only at the very beginning of a line, and a word of every day only with a mark after it: an answer may go on
# with "next week".
_BEGINS = re.compile(
    r"(?P<code>\d[a-z]|o\d+|own-\d+|[a-z]+-with-[a-z]|next(?=[.):])|day(?=[.):]))(?:[.):]\s*|\s+|$)",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(r"#(?:\s|$)")
_RULED = re.compile(r"[\s_.…-]*$")


@dataclass
class Filled:
    """What was written on a sheet."""

    answers: dict[str, str] = field(default_factory=dict)
    """Their words by the question's id, in the order written; what was left empty is not here."""
    next: str = ""
    day: str = ""
    """The day as it was typed; "" where none was."""


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
    stand after its code.

    Args:
        asked: the questions it may hold, those set aside too: an older sheet may have them.
        also_asked: their words in other languages.

    Raises:
        RequestRefused: words stand before the first code, a code is none of these, or one stands twice.
    """
    known = {code: each.id for each in asked for code in (code_of(each).lower(), each.id.lower())}
    printed = frozenset(map(_plain, (*(each.words for each in asked), NEXT_ASKED, *also_asked)))
    filled = Filled()
    for code, lines in _pieces(text):
        words = _said(lines, printed)
        if code == NEXT:
            filled.next = words
        elif code == _DAY:
            filled.day = words
        elif code not in known:
            raise RequestRefused(f"{code} is no question of this sheet; `mentor checkin NAME` names them.")
        elif words:
            if known[code] in filled.answers:
                raise RequestRefused(f"{code} stands twice with words; put both answers under one of them.")
            filled.answers[known[code]] = words
    return filled


def _pieces(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each code with the lines that follow it."""
    code, lines = "", list[str]()
    for line in clean_lines(text).split("\n"):
        if _NOT_SAID.match(line):
            continue
        if begins := _BEGINS.match(line):
            if code:
                yield code, lines
            code, lines = begins["code"].lower(), [line[begins.end() :]]
        elif code:
            lines.append(line)
        elif not _RULED.match(line):
            raise RequestRefused(
                f"“{line.strip()[:40]}” stands before the first code. Begin each answer with the code of its "
                "question: 2a, o3, or next."
            )
    if code:
        yield code, lines


def _said(lines: Iterable[str], printed: frozenset[str]) -> str:
    """The words of an answer, without what was printed on the sheet."""
    kept = (line.strip() for line in lines if _plain(line) not in printed)
    written = ["" if _RULED.match(line) else line.strip("_ ") for line in kept]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip()


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
    lines, last = ["# Beneath a code, what they said. What stays empty was not asked.", "day:"], None
    for question, theirs in asked:
        if question.theme != last:
            last = question.theme
            lines += ["", f"# {title(last)}"]
        lines += ["", f"# {question.words}", *([f"# {theirs}"] if theirs else []), f"{code_of(question)}:"]
    in_theirs = [f"# {next_theirs}"] if next_theirs else []
    return "\n".join([*lines, "", f"# {NEXT_ASKED}", *in_theirs, f"{NEXT}:", ""])
