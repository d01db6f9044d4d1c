"""Words of another day are read from the day on which they were typed, and that day is named."""

import shutil
from datetime import date, time

import pytest

from mentor_tui.books import books_of
from mentor_tui.screens.many_note import listed, number_of
from mentor_tui.screens.many_plan import ManyPlanForm
from mentor_tui.screens.note_line import NoteLineScreen
from mentor_tui.screens.record_form import RecordForm
from mentor_tui.screens.repeat_form import RepeatForm
from store.clock import FixedClock, moment_from
from store.drafts import FOR_WHOM, Draft, Drafts
from store.folder import DataFolder
from store.records import Appointment, Client, Contact, Promise
from widgets.long_text import LongText

WEDNESDAY = FixedClock(moment_from("2026-11-25T09:30", "America/Vancouver"))


@pytest.fixture
def path(tmp_path, everybody):
    return shutil.copytree(everybody, tmp_path / "store")


@pytest.fixture
def monday(path, clock):
    """The drafts of Monday 23 November, 14:02."""
    return Drafts(path, clock)


@pytest.fixture
def later(path):
    with DataFolder.open(path, WEDNESDAY) as folder:
        yield books_of(folder, WEDNESDAY)


def note(text, person=1):
    return Draft("note", person, {"text": text})


async def test_a_note_of_another_day_is_read_and_saved_from_when_it_was_typed(open_page, monday, later):
    aside = monday.keep(note("15c told me about court > tomorrow 3pm clinic ! call by fri"))
    async with open_page(later, clock=WEDNESDAY, size=(100, 30)) as page:
        page.app.open_dialog("put-aside")
        await page.pilot.pause()
        assert "Dee     Mon 23 Nov · 15c told me about court" in page.text
        await page.press("escape")
        page.app.open_dialog("note", person=1)
        await page.press("down")
        assert "your words of Mon 23 Nov 14:02 are back" in page.text
        assert "Mon 23 Nov 2026, 14:02, 2 days ago" in page.text
        assert "Tue 24 Nov 15:00 (yesterday)" in page.text
        await page.press("enter")
    written = next(iter(later.caseload.contacts_with(1)))
    assert (written.on, written.at) == (date(2026, 11, 23), aside.typed.at)
    plan = later.caseload.appointments_of(1)[-1]
    assert (plan.on, plan.at) == (date(2026, 11, 24), time(15))
    assert any(one.due_on == date(2026, 11, 27) for one in later.caseload.promises_of(1))


async def test_once_all_of_it_is_erased_what_is_typed_is_of_today(open_page, monday, later):
    aside = monday.put_aside(note("15c"))
    async with open_page(later, clock=WEDNESDAY) as page:
        page.app.push_screen(NoteLineScreen(aside=aside))
        await page.pilot.pause()
        await page.press("d")
        assert "as of Mon 23 Nov; erased whole, the line is of today" in page.text
        await page.press(*["backspace"] * 4, "2", "0", "c")
        assert "phone · talked · 20m · now" in page.text
        assert "your words of" not in page.text and "as of" not in page.text


async def test_words_of_the_same_day_are_read_as_before(open_page, path, monday):
    monday.keep(note("15c told me about court"))
    evening = FixedClock(moment_from("2026-11-23T20:15", "America/Vancouver"))
    with DataFolder.open(path, evening) as folder:
        async with open_page(books_of(folder, evening), clock=evening) as page:
            page.app.open_dialog("note", person=1)
            await page.press("down")
            assert "your words of 14:02 are back" in page.text and "15m · now" in page.text


async def test_a_sheet_of_another_day_is_read_from_there_and_so_is_what_it_files(open_page, monday, later):
    monday.keep(Draft("catch-up", None, {"text": "dee 15c boots < yesterday\nxavier was there"}))
    async with open_page(later, clock=WEDNESDAY) as page:
        await page.press("N")
        assert "your words of Mon 23 Nov 14:02 are back" in page.text
        await page.press("ctrl+s", "ctrl+s")
    assert next(iter(later.caseload.contacts_with(1))).on == date(2026, 11, 22)
    assert [item.written.day for item in later.folder.inbox().items()] == [date(2026, 11, 23)]


async def test_a_line_added_to_a_sheet_on_another_day_is_of_that_day_and_the_others_keep_theirs(
    open_page, monday, later
):
    monday.keep(Draft("catch-up", None, {"text": "dee 15c boots > tomorrow 10am clinic\nxavier was there"}))
    async with open_page(later, clock=WEDNESDAY) as page:
        for added in ("\nmarcus 1h > tomorrow 9am bank", "\nzed was there"):
            await page.press("N")
            sheet = page.app.screen.query_one("#sheet-text", LongText)
            sheet.answer += added
            await page.pilot.pause()
            await page.press("escape")
        (kept,) = later.folder.drafts().all()
        assert kept.words.startswith("dee 15c") and "2026" not in kept.words
        await page.press("N")
        await page.press("ctrl+s", "ctrl+s")
    marcus = later.caseload.find_person("marcus").id
    for person, on, plan in ((1, 23, 24), (marcus, 25, 26)):
        assert next(iter(later.caseload.contacts_with(person))).on == date(2026, 11, on)
        assert date(2026, 11, plan) in [one.on for one in later.caseload.appointments_of(person)]
    assert [item.written.day.day for item in later.folder.inbox().items()] == [23, 25]


async def test_relative_days_of_a_form_come_back_written_out(open_page, monday, later):
    monday.keep(Draft("Appointment", 1, {"when": "tomorrow 3pm", "what": "clinic"}))
    monday.keep(Draft("Promise", 1, {"words": "ask", "due_on": "fri"}))
    episodes = [{"expected_on": "in 2 weeks", "on": "", "at": "", "certainty": "expected"}]
    monday.keep(Draft("Client", 1, {"episodes": episodes}, 1))
    async with open_page(later, clock=WEDNESDAY) as page:
        shown = {}
        dee = later.caseload.get(Client, 1)
        for kind, record in ((Appointment, None), (Promise, None), (Client, dee)):
            screen = RecordForm(kind, 1, record)
            page.app.push_screen(screen)
            await page.pilot.pause()
            assert "your words of Mon 23 Nov 14:02 are back" in page.text
            shown |= screen.form.answers
            await page.press("escape")
    assert (shown["when"], shown["due_on"]) == ("24 Nov 2026 15:00", "27 Nov 2026")
    assert shown["episodes"][0]["expected_on"] == "7 Dec 2026"
    kept = later.folder.drafts().of("Appointment", 1)
    assert kept.typed.day == date(2026, 11, 23)  # it says on the third day too when it was begun


async def test_what_is_added_on_another_day_is_of_that_day(open_page, path, monday, later):
    monday.keep(Draft("Promise", 1, {"words": "ask"}))
    async with open_page(later, clock=WEDNESDAY) as page:
        screen = RecordForm(Promise, 1)
        page.app.push_screen(screen)
        await page.pilot.pause()
        screen.form.restore({"due_on": "tomorrow"})
        await page.press("escape")
    assert later.folder.drafts().of("Promise", 1).answers["due_on"] == "26 Nov 2026"


async def test_a_plan_for_several_put_aside_on_another_day_is_of_that_day(open_page, monday, later):
    people = (1, 2)
    monday.keep(Draft("plan-many", None, {"what": "circle", FOR_WHOM: listed(people)}, number_of(people)))
    async with open_page(later, clock=WEDNESDAY) as page:
        screen = ManyPlanForm(people)
        page.app.push_screen(screen)
        await page.pilot.pause()
        screen.form.restore({"when": "tomorrow"})
        await page.press("f3")
    (aside,) = later.folder.drafts().all()
    assert (aside.answers["when"], aside.answers[FOR_WHOM]) == ("26 Nov 2026", listed(people))


async def test_a_new_record_is_of_the_day_on_which_it_was_typed(open_page, monday, later):
    monday.keep(Draft("Contact", 1, {"words": "she told me about court"}))
    async with open_page(later, clock=WEDNESDAY) as page:
        page.app.push_screen(RecordForm(Contact, 1))
        await page.pilot.pause()
        await page.press("ctrl+s")
    assert next(iter(later.caseload.contacts_with(1))).on == date(2026, 11, 23)


async def test_what_comes_back_goes_on_from_its_next_day(open_page, monday, later):
    plan = later.caseload.add(Appointment(client_id=1, on=date(2026, 12, 1), what="clinic")).records[0]
    screen = RepeatForm(plan, "")
    monday.keep(Draft("small-RepeatForm", 1, {"again": "every other tue from tomorrow"}, plan.id))
    async with open_page(later, clock=WEDNESDAY) as page:
        page.app.push_screen(screen)
        await page.pilot.pause()
        assert screen.form.answers["again"] == "every other Tue from 8 Dec 2026"
        assert "from Tue 8 Dec 2026" in page.text


class Standing:
    """A clock that is put forward by hand."""

    def __init__(self, text):
        self.put_to(text)

    def put_to(self, text):
        self.moment = moment_from(text, "America/Vancouver")

    def now(self):
        return self.moment


@pytest.mark.parametrize("key", ["ctrl+s", "escape"])
async def test_a_form_open_at_midnight_means_the_day_it_showed(open_page, path, key):
    night = Standing("2026-11-23T23:58")
    with DataFolder.open(path, night) as folder:
        books = books_of(folder, night)
        async with open_page(books, clock=night) as page:
            page.app.push_screen(RecordForm(Appointment, 1))
            await page.pilot.pause()
            await page.press(*"tomorrow")
            assert "Tue 24 Nov 2026, tomorrow" in page.text
            page.app.screen.keep()
            night.put_to("2026-11-24T00:02")
            await page.press(key)
            if key == "escape":
                page.app.push_screen(RecordForm(Appointment, 1))
                await page.pilot.pause()
                assert page.app.screen.form.answers["when"] == "24 Nov 2026"
        if key == "ctrl+s":
            assert books.caseload.appointments_of(1)[-1].on == date(2026, 11, 24)
