"""Records as an act leaves them, where one word of the mentor changes several fields. Nothing is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import RequestRefused
from store.records import Appointment, Client, Episode, Promise, Referral, Step
from store.standing import is_active, is_active_status

if TYPE_CHECKING:
    from store.clock import Moment


def plan_closed(plan: Appointment, result: str, moment: Moment) -> Appointment:
    """A plan with what became of it; an empty result opens it again."""
    return replace(plan, result=result, closed_on=moment.day if result else None, closed_by=None)


def planned_again(plan: Appointment) -> Appointment:
    """The same plan anew, open, on its own, and not of a series; its day is to be set."""
    return replace(
        plan,
        id=0,
        uid="",
        written_at=None,
        result="",
        closed_on=None,
        closed_by=None,
        contact_id=None,
        repeats=None,
        series="",
        series_on=None,
    )


def promise_set(promise: Promise, state: str, moment: Moment) -> Promise:
    """A promise done, let go, or open again."""
    return replace(promise, state=state, done_on=None if state == "open" else moment.day)


def left_until(client: Client, day: date | None, because: str) -> Client:
    """A person left until a day, with the reason; None takes it back."""
    return replace(client, left_until=day, left_because=because if day else "")


def comes_out(client: Client, status: str) -> bool:
    """Whether this status says that they are out, while no release has begun: its day is to be asked.

    A pause or an ending in between begins none: what is known of the newest release decides then.
    """
    if status == "not-out" or not is_active_status(status):
        return False
    latest = client.episodes[-1] if client.episodes else None
    has_begun = latest is not None and latest.on is not None and latest.back_on is None
    if client.status in ("inside", "not-out"):
        return client.status == "inside" or not has_begun
    is_out = is_active_status(client.status)
    return latest is not None and not has_begun and not is_out


def status_set(client: Client, status: str, moment: Moment, on: date | None = None) -> Client:
    """A person with a new status; going back inside ends the open release.

    Args:
        on: since when; of whoever comes out with it, the day their release began.
    """
    day = on or moment.day
    if on and comes_out(client, status):
        return replace(released(client, on, moment), status=status, status_on=day)
    episodes = client.episodes
    if status == "inside" and episodes and episodes[-1].on and not episodes[-1].back_on:
        episodes = (*episodes[:-1], replace(episodes[-1], back_on=day))
    return replace(client, status=status, status_on=day, episodes=episodes)


def released(client: Client, on: date, moment: Moment) -> Client:
    """A person who is out: the expected release becomes the actual one, or a new episode begins.

    Of somebody who is out already it is a correction: nobody comes out twice without having been inside.
    """
    client = _ended(client, moment)
    latest = client.episodes[-1] if client.episodes else None
    if latest is not None and latest.back_on is None:
        episodes = (*client.episodes[:-1], replace(latest, on=on, certainty="known"))
    else:
        episodes = (*client.episodes, Episode(on=on, certainty="known"))
    status = "walking" if client.status in ("not-out", "inside") else client.status
    return replace(client, episodes=episodes, status=status, status_on=moment.day)


def release_said(client: Client, day: date, moment: Moment) -> Client:
    """A person with a release on that day: a past day or today happened, a coming one is expected."""
    if day <= moment.day:
        return released(client, day, moment)
    return _expecting(client, Episode(expected_on=day, certainty="expected"), moment)


def release_unknown(client: Client, moment: Moment) -> Client:
    """A person whose release is ahead, and nobody knows the day; an earlier one that was expected is gone."""
    return _expecting(client, Episode(certainty="unknown"), moment)


def with_supply(client: Client, days: int) -> Client:
    """A person with days of medication at their newest release, which their last day is reckoned from.

    Raises:
        RequestRefused: no release is known.
    """
    if not client.episodes:
        raise RequestRefused(
            f"No release of {client.name} is known that days of medication could be handed over at. Say its "
            "day first, or in the same breath: --released."
        )
    newest = replace(client.episodes[-1], supply_days=days)
    return replace(client, episodes=(*client.episodes[:-1], newest))


def releases_set(before: Client, after: Client, moment: Moment) -> Client:
    """A person whose releases were corrected: in their order, a moved day marked so, the status with them.

    A status that she set herself in the same correction stays.
    """
    if after.episodes == before.episodes:
        return after
    episodes = tuple(sorted(after.episodes, key=_began))
    latest, earlier = (episodes or (Episode(),))[-1], (before.episodes or (Episode(),))[-1]
    moved = earlier.expected_on is not None and latest.expected_on not in (None, earlier.expected_on)
    if moved and latest.on is None and latest.certainty == earlier.certainty:
        episodes = (*episodes[:-1], replace(latest, certainty="changed"))
    status = _status_after(after, latest, is_new=len(episodes) > len(before.episodes))
    if after.status != before.status or status == after.status:
        return replace(after, episodes=episodes)
    day = latest.back_on if status == "inside" else moment.day
    return replace(after, episodes=episodes, status=status, status_on=day)


def _status_after(client: Client, latest: Episode, *, is_new: bool) -> str:
    if latest.back_on:
        return "inside" if is_active(client) else client.status
    if latest.on and client.status in ("not-out", "inside"):
        return "walking"
    if is_new and not latest.on and (client.status == "inside" or _never_out(client)):
        return "not-out"
    return client.status


def _never_out(client: Client) -> bool:
    return client.status == "walking" and not any(one.on for one in client.episodes)


def _began(episode: Episode) -> date:
    return episode.on or episode.expected_on or date.max


def _expecting(client: Client, expected: Episode, moment: Moment) -> Client:
    """With this release ahead; whoever was inside, or thought to be out, is not out yet.

    Raises:
        RequestRefused: they are out.
    """
    client = _ended(client, moment)
    latest = client.episodes[-1] if client.episodes else Episode()
    if latest.on and latest.on <= moment.day and not latest.back_on:
        raise RequestRefused(
            f"{client.name} is out, so no release is ahead. If they are back inside, say that first; if they "
            "came out on another day, say that day."
        )
    if open_one := _not_yet_out(client, moment):
        was = open_one.expected_on or open_one.on
        sure = "changed" if was and expected.expected_on else expected.certainty
        moved = replace(open_one, expected_on=expected.expected_on, on=None, certainty=sure)
        episodes = (*client.episodes[:-1], moved)
    else:
        episodes = (*client.episodes, expected)
    after = replace(client, episodes=episodes, status_on=moment.day)
    is_ahead = client.status == "inside" or _never_out(after)
    return replace(after, status="not-out") if is_ahead else after


def _ended(client: Client, moment: Moment) -> Client:
    """With their release ended, where they are inside and nobody wrote since when."""
    latest = client.episodes[-1] if client.episodes else Episode()
    if client.status != "inside" or latest.back_on or latest.on is None or latest.on > moment.day:
        return client
    back_on = max(client.status_on or moment.day, latest.on)
    return replace(client, episodes=(*client.episodes[:-1], replace(latest, back_on=back_on)))


def _not_yet_out(client: Client, moment: Moment) -> Episode | None:
    """The newest release, if it is still ahead: a day written ahead as the actual one is not here yet."""
    latest = client.episodes[-1] if client.episodes else None
    if latest is None or latest.back_on is not None:
        return None
    return latest if latest.on is None or latest.on > moment.day else None


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
