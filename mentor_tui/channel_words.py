"""The rules of one way to reach someone, said before its number: what was agreed, what was never asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.records import Channel


@dataclass(frozen=True, slots=True)
class _Asked:
    """One thing they were asked, and how each answer reads."""

    field: str
    what: str
    refused: str
    so: str
    """What follows where it was never asked: the careful side."""
    unasked_on: tuple[str, ...] = ()
    """The channels on which an answer is not wanted: nobody leaves a voicemail by letter."""


_WRITTEN = ("text", "app", "email", "letter", "in-person", "via")
_QUESTIONS = (
    _Asked("ok_voicemail", "voicemail", "leave no voicemail", "so leave none", _WRITTEN),
    _Asked("ok_text", "texting", "do not text", "so do not text", _WRITTEN),
    _Asked("ok_say_who", "who you are", "do not say who you are", "so do not say it"),
    _Asked("ok_leave_number", "your number", "leave no number", "so do not leave it", _WRITTEN),
)


def safety_lines(channel: Channel) -> Iterator[str]:
    """What may be done, a line each: "voicemail: fine", "do not text", "your number: not asked, so ..."."""
    for asked in _QUESTIONS:
        answer = getattr(channel, asked.field)
        if answer is not None:
            yield f"{asked.what}: fine" if answer else asked.refused
        elif channel.how not in asked.unasked_on:
            yield f"{asked.what}: not asked, {asked.so}"


def other_rules(channel: Channel) -> str:
    """When, under which name and about what: "mornings, never after 9, ask for Dana"."""
    said = (
        channel.good_times,
        f"never {channel.never_at}" if channel.never_at else "",
        f"you are {channel.i_am}" if channel.i_am else "",
        f"ask for {channel.they_go_by}" if channel.they_go_by else "",
        f"say: {channel.cover}" if channel.cover else "",
        f"{channel.who_answers} may answer" if channel.who_answers else "",
    )
    return ", ".join(part for part in said if part)


def channel_rules(channel: Channel) -> str:
    """All of it in one line: "leave no voicemail, texting fine, never after 9 · not asked: who you are"."""
    said, unasked = [], []
    for asked in _QUESTIONS:
        answer = getattr(channel, asked.field)
        if answer is not None:
            said.append(f"{asked.what} fine" if answer else asked.refused)
        elif channel.how not in asked.unasked_on:
            unasked.append(asked.what)
    rules = ", ".join(part for part in (*said, other_rules(channel)) if part)
    return " · ".join(part for part in (rules, f"not asked: {', '.join(unasked)}" if unasked else "") if part)
