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
    with pytest.raises(RequestRefused, match="can no longer be undone: a part of history/ of the caseload"):
        folder.undo()
    assert names(folder) == ["Dee", "Ed"]


def test_redo_brings_back_what_was_undone_and_undo_takes_it_again(folder, save, names):
    save(folder, "Dee")
    save(folder, "Ed")
    before = dict(folder.caseload.documents("clients")[2])
    folder.undo()
    undo, label = folder.redo()
    assert (label, undo.label) == ("person, Ed", "undo of person, Ed")
    assert folder.caseload.documents("clients")[2] == before
    assert folder.undo().label == "person, Ed"
    assert names(folder) == ["Dee"]


def test_redo_goes_back_step_by_step_across_starts_and_folds(folder, open_folder, save, names):
    for name in ("Dee", "Ed", "Jo"):
        save(folder, name)
        folder.compact(force=True)
    for _ in range(3):
        with open_folder() as again:
            again.undo()
            again.compact(force=True)
    for expected in (["Dee"], ["Dee", "Ed"], ["Dee", "Ed", "Jo"]):
        with open_folder() as again:
            again.redo()
            again.compact(force=True)
            assert names(again) == expected
    again = open_folder()
    assert again.next_redo() is None
    with pytest.raises(RequestRefused, match="nothing to bring back"):
        again.redo()
    assert [again.undo().label for _ in range(3)] == ["person, Jo", "person, Ed", "person, Dee"]


def test_redo_refuses_in_words_when_the_record_changed_after_the_undo(folder, save):
    id = save(folder, "Dee")
    with folder.act("person, Dee changed") as act:
        act.update("clients", id, {"name": "Deena"})
    folder.undo()
    with folder.act("person, Dee changed again") as act:
        act.update("clients", id, {"name": "D"})
    with pytest.raises(RequestRefused, match=r"“person, Dee changed” cannot be brought back: number 1"):
        folder.redo()
    assert folder.caseload.documents("clients")[id]["name"] == "D"


def test_a_note_about_somebody_taken_out_is_not_brought_back(folder, save):
    id = save(folder, "Dee")
    with folder.act("note, Dee") as act:
        act.insert("contacts", {"client_ids": [id]})
    folder.undo()
    with folder.act("person, Dee removed") as act:
        act.remove("clients", id)
    with pytest.raises(RequestRefused, match="taken out meanwhile"):
        folder.redo()
    assert not folder.caseload.documents("contacts")


def test_only_the_undo_that_was_shown_is_taken_back(folder, save, names):
    save(folder, "Dee")
    save(folder, "Ed")
    folder.undo()
    shown = folder.next_redo()[0].number
    folder.undo()
    with pytest.raises(RequestRefused, match="Something else was undone"):
        folder.redo(expected=shown)
    assert names(folder) == []


def test_history_tells_an_undo_that_was_taken_back(folder, save):
    save(folder, "Dee")
    folder.undo()
    folder.redo()
    told = [(act.label, act.undone, act.is_undo, act.is_redo) for act in folder.history()]
    assert told == [
        ("redo of person, Dee", False, False, True),
        ("undo of person, Dee", True, True, False),
        ("person, Dee", False, False, False),
    ]
