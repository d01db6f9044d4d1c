"""The days after a release, where no rhythm is agreed: on Monday 23 November 2026 at 14:02."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.clock import moment_from
from store.curve import DEFAULT_CURVE
from store.records import Appointment, Client, Contact, Episode, Rhythm
from store.vocabulary import ATTEMPT_OUTCOMES
from store.waiting import BANDS, waiting
from tests.store.waiting.one_person import reads

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def dee(out_days_ago: int, **fields) -> Client:
    return Client(**{"id": 1, "name": "Dee", "episodes": (Episode(on=ago(out_days_ago)),)} | fields)


def call(days_ago: int, outcome: str = "talked") -> Contact:
    return Contact(id=days_ago + 1, client_ids=(1,), on=ago(days_ago), mode="phone", outcome=outcome)


def touch(in_days: int) -> Appointment:
    return Appointment(id=1, client_id=1, on=ago(-in_days))


DAY_20 = datetime(2026, 11, 23, 20, tzinfo=UTC)
NOTHING = "nothing_agreed: nothing agreed yet"

CASES = [
    # In the first 14 days they are first as it is: a day is said once it is here.
    ("day 0", [dee(0)], "now", []),
    ("day 1, not talked", [dee(1)], "now", ["window: not talked yet"]),
    ("day 2, talked on day 0", [dee(2), call(2)], "now", []),
    ("day 3, talked on day 0", [dee(3), call(3)], "now", ["window: you two talked 3 days ago"]),
    ("day 5, talked before", [dee(5), call(9)], "now", ["window: not talked since release"]),
    (
        "day 5, tried since",
        [dee(5), call(5), call(1, "no-answer")],
        "now",
        ["window: you two talked 5 days ago · tried once"],
    ),
    ("day 14 is here", [dee(14), call(10)], "now", ["window: you two talked 10 days ago"]),
    # After them: the first of the days that comes after the last talk.
    (
        "day 15, talked on day 3",
        [dee(15), call(12)],
        "today",
        ["window: you two talked 12 days ago; day 14 since release was yesterday"],
    ),
    (
        "day 20, talked on day 14",
        [dee(20), call(6)],
        "later",
        ["window: you two talked 6 days ago; day 30 since release is Thu 3 Dec"],
    ),
    (
        "day 25, talked on day 14",
        [dee(25), call(11)],
        "week",
        ["window: you two talked 11 days ago; day 30 since release is Sat"],
    ),
    (
        "day 30, talked on day 16",
        [dee(30), call(14)],
        "today",
        ["window: you two talked 14 days ago; day 30 since release is today"],
    ),
    (
        "day 40, nothing since day 16",
        [dee(40), call(24)],
        "today",
        ["window: you two talked 24 days ago; day 30 since release was 10 days ago"],
    ),
    ("day 100, talked on day 91", [dee(100), call(9)], "later", [NOTHING]),
    ("never talked", [dee(40)], "today", ["window: not talked yet; day 0 since release was 40 days ago"]),
    # What was before anybody wrote of them here is not asked for.
    (
        "written on day 20",
        [dee(20, written_at=DAY_20)],
        "later",
        ["window: not talked yet; day 30 since release is Thu 3 Dec"],
    ),
    ("written years after", [dee(900, written_at=DAY_20)], "later", [NOTHING]),
    # An agreement or a plan takes its place; a plan that has passed asks, and gives it back.
    ("a next touch is planned", [dee(40), touch(30)], "later", ["plan: be in touch Wed 23 Dec"]),
    (
        "a next touch has passed",
        [dee(40), call(24), touch(-1)],
        "now",
        [
            "plan_passed: be in touch, yesterday: how did it go?",
            "window: you two talked 24 days ago; day 30 since release was 10 days ago",
        ],
    ),
    # Each person may have other days, or none.
    (
        "her own days",
        [dee(20, curve=(21,))],
        "week",
        ["window: not talked yet; day 21 since release is tomorrow"],
    ),
    ("switched off", [dee(20, curve=())], "later", [NOTHING]),
    ("back inside", [dee(20, episodes=(Episode(on=ago(20), back_on=ago(4)),))], "later", [NOTHING]),
    (
        "out a second time",
        [dee(0, episodes=(Episode(on=ago(300), back_on=ago(90)), Episode(on=ago(16)))), call(10), call(95)],
        "today",
        ["window: you two talked 10 days ago; day 14 since release was 2 days ago"],
    ),
]


@pytest.mark.parametrize(
    ("records", "band", "reasons"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_days_after_a_release_are_said_in_their_band(shelf, monday, records, band, reasons):
    (entry,) = waiting(shelf(*records, curve=DEFAULT_CURVE), monday)
    said = [reason for reason in reads(entry) if not reason.startswith("first_days")]
    assert (said, entry.band) == (reasons, band)


def test_a_rhythm_takes_the_place_of_the_days_after_a_release(shelf, monday):
    records = [dee(40, rhythm=Rhythm(every_days=30, agreed_on=ago(2)))]
    (entry,) = waiting(shelf(*records, curve=DEFAULT_CURVE), monday)
    assert [reason.kind for reason in entry.reasons] == ["rhythm"]


@pytest.mark.parametrize("zone", ["America/Vancouver", "Asia/Tokyo", "Pacific/Kiritimati", "Etc/GMT+12"])
def test_no_day_after_a_release_moves_when_the_mentor_travels(shelf, zone):
    evening = datetime(2026, 11, 11, 3, tzinfo=UTC)  # seven in the evening of the 10th, in Vancouver
    records = shelf(dee(13, written_at=evening), curve=DEFAULT_CURVE)
    (entry,) = waiting(records, moment_from("2026-11-23T14:02", zone))
    (window,) = (reason for reason in entry.reasons if reason.kind == "window")
    assert window.due.astimezone(ZoneInfo(zone)).date() == date(2026, 11, 10)


curves = st.lists(st.integers(0, 120), max_size=5).map(lambda days: tuple(sorted(set(days))))
talks = st.lists(st.tuples(st.integers(0, 130), st.sampled_from(["talked", *sorted(ATTEMPT_OUTCOMES)])))


@settings(max_examples=120)
@given(out=st.integers(0, 130), curve=curves, contacts=talks, passing=st.integers(0, 60))
def test_no_day_after_a_release_moves_later_because_time_passes(shelf, at, out, curve, contacts, passing):
    records = shelf(dee(out), *(call(*each) for each in contacts), curve=curve)

    def window(day):
        (entry,) = waiting(records, at(day))
        return next((reason for reason in entry.reasons if reason.kind == "window"), None)

    now, later = window(TODAY), window(TODAY + timedelta(days=passing))
    if now is not None and later is not None:
        assert later.due == now.due
        assert now.band != "now"
        assert BANDS.index(later.band) <= BANDS.index(now.band)
    if now is not None and now.band != "later":
        assert later is not None
