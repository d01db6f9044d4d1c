"""What a lock costs is measured on folders that are locked."""

import pytest

from bench.data import make_folder
from bench.locked import encrypted_save, posting
from bench.stores import Stores


class Few(Stores):
    """Folders of fifty contacts, and each deed once."""

    def folder(self, contacts):
        place = self.place("fifty")
        return place if place.exists() else make_folder(place, 50, self.clock)

    def pairs(self, wanted):
        return 1


@pytest.fixture
def stores():
    few = Few()
    yield few
    few.close()


def test_an_encrypted_save_is_held_against_three_bare_ones(stores):
    (figure,) = encrypted_save(stores)
    assert (figure.row, figure.target) == ("encrypted-save", 3)
    assert b"age-encryption.org" in next(stores.place(".").glob("locked-*/caseload.json.age")).read_bytes()


def test_a_posted_line_is_held_against_a_note_on_a_plain_folder(stores):
    (figure,) = posting(stores)
    assert (figure.row, figure.target) == ("posting", 1.3)
    assert len(list(stores.place(".").glob("locked-*/inbox/*.age"))) == 2
