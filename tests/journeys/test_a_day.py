"""A day on a real terminal: start, note, review, undo, quit."""

import json
import subprocess


def shell(mentor, *words):
    """What a command says."""
    return subprocess.run([mentor, *words], capture_output=True, text=True, check=True).stdout


def test_start_note_review_undo_quit(open_terminal, mentor, kept, tmp_path):
    terminal = open_terminal(mentor)
    terminal.until("NOW", "Dee", "day 2 since release")

    terminal.press("n")
    terminal.until("enter save")
    terminal.press("dee call 15m got the boots > thu 10am clinic ! ask about ID")
    terminal.until("phone · talked · 15m", "Thu 26 Nov 10:00 (in 3 days)", "promised  ask about ID")
    terminal.press("enter")
    terminal.until("Saved 14:02", "you said you'd ask about ID", "clinic")

    terminal.press("r")
    terminal.until("Review", "1 of 1", "Dee", "got the boots")
    terminal.press("esc")
    terminal.until("COMING UP")

    terminal.press("u")
    terminal.until("Undo: note, Dee, 14:02?")
    terminal.press("enter")
    terminal.until_gone("you said you'd ask about ID")

    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.modes() == terminal.modes_before
    assert "proven today" in shell(mentor, "backup", "list")  # made as the program was left
    shell(mentor, "export", "json", "-o", str(tmp_path / "out.json"))
    exported = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [exported[kind] for kind in ("contacts", "appointments", "promises")] == [[], [], []]


def test_a_note_from_the_shell_appears_in_the_open_program(open_terminal, mentor, kept):
    terminal = open_terminal(mentor)
    terminal.until("Dee", "nothing in the next 7 days")
    shell(mentor, "note", "dee call 15m got the boots > thu 10am clinic")
    terminal.until("clinic")
    terminal.press("q")
    assert terminal.end() == 0


def test_the_first_start_asks_for_a_passphrase_and_then_who_she_walks_with(open_terminal, mentor):
    terminal = open_terminal(mentor)
    terminal.until("A passphrase for your notes")
    terminal.press("f7", "f7")
    terminal.until("Who are you walking with?", "not encrypted")


def test_the_demo_says_that_its_people_are_invented_and_leaves_nothing_behind(
    open_terminal, mentor, home_of_its_own, tmp_path, monkeypatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    terminal = open_terminal(mentor, "demo", "--tutor")
    terminal.until("COMING UP", "invented", "try what you like")
    terminal.press("q")
    assert terminal.end() == 0
    assert [
        path for place in (home_of_its_own, tmp_path) for path in place.rglob("*") if path.is_file()
    ] == []


def test_forty_columns_and_twelve_rows_are_enough(open_terminal, mentor, kept):
    terminal = open_terminal(mentor, columns=40, rows=12)
    terminal.until("Dee", "day 2 since release")
    terminal.press("q")
    assert terminal.end() == 0


def test_two_enters_in_one_read_save_one_note(open_terminal, mentor, kept, tmp_path):
    terminal = open_terminal(mentor)
    terminal.until("Dee", "COMING UP")
    terminal.process.send("ndee call 15m got the boots\r\r")
    terminal.until("Saved 14:02", "enter plan it")
    terminal.press("esc")
    terminal.until_gone("enter plan it")
    terminal.press("q")
    assert terminal.end() == 0
    shell(mentor, "export", "json", "-o", str(tmp_path / "out.json"))
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["contacts"]) == 1
