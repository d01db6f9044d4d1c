"""One page of Review, and its last page, as rows and words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.person_words import reaching
from mentor_tui.record_rows import key_of
from store.records import Appointment, Contact
from store.vocabulary import MODES, label
from store.waiting.items import comes_again, following_day
from store.when import short
from widgets.row import JOIN, Column, Item, Piece, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.reviewing import ReviewPage
    from store.waiting import Waiting

COLUMNS = (Column(least=13, most=13), Column(least=24))
_TRIES = 4


def page_items(page: ReviewPage, entry: Waiting | None, caseload: Caseload, moment: Moment) -> list[Item]:
    """What to look at before deciding anything about this person, most recent first."""
    rows: list[Item] = []
    if entry:
        why = tuple(piece for reason in entry.reasons for piece in ((reason.text, ""), JOIN))[:-1]
        rows.append(Row("why", ((("why now", "second"),), why)))
    rows.append(Row("talked", ((("last talked", "second"),), _talked(page.last_talked, moment))))
    if page.since_then:
        rows.append(Row("tried", ((("since then", "second"),), _tries(page.since_then, moment))))
    rows += _each("you promised", [(key_of(one), said.promise(one, moment), "") for one in page.promises])
    rows += _plans(page.next, caseload, moment)
    bridges = [
        (key_of(one), said.bridge(one, caseload.service_name(one.service_id)), "") for one in page.bridges
    ]
    rows += _each("bridges", bridges)
    if words := page.client.in_their_words:
        rows += _each("their words", [("words", f"“{words}”", "words")])
    rows += _each("goal", [(key_of(goal), f"“{goal.words}”", "words") for goal in page.goals if goal.words])
    if rules := reaching(page.client):
        rows += _each("reaching", [("reaching", rules, "muted")])
    return rows


def closing_words(before: dict[int, bool], now: dict[int, bool], names: dict[int, str]) -> list[str]:
    """Who has a next touch now that had none, and who still has none."""
    gained = [names[id] for id, had in before.items() if not had and now.get(id)]
    without = [names[id] for id in before if not now.get(id)]
    lines: list[str] = []
    if gained:
        lines.append(f"With a next touch now that had none: {', '.join(gained)}.")
    if without:
        lines.append(f"Nothing planned, which may be just right: {', '.join(without)}.")
    return lines or ["Everyone has something planned."]


def has_next(caseload: Caseload, client_id: int, today: date) -> bool:
    """Whether something open is planned with this person from today on."""
    return any(not plan.result and comes_again(plan, today) for plan in caseload.appointments_of(client_id))


def _each(name: str, told: list[tuple[str, str, str]]) -> list[Item]:
    return [
        Row(key, (((name if place == 0 else "", "second"),), ((words, role),)))
        for place, (key, words, role) in enumerate(told)
    ]


def _talked(contact: Contact | None, moment: Moment) -> tuple[Piece, ...]:
    if contact is None:
        return (("not yet", "muted"),)
    how = f"{short(contact.on, moment)}, {said.how(contact)}"
    return ((how, ""), (f": “{contact.words}”" if contact.words else "", "words"))


def _tries(contacts: tuple[Contact, ...], moment: Moment) -> tuple[Piece, ...]:
    days = ", ".join(f"{short(one.on, moment)} {label(MODES, one.mode)}".strip() for one in contacts[:_TRIES])
    more = f" and {len(contacts) - _TRIES} more" if len(contacts) > _TRIES else ""
    return ((f"tried {days}{more}", ""), (": " + said.happened(contacts[0]), "muted"))


def _plans(plans: tuple[Appointment, ...], caseload: Caseload, moment: Moment) -> list[Item]:
    """What has passed and is still open, then what is next; of what comes back its next day too."""
    passed = [plan for plan in plans if plan.on < moment.day]
    ahead = [(plan, key_of(plan)) for plan in plans if plan.on >= moment.day]
    following = (following_day(plan, moment.day) for plan in passed)
    ahead += [(plan, f"following:{plan.id}") for plan in following if plan]
    rows = [
        (key, _plan(plan, caseload, moment), "") for plan, key in sorted(ahead, key=lambda one: one[0].on)
    ]
    open_still = [(key_of(plan), _plan(plan, caseload, moment), "") for plan in passed]
    return [*_each("still open", open_still), *_each("next", rows or [("next", "nothing planned", "muted")])]


def _plan(plan: Appointment, caseload: Caseload, moment: Moment) -> str:
    at = f" {plan.at:%H:%M}" if plan.at else ""
    return f"{short(plan.on, moment)}{at}  {said.plan(plan, caseload)}"
