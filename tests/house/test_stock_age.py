"""docs/encryption.md, carried out word for word with the stock age: all is read without mentor."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from store import backup, pins
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.folder import DataFolder

PAGE = Path(__file__).parents[2] / "docs" / "encryption.md"
WORDS = "Quillon says the clinic door was shut"

pytestmark = [
    pytest.mark.trust("interop"),
    pytest.mark.skipif(not shutil.which("age"), reason="the program age is not installed here"),
]


@pytest.fixture(scope="module")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture(scope="module")
def carried_out(tmp_path_factory, clock, own_lock):
    """The folder in which every command of the page was carried out, in its order."""
    pexpect = pytest.importorskip("pexpect")
    place = tmp_path_factory.mktemp("by-hand") / "store"
    with DataFolder.create(place, clock, own_lock.lock) as folder:
        with folder.act("first") as act:
            act.insert("contacts", {"words": WORDS})
        with folder.act("page") as act:
            act.insert("reflections", {"words": WORDS})
        folder.compact(force=True)
        with folder.act("second") as act:
            act.insert("contacts", {"words": f"{WORDS} again"})
        folder.drafts().keep(Draft("note", 1, {"text": f"{WORDS}, a draft"}))
        folder.inbox().put(f"{WORDS}, posted")
        backup.create(folder, clock)
    (place / "recovery-key.txt").write_text(f"{own_lock.recovery_key}\n")
    for commands in re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL):
        terminal = pexpect.spawn("/bin/sh", ["-ec", commands], cwd=str(place), timeout=30, encoding="utf-8")
        while terminal.expect(["assphrase", pexpect.EOF]) == 0:
            terminal.sendline(own_lock.passphrase)
        terminal.close()
        assert terminal.exitstatus == 0, (commands, terminal.before)
    return place


@pytest.mark.parametrize("file", ["caseload.json", "by-paper.json", "from-backup.json"])
def test_the_record_is_read(carried_out, file):
    tables = json.loads((carried_out / file).read_text("utf-8"))
    assert [one["words"] for one in tables["contacts"].values()] == [WORDS]


def test_the_notebook_is_read(carried_out):
    tables = json.loads((carried_out / "notebook.json").read_text("utf-8"))
    assert [one["words"] for one in tables["reflections"].values()] == [WORDS]


def test_the_saves_since_are_read(carried_out):
    saves = [json.loads(line) for line in (carried_out / "saves.txt").read_text("utf-8").splitlines()]
    assert [save["label"] for save in saves] == ["second"]
    assert f"{WORDS} again" in json.dumps(saves)


def test_drafts_and_what_waits_are_read(carried_out):
    waiting = (carried_out / "waiting.txt").read_text("utf-8")
    assert f"{WORDS}, a draft" in waiting
    assert f"{WORDS}, posted" in waiting


def test_paper_and_passphrase_give_the_same_keys(carried_out):
    assert (carried_out / "keys.txt").read_bytes() == (carried_out / "keys-by-paper.txt").read_bytes()


def test_what_age_writes_to_the_public_keys_is_read(tmp_path, clock, own_lock):
    DataFolder.create(tmp_path / "store", clock, own_lock.lock).close()
    public = pins.pinned(tmp_path / "store").recipients["caseload"]
    said = {"text": WORDS, "why": "", "written": "2026-11-23T14:02:00-08:00", "zone": "America/Vancouver"}
    place = tmp_path / "store" / "inbox" / "20261123T220200Z-0000-0123456789ab.json.age"
    to = [word for key in public for word in ("-r", key)]
    subprocess.run(["age", *to, "-o", str(place)], input=json.dumps(said).encode(), check=True)
    with DataFolder.open(tmp_path / "store", clock, keys=own_lock.lock.keys) as folder:
        assert [item.text for item in folder.inbox().items()] == [WORDS]
