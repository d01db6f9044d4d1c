"""Streams of a real process: a reader that leaves, letters that cannot be shown, streams that are closed."""

import os
import signal
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def folder(mentor, place, tmp_path):
    """A data folder made in this process: Dee, Renée, a note, in a place where lines can be run."""
    mentor("init", "--plain")
    for name in ("Dee", "Renée"):
        mentor("client", "add", name)
    mentor("note", "dee call got the boots")
    return tmp_path


def test_a_reader_that_has_had_enough_ends_a_command_without_a_word(process, folder):
    answer = process("mentor --data D history --json | head -1", folder)
    assert (answer.out, answer.err) == ("{\n", "")


def test_a_reader_that_leaves_a_long_answer_is_not_complained_about(mentor, process, folder):
    mentor("note", "-", typed=b"dee call " + b"boots and socks " * 20_000)
    answer = process("mentor --data D find boots | head -c 1", folder)
    assert (len(answer.out), answer.err) == (1, "")


def test_letters_a_terminal_cannot_show_do_not_stop_a_command(process, folder):
    answer = process("mentor --data D clients", folder, PYTHONIOENCODING="ascii")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[1].startswith("Ren?e")


def test_json_keeps_every_letter_even_where_none_can_be_shown(process, folder):
    answer = process("mentor --data D clients --json", folder, PYTHONIOENCODING="ascii")
    assert [client["name"] for client in answer.json["clients"]] == ["Dee", "Renée"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("mentor --data D note 'dee call one' >&-", 0),
        ("mentor --data D note 'dee call two' 2>&-", 0),
        ("mentor --data D note <&-", 1),
        ("mentor --data D note - <&-", 1),
    ],
)
def test_a_stream_that_is_closed_is_done_without(process, folder, line, code):
    answer = process(line, folder)
    assert (answer.code, answer.is_quiet_about_itself) == (code, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_an_answer_that_cannot_be_written_is_said_and_the_note_is_kept(mentor, process, folder):
    answer = process("mentor --data D note 'dee call socks' > /dev/full", folder)
    assert answer.code == 1
    assert "The answer could not be written out: no space left on device." in answer.err
    assert "What was saved is saved." in answer.err
    assert mentor("find", "socks", "--json").json["hits"]


def test_the_program_does_not_draw_into_a_pipe(process, folder):
    for line in ("mentor --data D", "mentor --data D demo", "mentor --data=D"):
        answer = process(line, folder)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == "The program needs a terminal to draw on; `mentor today` prints as text.\n"


def test_the_folder_is_the_one_MENTOR_DATA_names_where_none_is_given(process, folder):
    assert "Dee" in process("mentor clients", folder, MENTOR_DATA=str(folder / "D")).out


def test_stopping_at_the_prompt_ends_in_130(environment, folder):
    ours, theirs = os.openpty()
    waiting = subprocess.Popen(
        [f"{environment['HOME']}/bin/mentor", "--data", folder / "D", "note"],
        env=environment,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert waiting.stderr.readline() == b"One line, then enter:\n"
    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate()
    assert (waiting.returncode, out, err) == (130, b"", b"Stopped. What was saved before is saved.\n")
    for end in (ours, theirs):
        os.close(end)
