"""Why someone is on Today, in full: each reason, its rule, and the records it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.person_words import standing
from store.clock import Moment
from store.records import Appointment, Client, Contact, Promise, Referral
from store.vocabulary import MODES, OUTCOMES, STAGES, label
from store.waiting import Reason, RecordRef, Waiting, rule_of, so, what_it_is
from store.when import When, short
from widgets.row import Gap, Item, Row

if TYPE_CHECKING:
    from store.caseload import Caseload

MOST_RECORDS = 5
"""Records named under one reason; the newest say enough."""


def why_items(entry: Waiting, caseload: Caseload, moment: Moment) -> list[Item]:
    """What the `y` dialog shows."""
    items: list[Item] = []
    for place, reason in enumerate(entry.reasons):
        items += [_line(f"{place}", ((reason.text, "name"),), spans=True)]
        if reason.kind not in {earlier.kind for earlier in entry.reasons[:place]}:  # each rule once
            items += [_line(f"{place}-rule", ((rule_of(reason), "muted"),))]
        items += _records(place, reason, caseload, moment)
        items.append(Gap())
    last = enumerate(so(entry))
    return [*items, *(_line(f"so-{place}", ((words, "second"),), spans=True) for place, words in last)]


def _records(place: int, reason: Reason, caseload: Caseload, moment: Moment) -> list[Item]:
    told = [record_words(ref, caseload, moment) for ref in reason.records[:MOST_RECORDS]]
    if (more := len(reason.records) - len(told)) > 0:
        told.append(f"and {more} more")
    return [_line(f"{place}-{at}", (("from ", "muted"), (words, ""))) for at, words in enumerate(told)]


def record_words(ref: RecordRef, caseload: Caseload, moment: Moment) -> str:
    """A record in one line: what it is, and its day."""
    match ref.table:
        case "contacts":
            return _contact(caseload.get(Contact, ref.id), moment)
        case "appointments":
            plan = caseload.get(Appointment, ref.id)
            time = f" {plan.at:%H:%M}" if plan.at and plan.on != moment.day else ""
            return f"the plan {what_it_is(plan, caseload)}, {short(When(plan.on, plan.at), moment)}{time}"
        case "promises":
            return f"your promise: {caseload.get(Promise, ref.id).words}"
        case "referrals":
            return _bridge(caseload.get(Referral, ref.id), caseload, moment)
        case _:
            return standing(caseload.get(Client, ref.id), moment, rhythm=True)


def _contact(contact: Contact, moment: Moment) -> str:
    parts = (
        short(contact.on, moment),
        label(MODES, contact.mode),
        label(OUTCOMES, contact.outcome),
        contact.words,
    )
    return ", ".join(part for part in parts if part)


def _bridge(bridge: Referral, caseload: Caseload, moment: Moment) -> str:
    to = bridge.to or caseload.service_name(bridge.service_id) or "a service"
    since = f", {short(bridge.stage_on, moment)}" if bridge.stage_on else ""
    return f"the bridge to {to}: {label(STAGES, bridge.stage)}{since}"


def _line(key: str, words: tuple[tuple[str, str], ...], *, spans: bool = False) -> Row:
    return Row(key, (words,), spans=spans)
