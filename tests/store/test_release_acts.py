"""What an act on a release leaves: the day, how sure it is, and where the two stand."""

from datetime import date

import pytest

from store import acts
from store.errors import RequestRefused
from store.first_lines import read_person
from store.records import Client, Episode
from store.waiting import released_on


@pytest.fixture
def monday(clock):
    return clock.now()


TODAY = date(2026, 11, 23)
EXPECTED = date(2026, 12, 4)
LATER = date(2026, 12, 11)


def dee(*episodes, status="walking") -> Client:
    return Client(id=1, name="Dee", status=status, episodes=episodes)


def newest(client: Client) -> tuple:
    last = client.episodes[-1]
    return client.status, last.expected_on, last.on, last.certainty, len(client.episodes)


FIRST = Episode(on=date(2024, 3, 1), back_on=date(2025, 1, 9), certainty="known")
AHEAD = Episode(expected_on=EXPECTED, certainty="expected")
SAID = [
    ("the first one, to come", dee(), EXPECTED, ("not-out", EXPECTED, None, "expected", 1)),
    ("the first one, past", dee(), TODAY, ("walking", None, TODAY, "known", 1)),
    ("it moved", dee(AHEAD, status="not-out"), LATER, ("not-out", LATER, None, "changed", 1)),
    ("it came", dee(AHEAD, status="not-out"), TODAY, ("walking", EXPECTED, TODAY, "known", 1)),
    ("a second time", dee(FIRST, status="inside"), EXPECTED, ("not-out", EXPECTED, None, "expected", 2)),
    ("out a second time", dee(FIRST, status="inside"), TODAY, ("walking", None, TODAY, "known", 2)),
    (
        "inside, and no day of that is written",
        dee(Episode(on=date(2024, 3, 1)), status="inside"),
        TODAY,
        ("walking", None, TODAY, "known", 2),
    ),
    ("it was another day", dee(Episode(on=date(2026, 11, 20))), TODAY, ("walking", None, TODAY, "known", 1)),
    (
        "a day written ahead as the actual one moves",
        dee(Episode(on=EXPECTED)),
        LATER,
        ("not-out", LATER, None, "changed", 1),
    ),
    ("who is paused stays so", dee(status="paused"), EXPECTED, ("paused", EXPECTED, None, "expected", 1)),
]


@pytest.mark.parametrize(("before", "day", "after"), [case[1:] for case in SAID], ids=[c[0] for c in SAID])
def test_a_release_on_a_day(monday, before, day, after):
    assert newest(acts.release_said(before, day, monday)) == after


def test_a_release_may_have_no_day_and_an_expected_one_may_lose_it(monday):
    assert newest(acts.release_unknown(dee(), monday)) == ("not-out", None, None, "unknown", 1)
    lost = acts.release_unknown(dee(AHEAD, status="not-out"), monday)
    assert newest(lost) == ("not-out", None, None, "unknown", 1)
    assert newest(acts.release_said(lost, LATER, monday)) == ("not-out", LATER, None, "expected", 1)


CORRECTED = [
    ("the day moved", (AHEAD,), "not-out", (Episode(expected_on=LATER, certainty="expected"),), "not-out"),
    ("they came out", (AHEAD,), "not-out", (Episode(expected_on=EXPECTED, on=TODAY),), "walking"),
    ("they are back", (Episode(on=EXPECTED),), "light", (Episode(on=EXPECTED, back_on=TODAY),), "inside"),
    ("a second one is ahead", (FIRST,), "inside", (FIRST, AHEAD), "not-out"),
    ("a first one is ahead", (), "walking", (AHEAD,), "not-out"),
    ("an older one is added", (AHEAD,), "not-out", (AHEAD, FIRST), "not-out"),
    ("all are taken out", (AHEAD,), "not-out", (), "not-out"),
]


@pytest.mark.parametrize(
    ("before", "status", "after", "then"), [case[1:] for case in CORRECTED], ids=[c[0] for c in CORRECTED]
)
def test_a_correction_of_the_releases_moves_the_status_with_them(monday, before, status, after, then):
    was = dee(*before, status=status)
    corrected = acts.releases_set(was, dee(*after, status=status), monday)
    assert corrected.status == then
    assert [one.on or one.expected_on for one in corrected.episodes] == sorted(
        one.on or one.expected_on for one in after
    )


def test_a_moved_day_is_marked_so_and_a_status_of_her_own_choice_stays(monday):
    was = dee(AHEAD, status="not-out")
    moved = acts.releases_set(
        was, dee(Episode(expected_on=LATER, certainty="expected"), status="not-out"), monday
    )
    assert moved.episodes[-1].certainty == "changed"
    kept = acts.releases_set(was, dee(Episode(on=TODAY), status="paused"), monday)
    assert kept.status == "paused"


def test_a_first_line_may_say_that_no_day_is_known(monday):
    line = read_person("sam out unknown, weekly text", monday)
    assert (newest(line.client), line.trouble) == (("not-out", None, None, "unknown", 1), "")
    assert line.client.rhythm.every_days == 7


def test_who_is_inside_without_a_day_of_it_is_not_out_any_more_when_a_release_is_ahead(monday):
    before = dee(Episode(on=date(2024, 3, 1)), status="inside")
    after = acts.release_said(before, EXPECTED, monday)
    assert (after.status, after.episodes[0].back_on, after.episodes[1].expected_on) == (
        "not-out",
        TODAY,
        EXPECTED,
    )
    assert released_on(after, TODAY) is None


@pytest.mark.parametrize("status", ["walking", "light", "stepping-back"])
def test_a_status_that_says_they_are_out_begins_a_release_on_its_day(monday, status):
    for before, count in ((dee(FIRST, status="inside"), 2), (dee(AHEAD, status="not-out"), 1)):
        assert acts.comes_out(before, status)
        after = acts.status_set(before, status, monday, date(2026, 11, 20))
        assert (after.status, after.status_on, len(after.episodes)) == (status, date(2026, 11, 20), count)
        assert released_on(after, TODAY) == date(2026, 11, 20)
    assert not acts.comes_out(dee(Episode(on=TODAY), status="not-out"), status)
    assert not acts.comes_out(dee(FIRST, status="inside"), "not-out")


@pytest.mark.parametrize("between", ["paused", "lost-touch", "finished"])
@pytest.mark.parametrize("status", ["walking", "light", "stepping-back"])
def test_a_pause_or_an_ending_in_between_begins_no_release(monday, between, status):
    for before, count in ((dee(FIRST, status="inside"), 2), (dee(AHEAD, status="not-out"), 1)):
        rests = acts.status_set(before, between, monday)
        assert acts.comes_out(rests, status)
        after = acts.status_set(rests, status, monday, date(2026, 11, 20))
        assert (after.status, len(after.episodes)) == (status, count)
        assert released_on(after, TODAY) == date(2026, 11, 20)
        assert not acts.comes_out(rests, "finished") and not acts.comes_out(rests, "not-out")
    for known in ((), (Episode(on=TODAY),), (FIRST, Episode(on=TODAY))):
        assert not acts.comes_out(dee(*known, status=between), status)


@pytest.mark.parametrize("status", ["walking", "light", "paused"])
def test_nobody_who_is_out_has_a_release_ahead(monday, status):
    out = dee(FIRST, Episode(on=date(2026, 11, 20)), status=status)
    for say in (acts.release_unknown, lambda who, now: acts.release_said(who, EXPECTED, now)):
        with pytest.raises(RequestRefused, match="Dee is out, so no release is ahead"):
            say(out, monday)
    assert newest(acts.release_said(out, TODAY, monday))[1:] == (None, TODAY, "known", 2)
