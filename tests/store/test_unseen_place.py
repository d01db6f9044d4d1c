"""A place that the system does not even let be looked at is said in words, as every other refusal is."""

import pytest

from store.loose_files import NotKept, write_sealed


def test_a_folder_that_may_not_be_looked_at_is_said_in_words(tmp_path):
    with pytest.raises(NotKept):
        write_sealed(tmp_path / ("x" * 300) / "inbox" / "a.json", b"words", ())
