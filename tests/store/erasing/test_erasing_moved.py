"""A record is whose it was last: what was filed with somebody else first leaves in every version."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from store.backup import create, listing
from store.backup_proof import verify
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.erasing import Wish, erase, taken_out
from store.errors import NotFound
from store.folder import DataFolder
from store.merging import merge, refile
from store.notebook import Notebook
from store.records import (
    Appointment,
    Client,
    Consent,
    Contact,
    EndConversation,
    Goal,
    Promise,
    Referral,
    Reflection,
    Repeat,
)
from tests.store.erasing.planted import NAME, Tokens, found_in

DAY = date(2026, 12, 2)
OF_ONE = (Promise, Goal, Referral, Consent, EndConversation, Appointment)


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture
def path(tmp_path, clock):
    DataFolder.create(tmp_path / "data", clock).close()
    return tmp_path / "data"


@pytest.fixture
def book(path, clock):
    with DataFolder.open(path, clock) as folder:
        yield Caseload(folder, clock)


def add(book, *names):
    return [book.add(Client(name=name)).records[0] for name in names]


def proved(book):
    book.folder.compact(force=True)
    verify(create(book.folder, book.clock).path, book.clock)


def erased(book, path, *people):
    """Erase them; the book opened again."""
    book.folder.close()
    erase(path, book.clock, Wish(tuple(people)))
    return Caseload(DataFolder.open(path, book.clock), book.clock)


def undone(book):
    """Everything undo reaches, newest first."""
    with book.folder as folder:
        return [folder.undo().label for _ in range(99) if folder.next_undo()]


def note_of(book, person, tokens):
    """A note with a plan and a promise made of it, each changed once, and one taken out again."""
    typed = tokens()
    note = book.add(
        Contact(client_ids=(person.id,), on=DAY, mode="phone", words=tokens(), as_typed=f"x {typed}")
    ).records[0]
    made = [
        book.add(kind(client_id=person.id, contact_id=note.id, **{field: tokens()})).records[0]
        for kind, field in ((Promise, "words"), (Promise, "words"))
    ]
    book.remove(made[0])
    book.change(note, replace(note, words=tokens()))
    return book.get(Contact, note.id)


def test_a_note_filed_with_somebody_else_first_goes_with_its_earlier_words_and_all_that_was_made_of_it(
    book, path
):
    tokens = Tokens()
    mia, bob = add(book, "Mia", "Bob")
    proved(book)
    note = note_of(book, mia, tokens)
    book.add(Contact(client_ids=(bob.id,), on=DAY, mode="phone", words="of bob"))
    proved(book)
    (who,) = add(book, NAME)
    proved(book)
    refile(book, (note,), mia, who)
    proved(book)
    book.undo()
    proved(book)
    book.folder.redo()
    note = book.get(Contact, note.id)
    book.change(note, replace(note, words=tokens()))
    book.add(Contact(client_ids=(mia.id,), on=DAY, mode="phone", words="of mia"))
    assert len(found_in(path)) > 20
    again = erased(book, path, who.id)
    assert found_in(path) == [] and len(listing(path)) == 5
    assert [found.words for found in again.all(Contact)] == ["of bob", "of mia"]
    assert undone(again) == ["note, Mia", "note, Bob", "person, Bob", "person, Mia"]


def test_every_kind_that_was_put_right_leaves_no_earlier_version_and_an_older_backup_none_either(book, path):
    tokens = Tokens()
    (mia,) = add(book, "Mia")
    given = {Appointment: {"on": DAY}}
    records = [
        book.add(tokens.fill(kind, client_id=mia.id, **given.get(kind, {}))).records[0] for kind in OF_ONE
    ]
    proved(book)
    (who,) = add(book, NAME)
    refile(book, [book.get(type(each), each.id) for each in records], mia, who)
    proved(book)
    again = erased(book, path, who.id)
    assert found_in(path) == []
    assert undone(again) == ["person, Mia"]


def test_a_plan_that_comes_back_goes_with_the_days_that_were_taken_out_before(book, path):
    tokens = Tokens()
    mia, who = add(book, "Mia", NAME)
    rule = Repeat(rule="FREQ=WEEKLY", begins=DAY)
    weekly = Appointment(client_id=mia.id, on=DAY, at=time(9), repeats=rule, series="ab" * 16)
    plan = book.add(replace(weekly, what=tokens())).records[0]
    single = book.add(replace(plan, id=0, uid="", repeats=None, what=tokens())).records[0]
    book.remove(single)
    refile(book, (book.get(Appointment, plan.id),), mia, who)
    erased(book, path, who.id).folder.close()
    assert found_in(path) == []


def test_two_people_who_were_one_for_a_while_do_not_keep_each_others_words(book, path):
    tokens = Tokens()
    (mia,) = add(book, "Mia")
    who = book.add(tokens.fill(Client, name=NAME)).records[0]
    book.add(Promise(client_id=who.id, words=tokens()))
    merge(book, mia, who)
    proved(book)
    with pytest.raises(NotFound):
        erase_now(book, who.id)
    assert taken_out(book.folder) == {}
    book.undo()
    proved(book)
    again = erased(book, path, who.id)
    assert [client.name for client in again.people()] == ["Mia"]
    again.folder.close()
    left = found_in(path)
    assert not [each for each in left if "backup" not in each]


def erase_now(book, *people):
    from store.erasing import look

    return look(book.folder, Wish(people))


def test_a_note_that_became_somebody_elses_stays_with_them_and_undo_reaches_what_is_older(book, path):
    who, mia, bob = add(book, NAME, "Mia", "Bob")
    book.add(Contact(client_ids=(bob.id,), on=DAY, mode="phone", words="of bob"))
    note = book.add(Contact(client_ids=(who.id,), on=DAY, mode="phone", words="tk001qz wrong")).records[0]
    book.add(Promise(client_id=mia.id, words="mia's own", contact_id=note.id))
    refile(book, (note,), who, mia)
    note = book.get(Contact, note.id)
    book.change(note, replace(note, words="of mia"))
    promised = book.add(Promise(client_id=mia.id, words="later")).records[0]
    book.remove(promised)
    again = erased(book, path, who.id)
    assert [found.words for found in again.all(Contact)] == ["of bob", "of mia"]
    assert undone(again) == [
        *("promise removed, Mia", "promise, Mia", "promise, Mia", "note, Bob", "person, Bob"),
    ]
    assert found_in(path) == []


def test_pages_that_came_to_name_them_go_with_the_words_they_had_before(book, path):
    who, _ = add(book, NAME, "Mia")
    notebook = Notebook(book.folder, book.clock)
    page = notebook.add(Reflection(on=DAY, words="tk001qz heavy")).records[0]
    proved(book)
    notebook.change(page, replace(page, words="tk001qz heavy, with Zebulon"))
    erased(book, path, who.id).folder.close()
    assert found_in(path) == []


def test_a_line_and_a_draft_that_became_a_note_of_theirs_go_out_of_older_backups(book, path):
    (mia,) = add(book, "Mia")
    line, draft = "she called tk001qz about the boots again", "tk002qz waits for a letter from them"
    book.folder.inbox().put(line)
    book.folder.inbox().put("zebulon tk003qz")
    book.folder.drafts().keep(Draft("note", mia.id, {"text": draft}))
    proved(book)
    book.folder.drafts().drop(book.folder.drafts().of("note", mia.id))
    (who,) = add(book, NAME)
    book.add(Contact(client_ids=(who.id,), on=DAY, words="boots", as_typed=line))
    book.add(Contact(client_ids=(who.id,), on=DAY, words=f"{draft}, and more"))
    erased(book, path, who.id).folder.close()
    assert found_in(path) == []


def test_a_record_that_stays_points_at_no_note_that_is_gone(book, path):
    gone, mia = add(book, NAME, "Mia")
    (note,) = book.add(Contact(client_ids=(gone.id,), on=DAY, words="boots for both")).records
    (promise,) = book.add(Promise(client_id=mia.id, words="boots", contact_id=note.id)).records
    plan = Appointment(client_id=mia.id, on=DAY, what="boots", contact_id=note.id, closed_by=note.id)
    (plan,) = book.add(plan).records
    book = erased(book, path, gone.id)
    promise, plan = book.get(Promise, promise.id), book.get(Appointment, plan.id)
    assert (promise.words, promise.contact_id) == ("boots", None)
    assert (plan.what, plan.contact_id, plan.closed_by) == ("boots", None, None)
    book.folder.close()
