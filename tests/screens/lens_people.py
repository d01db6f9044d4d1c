"""People of whom every word, every kind and every name is one that stands nowhere in the program itself.

What somebody said has `zorb` in it, the label of every kind `kwex`, a name `Quenby` or `Vashtar`.
"""

import typing
from datetime import date, time

import msgspec

from store.drafts import Draft
from store.principles import themes
from store.records import (
    Answer,
    Appointment,
    Channel,
    CheckIn,
    Client,
    Confidant,
    Consent,
    Contact,
    EndConversation,
    Episode,
    Goal,
    HandedOn,
    MatteringDay,
    NoteTemplate,
    OwnQuestion,
    Promise,
    Referral,
    Reflection,
    Rhythm,
    SavedView,
    Service,
    Stay,
    Support,
)
from store.vocabulary import LISTS, rename

FULL_NAME = "Quenby Vashtar"
NAMES = ("quenby", "vashtar")
WORDS = "zorb"
KINDS = "kwex"
TODAY = date(2026, 11, 23)
KEPT_AS_THEY_ARE = {
    "uid", "status", "kind", "mode", "outcome", "state", "stage", "result", "direction", "zone", "helped",
    "question_id", "theme", "area", "ended", "how_met", "purpose", "contact_uid", "moment",
}  # fmt: skip
"""Codes that the rules of the store know; their labels are renamed instead."""


def kinds_by_other_names():
    """Every entry of every list called something with `kwex`."""
    rename({each.name: {term.code: f"kwex{term.code}" for term in each.terms} for each in LISTS})


def filled(record, **given):
    """A record with words in each of its fields."""
    hints = typing.get_type_hints(record)
    words = {
        name: f"zorb {name}"
        for name in (field.name for field in msgspec.structs.fields(record))
        if hints[name] is str and name not in KEPT_AS_THEY_ARE
    }
    return record(**words | given)


def fill(books):
    """Two people with the same initials, all there can be about the first, a notebook, drafts, the inbox."""
    kinds_by_other_names()
    add = books.caseload.add
    person = filled(
        Client,
        name=FULL_NAME,
        status="walking",
        how_met="referral",
        rhythm=Rhythm(every_days=7, how="zorb how", agreed_on=date(2026, 11, 1)),
        episodes=(filled(Episode, on=date(2026, 11, 21), certainty="", supply_days=4),),
        channels=(filled(Channel, how="call", whose="", if_cut_off="", ok_text=True),),
        confidants=(filled(Confidant),),
        stays=(filled(Stay),),
        days_that_matter=(MatteringDay(month=11, day=24, what="zorb day"),),
    )
    id = add(person).records[0].id
    add(Client(name="Quilla Verdane"))
    service = add(Service(name="Hearth House", areas=("housing",))).records[0].id
    for record in _about(id, service):
        add(record)
    add(NoteTemplate(digit=1, text="zorb template"))
    add(SavedView(name="quenby zorb", words="zorb view", view="Everyone"))
    theme = themes()[0].code
    page = filled(Reflection, on=TODAY, themes=(theme,))
    books.notebook.add(page)
    books.notebook.add(filled(Reflection, on=TODAY, week=TODAY))
    books.notebook.add(filled(Support), "whom you can talk to")
    books.notebook.add(OwnQuestion(words="zorb own?", theme=theme), "your question")
    books.notebook.add(OwnQuestion(words="zorb otherwise?", theme="hope", instead_of="hope-b1"))
    seen = books.caseload.record_note(books.caseload.read_note("zorb note #trust", id, moment=None))
    books.notebook.see_themes((theme,), seen.records[0].uid, TODAY, seen.act)
    books.folder.inbox().put(f"{FULL_NAME} zorb inbox", "Who is “zorb”?")
    drafts = books.folder.drafts()
    drafts.keep(Draft("note", id, {"text": "zorb draft"}))
    drafts.keep(Draft("catch-up", None, {"text": "zorb sheet\nquenby zorb 15c ! zorb"}))
    drafts.keep(Draft("first-start", None, {"text": f"{FULL_NAME} out 21 nov weekly text"}))
    drafts.put_aside(Draft("note", id, {"text": "zorb aside"}))
    return id


def _about(id, service):
    """A record of every kind about somebody."""
    talk = {"mode": "phone", "kind": "coaching", "outcome": "talked", "activities": ("ride",)}
    asked = {"client_id": id, "stage": "asked", "stage_on": date(2026, 11, 2)}
    return (
        filled(Contact, client_ids=(id,), on=TODAY, minutes=15, **talk),
        filled(Contact, client_ids=(id,), on=date(2026, 11, 22), mode="text", outcome="no-answer"),
        filled(Contact, client_ids=(id,), on=TODAY, mode="phone", kind="crisis", outcome="talked"),
        filled(Contact, unnamed=1, on=TODAY, mode="in-person"),
        filled(Appointment, client_id=id, kind="court", on=date(2026, 11, 24), at=time(9, 30), mode="phone"),
        filled(Appointment, client_id=id, kind="touch", on=date(2026, 11, 20), mode="phone"),
        filled(Promise, client_id=id, made_on=date(2026, 11, 10), due_on=TODAY),
        filled(Goal, client_id=id, area="housing", state="named"),
        filled(Referral, service_id=service, area="housing", **asked),
        filled(Referral, **asked),
        filled(Consent, client_id=id, purpose="notes", on=TODAY),
        filled(HandedOn, on=TODAY, what="envelope", client_ids=(id,)),
        filled(EndConversation, client_id=id, on=TODAY),
        filled(CheckIn, client_id=id, on=TODAY, answers=(filled(Answer, question_id="hope-with-a"),)),
        filled(Promise, client_id=id, made_on=TODAY, due_on=date(2026, 12, 20)),
        filled(Referral, client_id=id, stage="let-go", ended="said-no", stage_on=TODAY),
        filled(Contact, on=TODAY, mode="written", kind="work"),
    )
