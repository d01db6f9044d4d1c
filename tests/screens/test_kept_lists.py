from datetime import date

import pytest
from textual import events

from mentor_tui.screens.note_line import NoteLineScreen
from mentor_tui.screens.record_form import RecordForm
from store.clock import FixedClock, moment_from
from store.drafts import Draft, Drafts
from store.inbox import Inbox
from store.records import Appointment, Reflection


@pytest.fixture
def drafts(books, clock):
    return Drafts(books.folder.path, clock)


@pytest.fixture
def inbox(books, clock):
    return Inbox(books.folder.path, clock)


def person(books, name):
    return books.caseload.find_person(name)


def newest(books, name):
    return next(books.caseload.contacts_with(person(books, name).id))


async def opened(page, name):
    page.app.open_dialog(name)
    await page.pilot.pause()


async def test_the_inbox_reads_as_a_list_of_days_and_lines(open_page, books, inbox, snapshot):
    inbox.put("xavier was there")
    inbox.put("de call 15m boots")
    async with open_page(books) as page:
        await opened(page, "inbox")
        assert page.text == snapshot


async def test_a_line_is_filed_with_the_person_chosen(open_page, books, inbox):
    inbox.put("xavier was there")
    async with open_page(books) as page:
        await opened(page, "inbox")
        await page.press("enter")  # the note line opens with it
        await page.press("enter", "down", "enter")  # it asks; someone else
        await page.press("enter")  # the first of everyone
        await page.press("enter")
    first = books.caseload.people()[0]
    assert newest(books, first.name).words == "xavier was there"
    assert inbox.items() == ()


async def test_a_line_about_a_stranger_is_filed_with_a_new_person(open_page, books, inbox):
    inbox.put("xavier call 15m boots")
    async with open_page(books) as page:
        await opened(page, "inbox")
        await page.press("enter")
        await page.press("enter", "enter", "enter")  # it asks; add Xavier; save
    assert newest(books, "xavier").words == "boots"
    assert inbox.items() == ()


async def test_a_line_filed_later_keeps_the_day_it_was_typed(open_page, books):
    friday = FixedClock(moment_from("2026-11-20T09:30", "America/Vancouver"))
    Inbox(books.folder.path, friday).put("dee 15c boots > tomorrow clinic")
    async with open_page(books) as page:
        await opened(page, "inbox")
        await page.press("enter")
        await page.press("enter")
    assert newest(books, "dee").on == date(2026, 11, 20)
    plans = [plan.on for plan in books.caseload.of(Appointment, person(books, "dee").id)]
    assert date(2026, 11, 21) in plans


async def test_a_changed_line_stays_in_the_inbox_until_it_is_filed(open_page, books, inbox):
    inbox.put("xavier was there")
    async with open_page(books) as page:
        await opened(page, "inbox")
        await page.press("enter")
        page.app.post_message(events.Paste(" too"))
        await page.pilot.pause()
        await page.press("escape")
    assert [item.text for item in inbox.items()] == ["xavier was there too"]


async def test_throwing_a_line_away_asks_first(open_page, books, inbox):
    inbox.put("xavier was there")
    async with open_page(books) as page:
        await opened(page, "inbox")
        await page.press("x")
        assert "This cannot be undone" in page.text
        await page.press("escape")
        assert len(inbox) == 1
        await page.press("x", "enter")
    assert len(inbox) == 0


async def test_a_draft_opens_under_the_person_it_was_typed_for(open_page, books, drafts):
    drafts.put_aside(Draft("note", person(books, "sam").id, {"text": "15c her new shoes"}))
    async with open_page(books) as page:
        await opened(page, "put-aside")
        assert "Sam" in page.text
        await page.press("enter")
        assert isinstance(page.app.screen, NoteLineScreen)
        assert "note, Sam" in page.text
        await page.press("enter")
    assert newest(books, "sam").words == "her new shoes"
    assert drafts.all() == ()


async def test_a_draft_of_a_form_opens_in_its_form(open_page, books, drafts):
    drafts.put_aside(Draft("Promise", person(books, "sam").id, {"words": "a warm coat"}))
    async with open_page(books) as page:
        await opened(page, "put-aside")
        await page.press("enter")
        await page.pilot.pause()
        assert isinstance(page.app.screen, RecordForm)
        await page.press("ctrl+s")
    assert "a warm coat" in [one.words for one in books.caseload.promises_of(person(books, "sam").id)]
    assert drafts.all() == ()


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("note", {"text": "15c her new shoes"}),
        ("Promise", {"words": "her new shoes"}),
        ("Client", {"name": "", "channels": [{"value": "her new shoes"}]}),
    ],
)
async def test_words_about_someone_taken_out_are_a_note_about_nobody(open_page, books, drafts, kind, answers):
    sam = person(books, "sam")
    drafts.put_aside(Draft(kind, sam.id, answers))
    books.caseload.remove(sam)
    async with open_page(books) as page:
        await opened(page, "put-aside")
        assert "no longer here" in page.text
        await page.press("enter")
        assert isinstance(page.app.screen, NoteLineScreen)
        assert "her new shoes" in page.app.screen.line.text
        await page.press("escape")
        assert [draft.client_id for draft in drafts.all()] == [sam.id]
        await page.press("enter")
        page.app.screen.line.text = "dee 15c her new shoes"
        await page.press("enter")
    assert next(books.caseload.contacts_with(person(books, "dee").id)).words == "her new shoes"
    assert drafts.all() == ()


async def test_a_correction_of_a_page_taken_out_is_a_page_again(open_page, books, drafts):
    page_out = books.notebook.add(Reflection(on=books.caseload.clock.now().day, words="slow")).records[0]
    drafts.keep(Draft("reflection", None, {"words": "slow today"}, page_out.id))
    books.notebook.remove(page_out, "reflection removed")
    async with open_page(books) as page:
        await opened(page, "put-aside")
        await page.press("enter")
        assert "slow today" in page.text
    assert [(draft.kind, draft.record_id) for draft in drafts.all()] == [("reflection", 0)]


async def test_a_draft_can_be_thrown_away(open_page, books, drafts):
    drafts.put_aside(Draft("note", person(books, "sam").id, {"text": "15c her new shoes"}))
    async with open_page(books) as page:
        await opened(page, "put-aside")
        await page.press("x", "enter")
    assert drafts.all() == ()


async def test_the_page_beneath_counts_again_once_a_line_is_gone(open_page, books, inbox):
    inbox.put("xavier was there")
    inbox.put("de call 15m boots")
    async with open_page(books) as page:
        await opened(page, "inbox")
        assert "2 notes in the inbox" in page.lines[0]
        await page.press("x", "enter")
        assert "1 note in the inbox" in page.lines[0]
