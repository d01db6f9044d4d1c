import pytest
from textual import events

from mentor_tui.screens import proposing, words_kept
from store.drafts import Draft, Drafts
from store.errors import SaveFailed


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


async def left_with(page, text, **options):
    """A note that was typed and closed without being saved."""
    await open_note(page, **options)
    await paste(page, text)
    await page.press("escape")


async def test_a_note_opens_empty_and_says_what_waits_of_an_earlier_one(open_page, books):
    async with open_page(books) as page:
        await left_with(page, "dee call half a sentence that goes on")
        await open_note(page)
        assert page.app.screen.line.text == ""
        assert "1 put aside: “dee call half a sentence…” (down or tab brings it back)" in page.text


@pytest.mark.parametrize("key", ["down", "tab"])
async def test_the_words_of_a_closed_line_come_back_when_they_are_asked_for(open_page, books, drafts, key):
    dee = person(books, "dee").id
    async with open_page(books) as page:
        await left_with(page, "15c got the boots", person=dee)
        await open_note(page, person=dee)
        await page.press(key)
        assert "15c got the boots" in page.text
        assert "your words of 14:02 are back" in page.text
        await page.press("enter")
    assert newest(books, "dee").words == "got the boots"
    assert drafts.all() == ()


async def test_a_new_note_is_not_typed_onto_an_earlier_one_and_loses_none_of_it(open_page, books, drafts):
    async with open_page(books) as page:
        await left_with(page, "dee 15c half a")
        await left_with(page, "marcus 15c another")
        await open_note(page)
        assert "2 put aside, the last: “marcus 15c another”" in page.text
        await paste(page, "jo 15c a third")
        await page.press("enter")
    assert newest(books, "jo").words == "a third"
    assert [draft.words for draft in drafts.all()] == ["dee 15c half a", "marcus 15c another"]


async def test_an_empty_note_that_is_closed_leaves_the_earlier_words_waiting(open_page, books, drafts):
    async with open_page(books) as page:
        await left_with(page, "dee 15c half a")
        await open_note(page)
        await page.press("escape")
    assert [draft.words for draft in drafts.all()] == ["dee 15c half a"]


async def test_a_note_put_aside_leaves_the_earlier_words_waiting_too(open_page, books, drafts):
    async with open_page(books) as page:
        await left_with(page, "dee 15c half a")
        await open_note(page)
        await paste(page, "jo 15c another")
        await page.press("f3")
        assert "2 put aside, the last:" in page.text
        await page.press("escape")
    assert {draft.words for draft in drafts.all()} == {"dee 15c half a", "jo 15c another"}


async def test_words_erased_to_the_last_stay_erased(open_page, books, drafts):
    async with open_page(books) as page:
        await left_with(page, "jo")
        await open_note(page)
        await page.press("down", "backspace", "backspace", "escape")
    assert drafts.all() == ()


async def test_a_draft_is_never_shown_under_another_name(open_page, books):
    async with open_page(books) as page:
        await open_note(page, person=person(books, "dee").id)
        await paste(page, "15c her new shoes")
        await page.press("escape")
        await open_note(page, person=person(books, "marcus").id)
        assert "her new shoes" not in page.text


async def test_a_pause_in_typing_keeps_the_draft(open_page, books, drafts, monkeypatch):
    monkeypatch.setattr(words_kept, "PAUSE_SECONDS", 0.01)
    dee = person(books, "dee").id
    async with open_page(books) as page:
        await open_note(page, person=dee)
        await paste(page, "15c got the boots")
        while drafts.of("note", dee) is None:
            await page.pilot.pause(0.01)
        assert drafts.of("note", dee).words == "15c got the boots"


async def test_words_are_kept_when_the_program_ends_under_them(open_page, books, drafts):
    dee = person(books, "dee").id
    async with open_page(books) as page:
        await open_note(page, person=dee)
        await paste(page, "15c got the boots")
        page.app.exit()
    assert drafts.of("note", dee).words == "15c got the boots"


async def test_a_saved_note_leaves_no_draft(open_page, books, drafts):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots")
        await page.press("enter")
    assert drafts.all() == ()


async def test_put_aside_keeps_the_words_and_opens_an_empty_line(open_page, books, drafts):
    dee = person(books, "dee").id
    async with open_page(books) as page:
        await open_note(page, person=dee)
        await paste(page, "15c her new shoes")
        await page.press("f3")
        assert page.app.screen.line.text == ""
        await page.press("escape")
    assert [(draft.client_id, draft.words, draft.is_aside) for draft in drafts.all()] == [
        (dee, "15c her new shoes", True)
    ]


async def test_a_draft_put_aside_is_gone_once_it_is_saved(open_page, books, drafts, clock):
    dee = person(books, "dee").id
    aside = drafts.put_aside(Draft("note", dee, {"text": "15c got the boots"}))
    async with open_page(books) as page:
        await open_note(page, aside=aside)
        await page.press("enter")
    assert newest(books, "dee").words == "got the boots"
    assert drafts.all() == ()


async def test_words_stay_on_screen_while_the_disk_refuses_them(open_page, books, monkeypatch):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots")

        def refuse(reading, **more):
            raise SaveFailed("Could not save: the disk is full. Your words are still here.")

        with monkeypatch.context() as full:
            full.setattr(page.app.caseload, "record_note", refuse)
            await page.press("enter")
        assert "the disk is full" in page.text
        assert "dee 15c got the boots" in page.text
        await page.press("enter")
    assert newest(books, "dee").words == "got the boots"


async def test_ten_pasted_lines_are_saved_whole(open_page, books):
    lines = [f"line {number}" for number in range(10)]
    async with open_page(books) as page:
        await open_note(page, person=person(books, "dee").id)
        await paste(page, "15c " + "\n".join(lines))
        await page.press("ctrl+s")
    assert newest(books, "dee").words == "\n".join(lines)


async def test_a_note_of_a_hundred_thousand_characters_is_saved_whole(open_page, books):
    words = "boots and a coat " * 6_000
    async with open_page(books) as page:
        await open_note(page, person=person(books, "dee").id)
        await paste(page, words)
        await page.press("enter")
    assert newest(books, "dee").words.split() == words.split()


async def test_words_in_brackets_are_shown_and_kept_as_they_are(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c went [home] [/b]")
        assert page.text.count("went [home] [/b]") == 2
        await page.press("enter")
    assert newest(books, "dee").words == "went [home] [/b]"


async def test_more_lines_are_words_of_the_note(open_page, books):
    async with open_page(books) as page:
        await open_note(page)
        await paste(page, "dee 15c got the boots")
        await page.press("f2", "enter")
        await paste(page, "> thu she said\nand more")
        await page.press("ctrl+s")
    assert newest(books, "dee").words == "got the boots\n> thu she said\nand more"
