"""The requirements files: what pyproject.toml asks for, pinned, hashed, and without an address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+?)(?: ; (?P<marker>.+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
FILES = ("requirements.txt", "requirements-dev.txt")


def pins(file):
    """What a file pins: version by name."""
    lines = (ROOT / file).read_text("utf-8").splitlines()
    return {found["name"]: found["version"] for line in lines if (found := PIN.match(line))}


def asked_for(group):
    """The requirements of a dependency group, included groups too."""
    for entry in PROJECT["dependency-groups"][group]:
        if isinstance(entry, dict):
            yield from asked_for(entry["include-group"])
        else:
            yield Requirement(entry)


@pytest.mark.parametrize("file", FILES)
def test_every_line_is_a_pin_or_a_hash(file):
    lines = (ROOT / file).read_text("utf-8").splitlines()
    assert [line for line in lines if not (PIN.match(line) or HASH.match(line))] == []


@pytest.mark.parametrize(("file", "group"), list(zip(FILES, ("build", "dev"), strict=True)))
def test_what_is_asked_for_is_pinned_at_a_version_that_will_do(file, group):
    pinned = pins(file)
    wanted = [*map(Requirement, PROJECT["project"]["dependencies"]), *asked_for(group)]
    unmet = [
        str(need)
        for need in wanted
        if need.name not in pinned or not need.specifier.contains(pinned[need.name])
    ]
    assert unmet == []


def test_both_files_pin_the_same_versions():
    everything = pins("requirements-dev.txt")
    assert {name: everything.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")
