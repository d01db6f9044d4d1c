"""Real calendar programs read what we write, and we read what they write. Skipped where they are not."""

import os
import re
import shutil
import subprocess

import pytest

from mentor_tui.exchange.ics_in import import_calendar, plan_calendar
from mentor_tui.exchange.ics_out import write_ics
from tests.exchange.calendar_people import DAYS, filled

_KHAL = """[calendars]
[[mentor]]
path = {folder}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = America/Vancouver
default_timezone = America/Vancouver
[default]
default_calendar = mentor
[sqlite]
path = {folder}.db
"""


@pytest.fixture
def planned(open_caseload):
    return filled(open_caseload("planned"))


@pytest.fixture
def program(tmp_path):
    """Runs a calendar program, and gives what it says."""

    def run(*words):
        if not shutil.which(words[0]):
            pytest.skip(f"{words[0]} is not installed here")
        environment = {**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def khal(program, tmp_path):
    """khal, on a folder of events."""

    def run(folder, *words):
        (tmp_path / "khal.conf").write_text(_KHAL.format(folder=folder))
        return program("khal", "-c", str(tmp_path / "khal.conf"), *words)

    return run


def shown_by_khal(khal, folder):
    listed = khal(folder, "list", "--format", "{start} {title}", "--day-format", "", "2026-11-23", "69d")
    found = (re.fullmatch(r"(\S+(?: \d\d:\d\d)?) (.+)", line) for line in listed.splitlines() if line)
    return tuple(sorted((line[1], line[2]) for line in found))


def shown_by_calcurse(program, folder):
    listed = program("calcurse", "-q", "-D", str(folder), "-d", "69", "--from", "11/23/2026",
                     "--format-apt", "%(start:%Y-%m-%d %H:%M) %m\n", "--format-event", "* %m\n",
                     "--format-recur-apt", "%(start:%Y-%m-%d %H:%M) %m\n", "--format-recur-event", "* %m\n",
                     "--output-datefmt", "%Y-%m-%d")  # fmt: skip
    day, found = "", []
    for line in listed.splitlines():
        if head := re.fullmatch(r"(\d{4}-\d\d-\d\d):", line):
            day = head[1]
        elif line.startswith("* "):
            found.append((day, line[2:]))
        elif line:
            found.append((line[:16], line[17:]))
    return tuple(sorted(found))


def test_khal_shows_a_folder_of_ours_as_it_lies(planned, khal, tmp_path):
    write_ics(planned, tmp_path / "vdir")
    assert shown_by_khal(khal, tmp_path / "vdir") == DAYS


def test_khal_takes_a_file_of_ours_in_and_shows_it(planned, khal, tmp_path):
    write_ics(planned, tmp_path / "out.ics")
    (tmp_path / "its").mkdir()
    for _ in range(2):  # the second time it knows each by its UID
        khal(tmp_path / "its", "import", "--batch", "-a", "mentor", str(tmp_path / "out.ics"))
    assert shown_by_khal(khal, tmp_path / "its") == DAYS


def test_calcurse_takes_a_file_of_ours_in_and_shows_it(planned, program, tmp_path):
    write_ics(planned, tmp_path / "out.ics")
    (tmp_path / "its").mkdir()
    program("calcurse", "-q", "-D", str(tmp_path / "its"), "-i", str(tmp_path / "out.ics"))
    assert shown_by_calcurse(program, tmp_path / "its") == DAYS


def test_what_calcurse_exports_of_ours_comes_back_with_every_day(planned, open_caseload, program, tmp_path):
    write_ics(planned, tmp_path / "out.ics")
    (tmp_path / "its").mkdir()
    program("calcurse", "-q", "-D", str(tmp_path / "its"), "-i", str(tmp_path / "out.ics"))
    (tmp_path / "back.ics").write_text(program("calcurse", "-q", "-D", str(tmp_path / "its"), "-xical"))
    other = open_caseload("other")
    import_calendar(plan_calendar(tmp_path / "back.ics", other), other)
    assert as_shown(other) == DAYS


def test_what_khal_exports_of_its_own_comes_in(open_caseload, khal, tmp_path):
    (tmp_path / "its").mkdir()
    khal(tmp_path / "its", "new", "-a", "mentor", "2026-11-26", "10:00", "11:00", "clinic")
    khal(tmp_path / "its", "new", "-a", "mentor", "2026-12-01", "20:00", "30m", "group", "-r", "weekly",
         "-u", "2026-12-16")  # fmt: skip
    other = open_caseload("other")
    import_calendar(plan_calendar(tmp_path / "its", other), other)
    assert as_shown(other) == (
        ("2026-11-26 10:00", "clinic"),
        ("2026-12-01 20:00", "group"),
        ("2026-12-08 20:00", "group"),
        ("2026-12-15 20:00", "group"),
    )


def as_shown(caseload):
    items = caseload.coming(69)
    return tuple(sorted((f"{item.on}{f' {item.at:%H:%M}' if item.at else ''}", item.text) for item in items))
