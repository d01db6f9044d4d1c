"""What is known of a person who is about to be brought in, in a line; never a number itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from store.rhythm import rhythm_words
from store.vocabulary import AGE_BANDS, STATUSES, label
from store.when_echo import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.clock import Moment
    from store.records import Client

_CALLED = {
    "call": ("number", "numbers"),
    "text": ("number to text", "numbers to text"),
    "email": ("email address", "email addresses"),
}


def person_facts(client: Client, moment: Moment) -> tuple[str, ...]:
    """Facts in the order they are read: "out Sat 21 Nov", "weekly", "2 numbers", "notes"."""
    return tuple(_facts(client, moment))


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
