from datetime import date, time

import pytest
from textual import events

from mentor_tui.screens import proposing
from mentor_tui.screens.note_line import NoteLineScreen
from store.drafts import Drafts
from store.records import Appointment, Contact, Promise


@pytest.fixture
def unhurried(monkeypatch):
    """The second enter of a test follows at once; a person's does not."""
    monkeypatch.setattr(proposing, "DOUBLE_PRESS_SECONDS", 0.0)


@pytest.fixture
def drafts(books, clock):
    return Drafts(books.folder.path, clock)


def person(books, name):
    return books.caseload.find_person(name)


def newest(books, name):
    return next(books.caseload.contacts_with(person(books, name).id))


async def write(page, text):
    await page.pilot.press(*("space" if mark == " " else mark for mark in text))
    await page.pilot.pause()


async def paste(page, text):
    page.app.post_message(events.Paste(text))
    await page.pilot.pause()


async def open_note(page, **options):
    page.app.open_dialog("note", **options)
    await page.pilot.pause()


async def test_the_line_reads_as_drawn(open_page, books, snapshot):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots, wants the clinic > thu 10am clinic ! ask about ID")
        assert page.text == snapshot


async def test_the_line_is_whole_on_a_phone(open_page, books, snapshot):
    async with open_page(books, size=(40, 12)) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots > thu 10am clinic")
        assert page.text == snapshot


async def test_a_wide_terminal_shows_the_same_line(open_page, books, snapshot):
    async with open_page(books, size=(120, 40)) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots > thu 10am clinic")
        assert page.text == snapshot


async def test_a_call_and_its_next_touch_take_at_most_eight_keys(open_page, books, unhurried):
    marcus = person(books, "marcus").id
    async with open_page(books) as page:
        await page.press("down")  # Marcus, the person under the cursor, before the count begins
        keys = ["l", "1", "5", "c", "space", "enter", "enter"]
        await page.pilot.press(*keys[:5])
        await paste(page, "got the boots, wants the clinic")
        await page.press(*keys[5:])
    call = newest(books, "marcus")
    assert (call.mode, call.minutes, call.words) == ("phone", 15, "got the boots, wants the clinic")
    assert [(plan.on, plan.kind) for plan in books.caseload.appointments_of(marcus)] == [
        (date(2026, 11, 30), "touch")
    ]
    assert len(keys) <= 8


async def test_one_enter_saves_a_contact_a_next_touch_and_a_promise(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots > thu 10am clinic ! bring the form")
        await page.press("enter")
    dee = person(books, "dee").id
    assert newest(books, "dee").words == "got the boots"
    assert [(plan.on, plan.at) for plan in books.caseload.appointments_of(dee) if not plan.result] == [
        (date(2026, 11, 26), time(10))
    ]
    assert "bring the form" in [promise.words for promise in books.caseload.promises_of(dee)]


async def test_saving_says_so_and_what_undoes_it(open_page, books):
    async with open_page(books) as page:
        await open_note(page, person=person(books, "dee").id)
        await paste(page, "15c got the boots")
        await page.press("enter")
        assert "Saved 14:02 · u undoes" in page.text


async def test_a_proposed_touch_waits_for_an_answer(open_page, books):
    async with open_page(books) as page:
        await open_note(page, person=person(books, "marcus").id)
        await paste(page, "15c got the boots")
        await page.press("enter")
        assert "Saved 14:02 · u undoes" in page.text
        assert "Mon 30 Nov (in 7 days) · weekly?" in page.text


async def test_an_enter_pressed_twice_by_accident_accepts_nothing(open_page, books, monkeypatch):
    monkeypatch.setattr(proposing, "DOUBLE_PRESS_SECONDS", 3600.0)
    marcus = person(books, "marcus").id
    async with open_page(books) as page:
        await open_note(page, person=marcus)
        await paste(page, "15c got the boots")
        await page.press("enter", "enter")
        assert isinstance(page.app.screen, NoteLineScreen)
    assert books.caseload.appointments_of(marcus) == ()


async def test_any_other_key_leaves_the_touch_and_does_its_own_work(open_page, books, unhurried):
    marcus = person(books, "marcus").id
    async with open_page(books) as page:
        await open_note(page, person=marcus)
        await paste(page, "15c got the boots")
        await page.press("enter", "n")
        await page.pilot.pause()
        assert isinstance(page.app.screen, NoteLineScreen)
        assert "dee 15c" in page.text  # an empty note, with its hint
    assert books.caseload.appointments_of(marcus) == ()


async def test_one_undo_takes_the_note_and_the_touch_that_was_accepted(open_page, books, unhurried):
    marcus = person(books, "marcus").id
    before = newest(books, "marcus")
    async with open_page(books) as page:
        await open_note(page, person=marcus)
        await paste(page, "15c got the boots")
        await page.press("enter", "enter", "u", "enter")
    assert newest(books, "marcus") == before
    assert books.caseload.appointments_of(marcus) == ()


async def test_no_touch_is_proposed_without_a_rhythm(open_page, books):
    async with open_page(books) as page:
        await open_note(page, person=person(books, "dee").id)
        await paste(page, "15c got the boots")
        await page.press("enter")
        assert not isinstance(page.app.screen, NoteLineScreen)


async def test_a_theme_goes_to_the_notebook_and_one_undo_takes_both(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots #hope")
        await page.press("enter")
        assert [seen.theme for seen in books.notebook.themes_seen()] == ["hope"]
        assert "#hope" not in newest(books, "dee").as_typed
        await page.press("u", "enter")
    assert books.notebook.themes_seen() == ()


async def test_tab_completes_a_name(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await write(page, "mar")
        await page.press("tab")
        await write(page, "called")
        assert "Marcus called" in page.text


async def test_a_date_that_does_not_exist_stays_in_the_words_and_is_pointed_at(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c court > 31 feb")
        assert "31 feb" in page.text.split("esc")[0].split("now")[1]


async def test_an_empty_note_says_that_there_is_nothing_to_save(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await page.press("enter")
        assert "Nothing to save yet" in page.text
        assert isinstance(page.app.screen, NoteLineScreen)


async def test_a_name_alone_is_nothing_to_save(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee")
        await page.press("enter")
        assert "Nothing to save yet" in page.text


async def test_a_note_about_a_plan_closes_it(open_page, books):
    dee = person(books, "dee").id
    (plan,) = books.caseload.appointments_of(dee)
    async with open_page(books) as page:
        await open_note(page, person=dee, plan=plan.id)
        await paste(page, "15c as agreed")
        await page.press("enter")
    assert books.caseload.get(Appointment, plan.id).result == "done"


async def test_a_key_of_the_foot_can_be_clicked(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots")
        row = next(y for y, line in enumerate(page.lines) if "enter save" in line)
        await page.pilot.click(offset=(page.lines[row].index("enter save") + 1, row))
        await page.pilot.pause()
    assert newest(books, "dee").words == "got the boots"


async def test_a_line_with_only_a_promise_is_saved(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "jo ! call the clinic by fri")
        await page.press("enter")
    jo = person(books, "jo").id
    (promise,) = books.caseload.of(Promise, jo)
    assert (promise.words, promise.due_on) == ("call the clinic", date(2026, 11, 27))
    assert books.caseload.of(Contact, jo) == ()


async def test_the_chips_say_the_kind_that_was_read_of_a_plan(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee call > 4 dec court hearing > thu clinic")
        (court,) = [line for line in page.lines if "4 Dec" in line and "next" in line]
        (clinic,) = [line for line in page.lines if "26 Nov" in line and "next" in line]
        assert "court hearing · kind: court" in court
        assert "kind" not in clinic
