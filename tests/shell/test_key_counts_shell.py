"""The keys of a note in the shell, counted as docs/keys.md says they are."""

import re
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "docs" / "keys.md").read_text("utf-8")


def test_the_same_call_in_the_shell_takes_at_most_thirty_keys(mentor, dee):
    row = next(line for line in PAGE.splitlines() if line.startswith("| `mentor note` enter"))
    command, before, after = re.findall(r"`([^`]+)`", row)
    enter = "\n"
    pressed = command + enter + before + after + enter
    assert len(pressed) == int(row.split("|")[2]) <= 30
    typed = f"{before}got the boots{after}{enter}".encode()
    answer = mentor(*command.split()[1:], "--json", typed=typed)
    (call,), (touch,) = answer.json["records"]["contacts"], answer.json["records"]["appointments"]
    assert (call["minutes"], call["on"], touch["on"]) == (15, "2026-11-23", "2026-11-30")
