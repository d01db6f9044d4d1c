"""The form of a record on the screen: added, corrected and kept by keys."""

from datetime import date, time

from mentor_tui.screens.record_form import RecordForm
from store.drafts import Drafts
from store.records import (
    Client,
    Promise,
)


def person(books, name):
    return books.caseload.find_person(name)


async def open_form(page, *arguments):
    page.app.open_dialog("form", *arguments)
    await page.pilot.pause()


async def write(page, text):
    await page.pilot.press(*("space" if mark == " " else mark for mark in text))


async def test_the_first_page_of_a_person_is_short(open_page, books, snapshot):
    async with open_page(books) as page:
        await open_form(page, Client)
        assert page.text == snapshot


async def test_a_form_is_whole_on_a_phone(open_page, books, snapshot):
    async with open_page(books, size=(40, 12)) as page:
        await open_form(page, Promise, person(books, "dee").id)
        assert page.text == snapshot


async def test_a_person_is_added_by_keys(open_page, books):
    async with open_page(books) as page:
        await page.press("a")
        await write(page, "Zoe")
        await page.press("ctrl+s")
        assert "Saved 14:02 · u undoes" in page.text
    assert person(books, "zoe").name == "Zoe"


async def test_a_plan_is_added_by_keys(open_page, books):
    async with open_page(books) as page:
        await page.press("p")
        await write(page, "thu 10am")
        await page.press("enter")
        await write(page, "clinic")
        await page.press("ctrl+s")
    plan = books.caseload.appointments_of(person(books, "dee").id)[-1]
    assert (plan.on, plan.at, plan.what) == (date(2026, 11, 26), time(10), "clinic")


async def test_the_words_of_a_plan_choose_its_kind_until_the_mentor_does(open_page, books):
    async with open_page(books) as page:
        await page.press("p")
        form = page.app.screen.form
        form.restore({"when": "4 dec", "what": "court hearing"})
        await page.pilot.pause()
        assert form.answers["kind"] == "court"
        form.restore({"kind": "touch"})
        await page.pilot.pause()
        form.restore({"what": "court hearing, then lunch"})
        await page.pilot.pause()
        assert form.answers["kind"] == "touch"
        form.restore({"kind": "court"})
        await page.press("ctrl+s")
    assert books.caseload.appointments_of(person(books, "dee").id)[-1].kind == "court"


async def test_a_kind_chosen_against_the_words_is_there_again_and_one_they_gave_goes_on_with_them(
    open_page, books
):
    async with open_page(books) as page:
        form = await fill_plan(page, {"what": "court hearing"})
        await fill_plan(page, {"kind": "touch"}, key="")
        await page.press("escape")
        form = await fill_plan(page, {})
        assert form.answers["kind"] == "touch"
        form = await fill_plan(page, {"what": "court hearing, then lunch"}, key="")
        assert form.answers["kind"] == "touch"
        await fill_plan(page, {"kind": "court"}, key="")
        await page.press("escape")
        form = await fill_plan(page, {})
        assert form.answers["kind"] == "court"
        await fill_plan(page, {"what": "coffee"}, key="")
        assert form.answers["kind"] == "touch"
        await page.press("f3")
        await fill_plan(page, {"what": "court hearing"}, key="")
        assert form.answers["kind"] == "court"


async def fill_plan(page, answers, key="p"):
    await page.press(*([key] if key else []))
    form = page.app.screen.form
    form.restore(answers)
    form.post_message(form.Changed(form))  # a choice that is put in does not say so by itself
    for _ in range(2):
        await page.pilot.pause()
    return form


async def test_a_day_is_echoed_while_it_is_typed(open_page, books):
    async with open_page(books) as page:
        await page.press("p")
        await write(page, "thu 10am")
        await page.pilot.pause()
        assert "Thu 26 Nov 2026, 10:00, in 3 days" in page.text


async def test_a_refused_day_says_why_and_the_rest_stays_typed(open_page, books):
    async with open_page(books) as page:
        await page.press("p", "tab")
        await write(page, "clinic")
        await page.press("ctrl+s")
        await page.pilot.pause()
        assert "Say when: “thu 10am”" in page.text
        assert "clinic" in page.text
        await write(page, "thu")
        await page.press("ctrl+s")
    assert books.caseload.appointments_of(person(books, "dee").id)[-1].what == "clinic"


async def test_a_correction_changes_what_was_changed_and_nothing_else(open_page, books):
    before = person(books, "marcus")
    async with open_page(books) as page:
        await open_form(page, Client, before.id, before)
        await page.press("tab")
        await write(page, "he")
        await page.press("ctrl+s")
    assert person(books, "marcus") == type(before)(**(asdict_shallow(before) | {"pronouns": "he"}))


def asdict_shallow(record):
    return {name: getattr(record, name) for name in record.__struct_fields__}


async def test_a_correction_of_nothing_saves_nothing(open_page, books):
    before = books.caseload.next_undo().number
    async with open_page(books) as page:
        await page.press("e", "ctrl+s")
        assert not isinstance(page.app.screen, RecordForm)
    assert books.caseload.next_undo().number == before


async def test_a_closed_form_comes_back_with_what_was_typed(open_page, books):
    async with open_page(books) as page:
        await page.press("i")
        await write(page, "a warm coat")
        await page.press("escape", "i")
        await page.pilot.pause()
        assert "a warm coat" in page.text


async def test_the_form_of_another_person_does_not_show_those_words(open_page, books):
    async with open_page(books) as page:
        await page.press("i")
        await write(page, "a warm coat")
        await page.press("escape", "down", "i")
        await page.pilot.pause()
        assert "a warm coat" not in page.text


async def test_a_saved_form_leaves_no_draft(open_page, books, clock):
    async with open_page(books) as page:
        await page.press("i")
        await write(page, "a warm coat")
        await page.press("escape", "i")
        await page.press("ctrl+s")
    assert Drafts(books.folder.path, clock).all() == ()
    assert "a warm coat" in [promise.words for promise in books.caseload.promises_of(person(books, "dee").id)]


async def test_put_aside_keeps_what_was_typed_and_starts_afresh(open_page, books, clock):
    async with open_page(books) as page:
        await page.press("i")
        await write(page, "a warm coat")
        await page.press("f3")
        await page.pilot.pause()
        assert "a warm coat" not in page.text
    (draft,) = Drafts(books.folder.path, clock).all()
    assert (draft.answers["words"], draft.is_aside) == ("a warm coat", True)


async def test_parts_of_a_person_can_be_added_by_keys(open_page, books):
    marcus = person(books, "marcus")
    async with open_page(books) as page:
        await open_form(page, Client, marcus.id, marcus)
        await page.press(*["tab"] * 5, "enter", "tab", "enter")
        await page.pilot.pause()
        await page.press("tab")
        await write(page, "555 0100")
        await page.press("ctrl+s")
    assert person(books, "marcus").channels[0].value == "555 0100"


async def test_the_words_of_a_form_are_never_read_as_markup(open_page, books):
    odd = books.caseload.add(Client(name="[b]Zoe[/b] [/")).records[0]
    async with open_page(books) as page:
        await open_form(page, Promise, odd.id)
        assert "[b]Zoe[/b] [/" in page.text
