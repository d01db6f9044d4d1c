"""Keeping a check-in: with its talk and what came of it, in one act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import RequestRefused
from store.noting import Written, write_contact
from store.records import Appointment, AskedAs, CheckIn, Client, Contact, Promise, Record
from store.saved import Saved
from store.shelf import TABLE_OF, difference, fields_of, record_from
from store.standing import has_died
from store.their_language import with_asked_as
from store.two_way import is_two_way
from store.whose import refuse_gone

if TYPE_CHECKING:
    from store.act import Act
    from store.caseload import Caseload

NOTHING_SAID = "Nothing is written in it yet. One answer is enough, or what they want next."


def talk_of(caseload: Caseload, client_id: int, day: date) -> Contact | None:
    """The talk with them that is written for that day already, the newest; None where there is none."""
    of_that_day = (each for each in caseload.contacts_between(day, day) if client_id in each.client_ids)
    return max(filter(is_two_way, of_that_day), key=_late_in_the_day, default=None)


def new_talk(caseload: Caseload, client_id: int, day: date, mode: str = "in-person") -> Contact:
    """The talk a check-in was part of, where none is written yet: a sit-down talk, not yet saved."""
    moment = caseload.clock.now()
    return Contact(
        client_ids=(client_id,),
        on=day,
        at=moment.at if day == moment.day else None,
        zone=moment.zone,
        mode=mode,
        kind="talk",
        outcome="met" if mode in ("", "in-person", "gate", "driving") else "talked",
    )


def record_check_in(
    caseload: Caseload,
    check_in: CheckIn,
    talk: Contact | None = None,
    *,
    asked_as: Sequence[AskedAs] = (),
    also: Sequence[Record] = (),
    begun: Sequence[Record] = (),
) -> Saved:
    """Keep a check-in, its talk and what came of it, in one act with one undo.

    Args:
        talk: from `talk_of` (linked) or `new_talk` (added, and it closes their due touches as any note of a
            talk does); None where it was no talk of its own.
        asked_as: questions whose words in their language were typed with it; "" takes those of one away.
        also: what they want next as records (`store.check_in_next`).
        begun: promises and plans that were kept of it before; they are part of its talk from now on.

    Returns:
        The check-in first among its records.

    Raises:
        RequestRefused: nothing was said, exactly this is kept already, or it is of a day after they died.
        NotFound: the person was taken out meanwhile.
    """
    moment = caseload.clock.now()
    label = f"check-in, {caseload.get(Client, check_in.client_id).name}"
    with caseload.folder.act(label) as act:
        refuse_gone(act, (check_in.client_id,))
        client = record_from(Client, check_in.client_id, act.get("clients", check_in.client_id) or {})
        check_in = to_be_kept(client, check_in, also, moment.day)
        _refuse_twice(caseload, check_in)
        written = Written([], [])
        talk_id = _talk_in(act, caseload, talk, written)
        came_of_it = (_with_talk(record, talk_id) for record in also)
        kept = [_insert(act, one) for one in (replace(check_in, contact_id=talk_id), *came_of_it)]
        written.made[:] = [kept[0], *written.made, *kept[1:]]
        _join_talk(act, begun, talk_id)
        if asked_as:
            _write_asked_as(act, caseload.get(Client, check_in.client_id), asked_as)
    made = tuple(caseload.get(kind, id) for kind, id in written.made)
    closed = tuple(caseload.get(kind, id) for kind, id in written.closed)
    return Saved(act.number, label, moment.at, made + closed, closed)


def to_be_kept(client: Client, check_in: CheckIn, also: Sequence[Record], today: date) -> CheckIn:
    """Without the questions nobody answered.

    What somebody said before they died can still be written down; nothing is asked or begun after it.

    Raises:
        RequestRefused: nothing is left, it is of a day after they died, or something is to come of it then.
    """
    answers = tuple(each for each in check_in.answers if each.words.strip())
    if not answers and not check_in.next.strip():
        raise RequestRefused(NOTHING_SAID)
    if has_died(client):
        _refuse_after_death(client, check_in, also, today)
    return replace(check_in, answers=answers)


def _refuse_after_death(client: Client, check_in: CheckIn, also: Sequence[Record], today: date) -> None:
    last = client.status_on or today - timedelta(days=1)
    if check_in.on is None or check_in.on > last:
        raise RequestRefused(
            f"{client.name} died. What was said before can still be written down, with the day it was said; "
            "nothing was saved."
        )
    if also:
        raise RequestRefused(
            f"{client.name} died; nothing is promised or planned any more. Nothing was saved."
        )


def _refuse_twice(caseload: Caseload, check_in: CheckIn) -> None:
    """The same sheet typed in twice would stand beside itself.

    Raises:
        RequestRefused: exactly this is kept for that day.
    """
    said = (check_in.on, check_in.answers, check_in.next)
    for one in caseload.of(CheckIn, check_in.client_id):
        if (one.on, one.answers, one.next) == said:
            raise RequestRefused("Exactly this is kept for that day already; nothing was saved again.")


def _talk_in(act: Act, caseload: Caseload, talk: Contact | None, written: Written) -> int | None:
    """The number of the talk: of one that is there, or of one added now; None where it went meanwhile."""
    if talk is None:
        return None
    if talk.id:
        return talk.id if act.get("contacts", talk.id) else None
    return write_contact(act, caseload, talk, written)


def _insert(act: Act, record: Record) -> tuple[type[Record], int]:
    table = TABLE_OF[type(record)]
    return type(record), act.insert(table, fields_of(record))


def _with_talk(record: Record, talk_id: int | None) -> Record:
    if isinstance(record, Promise | Appointment) and record.contact_id is None:
        return replace(record, contact_id=talk_id)
    return record


def _join_talk(act: Act, begun: Iterable[Record], talk_id: int | None) -> None:
    for record in begun:
        there = act.get(TABLE_OF[type(record)], record.id)
        if there is not None and _with_talk(record, talk_id) != record and there.get("contact_id") is None:
            act.update(TABLE_OF[type(record)], record.id, {"contact_id": talk_id})


def _write_asked_as(act: Act, client: Client, asked_as: Sequence[AskedAs]) -> None:
    fields, dropped = difference(client, with_asked_as(client, asked_as))
    if fields or dropped:
        act.update(TABLE_OF[Client], client.id, fields, drop=dropped)


def _late_in_the_day(contact: Contact) -> tuple[float, int]:
    return (contact.at.timestamp() if contact.at else 0.0, contact.id)
