"""The records, as DOMAIN.md section 3 describes them. Frozen; only a name or alias is ever required.

A day is a local calendar day. A wall time is local. An instant is UTC. An empty string, an empty
tuple or None is "not asked, not known": nothing here is compulsory but `Client.name`.
"""

from store.records.agreements import Consent, EndConversation
from store.records.base import Part, Record
from store.records.notebook import OwnQuestion, QuestionChoice, Reflection, ThemeSeen
from store.records.people import Channel, Client, Confidant, Episode, MatteringDay, Rhythm, Stay
from store.records.services import Hours, Phone, Place, Service
from store.records.work import Appointment, Contact, Goal, Promise, Referral, Step

CASELOAD_TABLES: dict[str, type[Record]] = {
    "clients": Client,
    "appointments": Appointment,
    "promises": Promise,
    "goals": Goal,
    "referrals": Referral,
    "services": Service,
    "consents": Consent,
    "end_conversations": EndConversation,
    "contacts": Contact,
}
"""The record's tables, in the order of the snapshot: contacts last, so that a reader may stop before them."""

NOTEBOOK_TABLES: dict[str, type[Record]] = {
    "reflections": Reflection,
    "themes_seen": ThemeSeen,
    "question_choices": QuestionChoice,
    "own_questions": OwnQuestion,
}
"""The notebook's tables."""

__all__ = [
    "CASELOAD_TABLES",
    "NOTEBOOK_TABLES",
    "Appointment",
    "Channel",
    "Client",
    "Confidant",
    "Consent",
    "Contact",
    "EndConversation",
    "Episode",
    "Goal",
    "Hours",
    "MatteringDay",
    "OwnQuestion",
    "Part",
    "Phone",
    "Place",
    "Promise",
    "QuestionChoice",
    "Record",
    "Referral",
    "Reflection",
    "Rhythm",
    "Service",
    "Stay",
    "Step",
    "ThemeSeen",
]
