"""What the form of every kind of record asks, in the mentor's words."""

from mentor_tui.forms.agreements import CONSENT, END
from mentor_tui.forms.asking import Group, Refused, shown_answers
from mentor_tui.forms.bridges import BRIDGE, SERVICE
from mentor_tui.forms.person import PERSON
from mentor_tui.forms.spec import Spec, name_of
from mentor_tui.forms.work import CONTACT, GOAL, PLAN, PROMISE
from store.records import (
    Appointment,
    Client,
    Consent,
    Contact,
    EndConversation,
    Goal,
    Promise,
    Record,
    Referral,
    Service,
)

SPECS: dict[type[Record], Spec] = {
    Client: PERSON,
    Contact: CONTACT,
    Appointment: PLAN,
    Promise: PROMISE,
    Goal: GOAL,
    Referral: BRIDGE,
    Service: SERVICE,
    Consent: CONSENT,
    EndConversation: END,
}
"""The form of each kind of record."""

__all__ = ["SPECS", "Group", "Refused", "Spec", "name_of", "shown_answers"]
