"""What conftest.py promises every test: no real home, no network."""

import os
import pwd
import socket
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

REAL_HOME = Path(pwd.getpwuid(os.getuid()).pw_dir)


def test_home_is_a_folder_of_this_test_alone(home_of_its_own):
    assert Path.home() == home_of_its_own
    assert list(home_of_its_own.iterdir()) == []
    assert REAL_HOME not in (home_of_its_own, *Path(platformdirs.user_data_dir("mentor")).parents)


def test_another_program_started_by_a_test_sees_that_home_too(home_of_its_own):
    asked = [sys.executable, "-c", "import pathlib; print(pathlib.Path.home())"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert said.strip() == str(home_of_its_own)


@pytest.mark.parametrize("address", [("127.0.0.1", 9), ("192.0.2.1", 80)])
def test_a_connection_is_refused_before_it_is_tried(request, address):
    with socket.socket() as line, pytest.raises(PermissionError, match="reached for the network"):
        line.connect(address)
    forget_what_was_reached_for(request)


def test_a_name_is_not_looked_up(request):
    with pytest.raises(PermissionError, match="reached for the network"):
        socket.getaddrinfo("example.org", 80)
    forget_what_was_reached_for(request)


def forget_what_was_reached_for(request):
    """These tests reach for the network on purpose; the fixture would fail them for it."""
    request.getfixturevalue("no_network").clear()
