"""Promises, and bridges that were asked: on Monday 23 November 2026 at 14:02."""

from store.waiting import waiting
from tests.store.waiting.one_person import NOTHING, bridge, dec, dee, each_of, nov, promise, reads

CASES = [
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
]


@each_of(CASES)
def test_a_promise_and_a_bridge_that_is_silent_are_said(shelf, monday, records, band, reasons):
    (entry,) = waiting(shelf(*records), monday)
    assert reads(entry) == reasons
    assert entry.band == band
