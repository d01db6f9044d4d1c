"""What is said about an agreement, as acts: it is given, and it is taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.consents import ends_on, newest_on, refuse_too_long, standing
from store.errors import RequestRefused
from store.recipient_names import nearly, refuse_look_alike
from store.records import Client, Consent

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.saved import Saved


def with_its_end(consent: Consent) -> Consent:
    """A consent that was just given; one to share that names no end gets the usual one.

    Raises:
        RequestRefused: its end lies too far ahead, or before it was said.
    """
    if consent.state == "active" and consent.on and not (consent.expires_on or consent.expires_when):
        consent = replace(consent, expires_on=ends_on(consent.purpose, consent.on))
    refuse_too_long(consent)
    return consent


def give(caseload: Caseload, consent: Consent) -> Saved:
    """Keep that somebody agreed to something.

    Raises:
        RequestRefused: its end lies too far ahead, or before it was said; or letters of two alphabets are in
            the name it is shared with.
    """
    refuse_look_alike(consent.recipient)
    name = caseload.get(Client, consent.client_id).name
    return caseload.add(with_its_end(consent), f"agreement, {name}")


def again(consent: Consent, day: date) -> Consent:
    """The same said anew today, with the usual end."""
    fresh = replace(consent, id=0, uid="", written_at=None, on=day, expires_on=None, state="active")
    return with_its_end(fresh)


def refuse_unless_one_stands(caseload: Caseload, person: Client, purpose: str, recipient: str) -> None:
    """Refuse to take back what was never said to this recipient, where something else stands.

    Raises:
        RequestRefused: nothing is written of this name; the sentence names those that stand, the like first.
    """
    words, day = caseload.consents_of(person.id), caseload.clock.now().day
    if newest_on(words, purpose, recipient) is not None:
        return
    rows = (one for one in standing(words, day) if one.purpose == purpose)
    stands = [one.recipient for one in rows if one.recipient]
    # To share, a no to one whose name never came up is rare, and a name typed otherwise is not.
    found = nearly(recipient, stands) or (stands if purpose == "share" else ())
    if found:
        named = " and ".join(f"“{one}”" for one in found)
        ways = " or ".join(f'`--to "{one}"`' for one in found)
        raise RequestRefused(
            f"Nothing is agreed with “{recipient}”; what stands is with {named}. Nothing was changed. To "
            f"take that back: {ways}. To keep that {person.name} said no to “{recipient}”: `--no`."
        )


def take_back(caseload: Caseload, client_id: int, purpose: str, recipient: str = "") -> Saved:
    """Keep that somebody does not agree any more; or said no, where they never had agreed.

    It is a word of its own, so that what stood before it stays true of its day.
    """
    day = caseload.clock.now().day
    before = newest_on(caseload.consents_of(client_id), purpose, recipient)
    is_taken_back = before is not None and before.state == "active"
    word = Consent(
        client_id=client_id,
        purpose=purpose,
        recipient=before.recipient if before else recipient,
        information=before.information if before else "",
        for_what=before.for_what if before else "",
        on=max(day, before.on) if before and before.on else day,
        state="withdrawn" if is_taken_back else "declined",
    )
    done = "agreement taken back" if is_taken_back else "agreement, no"
    return caseload.add(word, f"{done}, {caseload.get(Client, client_id).name}")
