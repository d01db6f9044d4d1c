"""`mentor note` on a locked caseload: it asks nothing, loses nothing, and shows nobody anything."""

import json
import os
import subprocess
import sys

import pytest

from mentor_tui.commands import terminal
from store import letterbox, pins
from store.folder import DataFolder

LINE = "dee call 15m got the boots > thu 10am clinic"


@pytest.fixture(autouse=True)
def a_terminal_that_must_not_be_used(monkeypatch):
    monkeypatch.setattr(terminal, "is_there", lambda: True)
    monkeypatch.setattr(terminal, "ask", lambda *_: pytest.fail("it asked"))


@pytest.fixture
def waiting(locked, own_lock, at_rest):
    """What waits in the letterbox."""

    def items():
        with DataFolder.open(locked, at_rest, keys=own_lock.lock.keys) as folder:
            return folder.inbox().items()

    return items


def test_a_note_is_posted_and_said_so(mentor, waiting):
    answer = mentor("note", LINE)
    assert answer.code == 0
    assert answer.out == "Posted, encrypted: it waits in the inbox until you open mentor.\n"
    assert [item.text for item in waiting()] == [LINE]


def test_so_it_is_in_json(mentor, waiting):
    answer = mentor("note", LINE, "--json").json
    (item,) = waiting()
    assert answer == {
        "schema_version": 1,
        "filed": False,
        "posted": True,
        "inbox": {"name": item.name, "text": LINE},
    }


def test_what_the_options_say_is_posted_with_it(mentor, waiting):
    said = ("--who", "dee", "--next", "thu 10am clinic", "--when", "yesterday", "--promise", "ask about ID")
    mentor("note", "got the boots", *said, "--spent", "1h30")
    (item,) = waiting()
    assert item.text == "dee 1h30 got the boots < yesterday > thu 10am clinic ! ask about ID"
    assert item.why == "You said with --who: dee."


def test_what_comes_through_a_pipe_is_posted_whole(mentor, waiting):
    mentor("note", "-", typed=b"dee call ok\nand more words\n")
    assert [item.text for item in waiting()] == ["dee call ok\nand more words"]


def test_an_empty_note_is_refused(mentor, locked):
    assert mentor("note", "  ").code == 1
    assert letterbox.posted(locked) == 0


def test_with_a_passphrase_at_hand_it_is_filed_as_ever(mentor, locked, own_lock, monkeypatch):
    monkeypatch.setenv("MENTOR_PASSPHRASE_COMMAND", f"echo '{own_lock.passphrase}'")
    answer = mentor("note", LINE, "--json").json
    assert answer["filed"]
    assert letterbox.posted(locked) == 0


def test_where_it_may_not_be_posted_the_words_are_given_back(mentor, locked):
    pins.forget(locked)
    answer = mentor("note", "dee call ok")
    assert (answer.code, answer.out) == (1, "")
    assert "Not posted, here it is again: dee call ok\n" in answer.err
    assert "Nothing was posted" in answer.err


def test_on_a_full_disk_the_words_are_given_back(mentor, locked, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = mentor("note", "dee call ok")
    assert (answer.code, answer.out) == (1, "")
    assert "here it is again: dee call ok\n" in answer.err
    assert "the disk is full" in answer.err
    assert letterbox.posted(locked) == 0


KILLED_AT = """
import json, os, signal, sys
from mentor_tui.start import main

words = json.loads(sys.argv[1])
CALLS = ("open", "write", "fsync", "rename", "replace", "link", "unlink", "mkdir", "chmod")

def child(number):
    def watched(call):
        def count(*arguments, **named):
            nonlocal number
            number -= 1
            if not number:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)
        return count
    for name in CALLS:
        setattr(os, name, watched(getattr(os, name)))
    sys.argv = words
    main()

for number in range(1, 100):
    out, into = os.pipe()
    if (process := os.fork()) == 0:
        os.dup2(into, 1)
        child(number)
    os.close(into)
    said = b""
    while piece := os.read(out, 999):
        said += piece
    os.close(out)
    killed = os.WIFSIGNALED(os.waitpid(process, 0)[1])
    print(json.dumps([killed, said.decode()]), flush=True)
    if not killed:
        break
"""


def test_killed_at_any_call_nothing_that_was_said_to_be_posted_is_lost(environment, locked, waiting):
    words = json.dumps(["mentor", "--data", str(locked), "note", LINE])
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT, words],
        env={**environment, "MENTOR_STATE": os.environ["MENTOR_STATE"]},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(runs) > 6
    assert [killed for killed, _ in runs] == [True] * (len(runs) - 1) + [False]
    said = sum("Posted" in words for _, words in runs)
    kept = waiting()
    assert said <= len(kept)
    assert {item.text for item in kept} == {LINE}
    assert said >= 1
