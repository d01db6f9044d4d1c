"""What was written out is known by its place, and removed only while it is the very file that was written."""

import json

import pytest

from store.clock import FixedClock, moment_from
from store.errors import NotFound
from store.folder import DataFolder
from store.made_files import ChangedSince, MadeFiles

NOW = moment_from("2026-11-23T14:02", "America/Vancouver")


@pytest.fixture
def folder(tmp_path):
    with DataFolder.create(tmp_path / "store", FixedClock(NOW)) as folder:
        yield folder


@pytest.fixture
def files(folder):
    return MadeFiles.of(folder)


def written(files, path, content=b"words", what="the record"):
    made = files.remember(path, content, what)
    path.write_bytes(content)
    return made


def test_a_file_is_on_the_list_with_what_it_is_and_how_it_was(files, tmp_path):
    made = written(files, tmp_path / "out.json")
    assert files.on_disk() == (made,)
    assert (made.what, made.made_at, made.size, len(made.sha256)) == ("the record", NOW.at, 5, 64)
    assert files.is_as_made(made)


def test_the_newest_stands_first_and_of_two_in_one_place_only_the_later(files, tmp_path):
    written(files, tmp_path / "a", b"first")
    written(files, tmp_path / "b")
    later = written(files, tmp_path / "a", b"then")
    assert [made.path.name for made in files.on_disk()] == ["a", "b"]
    assert files.on_disk()[0] == later and files.is_as_made(later)


def test_what_is_not_there_any_more_is_not_listed(files, tmp_path):
    made = written(files, tmp_path / "out.json")
    made.path.unlink()
    assert files.on_disk() == ()


def test_a_file_on_a_stick_is_listed_again_when_the_stick_is_back(files, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    written(files, stick / "out.json")
    stick.rename(tmp_path / "pulled out")
    written(files, tmp_path / "another")
    (tmp_path / "pulled out").rename(stick)
    assert len(files.on_disk()) == 2


def test_removing_takes_the_file_and_its_line(files, tmp_path):
    made = written(files, tmp_path / "out.json")
    files.remove(made)
    assert not made.path.exists()
    made.path.write_bytes(b"words")
    assert files.on_disk() == ()


@pytest.mark.parametrize("change", ["other", "words and more", ""])
def test_a_file_that_is_another_by_now_is_left(files, tmp_path, change):
    made = written(files, tmp_path / "out.json")
    made.path.write_text(change)
    with pytest.raises(ChangedSince, match="left as it is"):
        files.remove(made)
    assert made.path.read_text() == change
    assert files.on_disk() == (made,)


def test_a_link_in_its_place_is_left_with_what_it_leads_to(files, tmp_path):
    made = written(files, tmp_path / "out.json")
    made.path.rename(tmp_path / "elsewhere")
    made.path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ChangedSince):
        files.remove(made)
    assert (tmp_path / "elsewhere").read_bytes() == b"words"


def test_only_a_place_of_ours_is_found(files, tmp_path):
    made = written(files, tmp_path / "out.json")
    (tmp_path / "hers.txt").write_text("hers")
    assert files.at(made.path) == made
    with pytest.raises(NotFound, match="hers"):
        files.at(tmp_path / "hers.txt")


def test_a_line_that_cannot_be_read_takes_nothing_with_it(files, folder, tmp_path):
    made = written(files, tmp_path / "out.json")
    (folder.path / "made-files" / "broken.json").write_text("{")
    assert files.on_disk() == (made,)


@pytest.mark.parametrize(
    "changed",
    [
        {"size": float("inf")},
        {"made_at": "0001-01-01T00:00:00+14:00"},
        {"made_at": "9999-12-31T23:59:59-14:00"},
        {"made_at": "2026-11-23T14:02"},
        {"what": "a" * 1_100_000},
    ],
)
def test_a_line_that_nobody_here_wrote_is_named_and_passed_by(files, folder, tmp_path, changed):
    made = written(files, tmp_path / "out.json")
    lines = folder.path / "made-files"
    fields = json.loads((lines / f"{made.name}.json").read_bytes())
    (lines / "strange.json").write_text(json.dumps(fields | changed), encoding="utf-8")
    assert files.on_disk() == (made,)
    assert files.unreadable() == ("strange.json",)


def test_the_list_is_sealed_where_the_folder_is(tmp_path, own_lock):
    with DataFolder.create(tmp_path / "locked", FixedClock(NOW), own_lock.lock) as folder:
        files = MadeFiles.of(folder)
        made = written(files, tmp_path / "delphine.json")
        assert files.on_disk() == (made,)
        lines = list((folder.path / "made-files").iterdir())
        assert [line.suffix for line in lines] == [".age"]
        assert all(b"delphine" not in line.read_bytes() for line in lines)
        assert {line.stat().st_mode & 0o077 for line in lines} == {0}


def test_whose_dates_a_file_holds_is_kept_with_it(files, tmp_path):
    both = files.remember(tmp_path / "both.ics", b"x", "a calendar", (1, 2))
    both.path.write_bytes(b"x")
    written(files, tmp_path / "nobody.md")
    assert files.holding(2) == (both,)
    assert files.holding(3) == ()


def test_a_folder_is_one_thing_and_removed_file_by_file(files, tmp_path):
    (tmp_path / "out").mkdir()
    parts = {"a.ics": b"a", "b.ics": b"b"}
    made = files.remember_folder(tmp_path / "out", parts, "a calendar")
    for name, content in parts.items():
        (tmp_path / "out" / name).write_bytes(content)
    assert files.on_disk() == (made,) and files.is_as_made(made)
    (tmp_path / "out" / "b.ics").write_bytes(b"hers")
    assert not files.is_as_made(made)
    with pytest.raises(ChangedSince):
        files.remove(made)
    assert (tmp_path / "out" / "a.ics").exists()
    (tmp_path / "out" / "b.ics").write_bytes(b"b")
    files.remove(made)
    assert not (tmp_path / "out").exists() and files.on_disk() == ()


@pytest.mark.parametrize("name", ["../hers", "/hers", "a/b", "", ".."])
def test_a_line_that_leads_out_of_its_folder_is_not_read(files, folder, tmp_path, name):
    (tmp_path / "out").mkdir()
    made = files.remember_folder(tmp_path / "out", {"a.ics": b"a"}, "a calendar")
    line = folder.path / "made-files" / f"{made.name}.json"
    line.write_text(line.read_text().replace("a.ics", name))
    assert files.on_disk() == () and files.unreadable() == (line.name,)
