"""What is known about a person, field by field, in words; what was not asked is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mentor_tui.channel_words import channel_rules
from mentor_tui.keys import told
from store.curve import curve_words
from store.vocabulary import AGE_BANDS, CHANNELS, HOW_MET, KIT, STAYING, SUPERVISION, label
from store.when import short
from store.when_echo import day_and_month

if TYPE_CHECKING:
    from store.clock import Moment
    from store.records import Client


def about_fields(client: Client, moment: Moment) -> Iterator[tuple[str, str]]:
    """(name, words) of everything that says something, how to reach them first."""
    for name, words in (*_reaching(client), *_releases(client, moment), *_life(client, moment)):
        if words:
            yield name, words


def _reaching(client: Client) -> Iterator[tuple[str, str]]:
    yield "pronouns", client.pronouns
    yield "reaching them", client.prefers
    yield "if they go quiet", client.if_quiet
    yield "never contact", client.never_contact
    yield "unavailable", client.unavailable
    for channel in client.channels:
        # The number itself is behind `v`: the rules come first.
        yield label(CHANNELS, channel.how), channel_rules(channel) or told("{reveal} shows it")
    for one in client.confidants:
        yield "may talk to", ", ".join(part for part in (one.name, one.relation, one.about) if part)


def _releases(client: Client, moment: Moment) -> Iterator[tuple[str, str]]:
    for episode in reversed(client.episodes):
        if episode.on:
            words = f"out {short(episode.on, moment)}"
            words += f", back inside {short(episode.back_on, moment)}" if episode.back_on else ""
        elif episode.expected_on:
            words = f"expected {short(episode.expected_on, moment)}"
        else:
            words = "day not known"
        words += "; the day has moved" if episode.certainty == "changed" and not episode.on else ""
        yield "release", words + (f", from {episode.place}" if episode.place else "")
    if client.curve is not None and not client.rhythm:
        yield "after a release", curve_words(client.curve)


def _life(client: Client, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "in their words", f"“{client.in_their_words}”" if client.in_their_words else ""
    yield "languages", client.languages + (", interpreter wanted" if client.interpreter else "")
    yield "how we met", label(HOW_MET, client.how_met)
    yield "supervision", label(SUPERVISION, client.supervision)
    yield "age", label(AGE_BANDS, client.age_band)
    yield "gender", client.gender
    for stay in reversed(client.stays):
        since = f", since {short(stay.since, moment)}" if stay.since else ""
        words = f" ({stay.words})" if stay.words else ""
        yield "staying", f"{label(STAYING, stay.where)}{words}{since}"
    yield "access needs", client.access_needs
    yield "caring for", client.caring
    for day in client.days_that_matter:
        yield "a day that matters", f"{day_and_month(day.day, day.month)}: {day.what}".rstrip(": ")
    yield "naloxone kit", label(KIT, client.kit)
    yield "beside them now", client.beside_them
    yield "about", client.about
