"""Where erasing could take too much or too little: namesakes, numbers given again, people made one."""

import shutil
from datetime import date

import pytest

from store.backup import create, listing
from store.backup_proof import verify
from store.backup_restore import restore_here
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.erasing import Wish, erase, look, taken_out
from store.erasing.called import Called
from store.errors import NotFound, StoreBusy, StoreDamaged
from store.folder import DataFolder
from store.in_use import present
from store.notebook import Notebook
from store.records import Answer, Appointment, CheckIn, Client, Contact, Reflection
from store.rekeying import relock
from tests.store.erasing.planted import opened

DAY = date(2026, 11, 2)


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def path(tmp_path, clock):
    DataFolder.create(tmp_path / "data", clock).close()
    return tmp_path / "data"


@pytest.fixture
def within(path, clock):
    """Do something with both books, and close them."""

    def doing(do):
        with DataFolder.open(path, clock) as folder:
            return do(Caseload(folder, clock), Notebook(folder, clock))

    return doing


def add(caseload, *names):
    return [caseload.add(Client(name=name)).records[0].id for name in names]


def stands(path, words):
    return any(
        words in text for file in path.rglob("*") if file.is_file() for text in opened(file.read_bytes(), [])
    )


def test_a_number_that_was_given_again_after_a_restore_takes_nobody_else_out_of_a_backup(path, within, clock):
    def first(caseload, _):
        verify(create(caseload.folder, clock).path, clock)
        add(caseload, "Amaranth")
        verify(create(caseload.folder, clock).path, clock)

    within(first)
    newest, oldest = listing(path)
    restore_here(oldest.path, path, clock)
    (other,) = within(lambda caseload, _: add(caseload, "Bellwether"))
    erased = erase(path, clock, Wish((other,)))
    assert not stands(path, b"Bellwether") and stands(path / "backups", b"Amaranth")
    assert newest.name in erased.archives.without_them
    with DataFolder.open(path, clock) as folder:
        assert look_at_nobody(folder) == []


def look_at_nobody(folder):
    return [dict(found) for found in folder.caseload.documents("clients").values()]


def test_who_was_taken_out_and_shared_a_note_is_somebody_else(path, within, clock):
    def both(caseload, _):
        one, other = add(caseload, "Quill", "Rook")
        caseload.add(Contact(client_ids=(one, other), on=DAY, words="both"))
        caseload.add(Appointment(client_id=other, on=DAY, what="rooks own plan"))
        caseload.remove(caseload.get(Client, other))
        return one

    erase(path, clock, Wish((within(both),)))
    assert stands(path / "history", b"rooks own plan") and not stands(path, b"Quill")


def test_who_was_taken_out_before_can_still_be_erased_for_good(path, within, clock):
    def out(caseload, _):
        (one,) = add(caseload, "Quill")
        caseload.remove(caseload.get(Client, one))
        return one

    one = within(out)
    with DataFolder.open(path, clock) as folder:
        assert taken_out(folder) == {one: "Quill"}
    erase(path, clock, Wish((one,)))
    assert not stands(path, b"Quill")


def test_who_was_made_one_with_them_goes_too(path, within, clock):
    def merged(caseload, _):
        one, other = add(caseload, "Quill", "Rook")
        plan = caseload.add(Appointment(client_id=other, on=DAY, what="rooks own plan")).records[0].id
        with caseload.folder.act("two made one") as act:
            act.update("appointments", plan, {"client_id": one})
            act.remove("clients", other)
        return one

    erase(path, clock, Wish((within(merged),)))
    assert not stands(path, b"Rook") and not stands(path, b"rooks own plan")


def test_who_was_made_one_with_them_is_found_where_nothing_but_a_name_was_written(path, within, clock):
    from store.merging import merge

    one, other = within(lambda caseload, _: add(caseload, "Quill", "Rook"))
    within(lambda caseload, _: create(caseload.folder, clock))
    within(lambda caseload, _: merge(caseload, caseload.get(Client, one), caseload.get(Client, other)))
    erase(path, clock, Wish((one,)))
    assert not stands(path, b"Rook") and not stands(path, b"Quill")


def test_who_was_made_one_with_them_and_is_two_again_stays(path, within, clock):
    from store.merging import merge

    one, other = within(lambda caseload, _: add(caseload, "Quill", "Rook"))
    within(lambda caseload, _: merge(caseload, caseload.get(Client, one), caseload.get(Client, other)))
    within(lambda caseload, _: caseload.undo())
    erase(path, clock, Wish((one,)))
    assert within(lambda caseload, _: [client.name for client in caseload.people()]) == ["Rook"]
    assert not stands(path, b"Quill")


def test_a_note_that_was_filed_wrongly_first_stays_with_whom_it_is_about(path, within, clock):
    def filed(caseload, _):
        one, other = add(caseload, "Quill", "Rook")
        typed = Contact(client_ids=(one,), on=DAY, words="of rook", as_typed="quill of rook")
        note = caseload.add(typed).records[0]
        with caseload.folder.act("filed anew") as act:
            act.update("contacts", note.id, {"client_ids": [other]})
        return one

    erase(path, clock, Wish((within(filed),)))
    found = within(lambda caseload, _: caseload.all(Contact))
    assert [(note.words, note.as_typed) for note in found] == [("of rook", "")]


def test_words_begun_with_somebody_else_stay_though_both_were_asked_the_same(path, within, clock):
    asked, begun = "What feels a little lighter than before?", "mornings, mostly, since the move"

    def checked_in(caseload, _):
        one, other = add(caseload, "Quill", "Rook")
        said = Answer(question_id="hope-with-a", asked=asked, words="PLANTED: my sister's kitchen")
        caseload.add(CheckIn(client_id=one, on=DAY, answers=(said,)))
        parts = [{"id": "hope-with-a", "asked": asked, "theirs": ""}]
        draft = Draft("check-in", other, {"hope-with-a": begun, "as-asked": parts})
        caseload.folder.drafts().keep(draft)
        return one

    erase(path, clock, Wish((within(checked_in),)))
    (draft,) = within(lambda caseload, _: caseload.folder.drafts().all())
    assert draft.answers["hope-with-a"] == begun and not stands(path, b"PLANTED")


def test_with_people_whose_names_were_never_kept_only_the_count_stays(path, within, clock):
    def met(caseload, _):
        (one,) = add(caseload, "Quill")
        caseload.add(
            Contact(client_ids=(one,), unnamed=3, on=DAY, mode="in-person", minutes=40, words="her words")
        )
        return one

    erase(path, clock, Wish((within(met),)))
    (left,) = within(lambda caseload, _: caseload.all(Contact))
    assert (left.client_ids, left.unnamed, left.minutes, left.words) == ((), 3, 40, "")
    assert not stands(path, b"her words")


def test_pages_and_words_of_others_are_hers_to_decide(path, within, clock):
    def wrote(caseload, notebook):
        one, other = add(caseload, "Quill", "Rook")
        caseload.add(Contact(client_ids=(one, other), on=DAY, words="Quill and Rook ate"))
        caseload.add(Contact(client_ids=(other,), on=DAY, words="asked after Quill's boots"))
        notebook.add(Reflection(on=DAY, words="Quill again", alias="Quill"))
        return one

    one = within(wrote)
    with DataFolder.open(path, clock) as folder:
        preview = look(folder, Wish((one,)))
    assert [said.words for said in (*preview.shared, *preview.said)] == [
        "Quill and Rook ate",
        "asked after Quill's boots",
    ]
    erase(path, clock, Wish((one,), keep_pages=True, blank_shared=True))
    pages = within(lambda _, notebook: notebook.reflections())
    assert [(page.words, page.alias) for page in pages] == [("Quill again", "")]
    notes = within(lambda caseload, _: caseload.all(Contact))
    assert [note.words for note in notes] == ["", "asked after Quill's boots"]


def test_what_cannot_be_opened_is_named_or_removed_unread_if_she_says_so(path, within, clock, tmp_path):
    def backed_up(caseload, _):
        (one,) = add(caseload, "Quill")
        create(caseload.folder, clock)
        return one

    one, stick = within(backed_up), tmp_path / "stick"
    stick.mkdir()
    shutil.copy(listing(path)[0].path, stick)
    (stick / "holiday.tar").write_bytes(b"hers")
    (path / "backups" / "backup-torn.tar").write_bytes(listing(path)[0].path.read_bytes()[:3000])
    (path / "caseload.sync-conflict.json").write_bytes(b'{"clients": "Quill"}')
    aside = shutil.copytree(path, tmp_path / "data.before-restore-2026-11-20-120000")
    again = shutil.copytree(path, tmp_path / "again")
    erased = erase(again, clock, Wish((one,)), copies=stick)
    assert [each.place for each in erased.unreached] == [
        "caseload.sync-conflict.json",
        "backups/backup-torn.tar",
        str(next(stick.glob("backup-*"))),
    ]
    erased = erase(path, clock, Wish((one,), remove_unreadable=True), copies=stick)
    assert not stands(path, b"Quill") and not aside.exists() and erased.unreached == []
    assert [at.name for at in stick.iterdir()] == ["holiday.tar"]
    assert len(erased.removed) == 4


def test_a_backup_that_opens_with_earlier_keys_is_named_beforehand_and_left(tmp_path, clock, own_lock):
    path, keys = tmp_path / "data", own_lock.lock.keys
    with DataFolder.create(path, clock, own_lock.lock) as folder:
        (one,) = add(Caseload(folder, clock), "Quill")
        made = create(folder, clock)
    relock(path, clock, keys, None, "", "decrypt")
    with DataFolder.open(path, clock) as folder:
        (before,) = look(folder, Wish((one,))).unreached
    (left,) = erase(path, clock, Wish((one,))).unreached
    assert before == left and left.why == "opens with other keys than these"
    assert (path / "backups" / made.name).stat().st_size == made.size


def test_a_program_that_has_it_open_and_a_damaged_history_stop_it_before_anything_is_changed(
    path, within, clock
):
    (one,) = within(lambda caseload, _: add(caseload, "Quill"))
    presence = present(path)
    with pytest.raises(StoreBusy, match="Close it there"):
        erase(path, clock, Wish((one,)))
    presence.close()
    journal = next((path / "history").glob("caseload-*"))
    journal.write_bytes(journal.read_bytes().replace(b"Quill", b"Quoll"))
    with pytest.raises(StoreDamaged, match="damaged"):
        erase(path, clock, Wish((one,)))
    assert within(lambda caseload, _: [client.name for client in caseload.people()]) == ["Quill"]


def test_a_program_that_has_been_waiting_writes_nothing_about_them_and_sees_who_is_left(path, clock):
    with DataFolder.open(path, clock) as waiting:
        there = Caseload(waiting, clock)
        one, other = add(there, "Quill", "Rook")
        erase(path, clock, Wish((one,)))
        with pytest.raises(NotFound, match="taken out"):
            there.add(Contact(client_ids=(one,), on=DAY, words="Quill"))
        assert [client.name for client in there.people()] == ["Rook"]
        there.add(Contact(client_ids=(other,), on=DAY, words="of Rook"))
    assert not stands(path, b"Quill") and stands(path, b"of Rook")


@pytest.mark.parametrize(
    ("names", "text", "are"),
    [
        (["Renée Roy"], "RENEE ROY was there", True),
        (["Renée Roy"], "Renée's letter", True),
        (["Renée Roy"], "reneeroy", False),
        (["Renée Roy"], "met renee at noon", True),
        (["Jo Smith"], "Jo", False),
        (["Hope Smith"], "i hope so", False),
        (["Hope"], "I hope so", False),
        (["Hope"], "Hope said so", True),
        (["D"], "she'd go", False),
        (["D"], "saw D today", True),
        (["Mia"], "the Miami bus", False),
        (["Sam"], "Sam", False),
        (["㏂"], "with ㏂ today", True),
    ],
)
def test_a_name_is_read_word_by_word_and_never_where_somebody_else_has_it(names, text, are):
    assert Called(names, ["Sam", "Jo Roy"]).are_in(text) is are
