"""A tool that finds nothing must be one that could: what stock TinyDB loses, it notices."""

from tests.faults.apart import measured

STOCK = "stock TinyDB"


def test_it_notices_a_power_loss_that_loses():
    found = measured("power", STOCK, run="save", states=40, seed=3)
    assert "skipped" in found or found["bad"] > 0


def test_it_notices_a_fault_that_loses():
    found = measured("calls", STOCK, deed="delete", every=4)
    assert "skipped" in found or found["unreadable"] > 0


def test_it_notices_flips_that_are_silent_and_files_that_were_exchanged():
    assert measured("damage", STOCK, every=17)["silent flips"] > 0
    assert measured("replaced", STOCK)["lost"] > 0
