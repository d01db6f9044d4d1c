"""Which window a day is in, and what counts as done in it."""

from datetime import date, timedelta

import pytest

from mentor_tui.reports import month_report, part_words
from mentor_tui.reports.windows import window_of
from store.records import Client, Contact, Episode

OUT = date(2026, 11, 3)


def person(*episodes):
    return Client(id=1, name="Dee", episodes=episodes)


def lines(books, monday, *contacts, client=None):
    made = month_report(books(client or person(Episode(on=OUT)), *contacts), OUT, monday)
    (table,) = [each for each in made.tables if each.code == "B"]
    return {
        (group.title, line.label): f"{line.figure} {part_words(line)}"
        for group in table.groups
        for line in group.lines
        if line.figure
    }


@pytest.mark.parametrize(
    ("days", "window"),
    [
        (-1, "before release"),
        (0, "day of release"),
        (1, "days 1 to 3"),
        (3, "days 1 to 3"),
        (4, "days 4 to 14"),
        (14, "days 4 to 14"),
        (15, "days 15 to 30"),
        (30, "days 15 to 30"),
        (31, "days 31 to 90"),
        (90, "days 31 to 90"),
        (91, "after day 90"),
    ],
)
def test_days_are_counted_from_the_day_of_release(days, window):
    assert window_of(person(Episode(on=OUT)), OUT + timedelta(days)) == window


@pytest.mark.parametrize(
    ("episodes", "window"),
    [
        ((), "release day not known"),
        ((Episode(expected_on=OUT),), "before release"),
        ((Episode(expected_on=OUT - timedelta(9)),), "before release"),
        # Back inside since the day before; on the day itself they were still met outside.
        ((Episode(on=OUT - timedelta(9), back_on=OUT - timedelta(1)),), "before release"),
        ((Episode(on=OUT - timedelta(9), back_on=OUT),), "days 4 to 14"),
        ((Episode(on=OUT - timedelta(99), back_on=OUT - timedelta(9)), Episode(on=OUT)), "day of release"),
        ((Episode(on=OUT - timedelta(99)), Episode(on=OUT + timedelta(9))), "after day 90"),
    ],
)
def test_of_several_releases_the_newest_that_had_happened_counts(episodes, window):
    assert window_of(person(*episodes), OUT) == window


def test_a_kind_says_what_was_done_unless_it_was_only_tried(books, monday):
    read = lines(
        books,
        monday,
        Contact(id=1, client_ids=(1,), on=OUT, kind="ride", outcome="met"),
        Contact(id=2, client_ids=(1,), on=OUT, kind="ride", outcome="met", activities=("ride-legal",)),
        Contact(id=3, client_ids=(1,), on=OUT, kind="along", outcome="could-not-theirs"),
    )
    assert read["Day of release: times", "a ride"].startswith("1 ")
    assert read["Day of release: times", "a ride to a legal appointment"].startswith("1 ")
    assert ("Day of release", "going along") not in read


def test_an_entry_with_two_people_is_one_time_for_each_in_their_own_window(books, monday):
    other = Client(id=2, name="Jo", episodes=(Episode(on=OUT - timedelta(2)),))
    ride = Contact(id=1, client_ids=(1, 2, 77), on=OUT, mode="driving", activities=("ride", "food"))
    call = Contact(id=2, client_ids=(2,), on=OUT, mode="phone", outcome="no-answer")
    made = month_report(books(person(Episode(on=OUT)), other, ride, call), OUT, monday)
    (table,) = [each for each in made.tables if each.code == "B"]
    read = {(group.title, line.label): line for group in table.groups for line in group.lines}
    assert part_words(read["Day of release", "food"]) == "of 1 person then"
    assert read["Day of release: times", "food"].figure == 1
    assert read["Days 1 to 3: times", "food"].figure == 1
    assert read["After release, all days together", "food"].figure == 1


def test_who_had_an_entry_and_nothing_done_is_a_line_like_any_other(books, monday):
    read = lines(books, monday, Contact(id=1, client_ids=(1,), on=OUT, mode="phone", outcome="talked"))
    assert read["Day of release", "nothing written as done"] == "1 of 1 person then"


def test_words_of_her_own_for_a_thing_done_are_counted_and_not_printed(books, monday):
    read = lines(
        books, monday, Contact(id=1, client_ids=(1,), on=OUT, mode="gate", activities=("fixed his bike",))
    )
    assert read["Day of release", "in words not on the list"] == "1 of 1 person then"
    assert "bike" not in str(read)
