"""The rows of a person's own screen: timeline, goals, bridges, dates and promises, about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from mentor_tui import said
from mentor_tui.about_words import about_fields
from mentor_tui.agreement_words import all_said
from mentor_tui.keys import told
from mentor_tui.person_words import rhythm_line, status_words
from store.records import (
    Appointment,
    CheckIn,
    Client,
    Contact,
    EndConversation,
    Episode,
    Goal,
    Promise,
    Record,
)
from store.shelf import TABLE_OF
from store.standing import has_died, is_active, plan_shows
from store.two_way import is_attempt
from store.vocabulary import AREAS, HELPED, label
from store.waiting.items import following_day
from store.when import short
from widgets.row import JOIN, Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.timeline import TimelineItem

TIMELINE_COLUMNS = (Column(least=9, most=11), Column(least=8, most=15, wraps=True), Column(least=44))
"""When; how; words. A note is read, so its words have more than half of 80 columns."""
NEXT_COLUMNS = (Column(width=10), Column())
"""Next, or you said; what."""
UNDER_DATES = "under dates"
"""The key of the row that leads to the rest."""
_NEXT_MOST = 2
_SAID_MOST = 2
"""Answers of a check-in that stand on the timeline."""
_ABOUT_ADDS = "{edit} adds numbers and rules, releases, how you met; {add} adds an agreement."
_RESTING = {
    (True, False): ("OPEN", "YOU SAID"),
    (False, False): ("PLANNED, AND RESTING NOW", "YOU SAID, AND IT RESTS NOW"),
    (False, True): ("WAS PLANNED", "YOU HAD SAID"),
}
"""Over what is open still, by whether they are active and whether they died."""
TWO_COLUMNS = (Column(least=9, most=22), Column(least=24))
"""A word or a day; what."""


def key_of(record: Record) -> str:
    """The key of a row that is a record."""
    return f"{TABLE_OF[type(record)]}:{record.id}"


def timeline_row(item: TimelineItem, caseload: Caseload, index: int) -> Row:
    """What happened, newest first; what was tried is muted, never red."""
    when = ((_when(item.on, item.at, caseload.clock.now()), "second"),)
    record = item.record
    if isinstance(record, Contact):
        words: list[Piece] = [(said.what(record), "muted" if is_attempt(record) else "")]
        if record.words and (happened := said.happened(record)):
            words += [JOIN, (happened, "muted")]
        if record.they_will:
            words += [JOIN, (f"they will: {record.they_will}", "muted")]
        return Row(key_of(record), (when, ((said.how(record), "muted"),), tuple(words)))
    if isinstance(record, Appointment):
        called = "date" if record.kind == "date" else "plan"
        return Row(key_of(record), (when, ((called, "muted"),), said.plan(record, caseload)))
    if isinstance(record, CheckIn):
        return Row(key_of(record), (when, (("check-in", "muted"),), _said_in(record)), 3)
    assert isinstance(record, Episode)
    words_of_it = "back inside" if item.came_back else "released"
    place = f" from {record.place}" if record.place and not item.came_back else ""
    return Row(f"episode:{index}", (when, (("", ""),), ((words_of_it + place, "strong"),)))


def _said_in(record: CheckIn) -> tuple[Piece, ...]:
    """The first of what they said, and what they want next; the rest is on its page."""
    words = [answer.words for answer in record.answers[:_SAID_MOST]]
    pieces: list[Piece] = []
    for said_words in [*words, *([record.next] if record.next else [])]:
        pieces += [*([JOIN] if pieces else []), (f"“{said_words}”", "words")]
    return tuple(pieces)


def goal_rows(caseload: Caseload, client: Client) -> list[Item]:
    """Their goals: their words first, then where it stands."""
    return [
        Row(
            key_of(goal),
            (
                ((label(AREAS, goal.area) or goal.rank or "goal", "second"),),
                ((f"“{goal.words}”" if goal.words else "no words yet", "words"), JOIN, *_state(goal)),
            ),
        )
        for goal in caseload.goals_of(client.id)
    ]


def bridge_rows(caseload: Caseload, client: Client, moment: Moment) -> list[Item]:
    """Bridges: to what, how far, since when."""
    rows: list[Item] = []
    for bridge in reversed(caseload.referrals_of(client.id)):
        name = caseload.service_name(bridge.service_id) or bridge.to
        name = name or label(AREAS, bridge.area) or "a service"
        stage = said.bridge(bridge, name).removeprefix(f"{name} · ")
        since = f"since {short(bridge.stage_on, moment)}" if bridge.stage_on else ""
        pieces: list[Piece] = [(stage, "")]
        for part in (since, bridge.treated, bridge.ended_words):
            pieces += [JOIN, (part, "muted")] if part else []
        rows.append(Row(key_of(bridge), (((name, "name"),), tuple(pieces))))
    return rows


def date_rows(caseload: Caseload, client: Client, moment: Moment) -> list[Item]:
    """What is open first, then what the mentor promised, then what has been."""
    plans = caseload.appointments_of(client.id)
    promises = caseload.promises_of(client.id)
    still = [plan for plan in plans if not plan.result]
    coming = [plan for plan in still if plan_shows(client, plan)]
    resting = [plan for plan in still if plan not in coming]
    shown = _with_following(coming, moment.day)
    planned, said_to_them = _RESTING[is_active(client), has_died(client)]
    groups = (
        ("OPEN", [_plan_row(plan, caseload, moment, key) for plan, key in shown]),
        (planned, [_plan_row(plan, caseload, moment) for plan in resting]),
        (said_to_them, [_promise_row(one, moment) for one in promises if one.state == "open"]),
        ("BEFORE", [_plan_row(plan, caseload, moment) for plan in _closed(plans)]),
        ("KEPT OR LET GO", [_promise_row(one, moment) for one in reversed(promises) if one.state != "open"]),
    )
    items: list[Item] = []
    for title, rows in groups:
        if rows:
            items += [*([Gap()] if items else []), Heading(title), *rows]
    return items


def about_rows(caseload: Caseload, client: Client, moment: Moment) -> list[Item]:
    """What is known, field by field; consents and end conversations under it."""
    items: list[Item] = [
        Row(f"clients:{client.id}", (((name, "second"),), words)) for name, words in _about(client, moment)
    ]
    consents = all_said(caseload, client)
    ends = caseload.of(EndConversation, client.id)
    if consents:
        items += [Gap(), Heading("AGREED")]
        items += [_dated(one, one.on, words, moment) for one, words in consents]
    if ends:
        items += [Gap(), Heading("AT THE END")]
        items += [_dated(one, one.on, _end(one), moment) for one in ends]
    if not has_died(client):
        items += [Gap(), Row("adds", (((told(_ABOUT_ADDS), "muted"),),), spans=True)]
    return items


def next_items(caseload: Caseload, client: Client, moment: Moment) -> list[Item]:
    """For the side of the timeline: what is next, and what was promised."""
    items: list[Item] = []
    for title, rows in _next_groups(caseload, client, moment):
        items += [*([Gap()] if items else []), Heading(title.upper())]
        items += [Row(row.key, row.cells, spans=True) for row in rows]
    return items


def next_lines(caseload: Caseload, client: Client, moment: Moment) -> list[Item]:
    """The same in a line each, for under the timeline; what goes past a few is said to be under Dates."""
    lines: list[Item] = []
    more = 0
    for title, rows in _next_groups(caseload, client, moment):
        titles = (title, *[""] * _NEXT_MOST)
        lines += [
            Row(row.key, (((titles[place], "muted"),), *row.cells), 1)
            for place, row in enumerate(rows[:_NEXT_MOST])
        ]
        more += len(rows[_NEXT_MOST:])
    return [*lines, *([Row(UNDER_DATES, ("", ((f"{more} more under Dates", "muted"),)), 1)] if more else [])]


def _next_groups(caseload: Caseload, client: Client, moment: Moment) -> Iterator[tuple[str, list[Row]]]:
    still = [plan for plan in caseload.appointments_of(client.id) if not plan.result]
    plans = _with_following((plan for plan in still if plan_shows(client, plan)), moment.day)
    promises = [one for one in caseload.promises_of(client.id) if one.state == "open" and is_active(client)]
    passed = [one for one in plans if one[0].on < moment.day]
    for title, ones in (("next", plans[len(passed) :]), ("still open", passed)):
        if ones:
            yield title, [_next_row(plan, key, caseload, moment) for plan, key in ones]
    if promises:
        yield "you said", [Row(key_of(one), (said.promise(one, moment),)) for one in promises]


def _with_following(plans: Iterable[Appointment], today: date) -> list[tuple[Appointment, str]]:
    """Plans by day, each with the key of its row; of one that has passed and comes back the next day too."""
    found = []
    for plan in plans:
        found.append((plan, key_of(plan)))
        if plan.on < today and (following := following_day(plan, today)):
            found.append((following, f"{key_of(plan)}@{following.on}"))
    return sorted(found, key=lambda one: (one[0].on, one[0].at or time.min))


def _state(goal: Goal) -> tuple[Piece, ...]:
    return ((said.goal(goal).rpartition(" · ")[2], "muted"),)


def _next_row(plan: Appointment, key: str, caseload: Caseload, moment: Moment) -> Row:
    when, words = _plan_row(plan, caseload, moment).cells
    assert isinstance(when, tuple)
    return Row(key, ((*when, (f"  {words}", "")),))


def _plan_row(plan: Appointment, caseload: Caseload, moment: Moment, key: str = "") -> Row:
    on = _stood_on(plan)
    when = short(on, moment) + (f" {plan.at:%H:%M}" if plan.at and on == plan.on else "")
    words = said.plan(plan, caseload)
    return Row(key or key_of(plan), (((when, "second"),), words))


def _closed(plans: tuple[Appointment, ...]) -> list[Appointment]:
    return sorted((plan for plan in plans if plan.result), key=_stood_on, reverse=True)


def _stood_on(plan: Appointment) -> date:
    """Its day; what was done before its day came is over, and stands on the day it was done."""
    return min(plan.on, plan.closed_on) if plan.closed_on else plan.on


def _promise_row(promise: Promise, moment: Moment) -> Row:
    due = f"by {short(promise.due_on, moment)}" if promise.due_on else "promised"
    state = "" if promise.state == "open" else "kept" if promise.state == "done" else "let go"
    pieces: tuple[Piece, ...] = ((promise.words, ""),)
    return Row(key_of(promise), (((state or due, "second"),), pieces))


def _end(record: EndConversation) -> str:
    words = f": “{record.words}”" if record.words else ""
    return f"did it help reach something? {label(HELPED, record.helped)}{words}"


def _when(on: date, at: datetime | None, moment: Moment) -> str:
    day = short(on, moment)
    if day == "today" and at is not None:
        return f"{day} {at.astimezone(moment.tz):%H:%M}"
    return day


def _dated(record: Record, on: date | None, words: str, moment: Moment) -> Row:
    return Row(key_of(record), (((short(on, moment) if on else "some day", "second"),), words))


def _about(client: Client, moment: Moment) -> Iterator[tuple[str, str]]:
    yield "where it stands", status_words(client)
    if client.rhythm:
        yield "rhythm", rhythm_line(client, moment)
    yield from about_fields(client, moment)
