"""A tool that finds nothing must be one that could: what stock TinyDB loses, it notices."""

import json

import pytest

from tests.faults.apart import measured
from tests.faults.calls import DEEDS, Site
from tests.faults.deeds import filled
from tests.faults.subjects import SUBJECTS, remember_in, states_of

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


@pytest.fixture
def judged(tmp_path):
    """How a backup is judged of which this was told at the first try, and at the second."""

    def judge(first, second="", doing=lambda handle: None):
        subject, store = SUBJECTS["plain"], tmp_path / "first"
        remember_in(states_of(store))
        kept = filled(subject, store)
        handle = subject.open(store)
        doing(handle)
        handle.close()
        states_of(store).mkdir(exist_ok=True)
        site = Site(subject, tmp_path, store, DEEDS["backup"], (kept, kept))
        place = site._copy()
        place.with_name(f"{place.name}-told").write_text(json.dumps([first, second]))
        return site._judged(place)[0]

    return judge


def _backup(handle):
    handle.do("backup")


def _damaged_backup(handle):
    handle.do("backup")
    (archive,) = handle.folder.path.glob("backups/*.tar")
    archive.write_bytes(archive.read_bytes()[:-2000])


def test_it_notices_a_backup_that_was_acknowledged_and_is_not_there(judged):
    assert judged("done")["lost"] == 1


def test_it_notices_a_backup_that_was_acknowledged_and_is_damaged(judged):
    assert judged("done", doing=_damaged_backup)["lost"] == 1


def test_it_takes_a_backup_that_can_be_brought_back(judged):
    assert not judged("done", doing=_backup).total()


def test_it_notices_what_does_not_work_when_tried_again(judged):
    assert judged("refused the disk is full", "refused it is still full")["stuck"] == 1
