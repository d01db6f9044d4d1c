"""Records as an act leaves them, where one word of the mentor changes several fields. Nothing is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.records import Appointment, Client, Episode, Promise, Referral, Step

if TYPE_CHECKING:
    from store.clock import Moment


def plan_closed(plan: Appointment, result: str, moment: Moment) -> Appointment:
    """A plan with what became of it; an empty result opens it again."""
    return replace(plan, result=result, closed_on=moment.day if result else None, closed_by=None)


def promise_set(promise: Promise, state: str, moment: Moment) -> Promise:
    """A promise done, let go, or open again."""
    return replace(promise, state=state, done_on=None if state == "open" else moment.day)


def left_until(client: Client, day: date | None, because: str) -> Client:
    """A person left until a day, with the reason; None takes it back."""
    return replace(client, left_until=day, left_because=because if day else "")


def status_set(client: Client, status: str, moment: Moment, on: date | None = None) -> Client:
    """A person with a new status; going back inside ends the open release, coming out is its own act."""
    day = on or moment.day
    episodes = client.episodes
    if status == "inside" and episodes and episodes[-1].on and not episodes[-1].back_on:
        episodes = (*episodes[:-1], replace(episodes[-1], back_on=day))
    return replace(client, status=status, status_on=day, episodes=episodes)


def released(client: Client, on: date, moment: Moment) -> Client:
    """A person who is out: the expected release becomes the actual one, or a new episode begins."""
    latest = client.episodes[-1] if client.episodes else None
    if latest is not None and latest.on is None and latest.back_on is None:
        episodes = (*client.episodes[:-1], replace(latest, on=on, certainty="known"))
    else:
        episodes = (*client.episodes, Episode(on=on, certainty="known"))
    status = "walking" if client.status in ("not-out", "inside") else client.status
    return replace(client, episodes=episodes, status=status, status_on=moment.day)


def release_said(client: Client, day: date, moment: Moment) -> Client:
    """A person with a release on that day: a past day or today happened, a coming one is expected."""
    if day <= moment.day:
        return released(client, day, moment)
    expected = Episode(expected_on=day, certainty="expected")
    latest = client.episodes[-1] if client.episodes else None
    if latest is not None and latest.on is None and latest.back_on is None:
        moved = replace(latest, expected_on=day, certainty="changed" if latest.expected_on else "expected")
        episodes = (*client.episodes[:-1], moved)
    else:
        episodes = (*client.episodes, expected)
    status = (
        "not-out" if client.status == "walking" and not any(one.on for one in episodes) else client.status
    )
    return replace(client, episodes=episodes, status=status, status_on=moment.day)


def bridge_moved(bridge: Referral, stage: str, day: date, ended: str = "", words: str = "") -> Referral:
    """A bridge moved to a stage on a day; the day it was first asked and first reached are kept."""
    asked = bridge.asked_on or (day if stage == "asked" else None)
    went = bridge.went_on or (day if stage in ("went", "settled") else None)
    return replace(
        bridge,
        stage=stage,
        stage_on=day,
        steps=(*bridge.steps, Step(stage=stage, on=day)),
        ended=ended,
        ended_words=words,
        asked_on=asked,
        went_on=went,
    )
