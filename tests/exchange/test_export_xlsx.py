"""The record as a workbook: every table, words as words, never over another file."""

from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from mentor_tui.exchange.csv_out import write_csv
from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.workbook import CUT
from mentor_tui.exchange.xlsx_out import write_xlsx
from store.caseload import Caseload
from store.records import CASELOAD_TABLES, Client, Contact, Service


def _sheet(path: Path, name: str) -> list[dict[str, object]]:
    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python()
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.xlsx"


def test_there_is_a_sheet_for_each_table_with_every_record(caseload: Caseload, path: Path) -> None:
    assert write_xlsx(caseload, path) == 10
    assert CalamineWorkbook.from_path(path).sheet_names == list(CASELOAD_TABLES)
    (contact,) = _sheet(path, "contacts")
    assert (contact["client_ids"], contact["client"], contact["on"]) == (
        "1; 2",
        "Dee; Renée Łu",
        "2026-11-20",
    )


def test_words_stay_words_and_figures_are_figures(caseload: Caseload, path: Path) -> None:
    caseload.add(
        Contact(on=date(2026, 11, 21), client_ids=(1,), minutes=15, km=2.5, words="https://a.example/x")
    )
    caseload.add(Client(name="0042", about="z" * 40_000))
    caseload.add(Client(name="\x07\ufffe_x0041_"))
    write_xlsx(caseload, path)
    first, second = _sheet(path, "contacts")
    assert (first["words"], second["words"]) == ("=1+1", "https://a.example/x")
    assert (second["minutes"], second["km"]) == (15, 2.5)
    *_, nought, odd = _sheet(path, "clients")
    assert nought["name"] == "0042"
    assert str(nought["about"]).endswith(CUT)
    assert "_x0041_" in str(odd["name"])


def test_of_one_person_it_holds_nobody_else(caseload: Caseload, path: Path, tmp_path: Path) -> None:
    dee = caseload.find_person("dee")
    write_xlsx(caseload, path, person=dee)
    assert [row["name"] for row in _sheet(path, "clients")] == ["Dee"]
    (contact,) = _sheet(path, "contacts")
    assert (contact["client_ids"], contact["client"]) == ("1", "Dee")
    write_csv(caseload, tmp_path / "out", person=dee)
    everything = b"".join(file.read_bytes() for file in (tmp_path / "out").iterdir())
    assert "Renée".encode() not in everything
    assert b"see my kids" not in everything


def test_her_own_note_about_a_service_stays_out_of_the_workbook(caseload: Caseload, path: Path) -> None:
    caseload.add(Service(name="Office", peer_note="kind at the desk"))
    write_xlsx(caseload, path)
    assert all("peer_note" not in row for row in _sheet(path, "services"))


def test_the_same_record_gives_the_same_workbook_and_is_not_written_over(
    caseload: Caseload, path: Path, tmp_path: Path
) -> None:
    write_xlsx(caseload, path)
    write_xlsx(caseload, tmp_path / "again.xlsx")
    assert path.read_bytes() == (tmp_path / "again.xlsx").read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(ExportRefused, match="already something"):
        write_xlsx(caseload, path)
