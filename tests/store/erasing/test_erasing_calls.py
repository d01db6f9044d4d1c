"""Erasing, killed or refused at its system calls: never half, and refused only in the store's own words."""

import errno
import os
import shutil
from collections import Counter

import pytest

from store.clock import FixedClock, moment_from
from store.erasing import Wish, erase
from store.errors import MentorError
from store.folder import DataFolder
from store.head import state_folder
from tests.faults.syscalls import listened, why_not
from tests.store.erasing.planted import found_in, records
from tests.store.erasing.test_erasing_stopped import base, judged

DONE, REFUSED, RAW = 0, 3, 4
FAULTS = {"SIGKILL": None, "ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


def child(run, who, clock):
    """In a process of its own: erase, and say by the exit code how it went."""

    def doing():
        try:
            erase(run / "data", clock, Wish((who,)))
            code = DONE
        except MentorError:
            code = REFUSED
        except BaseException:  # noqa: BLE001 - it is counted
            code = RAW
        os._exit(code)

    return doing


def faulted(number, fault, names):
    """Answers the n-th call with a fault, and notes the names of all."""

    def answer(call):
        names.append(call.name)
        return fault if len(names) == number else 0

    return answer


def measure(place, where, who, clock, every):
    """Each fault at each `every`-th call; what was found, and what went wrong."""
    with DataFolder.open(place / "data", clock, read_only=True) as folder:
        was = records(folder)
    names: list[str] = []
    run = shutil.copytree(place, where / "first")
    erase(shutil.copytree(place, where / "warm") / "data", clock, Wish((who,)))
    listened(child(run, who, clock), faulted(0, 0, names))
    found, wrong = Counter(calls=len(names)), []
    for turn, number in enumerate(range(1, len(names) + 1, every)):
        for name, fault in FAULTS.items():
            if fault and turn % 3:
                continue
            shutil.rmtree(state_folder(), ignore_errors=True)
            run = shutil.copytree(place, where / f"run-{number}-{name}")
            code = listened(child(run, who, clock), faulted(number, fault, []))
            try:
                left = judged(run, clock, was)
            except (AssertionError, MentorError) as error:
                wrong.append(f"{name} at {number}, {names[number - 1]}: {code}, {error!r:.300}")
            else:
                found[f"{name} {'not begun' if left else 'done'}"] += 1
                if code == RAW or (code == DONE and left):
                    wrong.append(f"{name} at {number}, {names[number - 1]}: {code} and {left=}")
            shutil.rmtree(run)
    return found, wrong


@pytest.mark.long
def test_killed_or_refused_at_a_system_call_it_is_not_begun_or_done(tmp_path, clock):
    if reason := why_not():
        pytest.skip(reason)
    place, who = base(tmp_path, clock)
    assert found_in(place)
    every = int(os.environ.get("EVERY", "12"))
    found, wrong = measure(place, tmp_path, who, clock, every)
    print(found)
    assert wrong == []
    assert found["SIGKILL not begun"] and found["SIGKILL done"]
