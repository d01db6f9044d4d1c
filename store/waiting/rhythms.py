"""The reason from an agreed rhythm: its clock runs from the last two-way contact."""

from collections.abc import Iterable, Iterator
from datetime import date

from store.clock import Moment
from store.records import Client, Contact, Rhythm
from store.two_way import LastTalk, last_talk
from store.waiting.due import day_start, days_after
from store.waiting.parts import Reason, RecordRef
from store.waiting.phrases import ago, full_day, how_many, interval, near_day, times


def rhythm_reason(client: Client, newest_first: Iterable[Contact], moment: Moment) -> Iterator[Reason]:
    """Where the agreed rhythm stands; nothing without one."""
    if client.rhythm is None:
        return
    talk = last_talk(newest_first)
    runs_from = clock_start(client.rhythm, talk)
    due_on = days_after(runs_from, client.rhythm.every_days)
    # Exceeded is a day later than due: on the due day itself there is still time to be in touch.
    band = "now" if due_on < moment.day else "today" if due_on == moment.day else "later"
    yield Reason(
        "rhythm",
        _text(client.rhythm, talk, runs_from, moment.day),
        _records(client, talk, runs_from),
        band=band,
        due=day_start(due_on, moment),
    )


def clock_start(rhythm: Rhythm, talk: LastTalk) -> date:
    """The day of the last two-way contact, or the day it was agreed if there was none."""
    return talk.contact.on if talk.contact else rhythm.agreed_on


def rhythm_due_on(rhythm: Rhythm, newest_first: Iterable[Contact]) -> date:
    """The day by which the two agreed to be in touch again."""
    return days_after(clock_start(rhythm, last_talk(newest_first)), rhythm.every_days)


def _text(rhythm: Rhythm, talk: LastTalk, runs_from: date, today: date) -> str:
    days = (today - runs_from).days
    agreed = interval(rhythm.every_days)
    tried = [contact for contact in talk.attempts if contact.on >= runs_from]
    if talk.contact is None:
        since = f"{how_many(days, 'day')} since" if days > 0 else near_day(runs_from, today)
        text = f"{since} you agreed {agreed}; not talked yet"
    elif days < 0:
        text = f"you two talk {full_day(runs_from, today)}; you agreed {agreed}"
    elif days < rhythm.every_days:
        text = f"you two talked {ago(days)}; you agreed {agreed}"
    else:
        text = f"{how_many(days, 'day')} since you two talked; you agreed {agreed}"
    return f"{text} · tried {times(len(tried))}" if tried else text


def _records(client: Client, talk: LastTalk, runs_from: date) -> tuple[RecordRef, ...]:
    tried = (contact for contact in talk.attempts if contact.on >= runs_from)
    contacts = (*((talk.contact,) if talk.contact else ()), *tried)
    return (RecordRef("clients", client.id), *(RecordRef("contacts", each.id) for each in contacts))
