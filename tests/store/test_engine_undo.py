"""Undo takes the newest standing act back, from what its records were before."""

import pytest

from store.errors import RequestRefused


def test_undo_brings_back_what_was_and_names_the_act(folder, save):
    id = save(folder, "Dee", pronouns="she")
    with folder.act("person, Dee changed") as act:
        act.update("clients", id, {"name": "Deena"}, drop=["pronouns"])
    assert folder.next_undo().label == "person, Dee changed"
    undone = folder.undo()
    assert (undone.label, undone.undone) == ("person, Dee changed", True)
    document = folder.caseload.documents("clients")[id]
    assert (document["name"], document["pronouns"]) == ("Dee", "she")


def test_undo_again_takes_the_act_before_it(folder, save, names):
    for name in ("Dee", "Ed", "Jo"):
        save(folder, name)
    folder.undo()
    folder.undo()
    assert names(folder) == ["Dee"]
    save(folder, "Kim")
    assert folder.undo().label == "person, Kim"
    assert folder.undo().label == "person, Dee"


def test_one_undo_takes_both_ledgers_back_and_what_joined_the_act(folder):
    with folder.act("note, Dee") as act:
        act.insert("clients", {"name": "Dee"})
    with folder.act("themes", of=act.number) as more:
        more.insert("themes_seen", {"theme": "hope"})
    assert folder.undo().label == "note, Dee"
    assert not folder.caseload.documents("clients") and not folder.notebook.documents("themes_seen")


@pytest.mark.parametrize("fold", [False, True])
def test_undo_works_after_reopening_and_after_folding(folder, open_folder, save, names, fold):
    save(folder, "Dee")
    save(folder, "Ed")
    if fold:
        folder.compact(force=True)
        save(folder, "Jo")
        folder.compact(force=True)
        folder.undo()
        folder.compact(force=True)
    again = open_folder()
    assert again.undo().label == "person, Ed"
    assert again.undo().label == "person, Dee"
    assert names(again) == []
    with pytest.raises(RequestRefused, match="nothing to undo"):
        again.undo()


def test_a_removed_record_comes_back_as_it_was(folder, save):
    id = save(folder, "Dee", kept=[1])
    before = dict(folder.caseload.documents("clients")[id])
    with folder.act("person, Dee removed") as act:
        act.remove("clients", id)
    folder.undo()
    assert folder.caseload.documents("clients")[id] == before


def test_undo_refuses_in_words_when_the_record_changed_after_it(folder, save):
    id = save(folder, "Dee")
    with folder.act("first change") as first:
        first.update("clients", id, {"name": "Deena"})
    with folder.act("other person") as act:
        act.insert("clients", {"name": "Ed"})
    with folder.act("first change, again", of=1) as act:
        act.update("clients", id, {"name": "D"})
    folder.undo()
    with pytest.raises(RequestRefused, match=r"first change.+changed after it"):
        folder.undo()
    assert folder.caseload.documents("clients")[id]["name"] == "D"


def test_only_the_act_that_was_shown_is_undone(folder, save, names):
    save(folder, "Dee")
    shown = folder.next_undo().number
    save(folder, "Ed")
    with pytest.raises(RequestRefused, match="newer"):
        folder.undo(expected=shown)
    assert names(folder) == ["Dee", "Ed"]


def test_history_tells_every_act_newest_first_through_folded_journals(folder, open_folder, save):
    save(folder, "Dee")
    folder.compact(force=True)
    save(folder, "Ed")
    folder.undo()
    told = list(open_folder().history())
    assert [(act.number, act.label, act.undone, act.is_undo) for act in told] == [
        (3, "undo of person, Ed", False, True),
        (2, "person, Ed", True, False),
        (1, "person, Dee", False, False),
    ]
    assert told[-1].changes == (("clients", 1, "added"),) and told[-1].seqs == (("caseload", 1),)
    assert told[0].at.isoformat() == "2026-11-23T22:02:00+00:00"


def test_the_next_undo_is_found_without_reading_older_journals(folder, save):
    save(folder, "Dee")
    folder.compact(force=True)
    save(folder, "Ed")
    for old in (folder.path / "history").iterdir():
        old.write_bytes(b"not a journal any more\n")
    assert folder.next_undo().label == "person, Ed"


def test_what_a_damaged_old_journal_holds_is_not_undone(folder, save, names):
    save(folder, "Dee")
    save(folder, "Ed")
    folder.compact(force=True)
    old = next((folder.path / "history").iterdir())
    old.write_bytes(old.read_bytes().replace(b"Ed", b"Ex"))
    with pytest.raises(RequestRefused, match="nothing to undo"):
        folder.undo()
    assert names(folder) == ["Dee", "Ed"]
