"""The first days, and a release that is expected: on Monday 23 November 2026 at 14:02."""

from datetime import date

from store.records import Episode
from store.waiting import waiting
from tests.store.waiting.one_person import NOTHING, dec, dee, each_of, expected, nov, out, reads

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
]


@each_of(CASES)
def test_a_release_says_when_to_be_in_touch(shelf, monday, records, band, reasons):
    (entry,) = waiting(shelf(*records), monday)
    assert reads(entry) == reasons
    assert entry.band == band
