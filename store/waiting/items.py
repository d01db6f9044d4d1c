"""Reasons from what was planned, promised and asked for."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from store.clock import Moment
from store.records import Appointment, Client, Promise, Referral
from store.recurrence import next_day
from store.reminders import reminded
from store.series import occurrences
from store.vocabulary import AREAS, label
from store.waiting.coming_up import is_coming, is_open, ride_words, what_it_is
from store.waiting.due import day_start, days_after, item_band, plan_instant
from store.waiting.parts import Reason, RecordRef, Records
from store.waiting.phrases import brief, day_and_time, how_many, near_day

# A working week without a word: long enough to ask again, short enough that the place is not lost.
SILENT_DAYS = 5
# Words that surely do something, so that "you said you'd ..." reads; "you said you'd boots" does not.
_DEEDS = """
accompany add apply arrange ask be bring buy call cancel carry change chase check clean collect come
confirm contact cook copy cover deliver dig do drive drop email explain fetch fill find finish fix follow
forward get give go grab hand help invite introduce join keep leave lend let listen look mail make meet
mention move order organise organize pass pay phone pick plan post practise practice prepare print put
read remind repair reply return ring save search see send set share show sit sort speak start stay stop
take talk tell text think try visit wait walk wash watch work write
"""
_DOING = frozenset(_DEEDS.split())


def plan_reasons(plans: Iterable[Appointment], records: Records, moment: Moment) -> Iterator[Reason]:
    """One reason for each open plan; a plan whose day has passed asks how it went.

    Of one that comes back, the day that has passed asks, and the next one is said too.
    """
    for plan in plans:
        if not is_open(plan):
            continue
        yield _plan_reason(plan, records, moment)
        if plan.on < moment.day and (following := following_day(plan, moment.day)):
            yield _plan_reason(following, records, moment)


def comes_again(plan: Appointment, today: date) -> bool:
    """Whether a plan falls on today or a later day, itself or as one that comes back."""
    return plan.on >= today or following_day(plan, today) is not None


def following_day(plan: Appointment, today: date) -> Appointment | None:
    """The first day from today on that a passed plan comes back on."""
    if plan.repeats is None:
        return None
    day = next_day(plan.repeats, today - timedelta(days=1))
    return next(occurrences(plan, day, day), None) if day else None


def _plan_reason(plan: Appointment, records: Records, moment: Moment) -> Reason:
    what = what_it_is(plan, records)
    when = day_and_time(plan.on, plan.at, moment.day)
    due = plan_instant(plan.on, plan.at, plan.zone, moment)
    band = reminded(item_band(plan.on, plan.at, due, moment), plan, moment.day)
    ref = (RecordRef("appointments", plan.id),)
    if band == "now":
        return Reason("plan_passed", f"{what}, {when}: how did it go?", ref, band=band, due=due)
    text = "; ".join(part for part in (f"{what} {when}", ride_words(plan)) if part)
    return Reason("plan", text, ref, band, due, is_coming(plan, moment), of_today=band == "today")


def promise_reasons(client: Client, promises: Iterable[Promise], moment: Moment) -> Iterator[Reason]:
    """One reason for each promise with a day; those without share one."""
    undated = []
    for promise in promises:
        if promise.state != "open":
            continue
        if promise.due_on is None:
            undated.append(promise)
            continue
        due = day_start(promise.due_on, moment)
        band = item_band(promise.due_on, None, due, moment)
        kind = "promise_passed" if band == "now" else "promise"
        text = _said(client, promise, near_day(promise.due_on, moment.day))
        ref = (RecordRef("promises", promise.id),)
        yield Reason(kind, text, ref, band, due, of_today=band == "today")
    if undated:
        many = f"you promised {brief(client.name)} {how_many(len(undated), 'thing')}"
        text = _said(client, undated[0]) if len(undated) == 1 else many
        yield Reason("promise", text, tuple(RecordRef("promises", each.id) for each in undated), "week")


def bridge_reasons(bridges: Iterable[Referral], records: Records, moment: Moment) -> Iterator[Reason]:
    """One reason for each service that was asked and has been silent for 5 days."""
    for bridge in bridges:
        if bridge.stage != "asked" or bridge.ended:
            continue
        asked = _asked_on(bridge, moment)
        ref = (RecordRef("referrals", bridge.id),)
        if asked is None:
            # Asked, no one knows when: better said than never seen again.
            yield Reason("bridge", f"{_service(bridge, records)} asked, no answer yet", ref, "week")
        elif (moment.day - asked).days >= SILENT_DAYS:
            text = f"{_service(bridge, records)} asked {(moment.day - asked).days} days ago, no answer"
            yield Reason("bridge", text, ref, "week", day_start(days_after(asked, SILENT_DAYS), moment))


def _said(client: Client, promise: Promise, day: str = "") -> str:
    """A promise as a sentence that reads whatever her words are."""
    words = brief(promise.words).removeprefix("to ")
    first, space, rest = words.partition(" ")
    if first.lower() in _DOING:
        return f"you said you'd {first.lower()}{space}{rest}" + (f" by {day}" if day else "")
    what = f"you promised: {words}," if words else f"you promised {brief(client.name)} something"
    return f"{what} by {day}" if day else what.removesuffix(",")


def _asked_on(bridge: Referral, moment: Moment) -> date | None:
    asked = bridge.stage_on or bridge.asked_on
    if asked is None and bridge.written_at is not None:
        return bridge.written_at.astimezone(moment.tz).date()
    return asked


def _service(bridge: Referral, records: Records) -> str:
    named = records.service_name(bridge.service_id) if bridge.service_id is not None else ""
    return brief(bridge.to or named) or label(AREAS, bridge.area) or "a service"
