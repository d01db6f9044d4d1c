"""Who is waiting: a table of one person at a time, on Monday 23 November 2026 at 14:02."""

from datetime import date, time

import pytest

from store.records import Appointment, Client, Contact, Episode, Promise, Referral, Rhythm, Service
from store.waiting import waiting


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


def dee(**fields) -> Client:
    return Client(id=1, name="Dee", **fields)


def out(day: date, **more) -> Client:
    return dee(episodes=(Episode(on=day, **more),))


def expected(day: date, **more) -> Client:
    return dee(episodes=(Episode(expected_on=day, **more),), status="not-out")


AGREED = nov(2)


def weekly(agreed: date = AGREED, every: int = 7, **fields) -> Client:
    return dee(rhythm=Rhythm(every_days=every, agreed_on=agreed), **fields)


def call(day: int, outcome: str = "talked", **fields) -> Contact:
    return Contact(
        **{"id": day, "client_ids": (1,), "on": nov(day), "mode": "phone", "outcome": outcome} | fields
    )


def plan(on: date, at: time | None = None, **fields) -> Appointment:
    return Appointment(**{"id": 1, "client_id": 1, "on": on, "at": at, "what": "clinic"} | fields)


def promise(due: date | None = None, **fields) -> Promise:
    return Promise(**{"id": 1, "client_id": 1, "words": "ask about boots", "due_on": due} | fields)


def bridge(asked: date | None, **fields) -> Referral:
    return Referral(**{"id": 1, "client_id": 1, "to": "clinic", "stage": "asked", "stage_on": asked} | fields)


NOTHING = ["nothing_agreed: nothing agreed yet"]

CASES = [
    # First days: 0 to 14 since release, release day is day 0.
    ("out today", [out(nov(23))], "now", ["first_days: day 0 since release"]),
    ("day 2", [out(nov(21))], "now", ["first_days: day 2 since release"]),
    ("day 14", [out(nov(9))], "now", ["first_days: day 14 since release"]),
    ("day 15", [out(nov(8))], "later", NOTHING),
    ("out, and back inside since", [out(nov(20), back_on=nov(22))], "later", NOTHING),
    (
        "out a second time",
        [dee(episodes=(Episode(on=date(2025, 3, 1), back_on=date(2025, 9, 1)), Episode(on=nov(20))))],
        "now",
        ["first_days: day 3 since release"],
    ),
    # An expected release: near, come, and not yet answered.
    ("expected in a month", [expected(dec(23))], "later", ["expected_release: expected out Wed 23 Dec"]),
    ("expected this week", [expected(nov(27))], "week", ["expected_release: expected out Fri"]),
    ("expected in 7 days", [expected(nov(30))], "week", ["expected_release: expected out Mon 30 Nov"]),
    ("expected in 8 days", [expected(dec(1))], "later", ["expected_release: expected out Tue 1 Dec"]),
    ("expected tomorrow", [expected(nov(24))], "today", ["expected_release: expected out tomorrow"]),
    ("expected today", [expected(nov(23))], "now", ["expected_release: expected out today; out?"]),
    ("expected yesterday", [expected(nov(22))], "now", ["expected_release: expected out yesterday; out?"]),
    ("expected weeks ago", [expected(nov(2))], "now", ["expected_release: expected out Mon 2 Nov; out?"]),
    ("a day written ahead", [out(nov(25))], "week", ["expected_release: expected out Wed"]),
    (
        "expected, and the day has moved",
        [expected(dec(1), certainty="changed")],
        "later",
        ["expected_release: expected out Tue 1 Dec; the day has moved"],
    ),
    (
        "expected, and the day is not sure",
        [expected(nov(27), certainty="unknown")],
        "week",
        ["expected_release: expected out Fri; the day is not sure"],
    ),
    (
        "no day known",
        [dee(status="not-out")],
        "later",
        ["expected_release: not out yet; no day known"],
    ),
    # A rhythm runs from the last two-way contact, else from the day it was agreed.
    (
        "exceeded, tried twice",
        [weekly(), call(12), call(16, "no-answer"), call(20, "message-left")],
        "now",
        ["rhythm: 11 days since you two talked; you agreed weekly · tried twice"],
    ),
    (
        "exceeded by a day",
        [weekly(), call(15)],
        "now",
        ["rhythm: 8 days since you two talked; you agreed weekly"],
    ),
    ("due today", [weekly(), call(16)], "today", ["rhythm: 7 days since you two talked; you agreed weekly"]),
    ("due tomorrow", [weekly(), call(17)], "later", ["rhythm: you two talked 6 days ago; you agreed weekly"]),
    ("talked today", [weekly(), call(23)], "later", ["rhythm: you two talked today; you agreed weekly"]),
    (
        "every day, tried once",
        [weekly(every=1), call(21), call(22, "no-answer")],
        "now",
        ["rhythm: 2 days since you two talked; you agreed every day · tried once"],
    ),
    (
        "every 10 days, tried 3 times",
        [weekly(every=10), call(12), *(call(day, "no-answer") for day in (14, 17, 20))],
        "now",
        ["rhythm: 11 days since you two talked; you agreed every 10 days · tried 3 times"],
    ),
    ("never talked", [weekly(nov(2))], "now", ["rhythm: 21 days since you agreed weekly; not talked yet"]),
    (
        "agreed yesterday, never talked",
        [weekly(nov(22))],
        "later",
        ["rhythm: 1 day since you agreed weekly; not talked yet"],
    ),
    ("agreed today", [weekly(nov(23))], "later", ["rhythm: today you agreed weekly; not talked yet"]),
    (
        "an attempt does not reset it",
        [weekly(), call(12), call(22, "sent", mode="text")],
        "now",
        ["rhythm: 11 days since you two talked; you agreed weekly · tried once"],
    ),
    (
        "nor does work on their behalf",
        [weekly(), call(12), call(22, kind="behalf")],
        "now",
        ["rhythm: 11 days since you two talked; you agreed weekly"],
    ),
    (
        "nor a talk with family",
        [weekly(), call(12), call(22, kind="with-family")],
        "now",
        ["rhythm: 11 days since you two talked; you agreed weekly"],
    ),
    (
        "nor a note",
        [weekly(), call(12), Contact(id=22, client_ids=(1,), on=nov(22), words="worried about court")],
        "now",
        ["rhythm: 11 days since you two talked; you agreed weekly"],
    ),
    (
        "a contact with several people does",
        [weekly(), call(12), call(22, client_ids=(7, 1))],
        "later",
        ["rhythm: you two talked yesterday; you agreed weekly"],
    ),
    (
        "asking for space does",
        [weekly(), call(12), call(22, "space")],
        "later",
        ["rhythm: you two talked yesterday; you agreed weekly"],
    ),
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
    # Promises: with a day like a plan without a time, without one every week.
    ("one promise", [dee(), promise()], "week", ["promise: you said you'd ask about boots"]),
    (
        "three promises",
        [dee(), promise(), promise(id=2), promise(id=3)],
        "week",
        ["promise: you promised Dee 3 things"],
    ),
    (
        "a thing, not a deed",
        [dee(), promise(nov(27), words="boots")],
        "week",
        ["promise: you promised: boots, by Fri"],
    ),
    ("a thing with no day", [dee(), promise(words="a coat")], "week", ["promise: you promised: a coat"]),
    ("a deed with to", [dee(), promise(words="to Call her")], "week", ["promise: you said you'd call her"]),
    ("with no words", [dee(), promise(words="")], "week", ["promise: you promised Dee something"]),
    ("by today", [dee(), promise(nov(23))], "today", ["promise: you said you'd ask about boots by today"]),
    (
        "by tomorrow",
        [dee(), promise(nov(24))],
        "today",
        ["promise: you said you'd ask about boots by tomorrow"],
    ),
    ("by Friday", [dee(), promise(nov(27))], "week", ["promise: you said you'd ask about boots by Fri"]),
    (
        "its day passed",
        [dee(), promise(nov(20))],
        "now",
        ["promise_passed: you said you'd ask about boots by Fri 20 Nov"],
    ),
    ("kept", [dee(), promise(state="done")], "later", NOTHING),
    ("let go", [dee(), promise(nov(20), state="let-go")], "later", NOTHING),
    (
        "far off",
        [dee(), promise(dec(20))],
        "later",
        ["promise: you said you'd ask about boots by Sun 20 Dec", "nothing_agreed: nothing agreed yet"],
    ),
    # Bridges: asked, and silent for 5 days or more.
    ("asked 6 days ago", [dee(), bridge(nov(17))], "week", ["bridge: clinic asked 6 days ago, no answer"]),
    ("asked 5 days ago", [dee(), bridge(nov(18))], "week", ["bridge: clinic asked 5 days ago, no answer"]),
    ("asked 4 days ago", [dee(), bridge(nov(19))], "later", NOTHING),
    ("they said yes", [dee(), bridge(nov(1), stage="yes")], "later", NOTHING),
    ("wanted, not asked", [dee(), bridge(nov(1), stage="wanted")], "later", NOTHING),
    ("asked, no day", [dee(), bridge(None)], "week", ["bridge: clinic asked, no answer yet"]),
    (
        "asked, the day in another field",
        [dee(), bridge(None, asked_on=nov(13))],
        "week",
        ["bridge: clinic asked 10 days ago, no answer"],
    ),
    (
        "asked, named by its area",
        [dee(), bridge(nov(17), to="", area="dental")],
        "week",
        ["bridge: dental asked 6 days ago, no answer"],
    ),
    # Left until a day: later until then, but for items of today.
    (
        "left, with a reason",
        [dee(left_until=dec(4), left_because="her sister visits")],
        "later",
        ["left_until: left until Fri 4 Dec: her sister visits"],
    ),
    ("left, no reason", [dee(left_until=nov(24))], "later", ["left_until: left until Tue 24 Nov"]),
    ("left until today is over", [dee(left_until=nov(23))], "later", NOTHING),
    (
        "left in the first days",
        [dee(episodes=(Episode(on=nov(21)),), left_until=nov(25))],
        "later",
        ["left_until: left until Wed 25 Nov"],
    ),
    (
        "left with the rhythm exceeded",
        [weekly(left_until=nov(25)), call(2)],
        "later",
        ["left_until: left until Wed 25 Nov"],
    ),
    (
        "left with a plan passed",
        [dee(left_until=nov(25)), plan(nov(20))],
        "later",
        ["left_until: left until Wed 25 Nov"],
    ),
    (
        "left with a plan on Friday",
        [dee(left_until=dec(4)), plan(nov(27))],
        "later",
        ["left_until: left until Fri 4 Dec"],
    ),
    (
        "left with court tomorrow",
        [dee(left_until=dec(4)), plan(nov(24), time(9, 30), what="court")],
        "today",
        ["plan: court tomorrow 09:30", "left_until: left until Fri 4 Dec"],
    ),
    (
        "left, a release expected today",
        [dee(left_until=dec(4), episodes=(Episode(expected_on=nov(23)),))],
        "today",
        ["expected_release: expected out today; out?", "left_until: left until Fri 4 Dec"],
    ),
    # Nothing agreed: past day 14, no rhythm and no open plan.
    ("nothing at all", [dee()], "later", NOTHING),
    ("out for months", [out(date(2026, 5, 1))], "later", NOTHING),
    ("stepping back", [dee(status="stepping-back")], "later", NOTHING),
    # Several reasons: the highest band wins; what is far off is not mentioned beside what is near.
    (
        "first days, a call and a promise",
        [out(nov(21)), plan(nov(23), time(16), what="call"), promise()],
        "now",
        [
            "first_days: day 2 since release",
            "plan: call today 16:00",
            "promise: you said you'd ask about boots",
        ],
    ),
    (
        "a rhythm not yet due beside a plan",
        [weekly(), call(22), plan(nov(24))],
        "today",
        ["plan: clinic tomorrow"],
    ),
    (
        "a rhythm not yet due beside a far plan",
        [weekly(), call(22), plan(dec(24))],
        "later",
        ["rhythm: you two talked yesterday; you agreed weekly", "plan: clinic Thu 24 Dec"],
    ),
    (
        "a passed plan and an exceeded rhythm, the earlier first",
        [weekly(), call(12), plan(nov(18))],
        "now",
        [
            "plan_passed: clinic, Wed 18 Nov: how did it go?",
            "rhythm: 11 days since you two talked; you agreed weekly",
        ],
    ),
]


@pytest.mark.parametrize(
    ("records", "band", "reasons"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_one_person_waits_in_the_right_band_for_the_right_reasons(shelf, monday, records, band, reasons):
    (entry,) = waiting(shelf(*records), monday)
    assert [f"{reason.kind}: {reason.text}" for reason in entry.reasons] == reasons
    assert entry.band == band


def test_the_table_is_not_thinned_out():
    assert len(CASES) >= 60


@pytest.mark.parametrize("status", ["paused", "lost-touch", "inside", "finished", "died"])
def test_nobody_who_is_not_active_is_named(shelf, monday, status):
    records = [
        dee(status=status, episodes=(Episode(on=nov(21)),)),
        plan(nov(20)),
        promise(nov(20)),
        bridge(nov(1)),
    ]
    assert waiting(shelf(*records), monday) == ()
