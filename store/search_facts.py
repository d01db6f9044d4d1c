"""What a search is narrowed by, as bytes that no words hold: whose a record is, its kind, its need.

They stand behind the folded words of each record, so that looking for a fact is looking for a few letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# No UTF-8 text holds a byte above 0xF4, so facts are never mistaken for words.
_OPENS, _ENDS = b"\xfe", b"\xff"
_FIGURES = bytes(range(0xF8, 0xFE))

WHO, KIND, NEED = "w", "k", "n"
_KIND_FIELDS = ("mode", "kind", "outcome")


class Facts:
    """A number for each fact there is, and how it is written."""

    def __init__(self) -> None:
        self._written: dict[str, bytes] = {}

    def of(self, table: str, id: int, document: Mapping[str, Any]) -> bytes:
        """All facts of one record, each a word of its own."""
        return b"".join(b" " + self._token(fact) for fact in _facts(table, id, document))

    def known(self, sort: str, value: object) -> bytes | None:
        """How a fact is written; None if no record has it."""
        return self._written.get(f"{sort}{value}")

    def _token(self, fact: str) -> bytes:
        token = self._written.get(fact)
        if token is None:
            token = self._written[fact] = _OPENS + _figures(len(self._written)) + _ENDS
        return token


def _facts(table: str, id: int, document: Mapping[str, Any]) -> Iterator[str]:
    several = document.get("client_ids")
    for person in several if isinstance(several, list) else (document.get("client_id"),):
        if person:
            yield f"{WHO}{person}"
    if table == "clients":
        yield f"{WHO}{id}"
    for field in _KIND_FIELDS:
        if value := document.get(field):
            yield f"{KIND}{value}"
    areas = document.get("areas")
    for area in areas if isinstance(areas, list) else (document.get("area"),):
        if area:
            yield f"{NEED}{area}"


def _figures(number: int) -> bytes:
    figures = b""
    while True:
        number, rest = divmod(number, len(_FIGURES))
        figures = _FIGURES[rest : rest + 1] + figures
        if not number:
            return figures
