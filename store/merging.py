"""Two people who are one, and records that were filed with the wrong person: each is one act, one undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from store.errors import NotFound, RequestRefused
from store.one_person import joined
from store.records import (
    Appointment,
    CheckIn,
    Client,
    Consent,
    Contact,
    EndConversation,
    Goal,
    Promise,
    Record,
    Referral,
)
from store.saved import Saved
from store.shelf import TABLE_OF, difference, fields_of, record_from
from store.text import clean_line
from store.their_language import other_languages, with_asked_as
from store.whose import people_of, refuse_gone

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.folder import Act

MAY_MOVE = (Contact, Appointment, Promise, Goal, Referral, Consent, EndConversation, CheckIn)
"""What can be filed with another person."""
_BORN_OF_IT = ("appointments", "promises", "check_ins")


def merge(caseload: Caseload, keep: Client, other: Client, status: str = "") -> Saved:
    """Make two people one: everything of `other` goes to `keep`.

    Args:
        status: where the mentor stands with the one person; "" leaves it as it is with `keep`.

    Raises:
        RequestRefused: they are one already.
        NotFound: one of them was taken out meanwhile.
    """
    if keep.id == other.id:
        raise RequestRefused(f"{keep.name} is one person already; name two.")
    moment = caseload.clock.now()
    label = f"two records made one, {keep.name}"
    with caseload.folder.act(label) as act:
        refuse_gone(act, (keep.id, other.id))
        # Read inside the lock: another process may have written about either.
        keep, other = (_client(act, one) for one in (keep.id, other.id))
        _refuse_third(status, keep, other)
        fields, dropped = difference(keep, joined(keep, other, status))
        act.update("clients", keep.id, _unknown(act, keep.id, other.id) | fields, drop=dropped)
        for table, id, document in tuple(_naming(caseload, other.id)):
            act.update(table, id, _renamed(document, other.id, keep.id))
        act.remove("clients", other.id)
    return Saved(act.number, label, moment.at, (caseload.get(Client, keep.id),))


def filed_with(caseload: Caseload, record: Record) -> Record:
    """What a record belongs to: of a check-in its talk, while that is there; of any other itself."""
    if not isinstance(record, CheckIn) or record.contact_id is None:
        return record
    try:
        return caseload.get(Contact, record.contact_id)
    except NotFound:
        return record


def refile(caseload: Caseload, records: Sequence[Record], of: Client, to: Client | str) -> Saved:
    """File records with another person. A note takes along the plans and promises that were made of it.

    Args:
        of: with whom they are filed now.
        to: the person, or the name of a new one, whom they belong to.

    Raises:
        RequestRefused: nothing to file, the same person, or not among the records of `of`.
        NotFound: a record or a person was taken out meanwhile.
    """
    _refuse_unlike(records, of, to)
    moment = caseload.clock.now()
    name = to if isinstance(to, str) else to.name
    label = f"{_how_many(records)} to {name}, from {of.name}"
    with caseload.folder.act(label) as act:
        refuse_gone(act, (of.id,) if isinstance(to, str) else (of.id, to.id))
        whom = _newcomer(act, to, moment.day) if isinstance(to, str) else to.id
        moving = _moving(caseload, act, records, of.id)
        for table, id in moving:
            act.update(table, id, _renamed(act.get(table, id) or {}, of.id, whom))
        _file_their_language(caseload, act, moving, of.id, whom)
    kinds = {table: kind for kind, table in TABLE_OF.items()}
    moved = tuple(caseload.get(kinds[table], id) for table, id in moving)
    new = (caseload.get(Client, whom),) if isinstance(to, str) else ()
    return Saved(act.number, label, moment.at, (*new, *moved))


def _refuse_third(status: str, keep: Client, other: Client) -> None:
    if status not in ("", keep.status, other.status):
        raise RequestRefused("Where you stand is as it was with one of the two; change it afterwards.")


def _refuse_unlike(records: Sequence[Record], of: Client, to: Client | str) -> None:
    if not records:
        raise RequestRefused("Say which: a note, a plan, a promise. Nothing was changed.")
    if isinstance(to, Client) and to.id == of.id:
        raise RequestRefused(f"They are filed with {of.name} already.")
    for record in records:
        if not isinstance(record, MAY_MOVE) or of.id not in people_of(record):
            raise RequestRefused(f"Number {record.id} is not among the records of {of.name}.")


def _moving(caseload: Caseload, act: Act, records: Sequence[Record], of: int) -> dict[tuple[str, int], None]:
    """Table and number of all that goes: the records, what was made of a note, all days of a series."""
    going: dict[tuple[str, int], None] = {}
    for record in records:
        place = (TABLE_OF[type(record)], record.id)
        if act.get(*place) is None:
            raise NotFound("One of them was taken out meanwhile; nothing was saved.")
        going[place] = None
        if isinstance(record, Contact):
            going |= dict.fromkeys(_made_of(caseload, record.id, of))
    for table, id in tuple(going):
        if table == "check_ins":
            going |= dict.fromkeys(_goals_of(caseload, caseload.get(CheckIn, id), of))
    plans = caseload.folder.caseload.documents("appointments")
    series = {plans[id].get("series") for table, id in going if table == "appointments"} - {None, ""}
    return going | {("appointments", id): None for id, one in plans.items() if one.get("series") in series}


def _made_of(caseload: Caseload, contact: int, of: int) -> Iterator[tuple[str, int]]:
    for table in _BORN_OF_IT:
        for id, document in caseload.folder.caseload.documents(table).items():
            if document.get("contact_id") == contact and document.get("client_id") == of:
                yield table, id


def _goals_of(caseload: Caseload, check_in: CheckIn, of: int) -> Iterator[tuple[str, int]]:
    """Goals that were written down of it: in these words, named on its day."""
    words = {clean_line(said) for said in (check_in.next, *(each.words for each in check_in.answers))} - {""}
    for goal in caseload.goals_of(of):
        if clean_line(goal.words) in words and goal.named_on == check_in.on:
            yield "goals", goal.id


def _file_their_language(
    caseload: Caseload, act: Act, moved: Iterable[tuple[str, int]], of: int, to: int
) -> None:
    """Questions go along in the words they were asked in, where the first speaks no language but ours.

    Whoever does may have had them before: then they stay, and so does what is asked of them in another talk.
    """
    going = {id for table, id in moved if table == "check_ins"}
    first, second = _client(act, of), _client(act, to)
    if not going or other_languages(first):
        return
    staying = {asked for each in caseload.of(CheckIn, of) if each.id not in going for asked in _asked(each)}
    asked = {one for id in going for one in _asked(caseload.get(CheckIn, id))} - staying
    along = [each for each in first.asked_as if (each.question_id, each.words) in asked]
    for person, change in (
        (first, [replace(each, words="") for each in along]),
        (second, [each for each in along if each.question_id not in _known(second)]),
    ):
        fields, dropped = difference(person, with_asked_as(person, change))
        if fields or dropped:
            act.update("clients", person.id, fields, drop=dropped)


def _asked(check_in: CheckIn) -> set[tuple[str, str]]:
    """Which questions were put in their language, and how."""
    return {(each.question_id, each.asked_theirs) for each in check_in.answers if each.asked_theirs}


def _known(client: Client) -> set[str]:
    return {each.question_id for each in client.asked_as}


def _naming(caseload: Caseload, person: int) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Every document of the record that names somebody, whatever table it is in."""
    book = caseload.folder.caseload
    for table in sorted(book.ledger.tables()):
        for id, document in book.documents(table).items():
            if document.get("client_id") == person or person in (document.get("client_ids") or ()):
                yield table, id, document


def _renamed(document: Mapping[str, Any], was: int, now: int) -> dict[str, Any]:
    """The fields of a document that named one person, with the other in their place, and once."""
    fields: dict[str, Any] = {}
    if document.get("client_id") == was:
        fields["client_id"] = now
    if was in (document.get("client_ids") or ()):
        people = (now if one == was else one for one in document["client_ids"])
        fields["client_ids"] = list(dict.fromkeys(people))
    return fields


def _client(act: Act, id: int) -> Client:
    return record_from(Client, id, act.get("clients", id) or {})


def _unknown(act: Act, keep: int, other: int) -> dict[str, Any]:
    """Fields of a newer version, or of another program, that only the record which goes has."""
    mine, theirs = act.get("clients", keep) or {}, act.get("clients", other) or {}
    return {
        name: value
        for name, value in theirs.items()
        if name not in mine and name not in Client.__struct_fields__
    }


def _newcomer(act: Act, name: str, day: Any) -> int:
    from store.person_name import person_name

    called = person_name(name, "A person needs a name; an alias is fine.")
    return act.insert("clients", fields_of(Client(name=called, met_on=day, status_on=day)))


def _how_many(records: Sequence[Record]) -> str:
    from store.act_words import called

    kinds = {called(record) for record in records}
    what = kinds.pop() if len(kinds) == 1 else "record"
    return what if len(records) == 1 else f"{len(records)} {what}s"
