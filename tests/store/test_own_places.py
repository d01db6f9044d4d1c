"""Where a person's own files go is where platformdirs says, whatever the machine has set."""

from pathlib import Path

import platformdirs
import pytest

from store.own_places import own_place

SET = [
    {},
    {"HOME": "/somewhere/else"},
    {"HOME": "/somewhere/else/"},
    {"HOME": ""},
    {"HOME": "relative"},
    {"XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s"},
    {"XDG_DATA_HOME": "", "XDG_STATE_HOME": ""},
    {"XDG_DATA_HOME": "d", "XDG_STATE_HOME": "s"},
    {"XDG_DATA_HOME": " /d", "XDG_STATE_HOME": "~/s"},
]


@pytest.mark.parametrize("of_the_machine", SET)
def test_it_is_where_platformdirs_says(monkeypatch, of_the_machine):
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    for name, value in of_the_machine.items():
        monkeypatch.setenv(name, value)
    assert own_place("data") == Path(platformdirs.user_data_dir("mentor", appauthor=False))
    assert own_place("state") == Path(platformdirs.user_state_dir("mentor", appauthor=False))


def test_a_machine_without_a_home_variable_is_asked_all_the_same(monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.delenv(name)
    assert own_place("data") == Path(platformdirs.user_data_dir("mentor", appauthor=False))
