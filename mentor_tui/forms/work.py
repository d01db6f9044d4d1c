"""The forms of what is done with a person: a note, a plan, a promise, a goal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.forms import measures
from mentor_tui.forms.asking import Group, choice, claim, line, options_of, several, words
from mentor_tui.forms.spec import Spec, group, people, person, service, services
from store import acts
from store.records import Appointment, Contact, Goal, Promise, Record
from store.vocabulary import (
    ACTIVITIES,
    APPOINTMENT_KINDS,
    AREAS,
    DIRECTIONS,
    GOAL_STATES,
    GOING_ALONG,
    KINDS,
    MODES,
    OUTCOMES,
    PROMISE_STATES,
    RANKS,
    RESULTS,
    WHOSE_IDEA,
)

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment


def _contact(caseload: Caseload, contact: Contact, is_new: bool) -> tuple[Group, ...]:
    return (
        group(
            "",
            people(caseload),
            measures.contact_when(caseload),
            choice("mode", "How", MODES),
            choice("outcome", "What happened", OUTCOMES),
            measures.length("minutes", "How long"),
            words("words", "What it was about"),
        ),
        group(
            "More",
            choice("kind", "What kind", KINDS),
            choice("direction", "Who reached out", DIRECTIONS),
            words("they_will", "They said they would"),
            several("activities", "Things done", options_of(ACTIVITIES)),
            services(caseload),
            measures.length("travel_minutes", "Travel"),
            measures.number("km", "Kilometres"),
            measures.number("cents", "Money spent", "8.50", scale=100),
            measures.number("unnamed", "Others met", "people without a name here", scale=-1),
            claim("together", "Written together"),
            claim("quote_ok", "May be quoted"),
        ),
    )


def _plan(caseload: Caseload, plan: Appointment, is_new: bool) -> tuple[Group, ...]:
    return (
        group(
            "",
            person(caseload, plan, or_mine=True),
            measures.plan_when(caseload, plan),
            line("what", "What", "clinic, coffee, call about the form"),
            choice("kind", "What kind", APPOINTMENT_KINDS),
            None if is_new else choice("result", "What became of it", RESULTS),
        ),
        group(
            "Getting there",
            service(caseload, "Where", "where"),
            line("bring", "Bring", "ID, the letter"),
            choice("going", "Going along", GOING_ALONG),
            line("ride", "The ride", "not sorted"),
            choice("mode", "How", MODES, "by text, in person"),
            measures.number("remind_days", "Days ahead", "when Today begins to show it", scale=-1),
        ),
    )


def _plan_finish(before: Appointment, after: Appointment, moment: Moment) -> Record:
    if after.result != before.result:
        return acts.plan_closed(after, after.result, moment)
    return after


def _promise(caseload: Caseload, promise: Promise, is_new: bool) -> tuple[Group, ...]:
    needed = "Say what you promised; a word or two is enough."
    return (
        group(
            "",
            person(caseload, promise, or_mine=True),
            line("words", "I said I would", "ask about boots", needed=needed),
            measures.day_to_come(caseload, "due_on", "By", "no day is fine", is_new=is_new),
            None if is_new else choice("state", "Where it stands", PROMISE_STATES, fixed=True),
        ),
    )


def _promise_finish(before: Promise, after: Promise, moment: Moment) -> Record:
    return acts.promise_set(after, after.state, moment) if after.state != before.state else after


def _goal(caseload: Caseload, goal: Goal, is_new: bool) -> tuple[Group, ...]:
    needed = "Say it in their words; a word or two is enough."
    return (
        group(
            "",
            person(caseload, goal),
            line("words", "In their words", "a door that locks", needed=needed),
            choice("rank", "When, for them", RANKS),
            choice("state", "Where it stands", GOAL_STATES),
            choice("area", "Area", AREAS, "for counting only"),
            choice("whose", "Whose idea", WHOSE_IDEA),
        ),
    )


def _goal_finish(before: Goal, after: Goal, moment: Moment) -> Record:
    moved = before.id == 0 or after.state != before.state
    return replace(after, state_on=moment.day) if moved else after


CONTACT = Spec("note", lambda now, who: _blank_contact(now, who), _contact)
PLAN = Spec(
    "plan",
    # date.min stands for "not said yet": the form shows nothing, and refuses to keep it
    lambda now, who: Appointment(client_id=who, on=date.min, zone=now.zone),
    _plan,
    _plan_finish,
)
PROMISE = Spec("promise", lambda now, who: Promise(client_id=who, made_on=now.day), _promise, _promise_finish)
GOAL = Spec("goal", lambda now, who: Goal(client_id=who, named_on=now.day), _goal, _goal_finish)


def _blank_contact(now: Moment, client_id: int) -> Contact:
    return Contact(
        client_ids=(client_id,) if client_id else (), on=now.day, at=now.at, zone=now.zone, outcome="talked"
    )
