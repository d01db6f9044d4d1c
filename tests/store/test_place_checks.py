"""Where the data folder lies, and what others put into it, is noticed and said with a way out."""

import os

import pytest

from store.doctor import examine
from store.modes import tightened
from store.place_checks import conflict_copies, shared_place

COPIES = [
    "caseload (conflicted copy 2026-11-23).journal",
    "caseload (Dee's conflicted copy).json",
    "caseload.sync-conflict-20261123-101010-ABCDEFG.journal",
    "caseload-DESKTOP-X.json",
    "caseload 2.json",
    "Caseload (1).json.age",
    "notebook_conflict-20261123-101010.journal",
    "store (1).json",
    "identity-laptop.age",
    "recovery 2.age",
]
NOT_OURS = ["storeroom.txt", "notes.txt", "caseloads.md", "README", ".DS_Store", "desktop.ini"]


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_is_named_with_a_way_out(folder, name):
    (folder.path / name).touch()
    (told,) = conflict_copies(folder.path)
    assert name in told and "take that file out of the folder" in told


def test_a_conflict_copy_is_trouble_for_the_doctor(folder, clock):
    (folder.path / COPIES[0]).touch(mode=0o600)
    assert [one.severity for one in examine(folder.path, clock) if "second copy" in one.text] == ["trouble"]


def test_a_copy_of_an_old_journal_is_named_and_undo_still_reaches_past_it(folder, save, names):
    save(folder, "Dee")
    folder.compact(force=True)
    (old,) = (folder.path / "history").iterdir()
    old.with_name(f"{old.stem} (1).journal").write_bytes(b"something else\n")
    assert "history/" in next(conflict_copies(folder.path))
    assert folder.undo().label == "person, Dee" and names(folder) == []


@pytest.mark.parametrize("encrypted", [False, True])
def test_nothing_is_said_of_a_folder_as_it_should_be(tmp_path, clock, own_lock, encrypted):
    from store.folder import DataFolder

    path = tmp_path / "well"
    with DataFolder.create(path, clock, own_lock.lock if encrypted else None) as folder:
        for _ in range(2):
            with folder.act("x") as act:
                act.insert("clients", {"name": "Dee"})
            folder.compact(force=True)
    for name in (*NOT_OURS, "caseload.json.new", "settings.json"):
        (path / name).touch()
    assert (list(conflict_copies(path)), shared_place(path)) == ([], ())


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("Dropbox/work", "Dropbox"),
        ("OneDrive - A Firm/x", "OneDrive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("MEGA", "MEGA"),
        ("pCloudDrive", "pCloud"),
    ],
)
def test_the_folder_of_a_sync_service_is_known_by_its_name(tmp_path, place, service):
    (told,) = shared_place(tmp_path / place / "mentor", "")
    assert service in told and "only backups there" in told


@pytest.mark.parametrize(("marker", "service"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox")])
def test_the_folder_of_a_sync_service_is_known_by_what_lies_at_its_top(tmp_path, marker, service):
    (tmp_path / marker).mkdir()
    assert service in shared_place(tmp_path / "deep" / "mentor", "")[0]


def test_a_link_into_such_a_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mentor").symlink_to(tmp_path / "Dropbox")
    assert "Dropbox" in shared_place(tmp_path / "mentor", "")[0]


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_disk_is_warned_about(tmp_path, kind):
    (tmp_path / "a b").mkdir()
    at = str(tmp_path / "a b").replace(" ", "\\040")
    mounts = f"dev / ext4 rw 0 0\nserver:/x {at} {kind} rw 0 0\n"
    assert kind in shared_place(tmp_path / "a b" / "mentor", mounts)[0]
    assert shared_place(tmp_path / "beside", mounts) == ()


def test_a_disk_of_its_own_inside_a_network_disk_is_well(tmp_path):
    mounts = f"server:/x {tmp_path} nfs4 rw 0 0\ndev {tmp_path / 'own'} ext4 rw 0 0\n"
    assert shared_place(tmp_path / "own" / "mentor", mounts) == ()


def test_a_folder_that_others_may_read_is_closed_and_that_is_said_once(folder, open_folder):
    folder.path.chmod(0o755)
    assert open_folder().notices == (
        "Others on this machine could look into the data folder. Now only you can.",
    )
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert open_folder().notices == ()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_the_folder_of_somebody_else_is_left_as_it_is(tmp_path):
    place = tmp_path / "theirs"
    place.mkdir(mode=0o755)
    os.chown(place, 12345, 12345)
    assert tightened(place) == "" and place.stat().st_mode & 0o777 == 0o755
