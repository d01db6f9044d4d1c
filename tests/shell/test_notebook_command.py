"""`mentor notebook`: pages by number, kept until a day, brought, and burned after they were shown."""

import pytest


@pytest.fixture
def written(mentor, dee):
    """Two pages: one that stays, one with a word that stands nowhere else."""
    mentor("reflect", "the stays page about Dee")
    mentor("reflect", "burnish evening")
    return mentor


def test_pages_are_listed_shown_kept_until_a_day_and_brought(written):
    assert written("notebook", "keep", 2, "--until", "today").out == (
        "Kept until Mon 23 Nov 2026; nothing burns by itself.\n"
    )
    written("notebook", "bring", 1)
    listed = written("notebook", "list").out.splitlines()
    assert [line.split()[0] for line in listed] == ["2", "1"]
    assert listed[0].endswith("keep until 2026-11-23") and listed[1].endswith("for supervision")
    assert "burnish" in written("notebook", "list", "--due").out
    shown = written("notebook", "show", 1, 2).out
    assert "bring to supervision" in shown and "private · keep until 2026-11-23" in shown
    assert "D.\n" in written("notebook", "packet").err and "burnish" not in written("notebook", "packet").out
    written("notebook", "bring", 1, "--private")
    written("notebook", "keep", 2, "--for-good")
    assert "No page was kept until a day that is here." in written("notebook", "list", "--due").err
    pages = written("notebook", "list", "--json").json["pages"]
    assert [(page["for_supervision"], page["keep_until"]) for page in pages] == [(False, None)] * 2


def test_a_page_burns_only_with_yes_and_one_removed_before_burns_too(written, place):
    written("backup", "create")
    seen = written("notebook", "burn", 2)
    assert "burnish evening" in seen.out and "Nothing was changed" in seen.err
    assert "1 backup is looked through" in seen.out
    assert "A page of the notebook was burned." in written("notebook", "burn", 2, "--yes").out
    assert "burnish" not in written("notebook", "list").out + written("history").out
    assert not [at for at in place.rglob("*") if at.is_file() and b"burnish" in at.read_bytes()]
    written("undo", "--yes")
    gone = written("notebook", "burn", "--taken-out", "--yes")
    assert (gone.code, written("notebook", "burn", "--taken-out").code) == (0, 1)


def test_those_whose_day_has_come_or_those_taken_out_burn_and_every_other_page_stays(written):
    written("reflect", "a third page")
    written("notebook", "keep", 2, "--until", "today")
    written("notebook", "keep", 3, "--until", "25 dec")
    assert written("notebook", "burn", "--due", "--json").json["preview"]["pages"] == [2]
    seen = written("notebook", "burn", "--due").out
    assert "burnish evening" in seen and "stays page" not in seen and "third page" not in seen
    written("notebook", "burn", "--due", "--yes")
    assert [page["id"] for page in written("notebook", "list", "--json").json["pages"]] == [3, 1]
    written("reflect", "to be taken out")
    written("undo", "--yes")
    assert written("notebook", "burn", "--taken-out", "--json").json["preview"]["pages"] == [4]
    assert written("notebook", "burn", "--taken-out", "--yes", "--json").json["pages"] == [4]
    assert [page["id"] for page in written("notebook", "list", "--json").json["pages"]] == [3, 1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("burn",), "Say which pages, by number"),
        (("burn", 9), "no page 9"),
        (("show", 9), "no such page"),
        (("keep", 1), "Say until when"),
        (("keep", 1, "--until", "blursday"), "is not read as a day"),
    ],
)
def test_a_page_that_is_not_there_or_a_day_that_is_none_is_refused_with_a_way_out(written, words, said):
    answer = written("notebook", *words)
    assert answer.code and said in answer.err, answer.err
