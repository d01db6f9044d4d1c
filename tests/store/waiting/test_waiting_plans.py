"""What is planned: on Monday 23 November 2026 at 14:02."""

from datetime import date, time

from store.records import Service
from store.waiting import waiting
from tests.store.waiting.one_person import NOTHING, dec, dee, each_of, nov, plan, reads

CASES = [
    # Plans: within 36 hours with a time, its day and the day before without one, 7 days, passed.
    ("this afternoon", [dee(), plan(nov(23), time(16))], "today", ["plan: clinic today 16:00"]),
    ("this morning", [dee(), plan(nov(23), time(9))], "today", ["plan: clinic today 09:00"]),
    ("36 hours off", [dee(), plan(nov(25), time(2, 2))], "today", ["plan: clinic Wed 02:02"]),
    ("a minute more", [dee(), plan(nov(25), time(2, 3))], "week", ["plan: clinic Wed 02:03"]),
    ("today, no time", [dee(), plan(nov(23))], "today", ["plan: clinic today"]),
    ("tomorrow, no time", [dee(), plan(nov(24))], "today", ["plan: clinic tomorrow"]),
    ("in 2 days, no time", [dee(), plan(nov(25))], "week", ["plan: clinic Wed"]),
    ("in 7 days", [dee(), plan(nov(30), time(10))], "week", ["plan: clinic Mon 30 Nov 10:00"]),
    ("in 8 days", [dee(), plan(dec(1), time(10))], "later", ["plan: clinic Tue 1 Dec 10:00"]),
    ("next year", [dee(), plan(date(2027, 1, 4))], "later", ["plan: clinic Mon 4 Jan 2027"]),
    ("passed", [dee(), plan(nov(20))], "now", ["plan_passed: clinic, Fri 20 Nov: how did it go?"]),
    (
        "passed yesterday at a time",
        [dee(), plan(nov(22), time(9, 30))],
        "now",
        ["plan_passed: clinic, yesterday 09:30: how did it go?"],
    ),
    ("closed", [dee(), plan(nov(20), result="went")], "later", NOTHING),
    (
        "court, the ride not sorted",
        [dee(), plan(nov(24), time(9, 30), kind="court", what="", ride="not sorted", going="me")],
        "today",
        ["plan: court tomorrow 09:30; ride not sorted"],
    ),
    ("a touch", [dee(), plan(nov(26), what="", mode="phone")], "week", ["plan: call Thu"]),
    ("a touch with no words", [dee(), plan(nov(26), what="")], "week", ["plan: be in touch Thu"]),
    (
        "a plan at a service",
        [dee(), plan(nov(26), what="", service_id=4), Service(id=4, name="Harbour Clinic", short="harbour")],
        "week",
        ["plan: harbour Thu"],
    ),
    (
        "its time is that of its zone",
        [dee(), plan(nov(25), time(4), zone="America/Toronto")],
        "today",
        ["plan: clinic Wed 04:00"],
    ),
    (
        "an unknown zone is taken as hers",
        [dee(), plan(nov(25), time(4), zone="Nowhere/Else")],
        "week",
        ["plan: clinic Wed 04:00"],
    ),
]


@each_of(CASES)
def test_a_plan_is_said_as_its_time_comes_near_and_when_it_has_passed(shelf, monday, records, band, reasons):
    (entry,) = waiting(shelf(*records), monday)
    assert reads(entry) == reasons
    assert entry.band == band
