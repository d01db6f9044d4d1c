"""LibreOffice opens our workbooks and CSV files and reads the same figures; pdftotext reads the names.

Seconds each, so they are in the trust run and not in every one. Skipped where the program is not.
"""

import csv
import os
import shutil
import subprocess
from datetime import date

import pytest

from mentor_tui.exchange.csv_out import write_csv
from mentor_tui.exchange.xlsx_out import write_xlsx
from mentor_tui.reports import Group, Line, Report, Table, render
from store.records import Client

pytestmark = pytest.mark.long
NAMES = ("Renée", "Łukasz", "Ελένη", "Сергей")


@pytest.fixture
def run(tmp_path):
    """Runs a program with a home of its own."""

    def command(*words):
        if not shutil.which(words[0]):
            pytest.skip(f"{words[0]} is not installed here")
        environment = {**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=180)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return command


@pytest.fixture
def opened_in_office(run, tmp_path):
    """Every sheet of a file as LibreOffice has read it, by name."""

    def rows(path):
        out = tmp_path / f"out-{path.stem}"
        # The last -1: each sheet into a file of its own.
        shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        given = ("--infilter=CSV:44,34,76,1",) if path.suffix == ".csv" else ()
        run("soffice", "--headless", *given, "--convert-to", shown, "--outdir", str(out), str(path))
        found = {}
        for each in out.iterdir():
            with each.open(encoding="utf-8", newline="") as file:
                found[each.stem.removeprefix(f"{path.stem}-")] = list(csv.reader(file))
        return found

    return rows


@pytest.fixture
def report():
    lines = (
        Line("phone", 34, 79, "entries", share=True),
        Line("letter", None, 79, "entries", hidden="<5"),
        Line("hours", 42.25, 73, "entries with a length", unit="hours"),
        Line("money spent", 1234.5, 1, "entries with money spent", unit="$"),
    )
    day = date(2026, 11, 30)
    tables = (Table("F", "Effort", (Group("How", lines),)),)
    return Report("month", ", ".join(NAMES), "For handing on.", day, day, day, tables, ("The rule.",))


def test_office_shows_the_figures_of_a_workbook(report, opened_in_office, tmp_path):
    (tmp_path / "r.xlsx").write_bytes(render(report, "xlsx"))
    sheets = opened_in_office(tmp_path / "r.xlsx")
    assert [row[2] for row in sheets["F. Effort"]] == ["figure", "34", "<5", "42.25", "1234.5"]
    assert sheets["F. Effort"][1][6].startswith("43.03")
    assert sheets["Read me"][0] == [", ".join(NAMES)]


def test_office_shows_the_figures_of_a_csv(report, opened_in_office, tmp_path):
    (tmp_path / "r.csv").write_bytes(render(report, "csv"))
    (rows,) = opened_in_office(tmp_path / "r.csv").values()
    assert [row[3] for row in rows[:5]] == ["figure", "34", "<5", "42.25", "1234.5"]
    assert ", ".join(NAMES) in [row[2] for row in rows]


def test_office_shows_the_record_and_runs_none_of_it(caseload, opened_in_office, tmp_path):
    caseload.add(Client(name="=1+1", about="@SUM(1;1)", languages="+2"))
    write_xlsx(caseload, tmp_path / "all.xlsx")
    rows = opened_in_office(tmp_path / "all.xlsx")["clients"]
    names = rows[0].index("name")
    assert [row[names] for row in rows[1:]] == ["Dee", "Renée Łu", "=1+1"]
    write_csv(caseload, tmp_path / "all")
    (rows,) = opened_in_office(tmp_path / "all" / "clients.csv").values()
    assert [row[names].lstrip("'") for row in rows[1:]] == ["Dee", "Renée Łu", "=1+1"]


def test_pdftotext_reads_every_name(report, run, tmp_path):
    (tmp_path / "r.pdf").write_bytes(render(report, "pdf"))
    words = run("pdftotext", "-layout", str(tmp_path / "r.pdf"), "-")
    assert [name for name in NAMES if name not in words] == []
    assert "1 of 1" in words
