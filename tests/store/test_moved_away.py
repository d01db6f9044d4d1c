"""A data folder that is moved away while it is open: nothing is put in its place, and it can come back."""

import stat

import pytest

from store.backup import create
from store.drafts import Draft, Drafts
from store.errors import MentorError, SaveFailed
from store.inbox import Inbox
from store.lock import FolderLock

NOTE = Draft("note", 3, {"text": "got the boots"})


def keep_a_draft(folder, clock):
    Drafts(folder.path, clock).keep(NOTE)


def put_aside(folder, clock):
    Drafts(folder.path, clock).put_aside(NOTE)


def put_in_the_inbox(folder, clock):
    Inbox(folder.path, clock).put("someone called")


def take_the_lock(folder, clock):
    with FolderLock(folder.path / "lock").held():
        pass


def save_a_person(folder, clock):
    with folder.act("person, Jo") as act:
        act.insert("clients", {"name": "Jo"})


def make_a_backup(folder, clock):
    create(folder, clock)


def fold(folder, clock):
    folder.compact(force=True)


KEEPING = [keep_a_draft, put_aside, put_in_the_inbox, take_the_lock]


@pytest.mark.parametrize("act", [*KEEPING, save_a_person, make_a_backup, fold])
def test_nothing_makes_a_false_folder_in_its_place(folder, clock, save, act):
    save(folder, "Dee")
    folder.path.rename(folder.path.with_name("away"))
    with pytest.raises(MentorError, match=r"no longer"):
        act(folder, clock)
    assert not folder.path.exists()


@pytest.mark.parametrize("act", KEEPING)
def test_nothing_is_kept_in_an_empty_folder_in_its_place(folder, clock, act):
    folder.path.rename(folder.path.with_name("away"))
    folder.path.mkdir()
    with pytest.raises(SaveFailed, match=r"the data folder is no longer where it was"):
        act(folder, clock)
    assert list(folder.path.iterdir()) == []


def test_everything_is_kept_again_once_it_is_back(folder, clock, save, names):
    save(folder, "Dee")
    away = folder.path.rename(folder.path.with_name("away"))
    for act in KEEPING:
        with pytest.raises(SaveFailed):
            act(folder, clock)
    away.rename(folder.path)
    for act in (*KEEPING, save_a_person):
        act(folder, clock)
    assert names(folder) == ["Dee", "Jo"]
    assert len(Inbox(folder.path, clock)) == 1


@pytest.mark.parametrize(("act", "inside"), [(keep_a_draft, "drafts"), (put_in_the_inbox, "inbox")])
def test_a_folder_inside_that_is_lost_is_made_anew_for_its_owner_alone(folder, clock, act, inside):
    (folder.path / inside).rmdir()
    act(folder, clock)
    assert stat.S_IMODE((folder.path / inside).stat().st_mode) == 0o700
