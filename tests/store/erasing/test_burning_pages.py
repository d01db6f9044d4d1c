"""Pages of the notebook are burned: no word of them is left in any byte, and everything else is as it was."""

import contextlib
import os
import re
import shutil

import pytest
from msgspec.structs import replace

from store.backup import listing
from store.backup_keeping import with_keys
from store.backup_proof import proofs, verify
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.doctor import examine
from store.drafts import Draft
from store.erasing import Wish, erase, look_at_pages, pages_taken_out
from store.errors import MentorError, NotFound, RequestRefused
from store.folder import DataFolder
from store.made_files import MadeFiles
from store.notebook import Notebook
from store.records import Client, Reflection
from store.swapping import settle_swap, sweep_building
from tests.store.erasing.planted import DAY, opened, proved, records
from tests.store.erasing.test_erasing_stopped import Stopped, stopped_after

TOKEN = re.compile(b"(?i:burnish[0-9])")
ASKED = {"question_id": "hope-quiet", "question": "What did hope sound like today?"}


def page(number, **given):
    return Reflection(on=DAY, words=f"the burnish{number} evening, und später\nnoch mehr", **given)


def made(path, clock, lock):
    """Two pages that will burn (one corrected twice, one taken out), one that stays; two backups."""
    with DataFolder.create(path, clock, lock) as folder:
        caseload, notebook = Caseload(folder, clock), Notebook(folder, clock)
        caseload.add(Client(name="Mia", about="likes soup"))
        notebook.add(Reflection(on=DAY, words="stays as it is", **ASKED))
        proved(folder, clock)
        first = notebook.add(page(1, feeling="burnish2", alias="burnish3", **ASKED)).records[0]
        folder.compact(force=True)
        first = notebook.change(first, replace(first, words="burnish4 and more of it")).records[0]
        out = notebook.add(page(5, for_supervision=True)).records[0]
        notebook.remove(out)
        proved(folder, clock)
        folder.undo()
        folder.redo()
        folder.drafts().keep(Draft("reflection", None, {"words": "burnish6 corrected"}, first.id))
        folder.drafts().keep(Draft("reflection", None, {"words": "of another day", **ASKED}))
        journal = sorted((path / "history").glob("notebook-*"))[-1].read_bytes().splitlines(keepends=True)
        (path / "quarantine" / "notebook-after-9-abcdef01").write_bytes(journal[-1])
        caseload.add(Client(name="Ola"))
        written = path.parent / "notes.json"
        written.write_bytes(b"{}")
        MadeFiles.of(folder).remember(written, b"{}", "your notebook")
    return first.id, out.id


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def burned(request, tmp_path_factory, own_lock):
    """The folder before, the one after, its keys, the look beforehand and what was said; made once."""
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    with pytest.MonkeyPatch.context() as patched:
        place = tmp_path_factory.mktemp(request.param)
        patched.setenv("MENTOR_STATE", str(place / "state"))
        lock = own_lock.lock if request.param == "encrypted" else None
        keys = lock.keys if lock else None
        pages = made(place / "was" / "data", clock, lock)
        shutil.copytree(place / "was", place / "now")
        path = place / "now" / "data"
        with DataFolder.open(path, clock, keys=keys) as folder:
            assert pages_taken_out(folder) == pages[1:]
            seen = look_at_pages(folder, Wish((), pages=pages))
        erased = erase(path, clock, Wish((), pages=pages), keys)
        yield place, keys, clock, seen, erased


def found_in(root, keys):
    from store.age_files import Opener

    openers = [Opener(each.identity) for each in (keys.caseload, keys.notebook)] if keys else []
    return {
        str(file.relative_to(root))
        for file in root.rglob("*")
        if file.is_file()
        for text in opened(file.read_bytes(), openers)
        if TOKEN.search(text)
    }


def test_no_word_of_a_burned_page_is_left_in_any_byte_and_nothing_else_is_touched(burned):
    place, keys, clock, _, erased = burned
    before = {name.partition("/")[0].partition(".")[0] for name in found_in(place / "was" / "data", keys)}
    assert before >= {"history", "backups", "drafts", "quarantine"}, "the search finds what was planted"
    assert found_in(place / "now", keys) == found_in(place / "state", keys) == set()
    assert (erased.unreached, len(erased.archives.written_anew)) == ([], 1)
    assert len(erased.archives.without_them) == 1
    with DataFolder.open(place / "was" / "data", clock, read_only=True, keys=keys) as folder:
        was = records(folder)
    with DataFolder.open(place / "now" / "data", clock, read_only=True, keys=keys) as folder:
        now, drafts = records(folder), folder.drafts().all()
    assert {where: document for where, document in was.items() if where != ("reflections", 2)} == now
    assert [draft.answers["words"] for draft in drafts] == ["of another day"]


def test_its_backups_are_proved_the_doctor_is_content_and_undo_passes_it_by(burned, tmp_path):
    place, keys, clock, _, _ = burned
    shutil.copytree(place / "now" / "data", tmp_path / "data")
    path = tmp_path / "data"
    assert set(proofs(path)) == {one.name for one in listing(path)} and len(proofs(path)) == 2
    for one in listing(path):
        verify(one.path, clock, with_keys(keys))
    assert not [one for one in examine(path, clock, keys) if one.severity == "trouble"]
    with DataFolder.open(path, clock, keys=keys) as folder:
        history = list(folder.history())
        assert history[0].label == "a page of the notebook was burned (2 of them)"
        about = [act for act in history if act.label == "about a page that was burned"]
        assert len(about) >= 3
        with pytest.raises(RequestRefused, match="burned"):
            folder.undo(about[0].number)
        assert [folder.undo().label for _ in range(3)] == [
            "person, Ola",
            "reflection",
            "person, Mia",
        ]
        assert pages_taken_out(folder) == (1,), "what undo takes back can be burned too"
        saved = Notebook(folder, clock).add(Reflection(on=DAY, words="later"))
        assert saved.records[0].id > 3, "its number is never given again"


def test_what_burning_would_reach_is_said_beforehand(burned):
    _, _, _, seen, _ = burned
    assert (seen.pages, seen.drafts, seen.backups) == (2, 2, 2) and seen.saves >= 4
    assert [each.rsplit("/")[-1] for each in seen.files] == ["notes.json"]
    assert seen.unreached == ()


def test_a_page_that_never_was_is_not_burned_and_nothing_is_changed(burned, tmp_path):
    place, keys, clock, _, _ = burned
    shutil.copytree(place / "was" / "data", tmp_path / "data")
    with pytest.raises(NotFound, match="no page 77"):
        erase(tmp_path / "data", clock, Wish((), pages=(77,)), keys)
    with DataFolder.open(tmp_path / "data", clock, keys=keys) as folder:
        assert len(Notebook(folder, clock).reflections()) == 2


def test_a_proof_that_fails_leaves_every_page_where_it_was(burned, tmp_path, monkeypatch):
    place, keys, clock, _, _ = burned
    shutil.copytree(place / "was" / "data", tmp_path / "data")
    monkeypatch.setattr("store.erasing.without.Without._of_her_own", lambda _, table, id, document: document)
    with pytest.raises(MentorError, match="nothing was replaced"):
        erase(tmp_path / "data", clock, Wish((), pages=(2,)), keys)
    monkeypatch.undo()
    with DataFolder.open(tmp_path / "data", clock, keys=keys) as folder:
        assert "burnish4" in Notebook(folder, clock).reflections()[0].words


def needed_calls(source, where, clock, keys, monkeypatch):
    with monkeypatch.context() as patched:
        left = stopped_after(patched, 100_000)
        erase(shutil.copytree(source, where / "whole") / "data", clock, Wish((), pages=(2, 3)), keys)
        return 100_000 - left[0]


def stopped_at(calls, source, run, clock, keys, monkeypatch):
    """Whether every page is there still, after a stop and the next opening; else nothing of them is."""
    shutil.copytree(source, run)
    with monkeypatch.context() as patched, contextlib.suppress(Stopped):
        stopped_after(patched, calls)
        erase(run / "data", clock, Wish((), pages=(2, 3)), keys)
    settle_swap(run / "data")
    with DataFolder.open(run / "data", clock, keys=keys) as folder:
        assert not folder.troubles
        is_left = ("reflections", 2) in records(folder)
    sweep_building(run / "data")
    assert bool(found_in(run, keys)) == is_left
    shutil.rmtree(run)
    return is_left


def test_stopped_anywhere_a_burning_is_not_begun_or_done(burned, tmp_path, monkeypatch):
    place, keys, clock, _, _ = burned
    needed = needed_calls(place / "was", tmp_path, clock, keys, monkeypatch)
    every = int(os.environ.get("EVERY", "0"))
    stops = range(0, needed, every) if every else (0, needed // 3, needed - 30, needed - 20, needed - 8)
    began = [
        stopped_at(calls, place / "was", tmp_path / f"run{calls}", clock, keys, monkeypatch)
        for calls in stops
    ]
    assert began[0] and not began[-1] and sorted(began, reverse=True) == began
