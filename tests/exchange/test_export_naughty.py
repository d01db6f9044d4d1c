"""Strings that break programs, through every export and back."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_tui.exchange.csv_out import write_csv
from mentor_tui.exchange.json_in import import_json
from mentor_tui.exchange.json_out import record_object, write_json
from store.caseload import Caseload
from store.records import Goal
from store.text import clean_lines

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def naughty(naughty_strings: tuple[str, ...], caseload: Caseload) -> Caseload:
    """A caseload in which every naughty string is someone's goal, as it was cleaned at entry."""
    with caseload.folder.act("goals") as act:
        for words in naughty_strings:
            act.insert("goals", {"client_id": 1, "words": clean_lines(words)})
    return caseload


def test_json_gives_every_one_back_equal(
    naughty: Caseload, open_caseload: Callable[[str], Caseload], tmp_path: Path
) -> None:
    write_json(naughty, tmp_path / "out.json")
    other = open_caseload("other")
    import_json(tmp_path / "out.json", other)
    assert record_object(other)["goals"] == record_object(naughty)["goals"]


def test_spreadsheets_hold_every_one_and_no_control_sequence(naughty: Caseload, tmp_path: Path) -> None:
    write_csv(naughty, tmp_path / "out")
    text = (tmp_path / "out" / "goals.csv").read_text("utf-8-sig")
    assert not _CONTROL.search(text)
    with (tmp_path / "out" / "goals.csv").open(encoding="utf-8-sig", newline="") as file:
        words = [row["words"] for row in csv.DictReader(file)]
    assert [one.removeprefix("'") for one in words] == [
        goal.words.removeprefix("'") for goal in naughty.all(Goal)
    ]
    assert not any(one.lstrip().startswith(("=", "+", "-", "@")) for one in words)


def test_raw_ones_from_a_file_are_made_safe(
    naughty_strings: tuple[str, ...], open_caseload: Callable[[str], Caseload], tmp_path: Path
) -> None:
    goals = [{"id": n, "uid": f"{n:032x}", "words": words} for n, words in enumerate(naughty_strings, 1)]
    (tmp_path / "in.json").write_text(json.dumps({"schema_version": 1, "goals": goals}))
    other = open_caseload("other")
    import_json(tmp_path / "in.json", other)
    kept = other.all(Goal)
    assert len(kept) == len(naughty_strings)
    assert not any(_CONTROL.search(goal.words) for goal in kept)
