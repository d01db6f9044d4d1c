"""The sealed envelope: for whom it is, who is in it, and which copies of it were given away.

It is an age file to one public key. The key that opens it is made here, shown once and kept nowhere.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.consents import is_on, standing, standing_like
from store.errors import RequestRefused
from store.records import Client, Consent, Envelope, HandedOn
from store.standing import has_died
from store.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.caseload import Caseload
    from store.folder import DataFolder
    from store.saved import Saved

WHAT = "envelope"
"""What a line of what was handed on calls a copy of it."""
GONE = "somebody who is no longer in the record"
_TABLE = "envelopes"


def is_kept(folder: DataFolder) -> bool:
    """Whether there is one at all; costs nothing."""
    return bool(folder.caseload.documents(_TABLE))


def kept(caseload: Caseload) -> Envelope | None:
    """The envelope there is; None if there is none."""
    every = caseload.all(Envelope)
    return every[-1] if every else None


def needed(caseload: Caseload) -> Envelope:
    """The same.

    Raises:
        RequestRefused: there is none.
    """
    found = kept(caseload)
    if found is None:
        raise RequestRefused("There is no sealed envelope yet. `mentor envelope begin PEER` begins one.")
    return found


def new_card() -> tuple[str, str]:
    """A fresh key for the card, and its public half: "AGE-SECRET-KEY-1...", "age1..."."""
    from store.age_files import new_identity

    return new_identity()


def sealed(content: bytes, recipient: str) -> bytes:
    """An age file that only the card of this public key opens.

    Raises:
        RequestRefused: what is kept as the public key is none.
    """
    from store.age_files import NotOpened, Recipients

    try:
        return Recipients([recipient]).encrypt(content)
    except NotOpened:
        raise RequestRefused(
            "The key of the envelope cannot be read. `mentor envelope card` makes a new one."
        ) from None


def is_sealed(content: bytes) -> bool:
    """Whether these are the first bytes of an age file."""
    return content.startswith(b"age-encryption.org/v1")


def agreed(caseload: Caseload, peer: str, day: date) -> tuple[Consent, ...]:
    """What the people in it agreed to share with this peer, by name; nobody who died is among them."""
    said = (one for one in caseload.all(Consent) if is_on(one, "share", peer) and one.client_id)
    rows = standing(said, day)
    asked = {one.client_id for one in rows}
    people = {one.id: one for one in caseload.all(Client) if one.id in asked and not has_died(one)}
    inside = (one for one in rows if one.client_id in people)
    return tuple(sorted(inside, key=lambda one: (fold(people[one.client_id].name), one.client_id)))


def another_name(caseload: Caseload, peer: str, day: date) -> str:
    """A sentence where people agreed to share with a name like this one, and not this; else ""."""
    near = standing_like(caseload.all(Consent), "share", peer, day)
    named = " and ".join(f"“{one}”" for one in near)
    return f"“{peer}” is another name than {named}, with whom people agreed to share." if near else ""


def copies(caseload: Caseload) -> tuple[HandedOn, ...]:
    """The copies she gave away, one a place: the newest at each."""
    places: dict[str, HandedOn] = {}
    for one in caseload.all(HandedOn):
        if one.what == WHAT:
            places[fold(one.to.strip())] = one
    return tuple(places.values())


def copies_with(caseload: Caseload, client_id: int) -> tuple[HandedOn, ...]:
    """Those of them that hold this person's page."""
    return tuple(one for one in copies(caseload) if client_id in one.client_ids)


def still_with(caseload: Caseload, day: date) -> tuple[tuple[HandedOn, tuple[str, ...]], ...]:
    """Copies that hold people who do not agree to it any more, with their names.

    Somebody who is no longer in the record is called so.
    """
    given = copies(caseload)
    envelope = kept(caseload) if given else None
    inside = {one.client_id for one in agreed(caseload, envelope.peer, day)} if envelope else set[int]()
    found = ((one, _names(caseload, set(one.client_ids) - inside)) for one in given)
    return tuple((one, names) for one, names in found if names)


def give_copy(caseload: Caseload, where: str, people: Iterable[int]) -> Saved:
    """Keep that a copy lies somewhere, with whom in it."""
    given = HandedOn(on=caseload.clock.now().day, what=WHAT, to=where, client_ids=tuple(people))
    return caseload.add(given, "copy of the envelope given")


def copy_gone(caseload: Caseload, where: str) -> Saved:
    """Keep that the copy at a place is destroyed.

    Raises:
        RequestRefused: none is known there.
    """
    place = fold(where.strip())
    found = [one for one in caseload.all(HandedOn) if one.what == WHAT and fold(one.to.strip()) == place]
    if not found:
        known = ", ".join(f"“{one.to}”" for one in copies(caseload))
        raise RequestRefused(f"No copy is known there. Known: {known or 'none'}.")
    for earlier in found[:-1]:
        caseload.remove(earlier, "copy of the envelope destroyed")
    return caseload.remove(found[-1], "copy of the envelope destroyed")


def _names(caseload: Caseload, numbers: set[int]) -> tuple[str, ...]:
    every = caseload.folder.caseload.documents("clients")
    named = [caseload.get(Client, number).name for number in sorted(numbers) if number in every]
    return (*named, *([GONE] if len(named) < len(numbers) else []))
