"""What others put into the folder: looked into, named, and removed only if she says so."""

import shutil

import pytest

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.erasing import Wish, erase, look
from store.folder import DataFolder
from store.records import Client


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


STRANGE = (
    *("mine/quill.txt", "backups/.hidden.tar", "drafts/.of.sync", "drafts/old/one", "history/.z"),
    *("history/caseload-000000001-000000001 (2).journal", "history/z.txt", "inbox/bar.swp"),
)


def test_what_others_put_into_the_folder_is_taken_along_and_named(tmp_path, clock):
    path = tmp_path / "data"
    with DataFolder.create(path, clock) as folder:
        one = Caseload(folder, clock).add(Client(name="Quill")).records[0].id
    (path / "backups" / "hers").mkdir()
    (path / "backups" / "hers" / "a.txt").write_text("Quill")
    (path / "mine").mkdir()
    (path / "mine" / "list.txt").write_text("soup")
    (path / "mine" / "quill.txt").write_text("about Quill")
    (path / "mine" / "link").symlink_to("list.txt")
    (path / "history" / "soup").write_text("soup")
    for place in STRANGE[1:]:
        (path / place).parent.mkdir(exist_ok=True)
        (path / place).write_text("Quill")
    shutil.move(path / "quarantine", tmp_path / "elsewhere")
    (path / "quarantine").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "caseload-after-1-aa").write_text("Quill")
    with DataFolder.open(path, clock) as folder:
        named = [each.place for each in look(folder, Wish((one,))).unreached]
    assert sorted(named) == sorted(["backups/hers", *STRANGE, str(tmp_path / "elsewhere")])
    erased = erase(path, clock, Wish((one,)))
    assert {each.place for each in erased.unreached} == set(named) and not erased.removed
    assert (path / "mine" / "list.txt").read_text() == "soup" and (path / "history/soup").exists()
    assert all((path / place).read_text() == "Quill" for place in STRANGE[1:])
    assert (path / "mine" / "link").is_symlink()


def test_what_was_put_among_what_is_set_aside_goes_only_if_she_says_so(tmp_path, clock):
    path = tmp_path / "data"
    with DataFolder.create(path, clock) as folder:
        one = Caseload(folder, clock).add(Client(name="Quill")).records[0].id
    (path / "quarantine" / "old").mkdir(parents=True)
    for place in ("quarantine/old/z.txt", "quarantine/z.txt", "quarantine/caseload-after-1-aa"):
        (path / place).write_text("Quill")
    again = shutil.copytree(path, tmp_path / "again")
    left = sorted(each.place for each in erase(path, clock, Wish((one,))).unreached)
    assert left == ["quarantine/old/z.txt", "quarantine/z.txt"]
    assert [at.name for at in sorted((path / "quarantine").iterdir())] == ["old", "z.txt"]
    assert len(erase(again, clock, Wish((one,), remove_unreadable=True)).removed) == 2
    assert not [at for at in again.rglob("*.txt") if at.is_file()]
