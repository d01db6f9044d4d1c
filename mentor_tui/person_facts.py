"""What is known of a person who may be brought in, and what becomes of them; never a number itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from store.rhythm import rhythm_words
from store.vocabulary import AGE_BANDS, STATUSES, label
from store.when_echo import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentor_tui.exchange.people_in import PlannedPerson
    from store.clock import Moment
    from store.records import Client

_KNOWN_BY = {"name": "by that name", "number": "by a number", "export": "from the same record"}
_CALLED = {
    "call": ("number", "numbers"),
    "text": ("number to text", "numbers to text"),
    "email": ("email address", "email addresses"),
}


def person_facts(client: Client, moment: Moment) -> tuple[str, ...]:
    """Facts in the order they are read: "out Sat 21 Nov", "weekly", "2 numbers", "notes"."""
    return tuple(_facts(client, moment))


def outcome_words(row: PlannedPerson) -> str:
    """What becomes of somebody, in words; "" for one who is simply new."""
    known = f"{row.same_as} ({_KNOWN_BY[row.by]})" if row.same_as else ""
    return {
        "here": f"here already: {known}",
        "nothing-new": f"here already, nothing new: {known}",
        "filled": f"fills what is empty of {known}",
        "another": f"another one; here is {known}",
        "unclear": f"several are here: {known}",
        "not-chosen": "not chosen",
    }.get(row.outcome, "")


def _facts(client: Client, moment: Moment) -> Iterator[str]:
    for episode in client.episodes[-1:]:
        if episode.on:
            yield f"out {short(episode.on, moment)}"
        elif episode.expected_on:
            yield f"expected out {short(episode.expected_on, moment)}"
        else:
            yield "day of release not known"
    if client.status != "walking":
        yield label(STATUSES, client.status)
    if client.rhythm:
        yield rhythm_words(client.rhythm)
    if client.age_band:
        yield label(AGE_BANDS, client.age_band)
    for how, many in Counter(channel.how for channel in client.channels).items():
        one, more = _CALLED.get(how, ("way to reach them", "ways to reach them"))
        yield f"{many} {one if many == 1 else more}"
    if client.pronouns:
        yield client.pronouns
    if client.about:
        yield "notes"
