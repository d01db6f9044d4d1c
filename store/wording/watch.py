"""Hints as this mentor wants them: her own words, and the names that are in the record already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.records import Client, HintWord, Service
from store.wording.hints import Hint, hints_in
from store.wording.lists import Book
from store.wording.own_words import is_off, own_book

if TYPE_CHECKING:
    from store.caseload_reads import CaseloadReads


@dataclass(frozen=True, slots=True)
class Watch:
    """What is known when somebody begins to write; read once for a line or a form."""

    people: frozenset[str]
    known: frozenset[str]
    kept: tuple[HintWord, ...]
    own: Book

    @classmethod
    def of(cls, caseload: CaseloadReads) -> Watch:
        """As the record stands."""
        kept = caseload.all(HintWord)
        clients = caseload.all(Client)
        names = frozenset(client.name for client in clients)
        return cls(names, frozenset(_known(clients, caseload.all(Service))), kept, own_book(kept))

    def hints(self, text: str) -> tuple[Hint, ...]:
        """Every hint for a text that she has not switched off."""
        off = [one for one in self.kept if one.is_off]
        return hints_in(
            text, people=self.people, known=self.known, own=self.own, is_off=lambda words: is_off(words, off)
        )


def _known(clients: tuple[Client, ...], services: tuple[Service, ...]) -> Iterator[str]:
    """Names the record has already, of others than the people themselves."""
    for client in clients:
        yield client.beside_them
        yield from (one.name for one in client.confidants)
    for service in services:
        yield from (service.name, service.person)
