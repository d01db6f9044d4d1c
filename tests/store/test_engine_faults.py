"""The disk refuses, at every call there is: nothing confirmed is lost, and it is said in words."""

import errno

import pytest

from store.errors import MentorError, SaveFailed, StoreReadOnly
from store.folder import DataFolder

FULL = OSError(errno.ENOSPC, "no space")


def test_a_full_disk_is_said_and_the_same_words_can_be_saved_again(folder, open_folder, save, names, faults):
    save(folder, "Dee")
    faults.at(1, FULL)
    with pytest.raises(SaveFailed) as refused:
        save(folder, "Ed")
    assert str(refused.value) == (
        "Could not save: the disk is full. Your words are still here; free some space and press enter again."
    )
    assert names(folder) == ["Dee"]
    faults.never()
    save(folder, "Ed")
    assert names(open_folder()) == ["Dee", "Ed"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EIO, "the disk answered with an error"),
        (errno.EACCES, "the data folder may not be written"),
        (errno.EROFS, "the data folder may not be written"),
    ],
)
def test_other_refusals_are_said_in_words_without_a_path(folder, save, faults, number, words):
    save(folder, "Dee")
    faults.at(1, OSError(number, "x", str(folder.path)))
    with pytest.raises(SaveFailed, match=words) as refused:
        save(folder, "Ed")
    assert str(folder.path) not in str(refused.value)


def test_half_a_line_that_was_written_is_cut_off_again(folder, open_folder, save, names, monkeypatch):
    import os

    save(folder, "Dee")
    before = (folder.path / "caseload.journal").read_bytes()
    whole_write = os.write

    def fills_up(handle, content):
        if len(content) < 40:
            raise FULL
        return whole_write(handle, bytes(content)[:40])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fills_up)
        with pytest.raises(SaveFailed):
            save(folder, "Ed")
    assert (folder.path / "caseload.journal").read_bytes() == before
    save(folder, "Ed")
    assert names(open_folder()) == ["Dee", "Ed"]


def test_what_the_disk_does_not_confirm_is_not_tried_again_until_reopened(
    folder, open_folder, save, names, faults
):
    save(folder, "Dee")
    faults.at(2, OSError(errno.EIO, "x"))
    with pytest.raises(SaveFailed, match="did not confirm"):
        save(folder, "Ed")
    assert faults.hit == "fsync"
    faults.never()
    with pytest.raises(StoreReadOnly, match="close mentor and open it again"):
        save(folder, "Ed")
    assert folder.refresh() is False and "did not confirm" in folder.read_only_reason
    again = open_folder()
    assert names(again) == ["Dee"]
    save(again, "Ed")


def test_an_act_on_both_ledgers_is_in_both_or_in_none(folder, open_folder, save, faults):
    save(folder, "Dee")
    for number in range(1, 9):
        faults.at(number, FULL)
        try:
            with folder.act("both") as act:
                act.insert("clients", {"name": "Ed"})
                act.insert("reflections", {"words": "x"})
        except SaveFailed:
            faults.never()
            again = open_folder()
            assert (
                len(again.caseload.documents("clients")),
                len(again.notebook.documents("reflections")),
            ) == (1, 0)
            folder = again
        else:
            faults.never()
            break
    assert len(open_folder().notebook.documents("reflections")) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_fault_at_any_call_of_a_save_loses_nothing_confirmed(place, clock, save, names, faults, number):
    call, was_hit = 0, True
    while was_hit:
        call += 1
        at = place.with_name(f"mentor-{call}")
        with DataFolder.create(at, clock) as folder:
            save(folder, "Dee")
            faults.at(call, OSError(number, "x"))
            confirmed = ["Dee"]
            try:
                save(folder, "Ed")
                confirmed.append("Ed")
            except MentorError as error:
                assert str(error).startswith("Could not save")
            was_hit = bool(faults.hit)
            faults.never()
        with DataFolder.open(at, clock) as again:
            assert names(again) == confirmed, faults.hit
            save(again, "Jo")


def test_a_stop_at_any_call_of_a_save_loses_nothing_confirmed(place, clock, save, names, faults, stopped):
    call, was_hit = 0, True
    while was_hit:
        call += 1
        at = place.with_name(f"mentor-{call}")
        folder = DataFolder.create(at, clock)
        save(folder, "Dee")
        faults.at(call, stopped())
        confirmed = False
        try:
            save(folder, "Ed")
            confirmed = True
        except stopped:
            pass
        was_hit = bool(faults.hit)
        faults.never()
        folder.close()
        with DataFolder.open(at, clock) as again:
            assert again.read_only_reason == ""
            assert names(again)[:1] == ["Dee"] and (not confirmed or names(again) == ["Dee", "Ed"])
            save(again, "Jo")


def test_a_folder_that_went_away_is_said_and_does_not_crash_a_look(folder, save):
    save(folder, "Dee")
    folder.path.rename(folder.path.with_name("moved"))
    assert folder.refresh() is False
    with pytest.raises(MentorError, match="no longer"):
        save(folder, "Ed")
    folder.path.with_name("moved").rename(folder.path)
    save(folder, "Ed")


def test_a_folder_that_may_not_be_written_opens_for_reading(folder, open_folder, save, names, monkeypatch):
    import os

    save(folder, "Dee")
    monkeypatch.setattr(os, "access", lambda *_: False)
    again = open_folder()
    assert names(again) == ["Dee"]
    with pytest.raises(StoreReadOnly, match="may not be written by you"):
        save(again, "Ed")


def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(place, clock, faults):
    faults.at(1, OSError(errno.EACCES, "x"))
    with pytest.raises(MentorError, match=r"No data folder can be made at .*may not be written"):
        DataFolder.create(place, clock)
