"""Files written out: whole, private, and never over another."""

import os
from pathlib import Path

import pytest

import mentor_tui
from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.writing import write_new


def test_a_file_is_there_in_full_and_nothing_beside_it(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"words")
    assert (tmp_path / "a").read_bytes() == b"words"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_link_that_leads_nowhere_counts_as_something(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ExportRefused):
        write_new(tmp_path / "a", b"words")
    assert not (tmp_path / "nowhere").exists()


def test_a_link_is_left_as_it_is_and_so_is_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "a").symlink_to(tmp_path / "old")
    with pytest.raises(ExportRefused, match="a is a link and was left as it is"):
        write_new(tmp_path / "a", b"new", replace=True)
    assert (tmp_path / "a").is_symlink()
    assert (tmp_path / "old").read_bytes() == b"old"


def test_a_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportRefused, match="pipe is not a plain file"):
        write_new(tmp_path / "pipe", b"new", replace=True)
    assert (tmp_path / "pipe").is_fifo()


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="There is no folder nowhere"):
        write_new(tmp_path / "nowhere" / "a", b"")


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(ExportRefused, match="a is a folder"):
        write_new(tmp_path / "a", b"", replace=True)


def test_nothing_is_written_out_past_the_list_of_what_was():
    """Only the module itself may write without remembering where, and the one that remembers a folder."""
    tree = Path(mentor_tui.__file__).parent
    names = {path.name for path in tree.rglob("*.py") if "write_new(" in path.read_text("utf-8")}
    assert names == {"writing.py", "folder_out.py"}
