"""How a command gets the passphrase of an encrypted caseload, and what it does without."""

import os
import subprocess

import pytest

from mentor_tui.commands import terminal

DEE = "Dee  walking together\n"


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch):
    """Whoever runs the tests is not asked."""
    monkeypatch.setattr(terminal, "is_there", lambda: False)


@pytest.fixture
def written(tmp_path, own_lock):
    """The passphrase in a file that only its owner can read."""
    path = tmp_path / "passphrase"
    path.write_text(f"{own_lock.passphrase}\nmore\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def piped(words):
    out, into = os.pipe()
    os.write(into, words.encode())
    os.close(into)
    return out


def test_a_file_descriptor_gives_it(mentor, locked, own_lock):
    out = piped(own_lock.passphrase + "\n")
    answer = mentor("--passphrase-fd", out, "clients")
    os.close(out)
    assert (answer.code, answer.out) == (0, DEE)


def test_what_follows_its_line_is_left_for_the_note(mentor, locked, own_lock, monkeypatch):
    out = piped(own_lock.passphrase + "\nand here is the rest")
    assert mentor("--passphrase-fd", out, "clients").code == 0
    assert os.read(out, 99) == b"and here is the rest"
    os.close(out)


def test_a_command_of_hers_gives_it_and_no_shell_reads_it(mentor, locked, written, monkeypatch):
    monkeypatch.setenv("MENTOR_PASSPHRASE_COMMAND", f"head -n 1 '{written}'")
    assert mentor("clients").out == DEE
    monkeypatch.setenv("MENTOR_PASSPHRASE_COMMAND", f"head -n 1 '{written}' ; true")
    answer = mentor("clients")
    assert (answer.code, answer.out) == (77, "")


@pytest.mark.parametrize("command", ["false", "true", "no-such-command-anywhere", "'"])
def test_a_command_that_gives_none_is_said(mentor, locked, monkeypatch, command):
    monkeypatch.setenv("MENTOR_PASSPHRASE_COMMAND", command)
    answer = mentor("clients")
    assert answer.code == 77
    assert "MENTOR_PASSPHRASE_COMMAND" in answer.err
    assert answer.is_quiet_about_itself


def test_a_file_of_her_own_gives_it(mentor, locked, written, monkeypatch):
    assert mentor("--passphrase-file", written, "clients").out == DEE
    monkeypatch.setenv("MENTOR_PASSPHRASE_FILE", str(written))
    assert mentor("clients").out == DEE


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_may_read_is_refused(mentor, locked, written, mode):
    written.chmod(mode)
    answer = mentor("--passphrase-file", written, "clients")
    assert answer.code == 77
    assert "not yours alone" in answer.err


def test_what_is_no_plain_file_is_refused_and_never_waited_for(mentor, locked, tmp_path):
    os.mkfifo(tmp_path / "pipe", 0o600)
    for place in (tmp_path, tmp_path / "pipe", tmp_path / "nothing"):
        answer = mentor("--passphrase-file", place, "clients")
        assert answer.code == 77
        assert "passphrase file" in answer.err


def test_the_first_source_that_is_named_is_the_one_that_counts(
    mentor, locked, written, own_lock, monkeypatch
):
    monkeypatch.setenv("MENTOR_PASSPHRASE_COMMAND", "echo another one")
    assert mentor("--passphrase-file", written, "clients").code == 77
    out = piped(own_lock.passphrase)
    assert mentor("--passphrase-fd", out, "clients").code == 0
    os.close(out)


def test_a_wrong_one_is_said_and_asked_for_once(mentor, locked, monkeypatch):
    monkeypatch.setenv("MENTOR_PASSPHRASE_COMMAND", "echo another one")
    answer = mentor("clients")
    assert (answer.code, answer.out) == (77, "")
    assert "not the passphrase" in answer.err


def test_no_source_and_no_terminal_ends_in_77_with_one_sentence(mentor, locked):
    for words in (("today",), ("clients",), ("find", "boots"), ("export", "json"), ("doctor",), ("undo",)):
        answer = mentor(*words)
        assert (answer.code, answer.out) == (77, ""), words
        assert answer.err.count("\n") == 1


def test_a_real_process_without_a_terminal_does_not_wait(environment, locked):
    done = subprocess.run(
        ["mentor", "--data", locked, "today"],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        timeout=20,
    )
    assert (done.returncode, done.stdout) == (77, b"")


def test_a_plain_caseload_reads_no_source(mentor, dee, monkeypatch):
    monkeypatch.setenv("MENTOR_PASSPHRASE_COMMAND", "false")
    assert mentor("clients").code == 0


def test_the_program_is_not_opened_with_a_source(mentor, monkeypatch, tmp_path):
    monkeypatch.setattr("mentor_tui.cli.check_terminal", lambda: None)
    answer = mentor("--passphrase-file", tmp_path)
    assert answer.code == 1
    assert "on its own screen" in answer.err
