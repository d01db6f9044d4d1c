"""What is kept about a person themselves, line by line, and how they are reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from mentor_tui.channel_words import channel_rules
from store.records import Channel, Client, Episode
from store.rhythm import rhythm_words
from store.vocabulary import (
    AGE_BANDS,
    CHANNELS,
    HOW_MET,
    KIT,
    STATUSES,
    STAYING,
    SUPERVISION,
    WHOSE_PHONE,
    label,
)
from store.waiting.phrases import full_day, how_many
from store.when_echo import day_and_month


def facts(person: Client, today: date) -> tuple[tuple[str, str], ...]:
    """Each thing that is written down, by what it is called."""
    return tuple((name, words) for name, words in _facts(person, today) if words)


def _facts(person: Client, today: date) -> Iterator[tuple[str, str]]:
    stands = label(STATUSES, person.status)
    since = f", since {full_day(person.status_on, today)}" if person.status_on else ""
    yield "name to use", person.name
    yield "pronouns", person.pronouns
    yield "languages", person.languages + (", with an interpreter" if person.interpreter else "")
    yield "how we met", label(HOW_MET, person.how_met)
    yield "we met on", full_day(person.met_on, today) if person.met_on else ""
    yield "where it stands", stands + since
    for episode in person.episodes:
        yield "release", _release(episode, today)
    yield "supervision", label(SUPERVISION, person.supervision)
    yield "about how old", label(AGE_BANDS, person.age_band)
    yield "gender", person.gender
    for stay in person.stays:
        where = ": ".join(part for part in (label(STAYING, stay.where), stay.words) if part)
        yield "staying", f"{where}, since {full_day(stay.since, today)}" if stay.since else where
    yield "access", person.access_needs
    yield "caring for", person.caring
    yield "in touch", rhythm_words(person.rhythm) if person.rhythm else ""
    for each in person.days_that_matter:
        yield "a day that matters", f"{day_and_month(each.day, each.month)} {each.what}".strip()
    yield "naloxone kit", label(KIT, person.kit)
    yield "asked again whether it is kept", full_day(person.review_on, today) if person.review_on else ""


def reach_rows(person: Client, today: date) -> Iterator[tuple[str, str]]:
    """How to reach them, without anybody else's name or number."""
    if person.prefers:
        yield "what they like best", person.prefers
    if person.unavailable:
        yield "not there", person.unavailable
    if person.if_quiet:
        yield "if they go quiet", f"“{person.if_quiet}”"
    for channel in person.channels:
        yield label(CHANNELS, channel.how), channel_words(channel, today)


def channel_words(channel: Channel, today: date) -> str:
    """One way to reach them: the number, whose it is, and the rules; never who else may answer."""
    their_own = replace(channel, who_answers="", value="" if channel.how == "via" else channel.value)
    whose = label(WHOSE_PHONE, channel.whose)
    checked = f"asked {full_day(channel.checked_on, today)}" if channel.checked_on else ""
    parts = (their_own.value, whose, channel_rules(their_own), checked)
    return " · ".join(part for part in parts if part)


def _release(episode: Episode, today: date) -> str:
    if episode.on:
        at = f" at {episode.at:%H:%M}" if episode.at else ""
        on = full_day(episode.on, today) + at
    else:
        on = f"expected {full_day(episode.expected_on, today)}" if episode.expected_on else "day not known"
    place = f"from {episode.place}" if episode.place else ""
    supply = f"{how_many(episode.supply_days, 'day')} of medication" if episode.supply_days else ""
    back = f"back inside {full_day(episode.back_on, today)}" if episode.back_on else ""
    return ", ".join(part for part in (on, place, supply, back) if part)
