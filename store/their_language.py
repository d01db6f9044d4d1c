"""The questions of a check-in in a person's language: typed for them, or for somebody who speaks it too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.records import AskedAs, Client
from store.text import clean_line, fold

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.saved import Saved

_MOST_KNOWN_LANGUAGE = "english"
"""The language the questions are in: what somebody speaks besides it tells which translation they read."""
_WORD = re.compile(r"\w+")
AskedKey = tuple[str, str]


def asked_key(question_id: str, asked: str) -> AskedKey:
    """What makes it the same question: worded otherwise, or another's under the same id, it is another."""
    return question_id, " ".join(fold(asked).split())


def with_asked_as(client: Client, asked_as: Iterable[AskedAs]) -> Client:
    """A person with these questions in their language; one whose words are "" has none any more.

    Each stands on one line, as a question does on a sheet.
    """
    theirs = {asked_key(each.question_id, each.asked): each for each in client.asked_as}
    for each in asked_as:
        theirs.pop((each.question_id, ""), None)
        theirs[asked_key(each.question_id, each.asked)] = replace(each, words=clean_line(each.words))
    return replace(client, asked_as=tuple(each for each in theirs.values() if each.words))


def in_their_language(client: Client, questions: Mapping[str, str]) -> dict[str, str]:
    """Words typed for them, by question; none for one that was worded otherwise since.

    Args:
        questions: how each is asked today, by its id.
    """
    return {each.question_id: each.words for each in client.asked_as if _is_of(each, questions)}


def _is_of(one: AskedAs, questions: Mapping[str, str]) -> bool:
    """Whether it puts the question as it is asked today."""
    id, asked = one.question_id, questions.get(one.question_id)
    return asked is not None and (not one.asked or asked_key(id, one.asked) == asked_key(id, asked))


def keep_asked_as(caseload: Caseload, client: Client, asked_as: Iterable[AskedAs]) -> Saved:
    """Keep questions in their language, outside of a check-in."""
    label = f"questions in their language, {client.name}"
    return caseload.change(client, with_asked_as(client, asked_as), label)


def translations_offered(caseload: Caseload, client: Client, questions: Mapping[str, str]) -> dict[str, str]:
    """Words typed for others who speak no language but theirs, by question; whose they were is not told.

    Of several the one typed for whoever is newest in the record; none that calls somebody by name.

    Args:
        questions: how each is asked today, by its id.
    """
    speaks = other_languages(client)
    offered: dict[str, str] = {}
    for other in caseload.all(Client):
        if (
            other.asked_as
            and other.id != client.id
            and (theirs := other_languages(other))
            and theirs <= speaks
        ):
            typed = in_their_language(other, questions)
            offered |= {id: words for id, words in typed.items() if not _calls(words, other.name)}
    return offered


def _calls(words: str, name: str) -> bool:
    """Whether the name, or its first word, stands in the words."""
    first = _WORD.findall(fold(name))[:1]
    return bool(first) and first[0] in _WORD.findall(fold(words))


def other_languages(client: Client) -> frozenset[str]:
    """What they speak besides the questions' own, folded: "Tigrinya, some English" is {"tigrinya"}."""
    words = fold(client.languages).replace(" and ", ",").replace(";", ",").replace("/", ",").replace("·", ",")
    parts = (part.strip().removeprefix("some ").removeprefix("a little ") for part in words.split(","))
    return frozenset(part for part in parts if part and part != _MOST_KNOWN_LANGUAGE)
