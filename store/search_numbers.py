"""People by the last digits of a number that reaches them. The number itself is never handed out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

LEAST_DIGITS = 3
_LIKE_A_NUMBER = re.compile(r"[+(]?\d[\d().\-/]*")
_NO_DIGIT = re.compile(r"\D+", re.ASCII)


def digits_and_words(words: str) -> tuple[str, str]:
    """The digits of what looks like a number in a search line, and the other words; "" for too few."""
    parts = words.split()
    numbers = [part for part in parts if _LIKE_A_NUMBER.fullmatch(part)]
    digits = _NO_DIGIT.sub("", "".join(numbers))
    others = " ".join(part for part in parts if part not in numbers)
    return (digits, others) if len(digits) >= LEAST_DIGITS else ("", words)


class Numbers:
    """The numbers of everyone, read from their last digit."""

    def __init__(self, clients: Mapping[int, Mapping[str, Any]]) -> None:
        self._backwards = sorted(
            (digits[::-1], id) for id, client in clients.items() for digits in _digits_of(client)
        )

    def ending(self, digits: str) -> tuple[int, ...]:
        """Whose number ends so."""
        wanted = digits[::-1]
        at = bisect_left(self._backwards, (wanted, 0))
        found: list[int] = []
        while at < len(self._backwards) and self._backwards[at][0].startswith(wanted):
            found.append(self._backwards[at][1])
            at += 1
        return tuple(sorted(set(found)))


def _digits_of(client: Mapping[str, Any]) -> Iterator[str]:
    channels = client.get("channels")
    for channel in channels if isinstance(channels, list) else ():
        value = channel.get("value") if isinstance(channel, dict) else None
        if isinstance(value, str) and "@" not in value:
            digits = _NO_DIGIT.sub("", value)
            if len(digits) >= LEAST_DIGITS:
                yield digits
