"""Two records of one person as one: lists joined, what is empty filled, nothing that was written lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from store.records import AskedAs, Channel, Client, Confidant, Episode, MatteringDay, Part, Stay
from store.text import fold

P = TypeVar("P", bound=Part)

_JOINED = (
    *("languages", "access_needs", "caring", "unavailable", "prefers", "if_quiet", "never_contact"),
    *("in_their_words", "kept_because"),
)
"""Texts that stay true side by side; rules of safety among them, which must not move out of sight."""
_EARLIER = ("met_on", "review_on")
_BY_HAND = (
    *("merged_uids", "name", "about", "status", "status_on", "left_until", "left_because", "interpreter"),
)
_LEAST_DIGITS = 7


def joined(keep: Client, other: Client, status: str = "") -> Client:
    """The first person with everything known of the second.

    Args:
        status: where the mentor stands with the one person; "" leaves it as it is with the first.

    Returns:
        A record in which every word of both stands. What cannot stand in one field twice is in `about`, with
        the name of the record that it came from.
    """
    # Erasing somebody for good has to find the other record too, in every copy there is.
    uids = (*keep.merged_uids, other.uid, *other.merged_uids)
    fields: dict[str, Any] = {"merged_uids": tuple(dict.fromkeys(filter(None, uids)))}
    fields["interpreter"] = keep.interpreter or other.interpreter
    told: list[str] = []
    for name in keep.__struct_fields__:
        if name in _BY_HAND or name in ("id", "uid", "written_at"):
            continue
        mine, theirs = getattr(keep, name), getattr(other, name)
        fields[name], lost = _one(name, mine, theirs)
        if lost:
            told.append(f"{name.replace('_', ' ')}: {_words(lost)}")
    if status == other.status != keep.status:
        fields |= {"status": other.status, "status_on": other.status_on}
    if other.left_until and other.left_until != keep.left_until:
        told.append(f"left until {other.left_until}: {other.left_because}".rstrip(": "))
    return replace(keep, **fields, about=_about(keep, other, told))


def filled(keep: Client, other: Client) -> Client:
    """The first person with what the second knows and the first does not; nothing that is there changes."""
    fields: dict[str, Any] = {}
    for name in keep.__struct_fields__:
        mine, theirs = getattr(keep, name), getattr(other, name)
        if name == "channels":
            fields[name] = _together(mine, theirs, _channel_key, _same_channel)
        elif name not in (*_BY_HAND, "id", "uid", "written_at") and mine in ("", None, ()):
            fields[name] = theirs
    return replace(keep, **fields, about=keep.about or other.about)


def digits_of(number: str) -> str:
    """The end of a telephone number, by which it is known however it is written; "" for what is none."""
    digits = "".join(mark for mark in number.partition("ext")[0] if mark.isdecimal())
    return digits[-9:] if len(digits) >= _LEAST_DIGITS else ""


def _one(name: str, mine: Any, theirs: Any) -> tuple[Any, Any]:
    """What the one record holds in a field, and what of the other found no place in it."""
    if name in _LISTS:
        return _LISTS[name](mine, theirs), None
    if theirs in ("", None, ()) or mine == theirs:
        return mine, None
    if mine in ("", None, ()):
        return theirs, None
    if name in _EARLIER:
        return min(mine, theirs), None
    if name in _JOINED:
        return _side_by_side(mine, theirs), None
    return mine, theirs


def _side_by_side(mine: str, theirs: str) -> str:
    if fold(theirs) in fold(mine):
        return mine
    between = "\n" if "\n" in mine + theirs else "; "
    return f"{mine}{between}{theirs}"


def _about(keep: Client, other: Client, told: list[str]) -> str:
    lines = [keep.about] if keep.about else []
    if fold(keep.name) != fold(other.name):
        lines.append(f"Also called {other.name}.")
    if other.about and other.about not in keep.about:
        lines.append(other.about)
    lines += [f"From the other record ({other.name}): {one}" for one in told]
    return "\n".join(lines)


def _words(value: Any) -> str:
    if isinstance(value, msgspec.Struct):
        facts = msgspec.to_builtins(value)
        return ", ".join(f"{name.replace('_', ' ')} {fact}" for name, fact in facts.items())
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def _together(
    mine: tuple[P, ...], theirs: tuple[P, ...], key: Callable[[P], Any], same: Callable[[P, P], P | None]
) -> tuple[P, ...]:
    """Both lists; two that have one key become one where `same` finds that nothing of them differs."""
    kept = list(mine)
    for one in theirs:
        for place, here in enumerate(kept):
            if key(here) == key(one) and (both := same(here, one)) is not None:
                kept[place] = both
                break
        else:
            kept.append(one)
    return tuple(kept)


def _compatible(here: P, one: P) -> P | None:
    """One part that says what both say; None where they contradict each other."""
    fields = {}
    for name in here.__struct_fields__:
        mine, theirs = getattr(here, name), getattr(one, name)
        if mine not in ("", None) and theirs not in ("", None) and mine != theirs:
            return None
        fields[name] = theirs if mine in ("", None) else mine
    return replace(here, **fields)


def _channel_key(channel: Channel) -> tuple[str, str]:
    return (channel.how, digits_of(channel.value) or fold(channel.value).strip())


def _same_channel(here: Channel, one: Channel) -> Channel | None:
    """The same number however it is written; two that are ruled differently stay two."""
    return _compatible(here, replace(one, value=here.value))


def _episode_key(episode: Episode) -> tuple[date | None, ...]:
    return (episode.on or episode.expected_on,)


def _same_episode(here: Episode, one: Episode) -> Episode | None:
    """A release that happened and the same one expected are one, and the surer word stays."""
    sure = here.certainty if here.on or not one.on else one.certainty
    both = _compatible(replace(here, certainty=sure), replace(one, certainty=sure))
    return both if both is None or both.certainty else replace(both, certainty=here.certainty)


def _episodes(mine: tuple[Episode, ...], theirs: tuple[Episode, ...]) -> tuple[Episode, ...]:
    both = _together(mine, theirs, _episode_key, _same_episode)
    return _in_order(both, lambda one: one.on or one.expected_on)


def _in_order(parts: Iterable[P], day: Callable[[P], date | None]) -> tuple[P, ...]:
    return tuple(sorted(parts, key=lambda one: day(one) or date.max))


def _stays(mine: tuple[Stay, ...], theirs: tuple[Stay, ...]) -> tuple[Stay, ...]:
    both = _together(mine, theirs, lambda one: (one.where, one.since), _compatible)
    # One without a day is older than any that has one: it was written before anybody asked.
    return tuple(sorted(both, key=lambda one: one.since or date.min))


def _confidant_key(one: Confidant) -> str:
    return fold(one.name).strip()


def _same_confidant(here: Confidant, one: Confidant) -> Confidant | None:
    return _compatible(here, replace(one, name=here.name))


def _asked_both_ways(here: AskedAs, one: AskedAs) -> AskedAs:
    return replace(here, words=_side_by_side(here.words, one.words))


def _day_key(one: MatteringDay) -> tuple[int, int]:
    return (one.month, one.day)


_LISTS: dict[str, Callable[[Any, Any], Any]] = {
    "channels": lambda mine, theirs: _together(mine, theirs, _channel_key, _same_channel),
    "episodes": _episodes,
    "stays": _stays,
    "confidants": lambda mine, theirs: _together(mine, theirs, _confidant_key, _same_confidant),
    "days_that_matter": lambda mine, theirs: _together(mine, theirs, _day_key, _compatible),
    "asked_as": lambda mine, theirs: _together(
        mine, theirs, lambda one: (one.question_id, one.asked), _asked_both_ways
    ),
}
