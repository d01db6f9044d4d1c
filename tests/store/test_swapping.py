"""A data folder is replaced whole or not at all, whatever stops it and wherever."""

import errno
import os
import shutil

import pytest

from store import in_use, swapping
from store.errors import MentorError, RequestRefused, StoreBusy
from store.folder import DataFolder
from store.lock import FolderLock
from store.swapping import SwapFailed, put_back, set_aside, settle_swap, swap


@pytest.fixture
def live(place, clock, save):
    """A closed data folder with Dee in it."""
    with DataFolder.create(place, clock) as folder:
        save(folder, "Dee")
    return place


@pytest.fixture
def who(clock, names):
    """The people in a folder, opened as the program would."""

    def people(path):
        with DataFolder.open(path, clock) as folder:
            assert folder.read_only_reason == ""
            return names(folder)

    return people


@pytest.fixture
def with_sam(clock, save):
    """Builds a folder with Sam in it."""

    def build(path):
        with DataFolder.create(path, clock) as folder:
            save(folder, "Sam")

    return build


def copied_from(made):
    return lambda to: shutil.copytree(made, to, dirs_exist_ok=True)


class Renames:
    """Ends the program, or makes the disk refuse, at the n-th call that a swap makes to change anything."""

    CALLS = ("open", "write", "fsync", "rename", "unlink", "rmdir", "mkdir", "chmod")

    def __init__(self, monkeypatch):
        self.count, self.at, self.fault = 0, 0, None
        for name in self.CALLS:
            monkeypatch.setattr(os, name, self._watched(getattr(os, name)))

    def begin(self, at, fault):
        self.count, self.at, self.fault = 0, at, fault

    def end(self):
        self.fault = None

    def _watched(self, call):
        def watched(*arguments, **named):
            if self.fault is not None:
                self.count += 1
                is_stop = not isinstance(self.fault, Exception)
                if self.count == self.at or (is_stop and self.count > self.at):
                    raise self.fault
            return call(*arguments, **named)

        return watched


@pytest.fixture
def calls(monkeypatch):
    return Renames(monkeypatch)


def test_the_new_folder_is_in_the_place_and_the_old_one_is_named(live, clock, with_sam, who):
    aside = swap(live, with_sam, "before-restore", clock)
    assert aside.name == "mentor.before-restore-2026-11-23-140200"
    assert (who(live), who(aside)) == (["Sam"], ["Dee"])
    assert sorted(at.name for at in live.parent.iterdir()) == ["mentor", aside.name]
    assert aside.stat().st_mode & 0o777 == live.stat().st_mode & 0o777 == 0o700


def test_what_was_set_aside_can_be_put_back(live, clock, with_sam, who):
    aside = swap(live, with_sam, "before-restore", clock)
    other = put_back(live, aside, "before-undo", clock)
    assert (who(live), who(other)) == (["Dee"], ["Sam"])
    assert set_aside(live) == [other]
    assert set_aside(live, "before-restore") == []


def test_only_a_folder_that_was_set_aside_here_is_put_back(live, clock, tmp_path):
    shutil.copytree(live, tmp_path / "elsewhere")
    with pytest.raises(RequestRefused, match="not a data folder that was set aside here"):
        put_back(live, tmp_path / "elsewhere", "before-undo", clock)


def test_two_in_one_second_have_names_of_their_own(live, clock, with_sam):
    places = [swap(live, with_sam, "before-restore", clock) for _ in range(3)]
    assert set_aside(live) == places


def test_a_build_that_refuses_leaves_the_folder_as_it_was(live, clock, file_states):
    def refuse(path):
        (path / "half").write_text("x")
        raise RequestRefused("no")

    before = file_states(live)
    with pytest.raises(RequestRefused):
        swap(live, refuse, "before-restore", clock)
    assert {name: words for name, words in file_states(live).items() if name != in_use.FILE_NAME} == before
    assert [at.name for at in live.parent.iterdir()] == ["mentor"]


def test_it_is_refused_while_a_program_has_the_folder_open(live, clock, with_sam, who):
    presence = in_use.present(live)
    with pytest.raises(StoreBusy, match="Mentor is open on this data folder"):
        swap(live, with_sam, "before-restore", clock)
    presence.close()
    swap(live, with_sam, "before-restore", clock)
    assert who(live) == ["Sam"]


def test_two_programs_may_have_it_open_and_none_while_it_is_replaced(live, clock):
    in_use.present(live).close()
    one, other = in_use.present(live), in_use.present(live)
    one.close()
    other.close()

    def build(path):
        with pytest.raises(StoreBusy, match="just being replaced"):
            in_use.present(live)
        raise RequestRefused("enough")

    with pytest.raises(RequestRefused):
        swap(live, build, "before-restore", clock)


def test_nobody_writes_while_it_is_replaced(live, clock, monkeypatch):
    monkeypatch.setattr("store.lock.PATIENCE", 0.0)

    def build(path):
        with pytest.raises(StoreBusy), FolderLock(live / "lock").held():
            pass
        raise RequestRefused("enough")

    with pytest.raises(RequestRefused):
        swap(live, build, "before-restore", clock)


def test_a_link_to_the_folder_still_leads_to_it(live, clock, with_sam, who, tmp_path):
    (tmp_path / "link").symlink_to(live)
    aside = swap(tmp_path / "link", with_sam, "before-restore", clock)
    assert aside.parent == live.parent
    assert who(tmp_path / "link") == ["Sam"]


def test_what_lies_in_the_way_is_left_alone(live, clock, with_sam, who):
    (live.parent / "mentor.next").mkdir()
    (live.parent / "mentor.next" / "mine.txt").write_text("mine")
    settle_swap(live)
    with pytest.raises(RequestRefused, match="in the way"):
        swap(live, with_sam, "before-restore", clock)
    assert (live.parent / "mentor.next" / "mine.txt").read_text() == "mine"
    assert who(live) == ["Dee"]


def _every_call(calls, fault, act):
    """Carry out `act` with a fault at its first call, its second ... until none is left to be hit."""
    number, was_hit = 0, True
    while was_hit:
        number += 1
        was_hit = act(number, lambda at=number: calls.begin(at, fault))
    return number


def test_a_stop_at_any_call_leaves_one_whole_folder_in_the_place(
    live, clock, with_sam, who, calls, stopped, tmp_path, monkeypatch
):
    with_sam(tmp_path / "sam")  # made once: only the swap itself is stopped

    def attempt(number, begin):
        place = tmp_path / f"at-{number}" / "mentor"
        shutil.copytree(live, place)
        begin()
        done = False
        try:
            swap(
                place, lambda to: shutil.copytree(tmp_path / "sam", to, dirs_exist_ok=True), "before-x", clock
            )
            done = True
        except stopped:
            pass
        calls.end()
        found = who(place)
        assert found == ["Sam"] if done else found in (["Dee"], ["Sam"])
        swap(place, with_sam, "before-y", clock)  # and nothing that is left stands in the way
        beside = {at.name.split("-20")[0] for at in place.parent.iterdir()}
        assert beside <= {"mentor", "mentor.before-x", "mentor.before-y"}
        assert not (place / swapping.BUILDING).exists()
        return not done

    assert _every_call(calls, stopped(), attempt) > 20


def test_a_refusal_at_any_call_is_said_and_leaves_the_old_folder_in_its_place(
    live, clock, who, calls, tmp_path, with_sam
):
    with_sam(tmp_path / "sam")

    def attempt(number, begin):
        place = tmp_path / f"at-{number}" / "mentor"
        shutil.copytree(live, place)
        begin()
        said = ""
        try:
            swap(
                place, lambda to: shutil.copytree(tmp_path / "sam", to, dirs_exist_ok=True), "before-x", clock
            )
        except MentorError as error:
            said = str(error)
        was_hit = calls.count >= number
        calls.end()
        assert who(place) == (["Dee"] if said else ["Sam"])
        assert not said or ("\n" not in said and str(tmp_path) not in said.replace(str(place), ""))
        return was_hit

    assert _every_call(calls, OSError(errno.EIO, "x"), attempt) > 20


def test_a_stop_at_any_call_of_putting_back_loses_neither_folder(
    live, clock, with_sam, who, calls, stopped, tmp_path
):
    swap(live, with_sam, "before-x", clock)

    def attempt(number, begin):
        parent = tmp_path / f"at-{number}"
        shutil.copytree(live.parent, parent, ignore=lambda at, names: [n for n in names if n[:3] == "at-"])
        place = parent / "mentor"
        begin()
        done = False
        try:
            put_back(place, set_aside(place)[-1], "before-y", clock)
            done = True
        except stopped:
            pass
        calls.end()
        first, (aside,) = who(place), set_aside(place)
        assert sorted([*first, *who(aside)]) == ["Dee", "Sam"]
        assert not done or first == ["Dee"]
        return not done

    assert _every_call(calls, stopped(), attempt) > 6


def test_a_swap_that_cannot_be_confirmed_is_said(live, clock, with_sam, calls):
    def build(path):
        with_sam(path)
        calls.begin(1, OSError(errno.ENOSPC, "x"))

    with pytest.raises(SwapFailed, match="The data folder was not replaced: the disk is full"):
        swap(live, build, "before-x", clock)
    calls.end()
