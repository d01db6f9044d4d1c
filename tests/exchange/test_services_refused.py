"""Folders that are not what they should be: one plain sentence each."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds import ServiceImport, plan_import

Directory = Callable[..., Path]
GOOD = "id,organization_id,name\n1,2,Clinic\n"


def _plan(folder: Path) -> ServiceImport:
    return plan_import(folder, (), lambda what, done, total: None)


@pytest.mark.parametrize(
    ("services", "said"),
    [
        ("", "services.csv is empty"),
        ("id,title\n1,x\n", 'no column "name"'),
        ("name\nx\n", 'no column "id"'),
        ("id,name,Name\n1,x,y\n", 'two columns "name"'),
        ("id,name\n1,x,y\n", "row 1, has more cells than the header"),
        ('id,name\n1,"x\n2,y\n', "a quote is opened and never closed"),
        ('id,name\n1,"x"y\n', "text after a closing quote"),
        ("id,name\n1," + "x" * 131_073 + "\n", "longer than 131,072 characters"),
        (b"id,name\n1,\xc3\xa9\xff\n", "is not whole UTF-8 text (line 2)"),
        ("id,name\n1,x\n".encode("utf-16")[:-1], "UTF-16 text that ends in the middle"),
        (b"id,name\n1,x\x00y\n", "NUL bytes"),
        ("id,name\n" + "1,x\n" * 200_001, "more than 200,000 rows"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(
    directory: Directory, services: str | bytes, said: str
) -> None:
    with pytest.raises(ImportRefused) as refused:
        _plan(directory(services=services))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_without_services_is_not_a_directory(directory: Directory) -> None:
    with pytest.raises(ImportRefused, match=r"is not an HSDS directory: there is no services\.csv"):
        _plan(directory(notes="a,b\n"))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="There is no folder nowhere"):
        _plan(tmp_path / "nowhere")


def test_a_file_in_place_of_the_folder_is_said(directory: Directory) -> None:
    with pytest.raises(ImportRefused, match=r"name the folder that holds services\.csv"):
        _plan(directory(services=GOOD) / "services.csv")


def test_a_link_out_of_the_folder_is_not_followed(directory: Directory, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.csv"
    outside.write_text(GOOD)
    folder = directory(phones="number\n1\n")
    (folder / "services.csv").symlink_to(outside)
    with pytest.raises(ImportRefused, match="is a link to another file"):
        _plan(folder)


def test_a_pipe_in_place_of_a_file_does_not_hold_the_program(directory: Directory) -> None:
    folder = directory(services=GOOD)
    os.mkfifo(folder / "phones.csv")
    with pytest.raises(ImportRefused, match="is not a plain file"):
        _plan(folder)


def test_a_folder_in_place_of_a_file_is_said(directory: Directory) -> None:
    folder = directory(services=GOOD)
    (folder / "phones.csv").mkdir()
    with pytest.raises(ImportRefused, match="is not a plain file"):
        _plan(folder)


def test_a_mark_at_the_start_of_the_file_is_no_part_of_the_first_column(directory: Directory) -> None:
    assert _plan(directory(services=b"\xef\xbb\xbf" + GOOD.encode())).added[0].name == "Clinic"


def test_control_sequences_never_reach_a_record(directory: Directory) -> None:
    (one,) = _plan(directory(services="id,name,description\n1,Cl\x1b[31minic,a\u202eb\x07\n")).added
    assert (one.name, one.what_for) == ("Clinic", "ab")


def test_short_rows_are_read_as_far_as_they_go(directory: Directory) -> None:
    (one,) = _plan(directory(services="id,name,description\n1,Clinic\n")).added
    assert one.what_for == ""


def test_a_second_row_with_the_same_id_is_left_out_with_its_reason(directory: Directory) -> None:
    (rows,) = _plan(directory(services=GOOD + "1,2,Other\n")).rows
    assert rows.left_out == (("an earlier row has the same id", 1),)


def test_a_strange_csv_is_named_and_not_read(directory: Directory) -> None:
    plan = _plan(directory(services=GOOD, diary="x\0"))
    assert plan.notes[-1] == "diary.csv is not part of HSDS and was not read."


def test_rows_of_what_is_not_there_are_left_out_with_the_reason(directory: Directory) -> None:
    phones = "number,service_id\n555,1\n556,9\n557,\nnone,1\n"
    rows = next(r for r in _plan(directory(services=GOOD, phones=phones)).rows if r.file == "phones.csv")
    assert dict(rows.left_out) == {
        "what it belongs to is not in the folder": 1,
        "it does not say what it belongs to": 1,
        "there is no number in it": 1,
    }
