"""`mentor export list` and `remove`: every file the program wrote on request, taken away again."""

import pytest

from store.records import CASELOAD_TABLES

WRITES = {
    "the record, JSON": ("export", "json", "-o", "out.json"),
    "your notebook": ("notebook", "export", "-o", "out.json"),
    "November 2026": ("report", "month", "-o", "out.json"),
}


@pytest.fixture
def here(dee, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("what", WRITES)
def test_whatever_writes_a_file_puts_it_on_the_list(mentor, here, what):
    mentor(*WRITES[what])
    (listed,) = mentor("export", "list", "--json").json["files"]
    assert listed["path"] == str(here / "out.json")
    assert what in listed["what"] and listed["as_made"]


def test_every_sheet_is_on_the_list_and_each_can_be_removed(mentor, here):
    mentor("export", "csv", "-o", "folder")
    assert len(mentor("export", "list").out.splitlines()) == len(CASELOAD_TABLES)
    answer = mentor("export", "remove", "folder/clients.csv")
    assert answer.out == f"{here / 'folder' / 'clients.csv'}: removed\n"
    assert "traces" in answer.err
    assert not (here / "folder" / "clients.csv").exists()
    assert len(mentor("export", "list").out.splitlines()) == len(CASELOAD_TABLES) - 1


def test_a_file_that_changed_is_said_to_have_and_is_left(mentor, here):
    mentor("export", "json", "-o", "out.json")
    (here / "out.json").write_text("hers now")
    assert "changed since" in mentor("export", "list").out
    answer = mentor("export", "remove", "out.json")
    assert answer.code == 1 and "left as it is" in answer.err
    assert (here / "out.json").read_text() == "hers now"


def test_a_file_of_hers_is_never_removed(mentor, here):
    (here / "hers.txt").write_text("hers")
    answer = mentor("export", "remove", "hers.txt")
    assert answer.code == 1 and "hers.txt" in answer.err
    assert (here / "hers.txt").exists()


def test_an_export_that_was_refused_is_not_on_the_list(mentor, here):
    (here / "out.json").write_text("hers")
    assert mentor("export", "json", "-o", "out.json").code == 1
    assert mentor("export", "list", "--json").json["files"] == []


def test_what_goes_to_the_terminal_is_on_no_list(mentor, here):
    mentor("export", "json")
    assert "No file" in mentor("export", "list").err
