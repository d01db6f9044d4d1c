"""One person as lines of text: how to reach them safely first, then what stands, then the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.agreement_words import all_said
from mentor_tui.channel_words import channel_rules
from store.check_ins import check_ins_of
from store.records import Appointment, Contact
from store.rhythm import rhythm_words
from store.standing import counts_days, has_died, is_active, plan_shows
from store.vocabulary import CHANNELS, STATUSES, label

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload
    from store.records import Channel, Client, Episode

# The whole timeline is in `--json`; a page of text shows the newest.
_TIMELINE = 20


def person_lines(caseload: Caseload, client: Client, *, brief: bool = False) -> Iterator[str]:
    """The page, a line at a time.

    Args:
        brief: only what stands, as after a change.
    """
    pronouns = f" ({client.pronouns})" if client.pronouns else ""
    yield f"{client.name}{pronouns} · {_status(client)}"
    for episode in client.episodes[-1:]:
        if episode.on:
            back = f", back inside {_day(episode.back_on)}" if episode.back_on else ""
            yield f"  released {_day(episode.on)}{_supply(episode)}{back}"
        elif is_active(client):
            yield f"  {_expected(episode)}{_supply(episode)}"
    if client.rhythm and not has_died(client):
        yield f"  {rhythm_words(client.rhythm)}, agreed {_day(client.rhythm.agreed_on)}"
    if client.left_until and is_active(client):
        yield f"  left until {_day(client.left_until)}: {client.left_because}".rstrip(": ")
    if brief:
        return
    if not has_died(client):
        yield from _reaching(client)
    yield from _standing(caseload, client)
    yield from _timeline(caseload, client)


def _supply(episode: Episode) -> str:
    days = episode.supply_days
    return f", {days} day{'' if days == 1 else 's'} of medication" if days else ""


def _expected(episode: Episode) -> str:
    if episode.expected_on is None:
        return "not out yet; no day known"
    moved = "; the day has moved" if episode.certainty == "changed" else ""
    return f"release expected {_day(episode.expected_on)}{moved}"


def _status(client: Client) -> str:
    """Where it stands; the day with it, where that changed everything."""
    stands = label(STATUSES, client.status)
    if client.status_on is None or counts_days(client):
        return stands
    return f"{stands}{'' if has_died(client) else ' since'} {_day(client.status_on)}"


def _reaching(client: Client) -> Iterator[str]:
    rules = (client.prefers, f'if they go quiet: "{client.if_quiet}"' if client.if_quiet else "")
    for rule in (*rules, f"never contact: {client.never_contact}" if client.never_contact else ""):
        if rule:
            yield f"  {rule}"
    for channel in client.channels:
        yield f"  {_channel(channel)}"


def _channel(channel: Channel) -> str:
    rules = channel_rules(channel)
    return f"{label(CHANNELS, channel.how)}: {rules + ' · ' if rules else ''}{channel.value}"


def _standing(caseload: Caseload, client: Client) -> Iterator[str]:
    rests = "was planned" if has_died(client) else "resting"
    you_said = "you said" if is_active(client) else "you had said"
    for plan in caseload.of(Appointment, client.id):
        if not plan.result:
            at = f" {plan.at:%H:%M}" if plan.at else ""
            called = "next" if plan_shows(client, plan) else rests
            yield f"  {called}: {_day(plan.on)}{at}  {said.plan(plan, caseload)}"
    for promise in caseload.promises_of(client.id):
        if promise.state == "open":
            due = f", by {_day(promise.due_on)}" if promise.due_on else ""
            yield f"  {you_said}: {promise.words}{due}"
    for goal in caseload.goals_of(client.id):
        yield f"  goal: {said.goal(goal)}"
    if (newest := next(iter(check_ins_of(caseload, client.id)), None)) and not newest.next and newest.answers:
        on = f", {_day(newest.on)}" if newest.on else ""
        yield f"  last check-in{on}: “{newest.answers[0].words}”"
    if wanted := next((each for each in check_ins_of(caseload, client.id) if each.next), None):
        on = f", {_day(wanted.on)}" if wanted.on else ""
        yield f"  what they want next{on}: “{wanted.next}”"
    for bridge in caseload.referrals_of(client.id):
        yield f"  bridge: {said.bridge(bridge, caseload.service_name(bridge.service_id))}"
    for _, words in all_said(caseload, client):
        yield f"  agreed: {words}"


def _timeline(caseload: Caseload, client: Client) -> Iterator[str]:
    contacts = caseload.of(Contact, client.id)
    if contacts:
        yield ""
    for contact in contacts[:_TIMELINE]:
        yield f"  {_day(contact.on):<12}  {said.how(contact):<16}  {said.what(contact)}".rstrip()
    if len(contacts) > _TIMELINE:
        yield f"  and {len(contacts) - _TIMELINE} earlier; `--json` shows all."


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
