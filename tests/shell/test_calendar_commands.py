"""Calendars and the pocket card in the shell: said before it is done, done once, taken back at once."""

from pathlib import Path

import pytest

CALCURSE = Path(__file__).parents[1] / "exchange" / "calendars" / "calcurse.ics"


def test_a_dry_run_says_it_all_and_writes_nothing(mentor, dee):
    said = mentor("import", "calendar", CALCURSE, "--dry-run")
    assert said.code == 0
    assert said.out.startswith("5 events to bring in, 1 over")
    assert "for Dee · Dee clinic; not kept: how long it takes" in said.out
    assert said.err == "Nothing was written.\n"
    assert mentor("agenda", "--json").json["items"] == []


def test_an_import_is_one_undo(mentor, dee):
    assert "undo" in mentor("import", "calendar", CALCURSE).err
    assert len(mentor("agenda", "--days", 3, "--json").json["items"]) == 1
    assert "0 events to bring in, 5 here already" in mentor("import", "calendar", CALCURSE).out
    assert mentor("undo").out.startswith("Undone: import of a calendar")
    assert mentor("agenda", "--days", 90, "--json").json["items"] == []


def test_a_file_that_is_no_calendar_changes_nothing(mentor, dee, tmp_path):
    (tmp_path / "no.ics").write_text("hello")
    said = mentor("import", "calendar", tmp_path / "no.ics")
    assert (said.code, said.out) == (1, "")
    assert said.err == "no.ics is not a calendar: it has no BEGIN:VCALENDAR. Export it as .ics.\n"


def test_an_export_says_what_it_shows_of_anybody(mentor, dee, tmp_path):
    mentor("plan", "dee", "thu 10am", "clinic")
    said = mentor("export", "ics", "-o", tmp_path / "out.ics")
    assert (said.out, said.err[:13]) == (f"{tmp_path / 'out.ics'}: 1 event\n", "Initials only")
    assert "names" not in (tmp_path / "out.ics").read_text()
    named = mentor("export", "ics", "-o", tmp_path / "names.ics", "--names", "--who", "dee")
    assert "whoever can open it can read it" in named.err
    assert "SUMMARY:Dee: clinic" in (tmp_path / "names.ics").read_text()
    assert [made["what"] for made in mentor("export", "list", "--json").json["files"]] == [
        "a calendar, with names",
        "a calendar, initials only",
    ]


def test_what_is_noted_by_a_code_of_the_card_is_about_that_person(mentor, dee, tmp_path):
    mentor("client", "add", "Jo")
    mentor("plan", "jo", "1 dec 09:30", "court")
    assert mentor("card", "-o", tmp_path / "card.txt").code == 0
    written = (tmp_path / "card.txt").read_text()
    assert all(word not in written for word in ("Dee", "Jo", "court"))
    line = next(line for line in written.splitlines() if "J." in line)
    assert line.endswith("J.  Tue 1 Dec 09:30")
    note = mentor("note", f"{line.split()[0].lower()} 15c talked about the clinic", "--json")
    assert note.json["records"]["contacts"][0]["client_ids"] == [2]


@pytest.mark.parametrize("words", [("export", "ics", "-o", "-"), ("import", "calendar", "")])
def test_a_place_that_is_none_is_refused(mentor, dee, words):
    said = mentor(*words)
    assert (said.code, said.out) == (1, "")
