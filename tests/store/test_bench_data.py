"""The made data folders: real folders, the size asked for, the same on every machine."""

import itertools

import pytest

from bench.data import ACTIVE, Made, make_folder
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import CASELOAD_TABLES

CLOCK = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
TODAY = CLOCK.now().day
SIZE = 1500


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = make_folder(tmp_path_factory.mktemp("made") / "data", SIZE, CLOCK)
    with DataFolder.open(path, CLOCK) as folder:
        yield folder


def test_it_is_a_data_folder_like_any_other(folder):
    assert folder.notices == ()
    assert folder.read_only_reason == ""
    assert next(folder.history(), None) is None


def test_it_holds_as_many_contacts_as_were_asked_for(folder):
    assert len(folder.caseload.documents("contacts")) == SIZE


def test_every_document_is_a_record(folder):
    caseload = Caseload(folder, CLOCK)
    for kind in CASELOAD_TABLES.values():
        assert len(caseload.all(kind)) == len(folder.caseload.documents(_table_of(kind)))


def test_everyone_walked_with_is_waiting(folder):
    assert len(Caseload(folder, CLOCK).waiting()) == ACTIVE


def test_a_note_saved_in_it_gets_the_next_number(folder):
    caseload = Caseload(folder, CLOCK)
    name = caseload.people()[-1].name.lower()
    saved = caseload.record_note(caseload.read_note(f"{name} call 15m fine"))
    assert saved.records[0].id == SIZE + 1


def test_notes_are_355_characters_on_average():
    made = Made(100_000, TODAY)
    lengths = [len(made.contact(id)["words"]) for id in range(1, 4001)]
    assert sum(lengths) / len(lengths) == pytest.approx(355, rel=0.05)
    assert min(lengths) < 60 < 1000 < max(lengths)


def test_notes_hold_many_distinct_words_and_accents():
    made = Made(100_000, TODAY)
    words = {word for id in range(1, 2001) for word in made.contact(id)["words"].split()}
    assert len(words) > 10_000
    assert sum(not word.isascii() for word in words) > 3_000


def test_the_same_number_is_the_same_contact_each_time():
    first, second = Made(10_000, TODAY), Made(10_000, TODAY)
    ids = (1, 77, 10_000)
    assert [first.contact(id) for id in ids] == [second.contact(id) for id in reversed(ids)][::-1]
    assert first.contact(1) != Made(10_000, TODAY, seed=2).contact(1)


def test_days_run_up_to_yesterday_and_never_back():
    made = Made(10_000, TODAY)
    days = [made.contact(id)["on"] for id in range(1, 10_001, 97)] + [made.contact(10_000)["on"]]
    assert all(earlier <= later for earlier, later in itertools.pairwise(days))
    assert days[-1] < TODAY.isoformat()


def _table_of(kind):
    return next(table for table, of in CASELOAD_TABLES.items() if of is kind)
