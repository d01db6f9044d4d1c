"""A walk through everyone as it is kept: numbers, how far it came, and who is there by now."""

from datetime import timedelta

import pytest

from mentor_tui.review_walk import Walk, keep_walk, kept_walk
from store.clock import Moment
from store.drafts import WALK


@pytest.fixture
def drafts(empty_books):
    return empty_books.folder.drafts()


def test_a_walk_comes_back_as_it_was_left(drafts, clock):
    walk = Walk((4, 2, 9), {4: True, 2: False, 9: False}, 1)
    keep_walk(drafts, walk)
    assert kept_walk(drafts, clock.now()) == walk


def test_one_that_is_over_is_forgotten(drafts, clock):
    keep_walk(drafts, Walk((4, 2), {}, 1))
    assert drafts.of(WALK, None)
    keep_walk(drafts, Walk((4, 2), {}, 2))
    assert kept_walk(drafts, clock.now()) == Walk()
    assert drafts.of(WALK, None) is None


def test_after_a_week_one_begins_anew(drafts, clock):
    keep_walk(drafts, Walk((4, 2), {}, 1))
    later = Moment(clock.now().local + timedelta(days=8), clock.now().zone)
    assert kept_walk(drafts, later) == Walk()


def test_who_is_new_comes_at_the_end_and_who_is_gone_is_passed_over():
    walk = Walk((4, 2, 9, 7), {4: True, 2: False, 9: False, 7: True}, 2)
    on = walk.going_on((7, 9, 4, 5), {7: False, 9: False, 4: False, 5: True})
    assert (on.people, on.at, on.people[on.at]) == ((4, 9, 7, 5), 1, 9)
    assert on.had_next == {4: True, 9: False, 7: True, 5: True}
