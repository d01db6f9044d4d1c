"""The reason from the days after a release, where no rhythm is agreed and no next touch is planned."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta, timezone

from store.clock import Moment
from store.records import Appointment, Client
from store.two_way import LastTalk, last_talk
from store.waiting.due import day_start, days_after
from store.waiting.items import comes_again
from store.waiting.parts import Reason, RecordRef, Records
from store.waiting.phrases import ago, how_many, near_day, times
from store.waiting.releases import FIRST_DAYS, released_on

_WEEK_DAYS = 7
_LAST_ZONE = timezone(timedelta(hours=-12))


def window_reason(
    client: Client, plans: Iterable[Appointment], records: Records, moment: Moment
) -> Iterator[Reason]:
    """The next of the days after the current release; nothing where one of the two agreed something else.

    Args:
        plans: their open plans.
    """
    out_on = released_on(client, moment.day)
    curve = records.release_curve if client.curve is None else client.curve
    if client.rhythm or out_on is None or not curve or _is_planned(plans, moment.day):
        return
    known = _known_after(client, out_on)
    if max(curve) <= known:
        return
    talk = last_talk(records.contacts_with(client.id))
    day = _next_of(curve, max(known, _talked_after(talk, out_on)))
    if day is None:
        return
    due_on = days_after(out_on, day)
    text = _text(talk, out_on, day, due_on, moment.day)
    band = _band(out_on, day, due_on, moment.day)
    yield Reason("window", text, _records(client, talk, out_on), band=band, due=day_start(due_on, moment))


def _is_planned(plans: Iterable[Appointment], today: date) -> bool:
    return any(plan.kind == "touch" and comes_again(plan, today) for plan in plans)


def _known_after(client: Client, out_on: date) -> int:
    """The last day after the release on which nobody here knew of it; none of up to then is asked for."""
    if client.written_at is None:
        return -1
    # Of the clock it was written by only the instant is kept. In the zone where days begin last it was never
    # a later day than hers, and it stays the same wherever she travels.
    return max((client.written_at.astimezone(_LAST_ZONE).date() - out_on).days - 1, -1)


def _talked_after(talk: LastTalk, out_on: date) -> int:
    return (talk.contact.on - out_on).days if talk.contact else -1


def _next_of(curve: tuple[int, ...], after: int) -> int | None:
    return min((day for day in curve if day > after), default=None)


def _band(out_on: date, day: int, due_on: date, today: date) -> str:
    away = (due_on - today).days
    if (today - out_on).days <= FIRST_DAYS and (away > 0 or day == (today - out_on).days == 0):
        # They are first on Today as it is; of a day still ahead nothing more need be said.
        return "later"
    return "today" if away <= 0 else "week" if away <= _WEEK_DAYS else "later"


def _text(talk: LastTalk, out_on: date, day: int, due_on: date, today: date) -> str:
    if talk.contact is None:
        talked = "not talked yet"
    elif talk.contact.on < out_on:
        talked = "not talked since release"
    else:
        days = (today - talk.contact.on).days
        talked = f"you two talked {ago(days)}" if days >= 0 else "you two talk soon"
    tried = _tried(talk, out_on)
    text = f"{talked} · tried {times(len(tried))}" if tried else talked
    if (today - out_on).days <= FIRST_DAYS and due_on <= today:
        return text  # "day 3 since release" stands beside it
    came = "was" if due_on < today else "is"
    passed = (today - due_on).days
    when = f"{how_many(passed, 'day')} ago" if passed > 1 else near_day(due_on, today)
    return f"{text}; day {day} since release {came} {when}"


def _tried(talk: LastTalk, out_on: date) -> list[RecordRef]:
    return [RecordRef("contacts", each.id) for each in talk.attempts if each.on >= out_on]


def _records(client: Client, talk: LastTalk, out_on: date) -> tuple[RecordRef, ...]:
    talked = (RecordRef("contacts", talk.contact.id),) if talk.contact else ()
    return (RecordRef("clients", client.id), *talked, *_tried(talk, out_on))
