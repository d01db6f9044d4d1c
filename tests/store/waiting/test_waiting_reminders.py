"""From when on Today speaks of a plan, and of one that comes back: on Monday 23 November 2026 at 14:02."""

from datetime import date, time

import pytest

from store.records import Appointment, Client, Episode, Repeat
from store.reminders import lead_days
from store.vocabulary import APPOINTMENT_KINDS, REMINDERS
from store.waiting import waiting
from tests.store.waiting.one_person import dec, nov, plan, reads


def tuesdays(**more) -> Appointment:
    rule = {"rule": "FREQ=WEEKLY;BYDAY=TU", "begins": nov(10)} | more
    return plan(nov(17), repeats=Repeat(**rule))


PASSED = "plan_passed: clinic, Tue 17 Nov: how did it go?"

CASES = [
    # Some kinds are said sooner than a week ahead.
    ("court in 12 days", plan(dec(5), kind="court"), "week", ["plan: clinic Sat 5 Dec"]),
    ("court in 15 days", plan(dec(8), kind="court"), "later", ["plan: clinic Tue 8 Dec"]),
    ("treatment in 10 days", plan(dec(3), kind="treatment"), "week", ["plan: clinic Thu 3 Dec"]),
    ("treatment in 11 days", plan(dec(4), kind="treatment"), "later", ["plan: clinic Fri 4 Dec"]),
    ("medication for 10 days", plan(dec(3), kind="medication-ends"), "week", ["plan: clinic Thu 3 Dec"]),
    ("medication for 11 days", plan(dec(4), kind="medication-ends"), "later", ["plan: clinic Fri 4 Dec"]),
    ("an ID in 10 days", plan(dec(3), kind="id"), "week", ["plan: clinic Thu 3 Dec"]),
    ("an ID in 11 days", plan(dec(4), kind="id"), "later", ["plan: clinic Fri 4 Dec"]),
    ("a consent for 14 days", plan(dec(7), kind="consent-ends"), "week", ["plan: clinic Mon 7 Dec"]),
    ("a condition for 14 days", plan(dec(7), kind="condition-ends"), "week", ["plan: clinic Mon 7 Dec"]),
    ("a dentist in 12 days", plan(dec(5), kind="dentist"), "later", ["plan: clinic Sat 5 Dec"]),
    # A plan may say for itself from when.
    ("20 days ahead", plan(dec(13), remind_days=20), "week", ["plan: clinic Sun 13 Dec"]),
    ("2 days ahead", plan(nov(27), remind_days=2), "later", ["plan: clinic Fri"]),
    ("on its own day", plan(nov(24), time(9), remind_days=0), "later", ["plan: clinic tomorrow 09:00"]),
    ("and that is today", plan(nov(23), remind_days=0), "today", ["plan: clinic today"]),
    (
        "and that has passed",
        plan(nov(22), remind_days=0),
        "now",
        ["plan_passed: clinic, yesterday: how did it go?"],
    ),
    # One that comes back asks about the day that passed, and says the next one.
    ("every Tuesday, the last one passed", tuesdays(), "now", [PASSED, "plan: clinic tomorrow"]),
    ("every Tuesday until it ended", tuesdays(until=nov(20)), "now", [PASSED]),
    ("every Tuesday but tomorrow", tuesdays(skips=(nov(24),)), "now", [PASSED]),
    ("a rule nobody can follow", tuesdays(rule="FREQ=SOMETIMES"), "now", [PASSED]),
]


@pytest.mark.parametrize(
    ("record", "band", "reasons"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_plan_is_said_from_its_own_day_on(shelf, monday, record, band, reasons):
    (entry,) = waiting(shelf(Client(id=1, name="Dee"), record), monday)
    assert reads(entry) == reasons
    assert entry.band == band


def test_a_touch_that_comes_back_takes_the_place_of_the_days_after_a_release(shelf, monday):
    dee = Client(id=1, name="Dee", episodes=(Episode(on=date(2026, 10, 1)),))
    for record, kinds in (
        (tuesdays(), {"plan_passed", "plan"}),
        (tuesdays(until=nov(20)), {"plan_passed", "window"}),
    ):
        (entry,) = waiting(shelf(dee, record, curve=(30,)), monday)
        assert {reason.kind for reason in entry.reasons} == kinds


def test_every_kind_that_is_said_sooner_is_a_kind():
    assert set(REMINDERS) <= {term.code for term in APPOINTMENT_KINDS}
    assert lead_days(plan(nov(24), kind="court")) == 14
    assert lead_days(plan(nov(24), kind="court", remind_days=0)) == 0
