"""Two people made one, and records filed with another person: nothing is lost, and one undo takes it back."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from store.errors import RequestRefused
from store.merging import merge, refile
from store.one_person import filled, joined
from store.records import (
    Appointment,
    Channel,
    Client,
    Confidant,
    Consent,
    Contact,
    Episode,
    Goal,
    HandedOn,
    MatteringDay,
    Promise,
    Referral,
    Rhythm,
    Stay,
)

ON = date(2026, 11, 20)
TEXTS = [
    name
    for name, field in ((field.name, field) for field in msgspec.structs.fields(Client))
    if field.type is str and name not in ("name", "uid", "status")
]


def everything(folder):
    return {
        table: dict(folder.caseload.documents(table))
        for table in sorted(folder.caseload.ledger.tables())
        if folder.caseload.documents(table)
    }


def test_everything_of_the_other_goes_to_the_one_and_one_undo_takes_it_all_back(caseload, person, note):
    keep, other = person("Dee", about="likes tea"), person("Deanna", pronouns="she", about="likes dogs")
    third = person("Jo")
    for who in (other, keep):
        caseload.add(Goal(client_id=who.id, words="a door"))
        caseload.add(Consent(client_id=who.id, purpose="numbers"))
    both = caseload.add(Contact(client_ids=(other.id, third.id, keep.id), on=ON, words="x")).records[0]
    note("deanna call 15m > every tue 14:00 coffee ! ask about boots")
    caseload.add(Referral(client_id=other.id, to="clinic"))
    handed = caseload.add(HandedOn(on=ON, what="handover", client_ids=(other.id,))).records[0]
    before = everything(caseload.folder)
    saved = merge(caseload, keep, other)
    after = everything(caseload.folder)
    assert [one.name for one in caseload.people()] == ["Dee", "Jo"]
    assert caseload.get(Contact, both.id).client_ids == (keep.id, third.id)
    assert caseload.get(HandedOn, handed.id).client_ids == (keep.id,)
    assert [len(caseload.of(kind, keep.id)) for kind in (Goal, Consent, Contact, Appointment, Promise)] == [
        *(2, 2, 2, 1, 1)
    ]
    assert len(caseload.referrals_of(keep.id)) == 1
    for table, kept in before.items():  # no record is gone but the other person's own
        assert set(kept) - set(after[table]) == ({other.id} if table == "clients" else set())
    now = caseload.get(Client, keep.id)
    assert now == saved.records[0]
    assert (now.pronouns, now.about) == ("she", "likes tea\nAlso called Deanna.\nlikes dogs")
    assert caseload.undo().label == "two records made one, Dee"
    assert everything(caseload.folder) == before


def test_where_you_stand_is_as_it_was_with_one_of_the_two(caseload, person):
    keep, other = person("Dee"), person("Dee", status="paused", status_on=ON)
    with pytest.raises(RequestRefused):
        merge(caseload, keep, keep)
    with pytest.raises(RequestRefused):
        merge(caseload, keep, other, "died")
    assert merge(caseload, keep, other, "paused").records[0].status_on == ON


def test_a_field_of_a_newer_version_survives_from_either(caseload, person):
    keep, other = person("Dee"), person("Dee B")
    with caseload.folder.act("by another hand") as act:
        act.update("clients", other.id, {"shoe_size": "43"})
    merge(caseload, keep, other)
    assert caseload.folder.caseload.documents("clients")[keep.id]["shoe_size"] == "43"


@pytest.mark.parametrize("rule", ["never_contact", "if_quiet", "prefers", "unavailable", "access_needs"])
def test_a_rule_of_safety_of_either_stays_where_rules_are_read(rule):
    both = joined(Client(name="Dee", **{rule: "her ex"}), Client(name="Dee B", **{rule: "Tom Hurtz"}))
    assert getattr(both, rule) == "her ex; Tom Hurtz"
    assert getattr(joined(Client(name="Dee"), Client(name="Dee B", **{rule: "Tom"})), rule) == "Tom"


def test_lists_are_joined_without_doubles():
    one = Client(
        name="Dee",
        channels=(Channel(value="604 555 0100"),),
        episodes=(Episode(expected_on=ON, certainty="expected"),),
        stays=(Stay(where="shelter", since=ON),),
        confidants=(Confidant(name="Ana", relation="sister"),),
        days_that_matter=(MatteringDay(month=3, day=4),),
        met_on=date(2026, 5, 2),
    )
    two = Client(
        name="Dee",
        channels=(Channel(value="(604) 555-0100", ok_text=True), Channel(how="email", value="d@x.ca")),
        episodes=(Episode(on=ON, certainty="known"), Episode(on=date(2025, 1, 2), back_on=date(2025, 3, 4))),
        stays=(Stay(where="outside"), Stay(where="shelter", since=ON)),
        confidants=(Confidant(name="ana", about="the lease"),),
        days_that_matter=(MatteringDay(month=3, day=4, what="Lily's birthday"),),
        met_on=date(2026, 4, 1),
    )
    both = joined(one, two)
    assert both.channels == (
        Channel(value="604 555 0100", ok_text=True),
        Channel(how="email", value="d@x.ca"),
    )
    assert [(each.expected_on, each.on) for each in both.episodes] == [(None, date(2025, 1, 2)), (ON, ON)]
    assert both.episodes[-1].certainty == "known"
    assert [each.where for each in both.stays] == ["outside", "shelter"]
    assert both.confidants == (Confidant(name="Ana", relation="sister", about="the lease"),)
    assert both.days_that_matter == (MatteringDay(month=3, day=4, what="Lily's birthday"),)
    assert both.met_on == date(2026, 4, 1)
    ruled = joined(one, Client(name="Dee", channels=(Channel(value="6045550100", how="text"),)))
    assert len(ruled.channels) == 2


words = some.text("abcde ='", min_size=1, max_size=6).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(*(some.dictionaries(some.sampled_from(TEXTS), words) for _ in range(2)), words, words)
def test_no_word_of_either_is_lost(mine, theirs, name, called):
    rhythm = Rhythm(every_days=9, how="by text", agreed_on=ON)
    keep = Client(name=name, curve=(1, 2), **mine)
    other = Client(name=called, rhythm=rhythm, curve=(5, 77), **theirs)
    both = joined(keep, other)
    kept = msgspec.json.encode(both).decode().lower()
    left_out = ("left_because",)  # with no day it means nothing
    for each in (keep, other):
        for field in TEXTS:
            if field not in left_out:
                assert msgspec.json.encode(getattr(each, field)).decode()[1:-1].lower() in kept
    assert called.lower() in kept and both.rhythm == rhythm and "5, 77" in both.about
    assert filled(keep, Client(name=called)) == keep
    for field in mine:
        assert getattr(filled(keep, other), field) == mine[field]


def test_a_note_filed_with_the_wrong_person_goes_with_what_was_made_of_it(caseload, person, note):
    dee, jo = person("Dee"), person("Jo")
    wrong = note("dee call 15m about the lease > every tue 14:00 coffee ! ask about boots").records
    stays = note("dee met 1h").records[0]
    promise = caseload.add(Promise(client_id=dee.id, words="another")).records[0]
    before = everything(caseload.folder)
    saved = refile(caseload, (wrong[0],), dee, jo)
    assert saved.label == "note to Jo, from Dee"
    assert {type(one) for one in saved.records} == {Contact, Appointment, Promise}
    assert [one.words for one in caseload.contacts_with(jo.id)] == ["about the lease"]
    assert [one.id for one in caseload.contacts_with(dee.id)] == [stays.id]
    assert [one.id for one in caseload.promises_of(dee.id)] == [promise.id]
    assert [one.repeats is not None for one in caseload.appointments_of(jo.id)] == [True]
    caseload.undo()
    assert everything(caseload.folder) == before


def test_all_days_of_what_comes_back_go_together_and_so_does_a_shared_note_only_for_one(
    caseload, person, note
):
    dee, jo = person("Dee"), person("Jo")
    plan = note("dee > every tue 14:00 coffee").records[0]
    caseload.close_plan(plan)
    shared = note("dee, jo ride 2h").records[0]
    saved = refile(caseload, (*caseload.appointments_of(dee.id)[:1], shared), dee, "Sam")
    sam = saved.records[0]
    assert (sam.name, sam.met_on) == ("Sam", date(2026, 11, 23))
    assert caseload.appointments_of(dee.id) == ()
    assert len(caseload.appointments_of(sam.id)) == 2
    assert caseload.get(Contact, shared.id).client_ids == (sam.id, jo.id)
    again = refile(caseload, (caseload.get(Contact, shared.id),), sam, jo).records[0]
    assert again.client_ids == (jo.id,)


@pytest.mark.parametrize("wrong", ["nothing", "same", "not theirs", "not fileable"])
def test_what_cannot_be_filed_elsewhere_changes_nothing(caseload, person, wrong):
    dee, jo = person("Dee"), person("Jo")
    goal = caseload.add(Goal(client_id=dee.id)).records[0]
    records = {"nothing": (), "not fileable": (dee,)}.get(wrong, (goal,))
    of, to = {"same": (dee, dee), "not theirs": (jo, dee)}.get(wrong, (dee, jo))
    before = everything(caseload.folder)
    with pytest.raises(RequestRefused):
        refile(caseload, records, of, to)
    assert everything(caseload.folder) == before
