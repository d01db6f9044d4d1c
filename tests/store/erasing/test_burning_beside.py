"""What lies beside the notebook when a page burns: all that is of the page goes, nothing else does."""

import shutil

import pytest

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.erasing import Wish, erase, look_at_pages
from store.folder import DataFolder
from store.notebook import Notebook
from store.records import Client, Reflection
from tests.store.erasing.planted import DAY

SAID = "Ask about the id card"
LONG = "I was afraid of him when he stood up, and I did not say so to anyone, not even to Ana"
ASIDE = "has words of the page in it, and is of something else"


@pytest.fixture
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def path(tmp_path, clock, monkeypatch):
    monkeypatch.setenv("MENTOR_STATE", str(tmp_path / "state"))
    with DataFolder.create(tmp_path / "data", clock, None) as folder:
        Caseload(folder, clock).add(Client(name="Mia"))
        Notebook(folder, clock).add(Reflection(on=DAY, words="another page, which stays"))
    return tmp_path / "data"


def written(path, clock, words, drafts=(), lines=()):
    """A page with these words; drafts and lines that wait beside it. Its number."""
    with DataFolder.open(path, clock) as folder:
        page = Notebook(folder, clock).add(Reflection(on=DAY, words=words)).records[0]
        for draft in drafts:
            folder.drafts().keep(draft)
        for line in lines:
            folder.inbox().put(line)
    return page.id


def left(path, clock):
    with DataFolder.open(path, clock) as folder:
        return {draft.kind: draft.words for draft in folder.drafts().all()}, folder.inbox().items()


def test_words_about_others_that_also_stand_on_a_burned_page_stay_and_are_named_beforehand(path, clock):
    words = {
        "note": {"words": f"call 20m talked. {SAID} on thu; court moved to 9 dec > thu 10am"},
        "check-in": {"hope-with-a": f"said: {SAID} please"},
        "own-question": {"words": f"{SAID}?"},
    }
    drafts = [Draft(kind, None if kind == "own-question" else 1, said) for kind, said in words.items()]
    drafts.append(Draft("reflection", None, {"words": f"It began with: {SAID}. And more"}, 1))
    page = written(path, clock, SAID, drafts, [f"Zoe call 20m {SAID} for her on thursday"])
    before = left(path, clock)
    with DataFolder.open(path, clock) as folder:
        seen = look_at_pages(folder, Wish((), pages=(page,)))
    assert seen.drafts == 0 and len(before[0]) == 4
    assert [each.place.partition(".")[0] for each in seen.unreached[:4]] == [
        f"drafts/{kind}" for kind in ("check-in", "note", "own-question", "reflection")
    ]
    assert [each.why for each in seen.unreached] == [ASIDE] * 5
    wish = Wish((), pages=(page,), remove_unreadable=True)
    erased = erase(path, clock, wish)
    assert left(path, clock) == before, "not even where what cannot be opened is removed"
    assert (tuple(erased.unreached), erased.removed) == (seen.unreached, [])


@pytest.mark.parametrize("typed", ["so tired\n", "he lied ", "of\tit all, and I never said\n\n ", LONG])
def test_a_draft_that_the_saving_of_a_page_left_behind_burns_with_it(path, clock, typed):
    from store.text import clean_lines

    page = written(path, clock, clean_lines(typed).strip(), [Draft("reflection", None, {"words": typed})])
    erase(path, clock, Wish((), pages=(page,)))
    assert left(path, clock) == ({}, ())


def test_the_beginning_of_a_page_burns_with_it_and_a_page_begun_alike_does_not(path, clock):
    page = written(path, clock, LONG, [Draft("reflection", None, {"words": LONG[:40]})])
    erase(path, clock, Wish((), pages=(page,)))
    assert left(path, clock) == ({}, ())
    again = written(path, clock, LONG, [Draft("reflection", None, {"words": f"{LONG[:10]} of the form"})])
    assert erase(path, clock, Wish((), pages=(again,))).unreached == []
    assert left(path, clock)[0] == {"reflection": f"{LONG[:10]} of the form"}


@pytest.mark.parametrize(("cut_after", "is_gone"), [(40, True), (4, False)])
def test_a_piece_cut_off_within_the_words_of_a_page_burns_or_is_named(path, clock, cut_after, is_gone):
    written(path, clock, LONG)
    journal = path / "notebook.journal"
    content = journal.read_bytes()
    journal.write_bytes(content[: content.index(LONG.encode()) + cut_after])
    shutil.rmtree(path.parent / "state")  # the save that was cut off was never confirmed
    page = written(path, clock, LONG)
    (piece,) = (path / "quarantine").iterdir()
    erased = erase(path, clock, Wish((), pages=(page,)))
    assert piece.exists() is not is_gone
    assert [each.place for each in erased.unreached] == ([] if is_gone else [f"quarantine/{piece.name}"])
    if not is_gone:
        erase(path, clock, Wish((), pages=(1,), remove_unreadable=True))
        assert not piece.exists()


def test_a_copy_of_a_backup_that_was_cut_off_is_named_and_goes_where_she_asks(path, clock, tmp_path):
    page, stick = written(path, clock, LONG), tmp_path / "stick"
    stick.mkdir()
    piece = stick / ".backup-2026-11-23-140200.tar-0a1b2c3d.part"
    piece.write_bytes(LONG.encode())
    (stick / "other.part").write_bytes(b"of somebody else")
    with DataFolder.open(path, clock) as folder:
        seen = look_at_pages(folder, Wish((), pages=(page,)), stick)
    assert [(each.place, each.why) for each in seen.unreached] == [
        (str(piece), "is a copy of a backup that was cut off")
    ]
    erased = erase(path, clock, Wish((), pages=(page,), remove_unreadable=True), copies=stick)
    assert (erased.removed, [at.name for at in stick.iterdir()]) == ([str(piece)], ["other.part"])


def test_what_was_begun_beside_our_own_files_is_looked_into_unless_it_is_ours(path, clock):
    page = written(path, clock, LONG)
    (path / ".x.part").write_bytes(LONG.encode())
    (path / "drafts" / ".reflection.nobody.0.json-1.part").write_bytes(LONG.encode())
    erased = erase(path, clock, Wish((), pages=(page,)))
    assert [each.place for each in erased.unreached] == [".x.part"]
    assert [at.name for at in (path / "drafts").iterdir()] == []
