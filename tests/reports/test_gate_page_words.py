"""The gate page against words planted in every field of every record about a person."""

from datetime import date, time

import pytest
from msgspec.structs import fields

from mentor_tui.reports import render
from mentor_tui.reports.asked import Asked
from mentor_tui.reports.catalogue import kind_named
from store.caseload import Caseload
from store.clock import FixedClock
from store.folder import DataFolder
from store.records import (
    Appointment,
    Channel,
    Client,
    Confidant,
    Consent,
    Contact,
    Episode,
    Goal,
    Hours,
    Phone,
    Promise,
    Referral,
    Service,
    Stay,
)
from store.vocabulary import APPOINTMENT_KINDS, AREAS
from tests.reports.paper_people import MONDAY

MARK = "zq"
DAY = date(2026, 11, 26)
SAID = {
    *("touch", "income", "housing", "dentist", "id", "bank", "phone-ends", "work-school", "family"),
    *("ceremony", "rent"),
}
UNSAID_AREAS = {
    *("health", "medication", "harm-reduction", "treatment", "mental-health", "legal", "supervision"),
    "safety",
}


def planted(record, /, **kept):
    """A record or a part with a word of its own in every text field that is not kept."""
    texts = {each.name: f"{MARK}-{each.name}" for each in fields(record) if each.type is str}
    return record(**(texts | kept))


def plan(kind, service):
    nothing = dict.fromkeys(("uid", "result", "series", "calendar_uid"), "")
    later = date(2026, 11, 27)
    return planted(Appointment, client_id=1, kind=kind, on=later, service_id=service, mode="phone", **nothing)


def door(name):
    """A service with a word in every field but its name and its address."""
    hours = planted(Hours, days="Thu", opens="9", closes="17")
    kept = {"uid": "", "status": "active", "name": name, "address": "12 Main St", "areas": ("food",)}
    return planted(Service, phones=(planted(Phone),), hours=(hours,), **kept)


@pytest.fixture
def page(tmp_path):
    """The gate page of somebody with one of everything, as text."""

    def made(*records):
        person = planted(
            Client, uid="", name=f"Dee {MARK}-surname", status="not-out",
            episodes=(planted(Episode, expected_on=DAY),), channels=(planted(Channel),),
            confidants=(planted(Confidant),), stays=(planted(Stay),),
        )  # fmt: skip
        about = [planted(kind, uid="", client_id=1) for kind in (Goal, Promise, Consent)]
        contact = planted(Contact, uid="", client_ids=(1,), on=date(2026, 11, 20))
        clock = FixedClock(MONDAY)
        with DataFolder.create(tmp_path / "D", clock) as folder:
            caseload = Caseload(folder, clock)
            caseload.add_each([person, *(each for each in records if isinstance(each, Service))], "people")
            rest = [each for each in records if not isinstance(each, Service)]
            caseload.add_each([*about, contact, *rest], "rest")
            asked = Asked(MONDAY, person=caseload.find_person("dee"))
            return render(kind_named("gate").make(caseload, asked)).decode()

    return made


def marks(text):
    return {word.strip(".,;") for word in text.replace("\n", " ").split() if MARK in word}


@pytest.mark.parametrize(
    "kind", [each.code for each in APPOINTMENT_KINDS if each.code not in SAID] + ["a kind of her own"]
)
def test_no_word_of_a_plan_that_may_not_be_said_is_on_the_page(page, kind):
    made = page(plan(kind, 1), door(f"{MARK}-door"))
    # Two numbers of the door are all that is told of it, beside its address and hours.
    assert marks(made) <= {"zq-number", "zq-extension"}
    assert APPOINTMENT_KINDS[0].label not in made


@pytest.mark.parametrize("area", [each.code for each in AREAS if each.code in UNSAID_AREAS])
def test_no_door_is_named_that_somebody_goes_to_for_what_may_not_be_said(page, area):
    bridge = planted(Referral, uid="", client_id=1, service_id=1, area=area, stage="asked", ended="")
    assert marks(page(bridge, door(f"{MARK}-door"))) <= {"zq-number", "zq-extension"}


def test_of_a_plan_that_may_be_said_only_place_and_what_to_bring_are_told(page):
    made = page(plan("housing", 1), door(f"{MARK}-door"))
    assert marks(made) == {"zq-door", "zq-where", "zq-bring", "zq-number", "zq-extension", "zq-note"}


def test_every_kind_of_plan_is_said_aloud_or_an_appointment_or_not_at_all():
    from mentor_tui.reports.papers.doors import NAMED_KINDS, UNSAID_KINDS

    assert set(NAMED_KINDS) == SAID
    assert {"release", "medication-ends", "condition-ends", "consent-ends"} == UNSAID_KINDS


def test_a_plan_of_no_kind_with_an_hour_and_words_is_an_appointment_with_a_line(page):
    clinic = Appointment(client_id=1, on=DAY, at=time(9), what=f"{MARK}-clinic")
    made = page(clinic)
    assert "appointment" in made
    assert "09:00" in made
    assert "in touch" not in made
    assert "_" * 16 in made.split("09:00")[1].split("\n")[0]
    assert marks(made) == set()


@pytest.mark.parametrize("more", [{"mode": "phone", "at": time(9)}, {}])
def test_a_call_with_words_and_a_day_without_an_hour_stay_in_touch(page, more):
    made = page(Appointment(client_id=1, on=date(2026, 11, 27), what=f"{MARK}-words", **more))
    assert "in touch" in made
    assert marks(made) == set()
