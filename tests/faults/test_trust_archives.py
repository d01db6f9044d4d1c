"""Backups that are not what was saved never become what is there."""

import pytest

from tests.faults.apart import measured


@pytest.mark.parametrize("of", ["plain", "encrypted"])
def test_a_changed_backup_is_refused_in_a_sentence_and_nothing_is_touched(of, sized, figure):
    found = measured("archives", of, mutations=sized(60, 1000))
    out_of = found["mutated"] + found["crafted"]
    more = {name: found[name] for name in ("crafted", "accepted", "touched", "MiB more")}
    figure("archives", of, found["wrong"] + found["touched"], out_of, "archives", **more)
    assert (found["wrong"], found["touched"], found["not in a sentence"]) == (0, 0, 0), found
    assert found["MiB more"] < 64
