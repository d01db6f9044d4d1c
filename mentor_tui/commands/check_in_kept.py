"""Keeping a check-in from the shell: words given with options, or typed back from a sheet."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.check_in_page import NO_TALK
from mentor_tui.commands.check_in_lines import wrapped
from mentor_tui.commands.printing import put, put_json, say_saved
from mentor_tui.commands.shapes import client_shape, record_shape, saved_shape
from store.check_in_next import as_goal, as_plan, as_promise
from store.check_in_sheet import Filled, code_of, read_sheet
from store.check_ins import answer_to, next_to_ask
from store.check_ins_kept import new_talk, record_check_in, talk_of, to_be_kept
from store.errors import RequestRefused
from store.records import Answer, AskedAs, CheckIn
from store.standing import has_died
from store.text import clean_line, clean_lines
from store.their_language import keep_asked_as
from store.vocabulary import MODES, code_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from store.caseload import Caseload
    from store.check_ins import Asking
    from store.records import Client, Contact, Record

_NOTHING_KEPT = "Nothing is kept yet."
_MOST_BYTES = 1_048_576


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line said."""

    answers: Sequence[str]
    """Each "2a=Mornings."."""
    next: str
    file: Path | None
    on: str
    how: str
    theirs: Sequence[str]
    goal: bool
    promise: bool
    plan: str

    @property
    def says_something(self) -> bool:
        """Whether there are words to keep."""
        return bool(self.answers or self.next or self.file or self.theirs or self.comes_of_it)

    @property
    def comes_of_it(self) -> bool:
        """Whether what they want next is to be a record of its own."""
        return self.goal or self.promise or bool(self.plan)


def keep(
    caseload: Caseload, client: Client, asked: Sequence[Asking], given: Given, *, dry_run: bool, json: bool
) -> None:
    """Keep what was said; with `dry_run` say how it is read."""
    if has_died(client) and given.theirs:
        raise RequestRefused(f"{client.name} died. What was said stays; nothing is asked any more.")
    next_asked = next_to_ask(caseload, client)
    theirs = _pairs(given.theirs, (*asked, next_asked), or_offered=True)
    asked_as = tuple(
        AskedAs(question_id=each.question.id, words=clean_line(words), asked=each.question.words)
        for each, words in theirs
    )
    filled = _filled(given, asked, next_asked)
    if not (filled.answers or filled.next) and not given.comes_of_it and asked_as:
        _keep_their_language(caseload, client, asked_as, dry_run=dry_run, json=json)
        return
    check_in = _check_in(caseload, client, asked, asked_as, filled, given)
    also = tuple(_comes_of(caseload, check_in, given))
    check_in = to_be_kept(client, check_in, also, caseload.clock.now().day)
    talk = _talk(caseload, client, given.how, check_in.on)
    if dry_run:
        _say_how_it_is_read(client, check_in, json)
        return
    saved = record_check_in(caseload, check_in, talk, asked_as=asked_as, also=also)
    if json:
        put_json(saved_shape(saved))
        return
    for line in _lines(client, check_in):
        put(line)
    say_saved(saved, caseload.clock.now())


def _keep_their_language(
    caseload: Caseload, client: Client, asked_as: Sequence[AskedAs], *, dry_run: bool, json: bool
) -> None:
    if dry_run:
        if json:
            shown = [record_shape(each) for each in asked_as]
            put_json({"client": client_shape(client), "asked_as": shown})
            return
        for line in (f"{client.name}, in their language", *(f"  {each.words}" for each in asked_as)):
            put(line)
        put(_NOTHING_KEPT)
        return
    saved = keep_asked_as(caseload, client, asked_as)
    if json:
        put_json(saved_shape(saved))
        return
    put(f"{client.name}: kept in their language.")
    say_saved(saved, caseload.clock.now())


def _check_in(
    caseload: Caseload,
    client: Client,
    asked: Sequence[Asking],
    asked_as: Sequence[AskedAs],
    filled: Filled,
    given: Given,
) -> CheckIn:
    typed = {each.question_id: each.words for each in asked_as}
    now = {each.question.id: answer_to(each, "", typed.get(each.question.id, each.theirs)) for each in asked}
    then = {
        id: Answer(question_id=id, asked=one.words, asked_theirs=one.theirs)
        for id, one in filled.asked.items()
    }
    answers = tuple(
        replace(answer, words=filled.answers[id])
        for id, answer in (now | then).items()
        if id in filled.answers
    )
    days = {caseload.read_when(each, past=True).day for each in (given.on, filled.day) if each}
    if len(days) > 1:
        raise RequestRefused("The sheet has a day, and --on says another; say it once.")
    on = next(iter(days), caseload.clock.now().day)
    if given.comes_of_it and not filled.next:
        raise RequestRefused('Say with --next "..." what they want next; that is what is kept with it.')
    return CheckIn(client_id=client.id, on=on, answers=answers, next=filled.next)


def _filled(given: Given, asked: Sequence[Asking], next_asked: Asking) -> Filled:
    """The sheet, and beside it what the options say.

    Raises:
        RequestRefused: something is said in both.
    """
    filled = Filled()
    if given.file is not None:
        theirs = (each.theirs for each in (*asked, next_asked) if each.theirs)
        filled = read_sheet(_text(given.file), [each.question for each in asked], theirs)
    for each, words in _pairs(given.answers, asked):
        if each.question.id in filled.answers:
            raise RequestRefused(f"{code_of(each.question)} is answered twice; say it once.")
        filled.answers[each.question.id] = words
    wants_next = clean_lines(given.next).strip()
    if wants_next and filled.next:
        raise RequestRefused("What they want next stands on the sheet, and in --next; say it once.")
    filled.next = wants_next or filled.next
    return filled


def _pairs(
    given: Iterable[str], asked: Sequence[Asking], *, or_offered: bool = False
) -> Iterator[tuple[Asking, str]]:
    """Each "code=words" with the question it is about.

    Args:
        or_offered: a code alone stands for the words typed for somebody else who speaks it too.
    """
    known = {name: each for each in asked for name in (code_of(each.question), each.question.id)}
    for one in given:
        code, sign, words = one.partition("=")
        found = known.get(code.strip().lower())
        if found is not None and or_offered and not sign and found.offered:
            yield found, found.offered
            continue
        if not sign:
            raise RequestRefused(
                f'Put a code and = before the words, like 2a="Mornings."; {one[:30]!r} has none.'
            )
        if found is None:
            raise RequestRefused(f"{code.strip()} is no question; `mentor checkin NAME` names them.")
        yield found, clean_lines(words).strip()


def _text(file: Path) -> str:
    from mentor_tui.exchange.reading import decoded, read_plain

    if str(file) == "-":
        came = sys.stdin.buffer.read(_MOST_BYTES + 1) if sys.stdin else b""
        if len(came) > _MOST_BYTES:
            raise RequestRefused("What came in is too long for a sheet; nothing was kept.")
        return decoded(came, "What came in")
    return decoded(read_plain(file, _MOST_BYTES), clean_line(file.name))


def _talk(caseload: Caseload, client: Client, how: str, day: date | None) -> Contact | None:
    """The talk that is there that day, or a new one; None where it was none.

    Raises:
        RequestRefused: it is no way to talk.
    """
    if how.strip().lower() == NO_TALK or day is None:
        return None
    mode = code_named(MODES, how)
    if not mode:
        there = ", ".join(term.code for term in MODES)
        raise RequestRefused(f"{how!r} is no way to talk. There are: {there}; or {NO_TALK}.")
    return talk_of(caseload, client.id, day) or new_talk(caseload, client.id, day, mode)


def _comes_of(caseload: Caseload, check_in: CheckIn, given: Given) -> Iterator[Record]:
    if given.goal:
        yield as_goal(check_in)
    if given.promise:
        yield as_promise(check_in)
    if given.plan:
        when = caseload.read_when(given.plan)
        yield as_plan(check_in, when.day, at=when.at, zone=caseload.clock.now().zone)


def _say_how_it_is_read(client: Client, check_in: CheckIn, json: bool) -> None:
    if json:
        put_json({"client": client_shape(client), "check_in": record_shape(check_in)})
        return
    for line in _lines(client, check_in):
        put(line)
    put(_NOTHING_KEPT)


def _lines(client: Client, check_in: CheckIn) -> Iterator[str]:
    yield f"{client.name} · check-in {check_in.on}"
    for answer in check_in.answers:
        yield from wrapped("  ", answer.asked)
        yield from wrapped("    ", f"“{answer.words}”")
    if check_in.next:
        yield "  what they want next"
        yield from wrapped("    ", f"“{check_in.next}”")
