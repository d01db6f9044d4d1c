"""An agreed rhythm: on Monday 23 November 2026 at 14:02."""

from store.records import Contact
from store.waiting import waiting
from tests.store.waiting.one_person import call, each_of, nov, reads, weekly

CASES = [
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
]


@each_of(CASES)
def test_a_rhythm_runs_from_the_last_time_they_talked(shelf, monday, records, band, reasons):
    (entry,) = waiting(shelf(*records), monday)
    assert reads(entry) == reasons
    assert entry.band == band
