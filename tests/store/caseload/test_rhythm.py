"""An agreed rhythm, as it is typed and as it reads."""

from datetime import date

import pytest

from store.errors import RequestRefused
from store.records import Rhythm
from store.rhythm import read_rhythm, rhythm_words

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "days", "how"),
    [
        ("weekly", 7, ""),
        ("Weekly", 7, ""),
        ("daily", 1, ""),
        ("fortnightly", 14, ""),
        ("monthly", 30, ""),
        ("7d", 7, ""),
        ("10 days", 10, ""),
        ("every 10 days", 10, ""),
        ("every day", 1, ""),
        ("every other day", 2, ""),
        ("every two weeks", 14, ""),
        ("2w", 14, ""),
        ("every week", 7, ""),
        ("1 month", 30, ""),
        ("366d", 366, ""),
        ("weekly text", 7, "text"),
        ("weekly by text", 7, "text"),
        ("weekly, by text", 7, "text"),
        ("every 9 days by phone", 9, "phone"),
        ("each week", 7, ""),
        ("once a month", 30, ""),
        ("every second week", 14, ""),
        ("every five days", 5, ""),
        ("quarterly", 90, ""),
        ("every 2 weeks, in person", 14, "in-person"),
        ("weekly call", 7, "phone"),
        ("weekly by text or call", 7, "text or call"),
    ],
)
def test_a_rhythm_is_read(typed, days, how):
    assert read_rhythm(typed, DAY) == Rhythm(every_days=days, how=how, agreed_on=DAY)


@pytest.mark.parametrize("typed", ["", "none", "No"])
def test_no_rhythm_is_none(typed):
    assert read_rhythm(typed, DAY) is None


@pytest.mark.parametrize("typed", ["0d", "367d", "often", "every", "-3d", "1000 days", "5", "every tuesday"])
def test_what_is_no_rhythm_is_refused_with_examples(typed):
    with pytest.raises(RequestRefused, match="weekly, every 10 days"):
        read_rhythm(typed, DAY)


@pytest.mark.parametrize(
    ("days", "how", "words"),
    [
        (7, "", "weekly"),
        (1, "", "daily"),
        (9, "", "every 9 days"),
        (7, "text", "weekly by text"),
        (9, "in-person", "every 9 days, in person"),
        (30, "her sister", "every 30 days by her sister"),
    ],
)
def test_a_rhythm_reads_as_it_would_be_said_and_back(days, how, words):
    rhythm = Rhythm(every_days=days, how=how, agreed_on=DAY)
    assert rhythm_words(rhythm) == words
    assert read_rhythm(words, DAY) == rhythm


def test_a_weekday_is_said_to_belong_to_a_plan():
    with pytest.raises(RequestRefused, match="comes back"):
        read_rhythm("every monday", DAY)


@pytest.mark.parametrize("days", [1, 2, 7, 9, 14, 30])
def test_what_is_shown_is_read_back_the_same(days):
    rhythm = Rhythm(every_days=days, how="text", agreed_on=DAY)
    assert read_rhythm(rhythm_words(rhythm), DAY) == rhythm
