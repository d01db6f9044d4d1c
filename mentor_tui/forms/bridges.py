"""The forms of a bridge and of a service in the directory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentor_tui.forms import measures
from mentor_tui.forms.asking import (
    Asked,
    Group,
    choice,
    line,
    options_of,
    parts,
    several,
    words,
    yes_no,
)
from mentor_tui.forms.spec import Spec, group, person, service
from store import acts
from store.records import Hours, Phone, Record, Referral, Service
from store.vocabulary import AREAS, REFERRAL_ENDS, SERVICE_STATUSES, STAGE_MEANINGS, STAGES, WARM
from widgets.fields import Echo

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment


def _bridge(caseload: Caseload, bridge: Referral, is_new: bool) -> tuple[Group, ...]:
    return (
        group(
            "",
            person(caseload, bridge),
            service(caseload, "To", "to"),
            _stage(),
            choice("area", "Area", AREAS, "for counting only"),
            choice("warm", "How it was made", WARM),
            words("share", "What I may share", "what they agreed to"),
        ),
        group(
            "How it went",
            measures.day_past(caseload, "asked_on", "First asked", is_new=is_new),
            measures.day_past(caseload, "went_on", "First went", is_new=is_new),
            words("treated", "How they were treated", "their words"),
            yes_no("would_return", "Would they go back"),
            choice("ended", "If it ended, why", REFERRAL_ENDS),
            words("ended_words", "In words"),
        ),
    )


def _stage() -> Asked:
    """The stage, with the plain sentence that says what it means."""
    asked = choice("stage", "How far", STAGES, fixed=True)
    return replace(asked, field=replace(asked.field, echo=lambda code: Echo(STAGE_MEANINGS.get(code, ""))))


def _bridge_finish(before: Referral, after: Referral, moment: Moment) -> Record:
    if before.id and after.stage == before.stage:
        return after
    return acts.bridge_moved(after, after.stage, moment.day, after.ended, after.ended_words)


def _service(caseload: Caseload, entry: Service, is_new: bool) -> tuple[Group, ...]:
    return (
        group(
            "",
            line("name", "Name", needed="A service needs a name; your own word for it will do."),
            line("short", "Your short name", "for @ in a note"),
            several("areas", "Helps with", options_of(AREAS)),
            line("address", "Address"),
            _phones(),
            words("how_to_get_in", "How to get in"),
            words("bring", "What to bring"),
        ),
        group(
            "Open",
            _hours(),
            words("hours_note", "Hours in words"),
            choice("status", "It is", SERVICE_STATUSES),
        ),
        group(
            "Good to know",
            words("who_can_come", "Who can come"),
            yes_no("straight_from_jail", "Straight from jail"),
            yes_no("needs_id", "Needs ID"),
            yes_no("abstinence_rule", "Abstinence rule"),
            line("cost", "Cost"),
            line("wait", "The wait"),
            line("person", "Ask for", "a name"),
            words("alert", "Just now", "closed for repairs until Friday"),
            words("peer_note", "How they treat people", "yours alone, never shared"),
        ),
        group(
            "More",
            *(line(name, label) for name, label in _MORE),
            measures.number("min_age", "From age", scale=-1),
            measures.number("max_age", "Up to age", scale=-1),
            words("what_for", "In their own words"),
            measures.day_past(caseload, "checked_on", "Last checked", is_new=is_new),
            line("checked_by", "Checked by"),
        ),
    )


_MORE = (
    ("also", "Also called"),
    ("organization", "Organization"),
    ("email", "Email"),
    ("url", "Web"),
    ("languages", "Languages"),
    ("access", "Access"),
    ("area_served", "Area served"),
)


def _phones() -> Asked:
    asked = (
        line("number", "Number"),
        line("extension", "Extension"),
        line("kind", "Kind", "voice, text"),
        line("note", "Note"),
    )
    return parts("phones", "Phones", "phone", Phone, asked)


def _hours() -> Asked:
    asked = (
        line("days", "Days", "Mon-Fri"),
        line("opens", "Opens", "9:00"),
        line("closes", "Closes", "16:30"),
        line("note", "Note", "closed for lunch"),
    )
    return parts("hours", "Hours", "row of hours", Hours, asked)


BRIDGE = Spec("bridge", lambda now, who: Referral(client_id=who), _bridge, _bridge_finish)
SERVICE = Spec("service", lambda now, who: Service(), _service)
