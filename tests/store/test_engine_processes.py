"""Several programs at one folder."""

import json

import pytest

from store import lock
from store.errors import MentorError, StoreBusy
from store.folder import DataFolder

WRITER = """
import sys
from pathlib import Path
from store.clock import FixedClock, moment_from
from store.folder import DataFolder

path, name, count, fold_every = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
folder = DataFolder.open(path, clock)
for number in range(count):
    with folder.act(f"{name} {number}") as act:
        id = act.insert("clients", {"name": f"{name} {number}"})
        act.insert("contacts", {"client_ids": [id], "words": "x" * 400})
        if number % 5 == 4:
            act.insert("reflections", {"words": f"{name} {number}"})
    print(id, name, number, flush=True)
    if fold_every and number % fold_every == fold_every - 1:
        folder.compact(force=True)
folder.close()
"""


def confirmed(process):
    """What a writer said it had saved: number given, and name."""
    out, _ = process.communicate()
    whole = out.decode().rpartition("\n")[0]
    return [(int(line.split(" ", 1)[0]), line.split(" ", 1)[1]) for line in whole.splitlines()]


def test_four_writers_at_once_with_folding_lose_nothing_and_share_no_number(folder, open_folder, run_script):
    writers = [run_script(WRITER, folder.path, f"writer-{letter}", 50, 13) for letter in "abcd"]
    heard = []
    folder.subscribe(lambda ledger, changes: heard.append(changes))
    while any(writer.poll() is None for writer in writers):
        folder.refresh()
    said = [one for writer in writers for one in confirmed(writer)]
    assert len(said) == 200 == len({id for id, _ in said})
    for at in (folder, open_folder()):
        at.refresh()
        people = at.caseload.documents("clients")
        assert {id: people[id]["name"] for id in people} == dict(said)
        assert len(at.caseload.documents("contacts")) == 200
        assert len(at.notebook.documents("reflections")) == 40
        assert (at.notices, at.read_only_reason) == ((), "")
    acts = list(folder.history())
    assert [act.number for act in acts] == list(range(200, 0, -1))
    assert heard


def test_a_second_program_sees_what_the_first_wrote_without_reading_all_anew(
    folder, open_folder, save, names
):
    second = open_folder()
    heard = []
    second.subscribe(lambda ledger, changes: heard.append((ledger, changes)))
    assert second.refresh() is False
    save(folder, "Dee")
    assert second.refresh() is True
    folder.compact(force=True)
    save(folder, "Ed")
    assert second.refresh() is True and names(second) == ["Dee", "Ed"]
    assert [[change.after["name"] for change in changes] for _, changes in heard] == [["Dee"], ["Ed"]]
    assert save(second, "Jo") == 3


def test_a_program_that_missed_saves_before_a_fold_reads_anew_and_says_so(folder, open_folder, save, names):
    second = open_folder()
    heard = []
    second.subscribe(lambda ledger, changes: heard.append((ledger, changes)))
    save(folder, "Dee")
    folder.compact(force=True)
    assert save(second, "Ed") == 2
    assert heard[0] == ("caseload", None) and names(second) == ["Dee", "Ed"]


def test_files_replaced_by_another_folders_are_refused_and_nothing_is_confirmed(
    folder, save, tmp_path, clock
):
    save(folder, "Dee")
    DataFolder.create(tmp_path / "other", clock).close()
    for name in ("caseload.json", "caseload.journal"):
        (tmp_path / "other" / name).replace(folder.path / name)
    before = (folder.path / "caseload.journal").read_bytes()
    with pytest.raises(MentorError, match="put in the place"):
        save(folder, "Ed")
    assert folder.refresh() is False
    assert (folder.path / "caseload.journal").read_bytes() == before


@pytest.mark.parametrize("same_file", [True, False])
def test_an_older_copy_put_under_an_open_folder_is_refused_in_words(folder, save, names, same_file):
    save(folder, "Dee")
    journal = folder.path / "caseload.journal"
    older = journal.read_bytes()
    save(folder, "Ed")
    if not same_file:
        journal.unlink()
    journal.write_bytes(older)
    with pytest.raises(MentorError, match="older copy"):
        save(folder, "Jo")
    assert journal.read_bytes() == older and names(folder) == ["Dee", "Ed"]


def test_a_save_waits_for_another_program_and_says_who_keeps_it_waiting(
    folder, save, run_script, monkeypatch
):
    holder = run_script(
        "import fcntl, signal, sys\nhandle = open(sys.argv[1], 'r+b')\nfcntl.flock(handle, fcntl.LOCK_EX)\n"
        "print('held', flush=True)\nsignal.pause()",
        folder.path / "lock",
    )
    assert holder.stdout.readline() == b"held\n"
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with pytest.raises(StoreBusy, match="Another mentor has been writing") as busy:
        save(folder, "Dee")
    assert busy.value.exit_code == 75
    holder.kill()
    holder.wait()
    save(folder, "Dee")


def test_a_half_written_line_of_another_program_is_left_to_it(folder, open_folder, save, names):
    second = open_folder()
    save(folder, "Dee")
    journal = folder.path / "caseload.journal"
    whole = journal.read_bytes()
    second.refresh()
    save(folder, "Ed")
    later = journal.read_bytes()
    with journal.open("r+b") as file:
        file.truncate(len(whole) + 30)
    assert second.refresh() is False and names(second) == ["Dee"]
    with journal.open("r+b") as file:
        file.write(later)
    assert second.refresh() is True and names(second) == ["Dee", "Ed"]


def test_the_store_is_quick_to_import(run_script):
    process = run_script("import sys, json, store.folder; print(json.dumps(sorted(sys.modules)))")
    loaded = set(json.loads(process.communicate()[0]))
    assert not loaded & {
        "msgspec",
        "asyncio",
        "textual",
        "rich",
        "typer",
        "filelock",
        "tempfile",
        "platformdirs",
    }
