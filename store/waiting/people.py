"""Who is waiting: every active person once, in a band, with the reasons."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.clock import Moment
from store.records import Client
from store.standing import is_active
from store.text import fold
from store.waiting.away import eased
from store.waiting.coming_up import is_open
from store.waiting.due import day_start
from store.waiting.items import bridge_reasons, plan_reasons, promise_reasons
from store.waiting.parts import BANDS, Reason, RecordRef, Records, Waiting
from store.waiting.phrases import brief, full_day
from store.waiting.releases import is_first_days, release_reasons
from store.waiting.rhythms import rhythm_reason
from store.waiting.windows import window_reason

if TYPE_CHECKING:
    from store.absences import Away

_NEVER = datetime.max.replace(tzinfo=UTC)


def waiting(records: Records, moment: Moment, away: Away | None = None) -> tuple[Waiting, ...]:
    """Who is waiting for the mentor, most pressing first.

    Args:
        moment: the mentor's local moment; "today" is its day, not the UTC one.
        away: that she is away, or came back today: reasons say it, and `now` holds five at most.

    Returns:
        One entry a person, its reasons in the order they are shown. Nobody active is left out, and
        nobody paused, out of touch, inside, finished or died is in it.
    """
    active = (client for client in records.people() if is_active(client))
    entries = sorted((_entry(client, records, moment) for client in active), key=_place)
    return tuple(sorted(eased(entries, away, moment), key=_place) if away else entries)


def _entry(client: Client, records: Records, moment: Moment) -> Waiting:
    found = _found(client, records, moment)
    if client.left_until and client.left_until > moment.day:
        reasons = _while_left(client, found, moment)
    else:
        # What is far off is worth a word only where nothing is near.
        reasons = [reason for reason in found if reason.band != "later"] or found
    reasons.sort(key=_weight)
    return Waiting(client, reasons[0].band, tuple(reasons), is_first_days(client, moment))


def _found(client: Client, records: Records, moment: Moment) -> list[Reason]:
    plans = [plan for plan in records.appointments_of(client.id) if is_open(plan)]
    contacts = records.contacts_with(client.id) if client.rhythm else ()
    found = [
        *release_reasons(client, moment),
        *rhythm_reason(client, contacts, moment),
        *window_reason(client, plans, records, moment),
        *plan_reasons(plans, records, moment),
        *promise_reasons(client, records.promises_of(client.id), moment),
        *bridge_reasons(records.referrals_of(client.id), records, moment),
    ]
    # In the first days, with a release ahead or one of the days after it, there is something: to be there.
    arriving = any(reason.kind in ("first_days", "expected_release", "window") for reason in found)
    if not (plans or client.rhythm or arriving):
        found.append(Reason("nothing_agreed", "nothing agreed yet", (RecordRef("clients", client.id),)))
    return found


def _while_left(client: Client, found: list[Reason], moment: Moment) -> list[Reason]:
    """Left until a day: only items of today still speak up, and they cannot be "now"."""
    assert client.left_until is not None
    because = brief(client.left_because)
    text = f"left until {full_day(client.left_until, moment.day)}" + (f": {because}" if because else "")
    ref = (RecordRef("clients", client.id),)
    left = Reason("left_until", text, ref, due=day_start(client.left_until, moment))
    return [*(replace(reason, band="today") for reason in found if reason.of_today), left]


def _weight(reason: Reason) -> tuple[int, int, datetime]:
    # Someone's first days are said before anything else about them; else what falls due first.
    # A day after the release comes last: nobody said it, and what was said comes before.
    first = {"first_days": 0, "expected_release": 0, "window": 2}.get(reason.kind, 1)
    return BANDS.index(reason.band), first, reason.due or _NEVER


def _place(entry: Waiting) -> tuple[int, bool, datetime, str, int]:
    due = min((reason.due for reason in entry.reasons if reason.due), default=_NEVER)
    # First days, then what falls due first, then the name: no other measure of a person is taken.
    return BANDS.index(entry.band), not entry.in_first_days, due, fold(entry.client.name), entry.client.id
