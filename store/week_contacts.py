"""What the contacts of a week say: each in the sentence of what it was, trying and waiting among it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.records import Contact
from store.text import listed
from store.two_way import is_attempt, is_beside_them, is_in_person, is_note, is_two_way, is_work
from store.vocabulary import WRITTEN_MODES
from store.waiting.phrases import length
from store.week_words import Told, people_with_days, quoted

if TYPE_CHECKING:
    from store.period import Period
    from store.week import Reads

_SENTENCES = {
    "gate": "You were at the gate for {who}.",
    "with": "You were with {who}.",
    "celebrated": "There was something to celebrate with {who}.",
    "hard": "You were there in a hard moment: {who}.",
    "talked": "You talked on the phone with {who}.",
    "wrote": "Words went back and forth with {who}.",
    "along": "You went along with {who}.",
    "rides": "You drove with {who}.",
    "tried": "You tried to reach {who}.",
    "sent": "You sent a few words to {who}.",
    "missed": "You could not meet {who} in the end.",
    "behalf": "You did something on behalf of {who}.",
    "family": "You were in touch with family or a friend of {who}.",
    "through": "You reached out through somebody else to {who}.",
    "unsaid": "There was something with {who}; what came of it is not noted.",
}
"""In the order they are read."""
_TRIES = frozenset({"tried", "sent", "missed"})
_BESIDE = {"behalf": "behalf", "with-family": "family"}
_BY_KIND = {
    "gate-pickup": "gate",
    "along": "along",
    "ride": "rides",
    "crisis": "hard",
    "celebration": "celebrated",
}
_BY_MODE = {"gate": "gate", "driving": "rides", "phone": "talked", "video": "talked"}
_WORK_TOLD = 4
"""Of her own work so many are told in its words; a week of a coordinator would fill the page."""


def told_of_contacts(
    records: Reads, days: Period, names: dict[int, str], living: dict[int, str]
) -> Iterator[Told]:
    """Sentences of the contacts of these days.

    Args:
        names: everyone by number.
        living: those of whom tries are told.
    """
    found: dict[str, list[tuple[Contact, str]]] = {about: [] for about in _SENTENCES}
    contacts = [one for one in records.contacts_between(days.first, days.last) if not is_note(one)]
    for one in contacts:
        for about in abouts(one):
            found[about].append((one, _to_where(one, records) if about == "along" else ""))
    for about, sentence in _SENTENCES.items():
        if who := people_with_days(found[about], living if about in _TRIES else names):
            yield Told(about, sentence.format(who=who))
        if about == "through":
            yield from _own_work(contacts)
            yield from _time(contacts)


def abouts(contact: Contact) -> tuple[str, ...]:
    """The sentences an entry belongs in; whoever was met in one place is among those she was with."""
    if is_note(contact) or is_work(contact):
        return ()
    if contact.kind in _BESIDE:
        return (_BESIDE[contact.kind],)
    if is_attempt(contact):
        if contact.outcome.startswith("could-not"):
            return ("missed",)
        return ("sent",) if contact.outcome == "sent" or contact.mode in WRITTEN_MODES else ("tried",)
    if is_beside_them(contact):
        return ("through",)
    return _together(contact) if is_two_way(contact) else ("unsaid",)


def _together(contact: Contact) -> tuple[str, ...]:
    special = [_BY_KIND.get(contact.kind, "")]
    if "along" in contact.activities:
        special.append("along")
    if any(done.startswith("ride") for done in contact.activities):
        special.append("rides")
    how = "wrote" if contact.mode in WRITTEN_MODES else _BY_MODE.get(contact.mode, "")
    if is_in_person(contact):
        special += [how, "with"]
    elif not any(special):
        special.append(how or "with")
    return tuple(about for about in dict.fromkeys(special) if about)


def _to_where(contact: Contact, records: Reads) -> str:
    places = [name for id in contact.service_ids if (name := records.service_name(id))]
    return f" to {listed(places)}" if places else ""


def _own_work(contacts: list[Contact]) -> Iterator[Told]:
    work = [quoted(one.words) for one in contacts if is_work(one) and one.words.strip()]
    if work:
        more = " and more" if len(work) > _WORK_TOLD else ""
        yield Told("work", f"Work of your own: {listed(work[:_WORK_TOLD])}{more}.")


def _time(contacts: list[Contact]) -> Iterator[Told]:
    """What takes time and is seen by nobody: waiting with somebody, and the road."""
    going = sum(one.minutes or 0 for one in contacts if "along" in abouts(one))
    if going:
        yield Told("waiting", f"Going along took {length(going)}, offices and waiting rooms among it.")
    road = sum(one.travel_minutes or 0 for one in contacts)
    far = sum(one.km or 0 for one in contacts)
    parts = [length(road)] if road else []
    parts += [f"{far:.0f} km"] if far >= 1 else []
    if parts:
        yield Told("road", f"On the road: {listed(parts)}, as far as it is noted.")
