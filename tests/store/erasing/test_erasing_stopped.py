"""Erasing that is stopped is not begun, or is done once the folder is opened again: never half."""

import contextlib
import os
import shutil

import pytest

from store.backup import listing
from store.backup_keeping import with_keys
from store.backup_proof import verify
from store.clock import FixedClock, moment_from
from store.erasing import Wish, erase
from store.folder import DataFolder
from store.swapping import settle_swap, sweep_building
from tests.store.erasing.planted import found_in, planted, records

_CALLS = ("rename", "replace", "fsync", "unlink", "rmdir", "mkdir", "link")


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


class Stopped(BaseException):
    """In the place of a kill: from here on no call of the system is carried out."""


def stopped_after(patched, calls):
    left = [calls]

    def guarded(real):
        def call(*words, **more):
            if not left[0]:
                raise Stopped
            left[0] -= 1
            return real(*words, **more)

        return call

    for name in _CALLS:
        patched.setattr(os, name, guarded(getattr(os, name)))
    return left


def base(where, clock, lock=None):
    who, _ = planted(where / "place" / "data", clock, lock)
    (where / "place" / "two.pdf").unlink()
    return where / "place", who


def walk(place, who, clock, monkeypatch, where, stops, keys=None):
    """Stop after each of these numbers of calls; how many runs were not begun, and how many done."""
    with DataFolder.open(place / "data", clock, read_only=True, keys=keys) as folder:
        was = records(folder)
    began = {True: 0, False: 0}
    for calls in stops:
        run = shutil.copytree(place, where / f"run-{calls}")
        with monkeypatch.context() as patched:
            left = stopped_after(patched, calls)
            with contextlib.suppress(Stopped):
                erase(run / "data", clock, Wish((who,)), keys)
        is_left = judged(run, clock, was, keys)
        began[is_left] += 1
        shutil.rmtree(run)
        if left[0]:
            return began
    return began


def judged(run, clock, was, keys=None):
    """Whether all of it is there still; else none of it is, in any byte."""
    settle_swap(run / "data")
    with DataFolder.open(run / "data", clock, keys=keys) as folder:
        assert not folder.troubles
        now = records(folder)
        names = [client["name"] for client in folder.caseload.documents("clients").values()]
    sweep_building(run / "data")
    assert [at.name for at in run.iterdir()] == ["data"]
    for one in listing(run / "data"):
        verify(one.path, clock, with_keys(keys))
    if len(names) == 2:
        assert now == was
        return True
    assert found_in(run, keys) == []
    return False


def test_stopped_anywhere_it_is_not_begun_or_done(tmp_path, clock, monkeypatch):
    place, who = base(tmp_path, clock)
    with monkeypatch.context() as patched:
        left = stopped_after(patched, 100_000)
        erase(shutil.copytree(place, tmp_path / "whole") / "data", clock, Wish((who,)))
        needed = 100_000 - left[0]
    stops = [*range(0, needed - 60, needed // 3), *range(needed - 60, needed, 9)]
    began = walk(place, who, clock, monkeypatch, tmp_path, stops)
    assert began[True] > 3 and began[False] > 2


@pytest.mark.long
@pytest.mark.parametrize("of", ["plain", "encrypted"])
def test_stopped_after_each_and_every_call_it_is_not_begun_or_done(
    tmp_path, clock, monkeypatch, of, own_lock
):
    lock = own_lock.lock if of == "encrypted" else None
    place, who = base(tmp_path, clock, lock)
    keys = lock.keys if lock else None
    began = walk(place, who, clock, monkeypatch, tmp_path, range(10_000), keys)
    print(began)
    assert began[True] > 100 and began[False] > 20
