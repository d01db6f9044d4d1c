"""Archives that were cut, altered or made to harm: refused in a sentence, and nothing is touched."""

import hashlib
import io
import json
import random
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store import backup
from store.backup_manifest import BackupRefused
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import Client

CLOCK = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with DataFolder.create(tmp_path / "data", CLOCK) as folder:
        Caseload(folder, CLOCK).add(Client(name="Dee"))
        return backup.create(folder, CLOCK).path


def _refused(archive: Path, to: Path) -> str:
    before = sorted(path.name for path in to.parent.iterdir())
    with pytest.raises(BackupRefused) as by_restore:
        backup.restore(archive, to, CLOCK)
    with pytest.raises(BackupRefused):
        backup.verify(archive, CLOCK)
    assert sorted(path.name for path in to.parent.iterdir()) == before
    return str(by_restore.value)


def _rewritten(archive: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None]) -> Path:
    """The archive made anew, with its files and manifest changed; sizes and hashes are put right again."""
    with zipfile.ZipFile(archive) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    for entry in manifest["files"]:
        entry["forged"] = False
    change(files, manifest)
    for entry in manifest["files"]:
        if not entry.pop("forged", True) and entry["name"] in files:
            content = files[entry["name"]]
            entry.update(size=len(content), sha256=hashlib.sha256(content).hexdigest())
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
        packed.writestr("manifest.json", json.dumps(manifest))
    return archive


def test_the_rewriting_used_here_is_accepted_when_it_changes_nothing(archive: Path) -> None:
    assert backup.verify(_rewritten(archive, lambda files, manifest: None), CLOCK).counts["clients"] == 1


def test_every_shorter_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for length in (0, 1, 21, 22, len(whole) // 2, len(whole) - 23, len(whole) - 22, len(whole) - 1):
        archive.write_bytes(whole[:length])
        assert "\n" not in _refused(archive, tmp_path / "again")


def test_a_thousand_altered_archives_never_give_wrong_data(archive: Path, tmp_path: Path) -> None:
    whole, chance = archive.read_bytes(), random.Random(7)
    with zipfile.ZipFile(archive) as packed:
        right = {name: packed.read(name) for name in packed.namelist()}
    for number in range(1_000):
        altered = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            altered[chance.randrange(len(altered))] ^= 1 << chance.randrange(8)
        archive.write_bytes(bytes(altered))
        out = tmp_path / f"out{number}"
        out.mkdir()
        try:
            with backup.opened(archive) as found:
                found.unpack(out)
        except BackupRefused:
            continue
        got = {
            path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()
        }
        assert got == {name: content for name, content in right.items() if name != "manifest.json"}


def test_bytes_added_before_or_after_are_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for odd in (b"x" + whole, whole + b"x", whole + whole):
        archive.write_bytes(odd)
        _refused(archive, tmp_path / "again")


@pytest.mark.parametrize(
    "name",
    ["../out.json", "/etc/passwd", "drafts/../../x", "C:\\x", "drafts\\..\\x", "a/b/c", ".hidden", "x/"],
)
def test_a_name_that_leads_out_is_refused(archive: Path, tmp_path: Path, name: str) -> None:
    def add(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
        files[name] = b"x"
        manifest["files"].append({"name": name, "size": 1, "sha256": hashlib.sha256(b"x").hexdigest()})

    _refused(_rewritten(archive, add), tmp_path / "again")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFDIR])
def test_links_and_devices_are_refused(archive: Path, tmp_path: Path, kind: int) -> None:
    with zipfile.ZipFile(archive, "a") as packed:
        entry = zipfile.ZipInfo("drafts/note.json")
        entry.external_attr = (kind | 0o777) << 16
        packed.writestr(entry, "/etc/passwd")
    assert "not a plain file" in _refused(archive, tmp_path / "again")


def test_a_bomb_is_refused_before_it_is_unpacked(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("drafts/note.json", b"\0" * 50_000_000)
    assert "not a plain file" in _refused(archive, tmp_path / "again")


def test_files_that_overlap_are_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    packed = zipfile.ZipFile(io.BytesIO(whole))
    start = packed.start_dir
    first = whole[start : start + 46 + len(packed.infolist()[0].filename)]
    many = first * 50
    end = bytearray(whole[-22:])
    end[8:12] = (len(many) // len(first)).to_bytes(2, "little") * 2
    end[12:16] = len(many).to_bytes(4, "little")
    archive.write_bytes(whole[:start] + many + bytes(end))
    assert "twice" in _refused(archive, tmp_path / "again")


def test_a_file_the_manifest_does_not_name_is_refused(archive: Path, tmp_path: Path) -> None:
    path = _rewritten(archive, lambda files, manifest: files.update({"drafts/x.json": b"x"}))
    assert "not the ones its manifest names" in _refused(path, tmp_path / "again")


def test_a_missing_ledger_is_refused(archive: Path, tmp_path: Path) -> None:
    def drop(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
        del files["notebook.json"]
        manifest["files"] = [one for one in manifest["files"] if one["name"] != "notebook.json"]

    _refused(_rewritten(archive, drop), tmp_path / "again")


def test_a_ledger_that_was_emptied_is_refused(archive: Path, tmp_path: Path) -> None:
    def empty(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
        files["caseload.journal"] = files["caseload.journal"].split(b"\n")[0] + b"\n"

    assert "not what its manifest says" in _refused(_rewritten(archive, empty), tmp_path / "again")


def test_a_ledger_with_a_changed_word_is_refused(archive: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
        files["caseload.journal"] = files["caseload.journal"].replace(b"Dee", b"Dex")

    _refused(_rewritten(archive, change), tmp_path / "again")


def test_the_ledger_of_another_store_is_refused(archive: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
        manifest["store"] = "0" * 32

    _refused(_rewritten(archive, change), tmp_path / "again")


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "x"), ("format", 2), ("format", "x"), ("files", None), ("counts", [1]), ("made_at", "soon"),
     ("seqs", {"caseload": -1}), ("store", 7)],
)  # fmt: skip
def test_an_odd_manifest_is_refused(archive: Path, tmp_path: Path, field: str, value: object) -> None:
    _refused(
        _rewritten(
            archive,
            lambda files, manifest: manifest.update({field: value} if field != "files" else {"files": []}),
        ),
        tmp_path / "again",
    )


def test_a_folder_or_nothing_in_the_archives_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "dir").mkdir()
    with pytest.raises(BackupRefused, match="not a plain file"):
        backup.restore(tmp_path / "dir", tmp_path / "again", CLOCK)
    with pytest.raises(BackupRefused, match="no such backup"):
        backup.restore(tmp_path / "nothing.zip", tmp_path / "again", CLOCK)
