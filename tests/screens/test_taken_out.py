"""Someone is taken out from the shell while a dialog about them is open: a sentence, and nothing is lost."""

import pytest
from textual import events

from mentor_tui.screens.base import MentorScreen
from store.clock import FixedClock
from store.drafts import Drafts
from store.errors import RequestRefused
from store.folder import DataFolder


@pytest.fixture
def elsewhere(books, clock):
    """Takes Dee out in another process's way: over a folder of its own."""

    def take_out():
        from store.caseload import Caseload

        folder = DataFolder.open(books.folder.path, FixedClock(clock.now()))
        caseload = Caseload(folder, clock)
        caseload.remove(caseload.find_person("dee"))
        folder.close()

    return take_out


async def noticed(page):
    """The second in which the program looks whether another process wrote."""
    if page.app.books.folder.refresh():
        page.app.read_again()
    await page.pilot.pause()
    await page.pilot.pause()


async def paste(page, text):
    page.app.post_message(events.Paste(text))
    await page.pilot.pause()


@pytest.mark.parametrize("is_noticed", [True, False], ids=["noticed", "at the next key"])
async def test_a_note_line_says_so_and_keeps_the_words(open_page, books, clock, elsewhere, is_noticed):
    dee = books.caseload.find_person("dee").id
    async with open_page(books) as page:
        await page.press("l")
        await paste(page, "15c got the boots")
        elsewhere()
        books.folder.refresh()
        if is_noticed:
            page.app.read_again()
        await page.press("x")
        assert "taken out meanwhile" in page.text
        await page.press("y", "enter")
        assert "Dee was taken out meanwhile; your words are kept." in page.text
        await page.press("escape")
        assert "Today" in page.lines[0]
    assert Drafts(books.folder.path, clock).of("note", dee).words.startswith("15c got the boots")


@pytest.mark.parametrize("key", ["v", "x", "z"])
async def test_a_dialog_without_words_closes_with_a_sentence(open_page, books, elsewhere, key):
    async with open_page(books) as page:
        await page.press(key)
        assert len(page.app.screen_stack) == 2
        elsewhere()
        await noticed(page)
        assert len(page.app.screen_stack) == 1
        assert "Dee was taken out meanwhile." in page.lines[-1]


@pytest.mark.parametrize(
    "keys", [("v", "v"), ("x", "down", "enter"), ("z", *"fri", "ctrl+s"), ("d", "enter")]
)
async def test_a_key_in_a_dialog_about_nobody_is_answered_with_a_sentence(open_page, books, elsewhere, keys):
    async with open_page(books) as page:
        await page.press(keys[0])
        elsewhere()
        books.folder.refresh()
        await page.press(*keys[1:])
        await page.pilot.pause()
        assert "taken out meanwhile" in page.text


@pytest.mark.parametrize("key", ["p", "i", "o", "b", "e"])
async def test_a_form_about_nobody_says_so_and_keeps_the_words(open_page, books, clock, elsewhere, key):
    async with open_page(books) as page:
        await page.press(key)
        await page.press(*"fri")
        elsewhere()
        await noticed(page)
        assert "Dee was taken out meanwhile; your words are kept." in page.text
        await page.press("ctrl+s", "escape")
        assert "Today" in page.lines[0]
    assert len(Drafts(books.folder.path, clock).all()) == 1


async def test_a_dialog_about_somebody_who_is_gone_already_does_not_open(open_page, books):
    dee = books.caseload.find_person("dee")
    async with open_page(books) as page:
        books.caseload.remove(dee)
        page.app.open_dialog("more", dee.id)
        await page.pilot.pause()
        await page.pilot.pause()
        assert len(page.app.screen_stack) == 1
        assert "taken out meanwhile" in page.lines[-1]


async def test_a_sheet_reads_again_whom_its_lines_mean(open_page, books, elsewhere):
    async with open_page(books) as page:
        await page.press("N")
        await paste(page, "dee 15c boots")
        elsewhere()
        books.folder.refresh()
        await page.press("enter", "x")
        assert page.app.is_running
        assert "dee" in page.text


async def test_a_persons_page_under_a_dialog_closes_after_it(open_page, books, elsewhere):
    async with open_page(books) as page:
        await page.press("enter", "v")
        elsewhere()
        await noticed(page)
        await page.pilot.pause()
        assert "Today" in page.lines[0]


async def test_review_ends_without_those_who_were_taken_out(open_page, books, elsewhere):
    async with open_page(books, size=(80, 40)) as page:
        await page.press("r", *["space"] * 14)
        assert "the end" in page.lines[0]
        elsewhere()
        await noticed(page)
        assert "the end" in page.lines[0]
        assert "Dee" not in page.text


async def test_nobody_is_passed_over_when_an_earlier_one_is_taken_out(open_page, books, elsewhere):
    async with open_page(books) as page:
        await page.press("r", "space", "space")
        name = page.lines[0].split()[1]
        elsewhere()
        await noticed(page)
        assert page.lines[0].split()[1] == name


async def raised(page, error, where):
    def breaks(*_):
        raise error

    if where == "action":
        page.app.screen.action_probe = breaks
        await page.app.run_action("probe", page.app.screen)
    elif where == "message":
        page.app.screen.call_later(breaks)
    elif where == "widget":
        page.app.screen.query("RowList").first().call_later(breaks)
    elif where == "timer":
        page.app.screen.set_timer(0.01, breaks)
        await page.pilot.pause(0.05)
    else:
        page.app.call_next(breaks)
    await page.pilot.pause()


@pytest.mark.parametrize("where", ["message", "widget", "timer", "app"])
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RequestRefused("That cannot be."), "That cannot be."),
        (PermissionError(13, "Permission denied"), "That did not work: permission denied."),
    ],
)
async def test_a_refusal_nobody_thought_of_is_a_sentence_and_the_screen_lives_on(
    open_page, books, where, error, said
):
    async with open_page(books) as page:
        await raised(page, error, where)
        assert said in page.lines[-1]
        await page.press("2")
        assert "Clients" in page.lines[0]
        await page.press("1", "down")
        assert isinstance(page.app.screen, MentorScreen)
        assert "▸ Dee" not in page.text
