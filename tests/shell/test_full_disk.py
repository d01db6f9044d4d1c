"""A disk that is full or does not confirm: said, nothing lost, and it works again once there is room."""

import errno
import os

import pytest

WRITING = [
    ("note", "dee call socks ! bring them"),
    ("client", "add", "Jo"),
    ("client", "status", "dee", "paused"),
    ("plan", "dee", "fri", "clinic"),
    ("reflect", "words"),
    ("undo",),
]


@pytest.fixture
def full(monkeypatch):
    """Lets half of every write through, and then there is no room."""
    truly = os.write

    def half(handle, content):
        if len(content) < 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return truly(handle, content[: len(content) // 2])

    def become_full():
        monkeypatch.setattr(os, "write", half)

    def have_room():
        monkeypatch.setattr(os, "write", truly)

    return become_full, have_room


@pytest.fixture
def kept(mentor, dee):
    mentor("note", "dee call got the boots")
    return mentor("export", "json").out


@pytest.mark.parametrize("words", WRITING)
def test_a_full_disk_is_said_nothing_is_lost_and_then_it_works(mentor, kept, full, words):
    become_full, have_room = full
    become_full()
    answer = mentor(*words)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "Could not save: the disk is full. Nothing was saved, and nothing saved before is lost: "
        "put that right and run it again.\n"
    )
    have_room()
    assert mentor("export", "json").out == kept
    assert mentor(*words).code == 0
    assert mentor("doctor").code == 0


@pytest.mark.parametrize("words", WRITING)
def test_a_disk_that_does_not_confirm_is_said_and_then_it_works(mentor, kept, monkeypatch, words):
    def unconfirmed(_):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", unconfirmed)
        answer = mentor(*words)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Could not save: the disk did not confirm it.")
    assert len(answer.err.splitlines()) == 1
    assert mentor("export", "json").out == kept
    assert mentor(*words).code == 0


def test_a_line_for_the_inbox_that_does_not_fit_is_given_back(mentor, kept, monkeypatch):
    def no_room(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", no_room)
        answer = mentor("note", typed=b"zoe call got the boots\n")
    assert answer.code == 1
    first, second = answer.err.splitlines()
    assert first == "Not saved, here it is again: zoe call got the boots"
    assert second.startswith("These words are not kept: the disk is full.")
    assert mentor("note", "zoe call got the boots", "--json").json["filed"] is False


def test_a_folder_cannot_be_made_on_a_full_disk(mentor, full, place):
    become_full, have_room = full
    become_full()
    answer = mentor("init", "--plain")
    assert (answer.code, answer.out) == (1, "")
    assert "the disk is full" in answer.err
    have_room()
    assert mentor("init", "--plain").code == 0


@pytest.mark.parametrize("words", [("export", "json"), ("report", "month"), ("notebook", "export")])
def test_a_file_that_does_not_fit_leaves_nothing_behind(mentor, kept, monkeypatch, tmp_path, words):
    def no_room(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    out = tmp_path / "elsewhere"
    out.mkdir()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", no_room)
        answer = mentor(*words, "-o", out / "file.json")
    assert (answer.code, list(out.iterdir())) == (1, [])
    assert "the disk is full" in answer.err


def test_a_file_that_may_grow_no_further_is_a_full_disk_in_a_real_process(mentor, process, kept, tmp_path):
    long = "dee call " + "boots and socks " * 5_000
    # Without bytecode: a changed module would be kept cut short, and start nothing any more.
    unkept = {"PYTHONDONTWRITEBYTECODE": "1"}
    answer = process("ulimit -f 40; mentor --data D note -", tmp_path, long.encode(), **unkept)
    assert answer.code == 1
    assert "Could not save: the disk is full." in answer.err
    assert answer.is_quiet_about_itself
    assert mentor("export", "json").out == kept
    assert process("mentor --data D note -", tmp_path, long.encode()).code == 0
