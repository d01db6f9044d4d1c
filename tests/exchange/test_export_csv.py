"""The record as spreadsheets: readable, harmless, never over another file."""

import csv
from pathlib import Path

import pytest

from mentor_tui.exchange.csv_out import write_csv
from mentor_tui.exchange.errors import ExportRefused
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Client, Service


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_there_is_a_file_for_each_table(caseload: Caseload, tmp_path: Path) -> None:
    written = write_csv(caseload, tmp_path / "out")
    assert [file.path.name for file in written] == [f"{table}.csv" for table in CASELOAD_TABLES]
    assert sum(file.rows for file in written) == 10
    assert all(len(_rows(file.path)) == file.rows for file in written)


def test_excel_reads_accents_by_the_mark_at_the_start(caseload: Caseload, tmp_path: Path) -> None:
    write_csv(caseload, tmp_path / "out")
    assert (tmp_path / "out" / "clients.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert _rows(tmp_path / "out" / "clients.csv")[1]["name"] == "Renée Łu"


def test_people_and_services_are_named_beside_their_numbers(caseload: Caseload, tmp_path: Path) -> None:
    write_csv(caseload, tmp_path / "out")
    (contact,) = _rows(tmp_path / "out" / "contacts.csv")
    assert (contact["client_ids"], contact["client"], contact["service"]) == (
        "1; 2",
        "Dee; Renée Łu",
        "Clinic",
    )


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\r=1", "\n=1", "＝1"])
def test_no_text_can_run_as_a_formula(caseload: Caseload, tmp_path: Path, start: str) -> None:
    caseload.add(Client(name=start))
    write_csv(caseload, tmp_path / "out")
    assert _rows(tmp_path / "out" / "clients.csv")[2]["name"].startswith("'")


def test_parts_are_kept_whole_in_one_cell(caseload: Caseload, tmp_path: Path) -> None:
    write_csv(caseload, tmp_path / "out")
    assert _rows(tmp_path / "out" / "services.csv")[0]["phones"] == '[{"number": "+1 604 555 0100"}]'


def test_her_own_note_about_a_service_stays_home(caseload: Caseload, tmp_path: Path) -> None:
    caseload.add(Service(name="Office", peer_note="kind at the desk"))
    write_csv(caseload, tmp_path / "out")
    assert "kind at the desk" not in (tmp_path / "out" / "services.csv").read_text()


def test_a_field_of_another_program_gets_a_column(caseload: Caseload, tmp_path: Path) -> None:
    with caseload.folder.act("other program") as act:
        act.update("clients", 1, {"=star": "leo"})
    write_csv(caseload, tmp_path / "out")
    assert _rows(tmp_path / "out" / "clients.csv")[0]["'=star"] == "leo"


def test_files_that_are_there_are_not_written_over(caseload: Caseload, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "goals.csv").write_text("mine")
    with pytest.raises(ExportRefused, match=r"already something called goals\.csv"):
        write_csv(caseload, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["goals.csv"]


def test_they_are_written_over_when_she_asks_for_it(caseload: Caseload, tmp_path: Path) -> None:
    write_csv(caseload, tmp_path / "out")
    write_csv(caseload, tmp_path / "out", replace=True)
    assert len(list((tmp_path / "out").iterdir())) == len(CASELOAD_TABLES)


def test_files_and_folder_are_for_the_owner_alone(caseload: Caseload, tmp_path: Path) -> None:
    write_csv(caseload, tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()} == {0o600}


def test_a_file_in_place_of_the_folder_is_said(caseload: Caseload, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ExportRefused, match="out is a file"):
        write_csv(caseload, tmp_path / "out")
