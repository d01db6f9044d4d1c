"""A note and Today in their plainest form do without Typer exactly what they do with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from mentor_tui.ending import ended
from mentor_tui.quick import quick_command

ROOT = Path(__file__).parents[2]


@pytest.fixture
def quickly(mentor, place, capsys):
    """Runs one line without Typer, after the same preparations as with it."""

    def command(*words):
        mentor("today")
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            ended(quick_command(["--data", str(place), *words]))
        said = capsys.readouterr()
        return end.value.code or 0, said.out, said.err

    return command


@pytest.mark.parametrize(
    "words",
    [
        ("note", "dee call 15m got the boots > thu 10am clinic ! ask about ID"),
        ("note", "dee", "call", "15m", "ok"),
        ("note", "zoe call ok"),
        ("note", "dee"),
        ("note", ""),
        ("note",),
        ("note", "-"),
        ("today",),
        ("today", "--json"),
    ],
)
def test_the_answer_is_the_same_with_and_without_typer(mentor, dee, quickly, words):
    quick = quickly(*words)
    if "Saved" in quick[2]:
        mentor("undo")
    slow = mentor(*words)
    assert quick == (slow.code, slow.out, slow.err)


def test_json_is_an_option_wherever_it_stands(mentor, dee, quickly):
    for words in (("note", "--json", "zoe call"), ("note", "zoe call", "--json")):
        code, out, _ = quickly(*words)
        assert (code, '"filed": false' in out) == (0, True)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--version",),
        ("--help",),
        ("--json", "today"),
        ("--data",),
        ("--data", "D"),
        ("--data=D", "today"),
        ("today", "--help"),
        ("today", "too"),
        ("note", "--who", "dee", "ok"),
        ("note", "--", "-5 out"),
        ("note", "-h"),
        ("agenda",),
        ("client", "show", "dee"),
        ("notes",),
    ],
)
def test_whatever_is_not_plain_is_left_to_typer(words):
    assert quick_command(words) is None


def test_a_note_wakes_no_more_than_it_needs(mentor, dee, place):
    ask = (
        "import sys\nfrom mentor_tui.start import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    words = [sys.executable, "-c", ask, "--data", place, "note", "dee call ok"]
    woken = subprocess.run(words, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()[-1].split()
    assert {"typer", "click", "rich", "textual", "dateutil", "pyrage", "tzdata"}.isdisjoint(woken)
