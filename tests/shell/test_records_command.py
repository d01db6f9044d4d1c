"""`mentor records`: which may go, kept with a reason, shown before they go, and gone."""

import pytest

LONG_AGO = "2025-10-01T10:00:00-07:00"


@pytest.fixture
def zeb(mentor, place):
    """Zebulon, finished more than a year ago, with two notes; one of them about Mia too."""
    assert mentor("init", "--plain", now=LONG_AGO).code == 0
    for name in ("Zebulon", "Mia"):
        mentor("client", "add", name, now=LONG_AGO)
    mentor("note", "zebulon call 15m plum trees", now=LONG_AGO)
    mentor("note", "mia met zebulon's sister", now=LONG_AGO)
    mentor("reflect", "Thinking of zebulon.", now=LONG_AGO)
    mentor("client", "status", "zebulon", "finished", now=LONG_AGO)
    mentor("backup", "create", now=LONG_AGO)
    return mentor


def stands(place, words):
    return any(words in at.read_bytes().lower() for at in place.rglob("*") if at.is_file())


def test_a_record_that_is_due_is_kept_with_a_reason_or_goes_for_good(zeb, place):
    assert zeb("records", "due").out == "Zebulon  since 2026-10-01 · last 2025-10-01\n"
    assert "Say in a few words" in zeb("records", "keep", "zeb").err
    assert "2027-11-23" in zeb("records", "keep", "zeb", "--because", "a letter may come").out
    assert zeb("records", "due").out == "No record asks whether it is still needed.\n"
    shown = zeb("records", "erase", "zeb")
    assert (shown.code, "--yes" in shown.err) == (0, True)
    assert "1 note, 1 page about them" in shown.out and "Thinking of zebulon." in shown.out
    assert stands(place, b"plum trees")
    done = zeb("records", "erase", "zeb", "--yes", "--keep-pages")
    assert (done.code, done.out.splitlines()[0]) == (0, "A person was erased. This cannot be undone.")
    assert not stands(place, b"plum trees") and stands(place, b"thinking of zebulon")
    assert "Mia" in zeb("clients").out and "Zebulon" not in zeb("clients").out + zeb("history").out
    assert zeb("doctor").code == 0


WRITTEN = {
    "e.json": ("export", "json"),
    "x.xlsx": ("export", "xlsx"),
    "folder": ("export", "csv"),
    "c.ics": ("export", "ics", "--names"),
    "card.txt": ("card",),
    "rows.csv": ("export", "deidentified", "--anyway"),
    "p.pdf": ("report", "people"),
    "n.md": ("notebook", "export"),
    "packet.md": ("notebook", "packet", "--page", "1"),
}


def test_every_file_that_holds_them_is_named_before_they_are_erased(zeb, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    zeb("client", "status", "zebulon", "walking")
    zeb("plan", "zebulon", "sat")
    for name, words in WRITTEN.items():
        assert zeb(*words, "-o", name).code == 0, name
    shown = zeb("records", "erase", "zeb").out
    assert [name for name in WRITTEN if name not in shown] == []
    assert "services.csv" not in shown and "contacts.csv" in shown


def test_of_a_stripped_record_the_hours_stay_in_the_report(zeb, place):
    before = zeb("report", "month", "--period", "2025-10", "--own", "--json")
    assert zeb("records", "strip", "zeb", "--yes").code == 0
    after = zeb("report", "month", "--period", "2025-10", "--own", "--json")
    assert (before.code, after.code) == (0, 0), after.err
    assert hours(after.json) == hours(before.json) != []
    assert not stands(place, b"plum trees")


def hours(report):
    lines = [line for table in report["tables"] for line in table["lines"]]
    return [line["figure"] for line in lines if line["group"].startswith("Effort") or line["unit"] == "hours"]


def test_who_was_taken_out_is_erased_by_name_or_number(zeb, place):
    zeb("plan", "zebulon", "sat")
    from store.caseload import Caseload
    from store.clock import SystemClock
    from store.folder import DataFolder
    from store.records import Client

    with DataFolder.open(place, SystemClock()) as folder:
        caseload = Caseload(folder, SystemClock())
        caseload.remove(caseload.get(Client, 1))
    assert "Zebulon (#1)" in zeb("records", "erase", "x", "--taken-out").err
    assert zeb("records", "erase", "#1", "--taken-out", "--yes").code == 0
    assert not stands(place, b"plum trees")


@pytest.mark.parametrize("way", ["erase", "strip"])
def test_undo_right_after_an_erasing_names_the_older_act_and_waits_for_yes(zeb, way):
    zeb("client", "edit", "mia", "--about", "plays chess")
    assert zeb("records", way, "zeb", "--yes").code == 0
    refused = zeb("undo")
    assert refused.code == 1
    assert "tallies stays" in refused.err and "Mia" in refused.err and "undo --yes" in refused.err
    assert "Undone: person changed, Mia" in zeb("undo", "--yes").out
    zeb("note", "mia call 5m newer words")
    assert "Undone: note, Mia" in zeb("undo").out  # what is newer needs no second word


def test_the_envelope_that_was_sealed_anew_is_not_said_to_hold_them(zeb, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    zeb("client", "status", "zebulon", "walking")
    for name in ("zebulon", "mia"):
        zeb("consent", "give", name, "share", "--to", "Rosa", "--what", "next dates")
    assert zeb("envelope", "begin", "Rosa", "--place", "e.age", "--card", "c.txt").code == 0
    assert "e.age" in zeb("records", "erase", "zeb").out
    assert "e.age" not in zeb("records", "erase", "zeb", "--yes").out
