"""A check-in while something changes elsewhere: no word is lost, or comes under another question or name."""

from datetime import date
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from mentor_tui.check_in_gone_on import check_in_gone_on
from mentor_tui.check_in_page import new_page, page_again, page_of, page_with
from mentor_tui.gone_on import gone_on_with
from mentor_tui.screens.check_in import CheckInScreen
from store.check_ins import NEXT
from store.drafts import Draft
from store.errors import RequestRefused
from store.merging import merge, refile
from store.records import Answer, CheckIn, Client, OwnQuestion, Promise

HOPE, HOPE_TOO, MEET = "hope-with-a", "hope-with-b", "meet-with-a"
RANG, ANGRY = "Whom did you ring?", "Are you angry with me?"


@pytest.fixture
def dee(books):
    return books.caseload.find_person("dee")


@pytest.fixture
def before(books, dee):
    said = (
        Answer(question_id=HOPE, asked="What feels lighter?", words="mornings"),
        Answer(question_id=HOPE_TOO, asked="What first?", words="bread"),
    )
    record = CheckIn(client_id=dee.id, on=date(2026, 11, 9), answers=said, next="a door")
    return books.caseload.add(record).records[0]


@pytest.fixture
def own(books):
    return books.notebook.add(OwnQuestion(theme="hope", words=RANG, moment="with")).records[0]


def typed(books, dee, **words):
    page = new_page(books.caseload, books.notebook, dee)
    page.words = {id.replace("_", "-"): said for id, said in words.items()}
    return page_again(books.caseload, books.notebook, page, ())


def from_draft(books, dee, kept):
    return page_with(books.caseload, books.notebook, new_page(books.caseload, books.notebook, dee), kept)


def reworded(books, own):
    books.notebook.change(own, replace(own, words=ANGRY))


def removed(books, own):
    books.notebook.remove(own)


def never_asked(books, own):
    books.notebook.choose(f"own-{own.id}", "never")


def of_another_moment(books, own):
    books.notebook.change(own, replace(own, moment="after"))


@pytest.mark.parametrize("meanwhile", [reworded, removed, never_asked, of_another_moment])
def test_what_was_typed_stays_under_its_question_whatever_becomes_of_that(books, dee, own, meanwhile):
    page = typed(books, dee, own_1="my sister")
    draft = page.to_keep
    meanwhile(books, own)
    held = page_again(books.caseload, books.notebook, page, ())
    for one in (held, from_draft(books, dee, draft)):
        assert [(said.asked, said.words) for said in one.made().answers] == [(RANG, "my sister")]
        assert one.lines[-1].id == NEXT and [line.id for line in one.lines].count("own-1") == 1
    empty = new_page(books.caseload, books.notebook, dee)
    assert RANG not in [line.asked for line in empty.lines]  # it is asked of nobody else any more


def test_a_question_that_is_being_typed_to_stays_before_its_first_letter(books, dee, own):
    page = new_page(books.caseload, books.notebook, dee)
    removed(books, own)
    assert "own-1" in [line.id for line in page_again(books.caseload, books.notebook, page, {"own-1"}).lines]


def test_words_of_a_draft_that_does_not_know_its_question_are_not_lost(books, dee):
    page = from_draft(books, dee, {"gone-by-now": "my words"})
    assert [(said.question_id, said.words) for said in page.made().answers] == [("gone-by-now", "my words")]


def test_a_correction_keeps_what_was_changed_alone_over_the_record_as_it_is_now(books, dee, before):
    caseload, notebook = books.caseload, books.notebook
    page = page_of(caseload, notebook, dee, before)
    assert page.to_keep == {}
    page.words[HOPE_TOO] = "bread, warm"
    draft = page.to_keep
    elsewhere = (replace(before.answers[0], words="nights"), before.answers[1])
    elsewhere += (Answer(question_id=MEET, asked="What matters?", words="rent"),)
    caseload.change(before, replace(before, answers=elsewhere, next="a key", on=date(2026, 11, 10)))
    now = caseload.get(CheckIn, before.id)
    later = page_with(caseload, notebook, page_of(caseload, notebook, dee, now), draft)
    for one in (page_again(caseload, notebook, page, ()), later):
        made = one.made()
        assert {said.question_id: said.words for said in made.answers} == {
            HOPE: "nights",
            HOPE_TOO: "bread, warm",
            MEET: "rent",
        }
        assert (made.next, made.on) == ("a key", date(2026, 11, 10))


def test_the_dead_are_asked_nothing_and_what_was_said_can_still_be_kept(books, dee):
    page = typed(books, dee, hope_with_a="mornings")
    books.caseload.set_status(dee, "died")
    held = page_again(books.caseload, books.notebook, page, ())
    assert [line.id for line in held.lines] == [HOPE]
    gone = books.caseload.get(Client, dee.id)
    assert new_page(books.caseload, books.notebook, gone).lines == ()


def kept_draft(books, dee, number=0, **words):
    page = typed(books, dee, **(words or {"hope_with_a": "Marcus drove me! call 15m"}))
    return books.folder.drafts().keep(Draft("check-in", dee.id, page.to_keep, number))


def gone_on(books, draft):
    screen = check_in_gone_on(SimpleNamespace(caseload=books.caseload), draft)
    assert isinstance(screen, CheckInScreen)
    (waiting,) = books.folder.drafts().all()
    return waiting.client_id, waiting.record_id


def test_a_draft_goes_with_the_person_it_was_typed_for_and_with_nobody_else(books, dee):
    draft = kept_draft(books, dee)
    marcus = books.caseload.find_person("marcus")
    merge(books.caseload, marcus, dee)
    assert gone_on(books, draft) == (marcus.id, 0)
    (draft,) = books.folder.drafts().all()
    books.caseload.remove(books.caseload.get(Client, marcus.id))
    with pytest.raises(RequestRefused, match="not in the record any more; u may bring them back"):
        check_in_gone_on(SimpleNamespace(caseload=books.caseload), draft)
    assert books.folder.drafts().all() == (draft,)


def test_a_correction_goes_where_its_check_in_is_filed_and_is_a_new_one_once_that_is_gone(books, dee, before):
    draft, marcus = kept_draft(books, dee, before.id), books.caseload.find_person("marcus")
    refile(books.caseload, (before,), dee, marcus)
    assert gone_on(books, draft) == (marcus.id, before.id)
    (draft,) = books.folder.drafts().all()
    books.caseload.remove(books.caseload.get(CheckIn, before.id))
    assert gone_on(books, draft) == (marcus.id, 0)


def test_words_for_a_record_that_is_gone_become_a_note_about_the_same_person(books, dee):
    def whose(draft):
        return gone_on_with(SimpleNamespace(caseload=books.caseload), draft)._blank.client_id

    draft = Draft("Goal", dee.id, {"words": "Marcus drove me! call 15m"}, 99)
    assert whose(draft) == dee.id
    books.caseload.remove(dee)
    assert whose(draft) is None


async def test_words_that_moved_to_somebody_are_typed_on_beside_those_begun_with_them(open_page, books, dee):
    marcus = books.caseload.find_person("marcus")
    kept_draft(books, marcus, hope_with_b="his own")
    kept_draft(books, dee, hope_with_a="hers")
    merge(books.caseload, marcus, dee)
    async with open_page(books) as page:
        page.app.open_dialog("put-aside")
        await page.press("enter")
        assert "hers" in page.text and "his own" not in page.text and "Marcus" in page.lines[0]
        page.app.screen.list.highlight(HOPE)
        await page.press("enter", *"!", "ctrl+s")
        (kept,) = books.caseload.of(CheckIn, marcus.id)
        assert [one.words for one in kept.answers] == ["hers!"]
        assert [draft.words for draft in books.folder.drafts().all()] == ["his own"]


async def test_letters_stay_words_when_the_person_is_taken_out_under_them(open_page, books, dee):
    async with open_page(books, size=(100, 30)) as page:
        page.app.open_dialog("check-in", dee.id, at=HOPE)
        await page.press("enter", *"my w")
        books.caseload.remove(dee)
        page.app.read_again()
        await page.press(*"ord d1")
        assert "was taken out meanwhile" in page.lines[0] and "my word d1" in page.text
        await page.press("ctrl+s")
        assert "Dee was taken out meanwhile; your words are kept." in page.text
        await page.press("escape", "o")
        assert isinstance(page.app.screen, CheckInScreen) and "That was taken out meanwhile" in page.text
        books.caseload.undo()
        page.app.read_again()
        await page.press("ctrl+s")
        assert [one.answers[0].words for one in books.caseload.of(CheckIn, dee.id)] == ["my word d1"]


async def test_a_correction_without_any_word_left_is_refused_and_of_one_that_is_gone_it_says_so(
    open_page, books, dee, before
):
    one_word = replace(before, answers=(replace(before.answers[0], words="x"),), next="")
    books.caseload.change(before, one_word)
    async with open_page(books) as page:
        page.app.open_dialog("check-in", dee.id, before.id, at=HOPE)
        await page.press("enter", "backspace", "ctrl+s")
        assert "Nothing is written in it yet" in page.text
        assert books.caseload.get(CheckIn, before.id).answers == one_word.answers
        books.caseload.remove(before)
        page.app.read_again()
        await page.pilot.pause()
        assert isinstance(page.app.screen, CheckInScreen) and "was taken out meanwhile" in page.lines[0]


async def test_a_promise_begun_before_it_is_kept_is_part_of_its_talk(open_page, books, dee):
    async with open_page(books) as page:
        page.app.open_dialog("check-in", dee.id, at=HOPE)
        await page.press("enter", *"boots", "escape", "i", "ctrl+s", "ctrl+s")
        (kept,) = books.caseload.of(CheckIn, dee.id)
        assert books.caseload.of(Promise, dee.id)[-1].contact_id == kept.contact_id is not None
        assert "you said  boots" in page.text
        books.caseload.undo()
        assert books.caseload.of(Promise, dee.id)[-1].contact_id is None
