"""The records. Frozen; only a name or alias is ever required.

A day is a local calendar day. A wall time is local. An instant is UTC. An empty string, an empty
tuple or None is "not asked, not known": nothing here is compulsory but `Client.name`.
"""

from store.records.agreements import Answer, CheckIn, Consent, EndConversation
from store.records.base import Part, Record
from store.records.leaving import ClosedMonth, Envelope, HandedOn, KeptFigure
from store.records.notebook import OwnQuestion, QuestionChoice, Reflection, Support, ThemeSeen
from store.records.own import Absence, HintWord, NoteTemplate, SavedView
from store.records.people import AskedAs, Channel, Client, Confidant, Episode, MatteringDay, Rhythm, Stay
from store.records.services import Hours, Phone, Place, Service
from store.records.work import Appointment, Contact, Goal, Promise, Referral, Repeat, Step

CASELOAD_TABLES: dict[str, type[Record]] = {
    "clients": Client,
    "appointments": Appointment,
    "promises": Promise,
    "goals": Goal,
    "referrals": Referral,
    "services": Service,
    "consents": Consent,
    "end_conversations": EndConversation,
    "check_ins": CheckIn,
    "absences": Absence,
    "saved_views": SavedView,
    "note_templates": NoteTemplate,
    "hint_words": HintWord,
    "closed_months": ClosedMonth,
    "handed_on": HandedOn,
    "envelopes": Envelope,
    "contacts": Contact,
}
"""The record's tables, in the order of the snapshot: contacts last, so that a reader may stop before them."""

HER_OWN_TABLES = (
    "absences",
    "saved_views",
    "note_templates",
    "hint_words",
    "closed_months",
    "handed_on",
    "envelopes",
)
"""Those that are about the mentor's own work: what she keeps for herself, and what she handed on."""

NOTEBOOK_TABLES: dict[str, type[Record]] = {
    "reflections": Reflection,
    "themes_seen": ThemeSeen,
    "question_choices": QuestionChoice,
    "own_questions": OwnQuestion,
    "supports": Support,
}
"""The notebook's tables."""

__all__ = [
    "CASELOAD_TABLES",
    "HER_OWN_TABLES",
    "NOTEBOOK_TABLES",
    "Absence",
    "Answer",
    "Appointment",
    "AskedAs",
    "Channel",
    "CheckIn",
    "Client",
    "ClosedMonth",
    "Confidant",
    "Consent",
    "Contact",
    "EndConversation",
    "Envelope",
    "Episode",
    "Goal",
    "HandedOn",
    "HintWord",
    "Hours",
    "KeptFigure",
    "MatteringDay",
    "NoteTemplate",
    "OwnQuestion",
    "Part",
    "Phone",
    "Place",
    "Promise",
    "QuestionChoice",
    "Record",
    "Referral",
    "Reflection",
    "Repeat",
    "Rhythm",
    "SavedView",
    "Service",
    "Stay",
    "Step",
    "Support",
    "ThemeSeen",
]
