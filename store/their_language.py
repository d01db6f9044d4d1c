"""The questions of a check-in in a person's language: typed for them, or for somebody who speaks it too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.records import AskedAs, Client
from store.text import fold

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.saved import Saved

_MOST_KNOWN_LANGUAGE = "english"
"""The language the questions are in: what somebody speaks besides it tells which translation they read."""


def with_asked_as(client: Client, asked_as: Iterable[AskedAs]) -> Client:
    """A person with these questions in their language; one whose words are "" has none any more."""
    theirs = {each.question_id: each.words for each in client.asked_as}
    theirs |= {each.question_id: each.words.strip() for each in asked_as}
    kept = (AskedAs(question_id=id, words=words) for id, words in theirs.items() if words)
    return replace(client, asked_as=tuple(kept))


def keep_asked_as(caseload: Caseload, client: Client, asked_as: Iterable[AskedAs]) -> Saved:
    """Keep questions in their language, outside of a check-in."""
    label = f"questions in their language, {client.name}"
    return caseload.change(client, with_asked_as(client, asked_as), label)


def translations_offered(caseload: Caseload, client: Client) -> dict[str, str]:
    """Words typed for others who speak a language of theirs, by question; whose they were is not told.

    Of several the one typed for whoever is newest in the record.
    """
    speaks = other_languages(client)
    offered: dict[str, str] = {}
    for other in caseload.all(Client):
        if other.asked_as and other.id != client.id and speaks & other_languages(other):
            offered |= {each.question_id: each.words for each in other.asked_as}
    return offered


def other_languages(client: Client) -> frozenset[str]:
    """What they speak besides the questions' own, folded: "Tigrinya, some English" is {"tigrinya"}."""
    words = fold(client.languages).replace(" and ", ",").replace(";", ",").replace("/", ",").replace("·", ",")
    parts = (part.strip().removeprefix("some ").removeprefix("a little ") for part in words.split(","))
    return frozenset(part for part in parts if part and part != _MOST_KNOWN_LANGUAGE)
