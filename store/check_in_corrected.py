"""Correcting a check-in that is kept: only what was changed is written, over the record as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from store.check_ins_kept import NOTHING_SAID
from store.errors import NotFound, RequestRefused
from store.records import Answer, CheckIn, Client
from store.saved import Saved
from store.shelf import TABLE_OF, difference, record_from

if TYPE_CHECKING:
    from store.caseload import Caseload

_T = TypeVar("_T")
_MEANWHILE = (
    "{what} was changed elsewhere meanwhile, and here too; nothing was saved. Close this page, open the "
    "check-in again, and both can be read."
)


def correct_check_in(caseload: Caseload, seen: CheckIn, made: CheckIn) -> Saved:
    """Keep a correction; what another hand changed meanwhile stays.

    Args:
        seen: as it was when the correction was begun.
        made: the same with what was changed.

    Raises:
        RequestRefused: nothing is left of it, another hand changed the same words, or it was filed with
            somebody else.
        NotFound: it was taken out meanwhile.
    """
    moment, table = caseload.clock.now(), TABLE_OF[CheckIn]
    label = f"check-in corrected, {caseload.get(Client, seen.client_id).name}"
    with caseload.folder.act(label) as act:
        document = act.get(table, seen.id)
        if document is None:
            raise NotFound("This check-in was taken out meanwhile; nothing was saved.")
        now = record_from(CheckIn, seen.id, document)
        fields, dropped = difference(now, _over(seen, made, now, caseload))
        if fields or dropped:
            act.update(table, seen.id, fields, drop=dropped)
    return Saved(act.number, label, moment.at, (caseload.get(CheckIn, seen.id),))


def _over(seen: CheckIn, made: CheckIn, now: CheckIn, caseload: Caseload) -> CheckIn:
    """The record as it is now, with what differs between the other two."""
    if now.client_id != seen.client_id:
        whom = caseload.get(Client, now.client_id).name
        raise RequestRefused(f"It was filed with {whom} meanwhile; nothing was saved. Correct it there.")
    after = replace(
        now,
        on=_newer(seen.on, made.on, now.on, "Its day"),
        answers=_answers(seen, made, now),
        next=_newer(seen.next, made.next, now.next, "What they want next"),
        contact_id=_newer(seen.contact_id, made.contact_id, now.contact_id, "The talk it was part of"),
    )
    if not after.next.strip() and not any(each.words.strip() for each in after.answers):
        raise RequestRefused(NOTHING_SAID)
    return after


def _newer(seen: _T, made: _T, now: _T, what: str) -> _T:
    if made in (seen, now):
        return now
    if now != seen:
        raise RequestRefused(_MEANWHILE.format(what=what))
    return made


def _answers(seen: CheckIn, made: CheckIn, now: CheckIn) -> tuple[Answer, ...]:
    if now.answers == seen.answers:
        return made.answers
    was, here, there = map(_by_question, (seen, made, now))
    changed = [id for id in {**was, **here} if was.get(id) != here.get(id)]
    for id in changed:
        if there.get(id) not in (was.get(id), here.get(id)):
            asked = (here.get(id) or was[id]).asked
            raise RequestRefused(_MEANWHILE.format(what=f"What they said to “{asked}”"))
    kept = [here.get(id) if id in changed else answer for id, answer in there.items()]
    return tuple(each for each in (*kept, *(here.get(id) for id in changed if id not in there)) if each)


def _by_question(check_in: CheckIn) -> dict[str, Answer]:
    return {each.question_id: each for each in check_in.answers}
