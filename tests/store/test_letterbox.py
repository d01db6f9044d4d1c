"""What is posted into a locked folder: there after an unlock, and for nobody else."""

import subprocess
import sys

import pytest

from store import letterbox, pins
from store.age_codec import padded
from store.clock import FixedClock, moment_from
from store.doctor_files import waiting_findings
from store.folder import DataFolder
from store.layout import Layout

WORDS = "Quillon rang from the bus station"


@pytest.fixture
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def place(tmp_path, clock, own_lock):
    DataFolder.create(tmp_path / "store", clock, own_lock.lock).close()
    return tmp_path / "store"


def test_what_was_posted_is_there_after_the_unlock(place, clock, own_lock):
    letterbox.post(place, WORDS, clock)
    assert letterbox.posted(place) == 1
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        assert [item.text for item in folder.inbox().items()] == [WORDS]


def test_nobody_else_can_read_it(place, clock):
    letterbox.post(place, WORDS, clock)
    assert not any(b"Quillon" in path.read_bytes() for path in place.rglob("*") if path.is_file())


def test_how_long_a_line_is_does_not_show():
    short, long = (padded(words) for words in (b"a", WORDS.encode()))
    assert len(short) == len(long)
    assert (short.rstrip(), long.rstrip()) == (b"a", WORDS.encode())


def test_a_swapped_key_is_refused(place, clock, own_lock):
    from store.age_files import new_identity

    card = Layout(place).card
    mine, theirs = own_lock.lock.keys.caseload.recipients[0].encode(), new_identity()[1].encode()
    card.write_bytes(card.read_bytes().replace(mine, theirs))
    with pytest.raises(letterbox.PostRefused, match="could be read by somebody else"):
        letterbox.post(place, WORDS, clock)
    assert letterbox.posted(place) == 0


def test_a_folder_never_unlocked_here_is_not_posted_to(place, clock):
    pins.forget(place)
    with pytest.raises(letterbox.PostRefused, match="not opened this caseload yet"):
        letterbox.post(place, WORDS, clock)


def test_a_post_needs_no_secret(place):
    """Told by what is not there: without identity.age and recovery.age it is posted all the same."""
    for secret in (Layout(place).identity, Layout(place).recovery):
        secret.unlink()
    code = (
        "from pathlib import Path; from store import letterbox; from store.clock import SystemClock; "
        f"letterbox.post(Path({str(place)!r}), 'from a script', SystemClock())"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert letterbox.posted(place) == 1


def test_a_copy_of_what_was_posted_is_no_second_line_and_the_doctor_names_it(place, clock, own_lock):
    item = letterbox.post(place, WORDS, clock)
    content = (place / "inbox" / f"{item.name}.json.age").read_bytes()
    for name in ("20260101T000000Z-0000-c.json.age", f"{item.name}.json.x.json.age"):
        (place / "inbox" / name).write_bytes(content)
    with DataFolder.open(place, clock, keys=own_lock.lock.keys) as folder:
        assert [found.name for found in folder.inbox().items()] == [item.name]
        folder.inbox().remove(folder.inbox().items()[0])
        assert len(folder.inbox().items()) == 0
        (said,) = [one.text for one in waiting_findings(folder)]
    assert "-c.json.age" in said and ".json.x.json.age" in said
