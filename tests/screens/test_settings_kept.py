"""The settings: kept whole, read kindly."""

import errno
import json
import os

import pytest

from mentor_tui.settings import FILE_NAME, Settings, read_settings, save_settings
from store.errors import SaveFailed


def test_settings_come_back_as_they_were(tmp_path):
    settings = Settings(
        theme="paper", day_first=False, lists={"areas": {"housing": "a place"}}, keys={"note": "f5"}
    )
    save_settings(tmp_path, settings)
    assert read_settings(tmp_path) == settings


@pytest.mark.parametrize("words", ["", "{", "[]", "null", '{"theme": 3, "day_first": "yes"}', "\xff"])
def test_settings_that_cannot_be_read_are_the_defaults(tmp_path, words):
    (tmp_path / FILE_NAME).write_text(words, encoding="latin-1")
    assert read_settings(tmp_path) == Settings()


def test_one_wrong_setting_does_not_lose_the_others(tmp_path):
    (tmp_path / FILE_NAME).write_text(json.dumps({"theme": "paper", "day_first": 1, "unknown": True}))
    assert read_settings(tmp_path) == Settings(theme="paper")


@pytest.mark.parametrize(
    ("written", "read"), [(0, 0), (1440, 1440), (1441, 5), (-5, 5), (99999999999999999999, 5)]
)
def test_so_many_minutes_that_no_clock_counts_them_are_the_usual_ones(tmp_path, written, read):
    (tmp_path / FILE_NAME).write_text(json.dumps({"theme": "paper", "lock_after_minutes": written}))
    assert read_settings(tmp_path) == Settings(theme="paper", lock_after_minutes=read)


def test_only_the_mentor_can_read_the_file(tmp_path):
    save_settings(tmp_path, Settings())
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_no_files_is_said_in_a_sentence(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(SaveFailed, match="Could not keep the setting"):
        save_settings(tmp_path, Settings())
    tmp_path.chmod(0o700)


def test_a_full_disk_leaves_the_old_settings_and_nothing_beside_them(tmp_path, monkeypatch):
    save_settings(tmp_path, Settings(theme="paper"))

    def no_room(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(SaveFailed, match="Could not keep the setting"):
        save_settings(tmp_path, Settings())
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert read_settings(tmp_path).theme == "paper"


def test_nothing_is_left_beside_the_file(tmp_path):
    save_settings(tmp_path, Settings())
    save_settings(tmp_path, Settings(theme="paper"))
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
