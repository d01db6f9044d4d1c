"""What happens to the files: nothing is silent, and nothing acknowledged is lost."""

import pytest

from tests.faults.apart import measured

OURS = ["plain", "encrypted"]
EVERYONE = [*OURS, pytest.param("stock TinyDB", marks=pytest.mark.long)]


@pytest.mark.trust("damage")
@pytest.mark.parametrize("of", EVERYONE)
def test_every_flipped_bit_and_every_cut_is_noticed(of, sized, figure):
    every = sized(397 if of == "encrypted" else 97, 1)
    found = measured("damage", of, every=every, begin=sized(5, 0))
    figure("damage: flips", of, found["silent flips"], found["flips"], "flips")
    figure("damage: cuts", of, found["silent cuts"], found["cuts"], "lengths")
    assert found["silent flips"] + found["silent cuts"] == 0 or of not in OURS, found["wrong"]


@pytest.mark.trust("forged")
@pytest.mark.parametrize("of", OURS)
def test_records_forged_moved_or_taken_out_without_the_keys_are_noticed(of, form, figure):
    found = measured("forged", of)
    figure("forged", of, found["silent"], found["ways"], "ways")
    assert found["wrong"] == []


@pytest.mark.trust("writers")
@pytest.mark.parametrize("of", EVERYONE)
def test_four_writers_at_once_lose_nothing(of, sized, figure):
    found = measured("writers", of, writers=4, each=sized(20, 400), seed=5)
    more = {name: found[name] for name in ("stopped", "unreadable")}
    figure("writers", of, found["lost"], found["acknowledged"], "deeds", **more)
    assert (found["lost"] == 0 == found["stopped"]) or of not in OURS


@pytest.mark.trust("replaced")
@pytest.mark.parametrize("of", EVERYONE)
def test_what_is_saved_after_the_files_were_replaced_is_there_or_was_refused(of, form, figure):
    found = measured("replaced", of)
    more = {name: found[name] for name in ("refused", "reloaded", "wrong")}
    figure("replaced", of, found["lost"], found["ways"], "ways", **more)
    assert found["lost"] == 0 or of not in OURS, found["wrong"]


@pytest.mark.trust("clocks")
@pytest.mark.parametrize("of", OURS)
def test_the_order_is_that_of_saving_whatever_the_clock_says(of, sized, figure):
    found = measured("clocks", of, saves=sized(40, 2000), seed=9)
    figure("clocks", of, found["lost"] + found["out of order"], found["saves"], "saves")
    assert found["lost"] + found["out of order"] == 0
