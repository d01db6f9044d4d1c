"""Archives that were cut, altered or made to harm: refused in a sentence, and nothing is touched."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store import backup
from store.backup_archive import opened
from store.backup_manifest import BackupRefused, Member, digest, sums_bytes
from store.backup_proof import verify
from store.backup_restore import restore, restore_here
from store.backup_tar import header, padded
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import Client

CLOCK = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
Files = dict[str, bytes]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with DataFolder.create(tmp_path / "data", CLOCK) as folder:
        Caseload(folder, CLOCK).add(Client(name="Dee"))
        return backup.create(folder, CLOCK).path


def _states(path: Path) -> dict[str, bytes]:
    found = (at for at in path.rglob("*") if at.is_file() and at.name != "in-use")
    return {at.relative_to(path).as_posix(): at.read_bytes() for at in found}


def _refused(archive: Path, to: Path) -> str:
    """Refused by all three ways in, in one sentence, with everything beside it as it was."""
    live = archive.parents[1]
    before = _states(to.parent)
    said = set()
    for attempt in (
        lambda: restore_here(archive, live, CLOCK),
        lambda: restore(archive, to, CLOCK),
        lambda: verify(archive, CLOCK),
    ):
        with pytest.raises(BackupRefused) as refused:
            attempt()
        said.add(str(refused.value))
    assert _states(to.parent) == before
    assert not any("\n" in sentence or str(to.parent) in sentence for sentence in said)
    return " ".join(said)


def _files(archive: Path) -> Files:
    with tarfile.open(archive) as packed:
        return {name: packed.extractfile(name).read() for name in packed.getnames()}


def _written(archive: Path, blocks: list[tuple[bytes, bytes]]) -> Path:
    """An archive of these headers and contents, with an end."""
    content = b"".join(head + words + bytes(padded(len(words)) - len(words)) for head, words in blocks)
    archive.write_bytes(content + bytes(1024))
    return archive


def _rewritten(archive: Path, change: Callable[[Files, dict[str, Any]], None]) -> Path:
    """The archive made anew, with its files and manifest changed, and every hash put right again."""
    files = _files(archive)
    del files["SHA256SUMS"]
    manifest = json.loads(files.pop("manifest.json"))
    change(files, manifest)
    files["manifest.json"] = json.dumps(manifest).encode()
    files["SHA256SUMS"] = sums_bytes([Member(name, digest(words)) for name, words in files.items()])
    return _written(archive, [(header(name, len(words)), words) for name, words in files.items()])


def test_the_rewriting_used_here_is_accepted_when_it_changes_nothing(archive: Path) -> None:
    assert verify(_rewritten(archive, lambda files, manifest: None), CLOCK).counts["clients"] == 1


def test_every_shorter_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for length in (0, 1, 511, 512, 513, len(whole) // 2, len(whole) - 1024, len(whole) - 512, len(whole) - 1):
        archive.write_bytes(whole[:length])
        assert "cut short" in _refused(archive, tmp_path / "again")


def test_bytes_added_before_or_after_are_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for odd in (b"x" + whole, whole + b"x", whole + bytes(512), whole + whole, bytes(512) + whole):
        archive.write_bytes(odd)
        _refused(archive, tmp_path / "again")


def test_an_archive_that_another_program_packed_is_refused(archive: Path, tmp_path: Path) -> None:
    files = _files(archive)
    for kind in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        with tarfile.open(archive, "w", format=kind) as packed:
            for name, words in files.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(words)
                packed.addfile(entry, io.BytesIO(words))
        assert "mentor did not make it" in _refused(archive, tmp_path / "again")


@pytest.mark.parametrize(
    "name",
    ["../out.json", "/etc/passwd", "drafts/../../x", "C:\\x", "drafts\\..\\x", "a/b/c", ".hidden", "x/",
     "swap", "lock", "drafts/.x", "drafts/x/y", "DRAFTS/x", "drafts/\u0001x"],
)  # fmt: skip
def test_a_name_that_leads_out_or_is_none_of_ours_is_refused(
    archive: Path, tmp_path: Path, name: str
) -> None:
    path = _rewritten(archive, lambda files, manifest: files.update({name: b"x"}))
    assert "lead out of its folder" in _refused(path, tmp_path / "again")


@pytest.mark.parametrize("kind", list(b"123456KLSVgx\0"))
def test_links_devices_sparse_and_long_names_are_refused(archive: Path, tmp_path: Path, kind: int) -> None:
    entry = tarfile.TarInfo("drafts/note.json")
    entry.type, entry.linkname, entry.mode = bytes([kind]), "/etc/passwd", 0o600
    archive.write_bytes(entry.tobuf(tarfile.USTAR_FORMAT) + archive.read_bytes())
    assert "not a plain file" in _refused(archive, tmp_path / "again")


def test_a_file_twice_is_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for name in ("store.json", "STORE.JSON"):
        archive.write_bytes(header(name, 0) + whole)
        assert "twice" in _refused(archive, tmp_path / "again") or name.isupper()


@pytest.mark.parametrize("size", [0o77777777777, 1 << 30, 10_000])
def test_a_file_larger_than_the_archive_is_refused(archive: Path, tmp_path: Path, size: int) -> None:
    archive.write_bytes(header("drafts/x.json", size) + archive.read_bytes()[:2048])
    assert "cut short" in _refused(archive, tmp_path / "again")


@pytest.mark.parametrize(
    "size", [b"-0000000001\0", b"\x80" + bytes(10) + b"\x01", b"00000000008\0", b" 0000000001\0"]
)
def test_a_size_written_oddly_is_refused(archive: Path, tmp_path: Path, size: bytes) -> None:
    block = header("drafts/x.json", 1)
    archive.write_bytes(block[:124] + size + block[136:] + archive.read_bytes())
    _refused(archive, tmp_path / "again")


def test_more_files_than_anyone_keeps_are_refused(archive: Path, tmp_path: Path) -> None:
    many = b"".join(header(f"drafts/{number}.json", 0) for number in range(20_010))
    archive.write_bytes(many + archive.read_bytes())
    assert "more files" in _refused(archive, tmp_path / "again")


def test_something_between_the_files_is_refused(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    with opened(archive) as found:
        first = found.members[0].name
    end = 512 + len(_files(archive)[first])
    archive.write_bytes(whole[:end] + b"x" + whole[end + 1 :])
    assert "between its files" in _refused(archive, tmp_path / "again")


def test_hashes_of_other_files_are_refused(archive: Path, tmp_path: Path) -> None:
    files = _files(archive)
    sums = files["SHA256SUMS"].splitlines(keepends=True)
    for odd in (
        sums[1:],
        sums[::-1],
        [*sums, sums[0]],
        [b"0" * 64 + sums[0][64:], *sums[1:]],
        [sums[0].upper(), *sums[1:]],
    ):
        files["SHA256SUMS"] = b"".join(odd)
        _written(archive, [(header(name, len(words)), words) for name, words in files.items()])
        assert "damaged" in _refused(archive, tmp_path / "again")


def test_an_archive_without_its_manifest_is_refused(archive: Path, tmp_path: Path) -> None:
    files = _files(archive)
    del files["manifest.json"]
    _written(archive, [(header(name, len(words)), words) for name, words in files.items()])
    assert "its manifest is missing" in _refused(archive, tmp_path / "again")


def test_a_missing_ledger_is_refused(archive: Path, tmp_path: Path) -> None:
    path = _rewritten(archive, lambda files, manifest: files.__delitem__("notebook.json"))
    assert "a file that every backup has is missing" in _refused(path, tmp_path / "again")


def test_a_plain_ledger_in_an_encrypted_backup_is_refused(archive: Path, tmp_path: Path) -> None:
    path = _rewritten(archive, lambda files, manifest: manifest.update(encrypted=True))
    assert "of another kind" in _refused(path, tmp_path / "again")


def test_a_ledger_that_was_emptied_is_refused(archive: Path, tmp_path: Path) -> None:
    def empty(files: Files, manifest: dict[str, Any]) -> None:
        files["caseload.journal"] = files["caseload.journal"].split(b"\n")[0] + b"\n"

    assert "not what its manifest says" in _refused(_rewritten(archive, empty), tmp_path / "again")


def test_a_ledger_with_a_changed_word_is_refused(archive: Path, tmp_path: Path) -> None:
    def change(files: Files, manifest: dict[str, Any]) -> None:
        files["caseload.journal"] = files["caseload.journal"].replace(b"Dee", b"Dex")

    _refused(_rewritten(archive, change), tmp_path / "again")


def test_the_backup_of_another_data_folder_does_not_take_the_place_of_this_one(
    archive: Path, tmp_path: Path
) -> None:
    with DataFolder.create(tmp_path / "other", CLOCK) as other:
        theirs = backup.create(other, CLOCK).path
    before = _states(archive.parents[1])
    with pytest.raises(BackupRefused, match="of another data folder"):
        restore_here(theirs, archive.parents[1], CLOCK)
    assert _states(archive.parents[1]) == before


def test_a_ledger_of_another_data_folder_mixed_in_is_refused(archive: Path, tmp_path: Path) -> None:
    with DataFolder.create(tmp_path / "other", CLOCK) as other:
        theirs = _files(backup.create(other, CLOCK).path)

    def mix(files: Files, manifest: dict[str, Any]) -> None:
        files.update({name: theirs[name] for name in ("notebook.json", "notebook.journal")})

    assert "not what its manifest says" in _refused(_rewritten(archive, mix), tmp_path / "again")


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "x"), ("format", 1), ("format", "x"), ("counts", [1]), ("made_at", "soon"), ("seal", None),
     ("made_at", "2026-11-23T14:02"), ("made_at", "0001-01-01T00:00:00+14:00"), ("schema", True),
     ("made_at", "9999-12-31T23:59:59-14:00"), ("seqs", {"caseload": -1}), ("seqs", {"caseload": 1e9}),
     ("store", 7), ("store", "a\u001b[31m"), ("encrypted", 1), ("why", "x" * 200)],
)  # fmt: skip
def test_an_odd_manifest_is_refused(archive: Path, tmp_path: Path, field: str, value: object) -> None:
    path = _rewritten(archive, lambda files, manifest: manifest.update({field: value}))
    assert "not a backup of mentor, or its manifest is damaged" in _refused(path, tmp_path / "again")


@pytest.mark.parametrize("words", [b"", b"[]", b"null", b"{" * 50_000, b"\xff\xfe", b'{"kind": 1e999999}'])
def test_a_manifest_that_is_none_is_refused(archive: Path, tmp_path: Path, words: bytes) -> None:
    files = _files(archive)
    del files["SHA256SUMS"]
    files["manifest.json"] = words
    files["SHA256SUMS"] = sums_bytes([Member(name, digest(words)) for name, words in files.items()])
    _written(archive, [(header(name, len(words)), words) for name, words in files.items()])
    assert "its manifest is damaged" in _refused(archive, tmp_path / "again")


@pytest.mark.parametrize("what", ["format", "schema"])
def test_the_backup_of_a_newer_mentor_is_refused_in_words_of_its_own(
    archive: Path, tmp_path: Path, what: str
) -> None:
    path = _rewritten(archive, lambda files, manifest: manifest.update({what: 99}))
    assert "made by a newer mentor" in _refused(path, tmp_path / "again")


def test_counts_that_differ_are_refused(archive: Path, tmp_path: Path) -> None:
    path = _rewritten(archive, lambda files, manifest: manifest["counts"].update(clients=2))
    assert "not what its manifest says" in _refused(path, tmp_path / "again")


def test_a_folder_or_nothing_in_the_archives_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "dir").mkdir()
    with pytest.raises(BackupRefused, match="not a plain file"):
        restore(tmp_path / "dir", tmp_path / "again", CLOCK)
    with pytest.raises(BackupRefused, match="no such backup"):
        restore(tmp_path / "nothing.tar", tmp_path / "again", CLOCK)


def test_a_place_inside_a_data_folder_is_refused(archive: Path, tmp_path: Path) -> None:
    for place in (tmp_path / "data" / "again", tmp_path / "data" / "history" / "a" / "b"):
        with pytest.raises(BackupRefused, match="inside a data folder"):
            restore(archive, place, CLOCK)
        assert not place.parent.joinpath("b").exists() and not place.exists()
