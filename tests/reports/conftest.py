"""A month of invented work, read the way a report reads it."""

from datetime import date

import pytest

from store.clock import moment_from
from store.records import Appointment, Client, Consent, Contact, Episode, Goal, Record, Referral
from store.vocabulary import AREAS, GOAL_STATES, HOW_MET, KINDS, MODES, REFERRAL_ENDS, STATUSES


class Books:
    """The reads of `mentor_tui.reports.work.Reads`, over a handful of records."""

    def __init__(self, *records: Record):
        self.records = records

    def all(self, kind):
        return tuple(record for record in self.records if isinstance(record, kind))

    def contacts_between(self, first, last):
        return iter([each for each in self.all(Contact) if first <= each.on <= last])

    def plans_between(self, first, last):
        return iter([each for each in self.all(Appointment) if first <= each.on <= last])

    def consents_of(self, client_id):
        return tuple(each for each in self.all(Consent) if each.client_id == client_id)


@pytest.fixture(scope="session")
def books() -> type[Books]:
    return Books


@pytest.fixture(scope="session")
def monday():
    """Monday 23 November 2026, 14:02."""
    return moment_from("2026-11-23T14:02", "America/Vancouver")


def nov(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture(scope="session")
def a_month(books):
    """Four people: Dee, newly out; Marcus, tried; Renée, worked for; Jo, not heard of this month."""
    return books(
        Client(id=1, name="Dee", met_on=nov(1), how_met="self",
               episodes=(Episode(on=nov(3)), Episode(on=nov(21)))),
        Client(id=2, name="Marcus", met_on=date(2025, 1, 5), how_met="peer", status="died"),
        Client(id=3, name="Renée", met_on=nov(9)),
        Client(id=4, name="Jo", met_on=date(2026, 2, 1), episodes=(Episode(expected_on=nov(12)),)),
        Client(id=5, name="Later", met_on=date(2026, 12, 2)),
        Consent(id=1, client_id=1, purpose="keep-notes", on=nov(2)),
        Consent(id=2, client_id=2, purpose="keep-notes", on=date(2025, 1, 5)),
        Consent(id=3, client_id=2, purpose="keep-notes", on=nov(8), state="withdrawn"),
        # One ride with two people: one entry, its time and travel once.
        Contact(id=1, client_ids=(1, 2), on=nov(3), mode="driving", kind="ride", outcome="met", minutes=90,
                travel_minutes=30, km=12.5, cents=850),
        Contact(id=2, client_ids=(1,), on=nov(5), mode="phone", kind="check-in", outcome="talked",
                minutes=15),
        Contact(id=3, client_ids=(2,), on=nov(6), mode="phone", outcome="no-answer"),
        Contact(id=4, client_ids=(2,), on=nov(7), mode="text", outcome="sent"),
        Contact(id=5, client_ids=(3,), on=nov(9), mode="phone", kind="behalf", outcome="talked", minutes=20),
        Contact(id=6, client_ids=(1,), on=nov(10), words="a note"),
        Contact(id=7, unnamed=3, on=nov(11), mode="in-person", outcome="met", minutes=20),
        Contact(id=8, on=nov(12), kind="work", minutes=60),
        Contact(id=9, client_ids=(1,), on=nov(30), mode="in-person", kind="along", outcome="met"),
        Contact(id=10, client_ids=(4,), on=date(2026, 10, 31), mode="phone", outcome="talked"),
        Contact(id=11, client_ids=(4,), on=date(2026, 12, 1), mode="phone", outcome="talked"),
        Goal(id=1, client_id=1, words="a door that locks", area="housing", state="working", named_on=nov(2)),
        Goal(id=2, client_id=1, words="my card", area="documents", state="got-it", named_on=nov(2),
             state_on=nov(20)),
        Goal(id=3, client_id=4, words="teeth", area="dental", state="got-it", state_on=date(2026, 10, 1)),
        Goal(id=4, client_id=4, words="a room", area="housing", state="got-it", state_on=date(2026, 12, 9)),
        Goal(id=5, client_id=4, words="my son", area="", named_on=date(2026, 12, 9)),
    )  # fmt: skip


@pytest.fixture(scope="session")
def everything(books):
    """One of every word on every list, and one that is on none, so that every line is printed."""
    people = [Client(id=n, name="x", how_met=code) for n, code in enumerate(codes(HOW_MET), 1)]
    goals = [Goal(id=1, client_id=1, area=area, state="named") for area in codes(AREAS)]
    states = [Goal(id=1, client_id=1, state=state) for state in codes(GOAL_STATES)]
    unknown_then = Goal(id=9, client_id=1, state="got-it", state_on=date(2027, 1, 1))
    kinds = [Contact(id=1, client_ids=(1,), on=nov(2), kind=kind) for kind in codes(KINDS)]
    modes = [Contact(id=1, client_ids=(1,), on=nov(2), mode=mode, outcome="talked") for mode in codes(MODES)]
    someone = [Contact(id=1, client_ids=(each.id,), on=nov(2), kind="talk", outcome="met") for each in people]
    stood = [
        Client(id=60 + n, name="x", status=code, status_on=nov(4), episodes=(Episode(on=nov(1)),))
        for n, code in enumerate(codes(STATUSES))
    ]
    back = Client(id=90, name="x", episodes=(Episode(on=nov(1), back_on=nov(3)),))
    bridges = [
        Referral(id=n, client_id=90, area=area, stage="let-go", stage_on=nov(9), ended=ended)
        for n, (area, ended) in enumerate(zip(codes(AREAS), codes(REFERRAL_ENDS) * 3, strict=False), 1)
    ]
    records = (*people, *goals, *states, unknown_then, *kinds, *modes, *someone, *stood, back, *bridges)
    return books(*records, Contact(id=2, client_ids=(1,), on=nov(3), words="=quoted", quote_ok=True))


def codes(terms):
    return [*(term.code for term in terms), "=a word of her own", ""]
