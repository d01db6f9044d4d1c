"""Words that look like formulas: harmless in our own spreadsheets, and as they were when those come back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mentor_tui.exchange.contacts_in import plan_contacts
from mentor_tui.exchange.csv_out import write_csv
from mentor_tui.exchange.people_in import plan_people, read_people
from mentor_tui.exchange.xlsx_out import write_xlsx
from store.caseload import Caseload
from store.records import Channel, Client, Contact

WORDS = (
    "=1+1",
    "+49 30 555",
    "-x",
    "@x",
    "'quoted",
    "'=1",
    "''-1",
    "＝1",
    "\u00a0=1",
    "plain",
    "0042",
    "1e5",
)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_word_comes_back_from_our_own_sheets_as_it_was(
    open_caseload: Callable[[str], Caseload], tmp_path: Path, form: str
) -> None:
    home, away = open_caseload("one"), open_caseload("two")
    for number, words in enumerate(WORDS):
        home.add(
            Client(name=f"Dee {number}", about=words, channels=(Channel(value=words),), caring=f"{words}\n=2")
        )
        home.add(Contact(client_ids=(number + 1,), on=date(2026, 11, 20), words=words, they_will=words))
    people, log = _written(home, tmp_path, form)
    file = read_people(people, away, sheet="" if form == "csv" else "clients")
    plan = plan_people(file, away)
    assert file.errors == ()
    assert [(one.about, one.caring, one.channels[0].value) for one in plan.added] == [
        (one.about, one.caring, one.channels[0].value) for one in home.all(Client)
    ]
    away.apply_import("people", plan.added, ())
    found = plan_contacts(log, away, sheet="" if form == "csv" else "contacts")
    assert found.errors == ()
    assert [(one.words, one.they_will) for one in found.added] == [(w, w) for w in WORDS]


def _written(home: Caseload, folder: Path, form: str) -> tuple[Path, Path]:
    if form == "csv":
        write_csv(home, folder / "out")
        return folder / "out" / "clients.csv", folder / "out" / "contacts.csv"
    write_xlsx(home, folder / "out.xlsx")
    return folder / "out.xlsx", folder / "out.xlsx"


def test_a_cell_of_lists_without_end_is_an_error_of_its_row(caseload: Caseload, tmp_path: Path) -> None:
    write_csv(caseload, tmp_path / "out")
    path = tmp_path / "out" / "clients.csv"
    header, *rows = path.read_text("utf-8-sig").splitlines()
    at = header.split(",").index("stays")
    cells = rows[0].split(",")
    cells[at] = "[" * 30_000
    path.write_text("\n".join([header, ",".join(cells)]))
    (error,) = read_people(path, caseload).errors
    assert (error.number, error.column) == (2, "stays")
