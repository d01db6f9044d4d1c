"""What reaches a mentor's machine: the wheel, opened."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("mentor_tui", "widgets", "store")
LEFT_AT_HOME = {".pyc"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names of all files in the wheel, and the text of its entry points."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        names = set(archive.namelist())
        [entry_points] = [name for name in names if name.endswith("entry_points.txt")]
        return names, archive.read(entry_points).decode()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_a_package_is_in_the_wheel(wheel, package):
    names, _ = wheel
    here = {
        str(path.relative_to(ROOT).as_posix())
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in LEFT_AT_HOME
    }
    assert here
    assert here <= names


@pytest.mark.parametrize("kind", [".tcss", ".json", ".html", "Sans-Bold.ttf", "fonts/LICENSE-DejaVu.txt"])
def test_stylesheets_content_and_letters_are_in_the_wheel(wheel, kind):
    names, _ = wheel
    assert [name for name in names if name.endswith(kind)]


def test_the_wheel_holds_the_licence_and_nothing_besides_the_packages(wheel):
    names, _ = wheel
    outside = {name for name in names if not name.startswith(tuple(f"{package}/" for package in PACKAGES))}
    assert any(name.endswith("licenses/LICENSE") for name in outside)
    assert all(".dist-info/" in name for name in outside)


def test_the_wheel_brings_the_command_mentor(wheel):
    _, entry_points = wheel
    assert "mentor = mentor_tui.start:main" in entry_points
