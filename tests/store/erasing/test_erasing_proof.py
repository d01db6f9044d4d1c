"""The proof before the swap: where the new folder is not what it should be, the old one stays, unchanged."""

import shutil

import pytest

from store.clock import FixedClock, moment_from
from store.erasing import Wish, building, erase
from store.erasing.pieces import pieces
from store.erasing.without import Without
from store.errors import MentorError
from store.folder import DataFolder
from tests.store.erasing.test_erasing_stopped import base


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture(scope="module")
def made(tmp_path_factory, clock):
    place, who = base(tmp_path_factory.mktemp("made"), clock)
    with DataFolder.open(place / "data", clock) as folder:
        folder.compact(force=True)  # as erasing does first
    return place, who


@pytest.fixture
def before(made, tmp_path):
    place, who = made
    return shutil.copytree(place, tmp_path / "place") / "data", who


def every_byte(path):
    return {at.relative_to(path): at.read_bytes() for at in path.rglob("*") if at.is_file()}


def a_promise_of_theirs_stays(patched):
    right = Without.document

    def document(self, table, id, found):
        return found if table == "promises" else right(self, table, id, found)

    patched.setattr(Without, "document", document)


def a_note_of_another_goes(patched):
    class Careless(Without):
        def tables(self, ledger):
            left = super().tables(ledger)
            return {table: {} if table == "contacts" else found for table, found in left.items()}

    right = building.write_ledgers

    def written(old, layout, without, *more):
        right(old, layout, Careless(without._leaving), *more)

    patched.setattr(building, "write_ledgers", written)


def a_draft_of_theirs_stays(patched):
    def found(old, leaving):
        for piece in pieces(old, leaving):
            is_draft = piece.place.startswith("drafts/")
            yield piece._replace(content=(old.path / piece.place).read_bytes()) if is_draft else piece

    patched.setattr(building, "pieces", found)


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (a_promise_of_theirs_stays, "promises still holds something"),
        (a_note_of_another_goes, "the records are not the same"),
        (a_draft_of_theirs_stays, "a small file still holds something"),
    ],
)
def test_a_folder_that_was_made_wrong_never_takes_the_place_of_the_old_one(
    before, clock, monkeypatch, fault, why
):
    path, who = before
    was = every_byte(path)
    fault(monkeypatch)
    with pytest.raises(MentorError, match="not what it should be") as refused:
        erase(path, clock, Wish((who,)))
    assert f"({why}), so nothing was replaced" in str(refused.value)
    now = every_byte(path)
    changed = [at for at in was.keys() | now.keys() if was.get(at) != now.get(at)]
    assert changed == []
    assert [at.name for at in path.parent.iterdir()] == ["data"]
