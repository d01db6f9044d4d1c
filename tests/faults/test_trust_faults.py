"""What stops a program or refuses it: nothing acknowledged is lost, and it is said."""

import pytest

from tests.faults.apart import measured
from tests.faults.calls import DEEDS
from tests.faults.disk_full import start_words
from tests.faults.power import RUNS

OURS = ["plain", "encrypted"]
EVERYONE = [*OURS, pytest.param("stock TinyDB", marks=pytest.mark.long)]

FEW = {"save": 4, "compaction": 24, "backup": 75, "restore": 225}
"""In the short form, each so-manieth call of a deed."""


def skipped(figure, row, of, found):
    """Say why a row cannot be run here, and leave it."""
    figure(row, of, 0, 0, "", skipped=found["skipped"])
    pytest.skip(found["skipped"])


@pytest.mark.trust("kill")
@pytest.mark.parametrize("of", EVERYONE)
def test_what_a_killed_program_acknowledged_is_there(of, sized, figure):
    runs = sized(4, 1000)
    found = measured("killing", of, runs=runs, seed=7)
    bad = found["unreadable"] + found["lost"]
    more = {name: found[name] for name in ("acknowledged", "in a fold", "unreadable", "lost")}
    figure("kill", of, bad, found["runs"], "runs", **more)
    assert bad == 0 or of not in OURS


@pytest.mark.trust("call")
@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("of", EVERYONE)
def test_a_fault_at_a_system_call_is_said_and_loses_nothing(of, deed, sized, figure):
    if of not in OURS and deed not in ("save", "update", "delete"):
        pytest.skip("stock TinyDB has none")
    every = sized(FEW.get(deed, 12) * (1 if of == "plain" else 2), 3 if deed == "restore" else 1)
    found = measured("calls", of, deed=deed, every=every, begin=sized(1, 0))
    if "skipped" in found:
        skipped(figure, f"call: {deed}", of, found)
    bad = found["lost"] + found["unreadable"] + (found["raw"] + found["stuck"] if of in OURS else 0)
    more = {name: found[name] for name in ("calls", "refused", "raw", "unreadable", "lost", "stuck")}
    figure(f"call: {deed}", of, bad, found["places"], "faults", **more)
    assert bad == 0 or of not in OURS, found["wrong"]


@pytest.mark.trust("full disk")
@pytest.mark.parametrize("of", EVERYONE)
@pytest.mark.parametrize("room", ["a small one", "a limit"])
def test_a_full_disk_loses_nothing_and_works_again_once_there_is_room(of, room, form, figure):
    by = start_words() if room == "a small one" else ()
    found = measured("disk_full", of, by=by, may_mount=bool(by))
    if room == "a small one" and not found["is mounted"]:
        skipped(figure, f"full disk: {room}", of, {"skipped": "none may be mounted here"})
    bad = found["unreadable"] + found["lost"] + found["stuck"] + (found["raw"] if of in OURS else 0)
    more = {name: found[name] for name in ("refused", "raw", "unreadable", "lost", "stuck")}
    figure(f"full disk: {room}", of, bad, found["saved"], "saves", **more)
    assert bad == 0 or of not in OURS
    assert found["refused"] + found["raw"] >= 3


@pytest.mark.trust("power")
@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("of", EVERYONE)
def test_what_was_acknowledged_outlives_a_power_loss(of, run, sized, figure):
    if of not in OURS and run == "posting":
        pytest.skip("stock TinyDB has no letterbox")
    found = measured("power", of, run=run, states=sized(20 if of == "plain" else 10, 2000), seed=3)
    if "skipped" in found:
        skipped(figure, f"power: {run}", of, found)
    figure(f"power: {run}", of, found["bad"], found["states"], "states", steps=found["steps"])
    assert found["bad"] == 0 or of not in OURS, found["wrong"]
