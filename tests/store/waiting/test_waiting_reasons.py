"""Left until a day, nothing agreed, and several reasons at once: on Monday 23 November 2026 at 14:02."""

from datetime import date, time

import pytest

from store.records import Episode
from store.waiting import waiting
from tests.store.waiting.one_person import (
    NOTHING,
    bridge,
    call,
    dec,
    dee,
    each_of,
    nov,
    out,
    plan,
    promise,
    reads,
    weekly,
)

CASES = [
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


@each_of(CASES)
def test_the_reasons_of_one_person_stand_together(shelf, monday, records, band, reasons):
    (entry,) = waiting(shelf(*records), monday)
    assert reads(entry) == reasons
    assert entry.band == band


@pytest.mark.parametrize("status", ["paused", "lost-touch", "inside", "finished", "died"])
def test_nobody_who_is_not_active_is_named(shelf, monday, status):
    records = [
        dee(status=status, episodes=(Episode(on=nov(21)),)),
        plan(nov(20)),
        promise(nov(20)),
        bridge(nov(1)),
    ]
    assert waiting(shelf(*records), monday) == ()
