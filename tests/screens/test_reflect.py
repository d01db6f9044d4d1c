"""Reflect as the mentor meets it."""

import pytest

from store.notebook import Notebook
from store.principles import set_aside
from store.records import Contact, OwnQuestion, Reflection


@pytest.fixture
def notebook(books):
    """A notebook with three pages and a question of her own."""
    kept = books.notebook
    today = kept.clock.now().day
    pages = (
        {"on": today.replace(day=3), "words": "I could have texted.", "themes": ("steady",)},
        {"on": today.replace(day=17), "words": "It was hers to choose.", "for_supervision": True},
        {"on": today.replace(day=22), "words": "The boots [b]were[/b] it.", "feeling": "glad"},
    )
    for fields in pages:
        kept.add(Reflection(**fields))
    kept.add(OwnQuestion(theme="steady", words="Whom did I answer too quickly?"), "your question")
    return kept


@pytest.fixture
def hard_day(books):
    """A gate pickup and two calls unanswered."""
    today = books.caseload.clock.now().day
    books.caseload.add(Contact(client_ids=(1,), on=today, mode="gate", outcome="met", kind="gate-pickup"))
    for _ in range(2):
        books.caseload.add(Contact(client_ids=(2,), on=today, mode="phone", outcome="no-answer"))


def asked(page):
    """The id of the question on the screen."""
    return page.app.screen.question_page.offered.question.id


async def test_one_question_stands_among_its_six_themes(open_page, books, hard_day, snapshot):
    async with open_page(books) as page:
        await page.press("4")
        assert page.text == snapshot


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (40, 24)])
async def test_the_question_is_there_at_any_size(open_page, books, hard_day, snapshot, size):
    async with open_page(books, size=size) as page:
        await page.press("4")
        assert page.text == snapshot
        assert all(len(line) <= size[0] for line in page.lines)


async def test_another_asks_another_and_undo_still_means_her_last_note(open_page, books):
    async with open_page(books) as page:
        await page.press("4")
        first, last_note = asked(page), books.folder.next_undo()
        await page.press("right", "enter")
        assert asked(page) != first
        assert books.folder.next_undo() == last_note


async def test_not_today_leaves_the_day_alone_until_she_asks(open_page, books):
    async with open_page(books) as page:
        await page.press("4", "right", "right", "enter")
        assert "No question today. Tomorrow has one, if you like." in page.text
        await page.press("enter")
        assert page.app.screen.question_page.offered is not None


async def test_never_sets_a_question_aside_and_it_can_be_welcomed_back(open_page, books):
    async with open_page(books) as page:
        await page.press("4")
        first = asked(page)
        await page.press("left", "enter")
        assert asked(page) != first
        assert "The one before is set aside." in page.text
        await page.press("left_square_bracket", "enter")
        assert "Ask this one again?" in page.text
        assert [each.id for each in set_aside(books.notebook.choices())] == [first]
        await page.press("enter", "right_square_bracket")
        assert set_aside(books.notebook.choices()) == ()


async def test_last_time_she_sat_with_it_is_said(open_page, books):
    async with open_page(books) as page:
        await page.press("4")
        day = books.notebook.clock.now().day.replace(month=7, day=3)
        books.notebook.add(Reflection(on=day, words="a page", question_id=asked(page)))
        page.app.read_again()
        await page.pilot.pause()
        assert "last time you sat with this: 3 Jul   yours alone, in no report" in page.text


async def test_the_notebook_shows_pages_newest_first(open_page, books, notebook, snapshot):
    async with open_page(books) as page:
        await page.press("4", "left_square_bracket", "left_square_bracket")
        assert page.text == snapshot


async def test_a_page_opens_and_is_corrected(open_page, books, notebook):
    async with open_page(books) as page:
        await page.press("4", "left_square_bracket", "left_square_bracket", "enter")
        assert "Sun 22 Nov 2026" in page.text
        await page.press("exclamation_mark", "ctrl+s")
        assert notebook.reflections()[0].words == "The boots [b]were[/b] it.!"
        assert "Saved 14:02 · u undoes" in page.text


async def test_a_page_is_removed_and_undo_brings_it_back(open_page, books, notebook):
    before = notebook.reflections()
    async with open_page(books) as page:
        await page.press("4", "left_square_bracket", "left_square_bracket", "x", "end", "enter")
        assert notebook.reflections() == before[1:]
        await page.press("u")
        assert "Undo: reflection removed, 14:02?" in page.text
        await page.press("enter")
        assert notebook.reflections() == before


async def test_the_mouse_does_all_of_it(open_page, books, notebook):
    async with open_page(books) as page:
        await page.press("4")
        first = asked(page)
        line = next(at for at, words in enumerate(page.lines) if "w write" in words)
        await page.pilot.click(offset=(page.lines[line].index("another") + 1, line))
        await page.pilot.pause()
        assert asked(page) != first
        await page.pilot.click(offset=(page.lines[2].index("Notebook") + 1, 2))
        await page.pilot.pause()
        assert "I could have texted." in page.text


async def test_a_refused_choice_is_said_and_nothing_changes(open_page, books, monkeypatch):
    from store.errors import SaveFailed

    def refused(*_):
        raise SaveFailed("Could not save: the disk is full. Nothing changed; free some space.")

    async with open_page(books) as page:
        await page.press("4")
        first = asked(page)
        monkeypatch.setattr(Notebook, "choose", refused)
        await page.press("right", "enter")
        assert "the disk is full" in page.lines[-1]
        assert asked(page) == first


async def test_an_empty_notebook_says_what_goes_there(open_page, empty_books, snapshot):
    async with open_page(empty_books) as page:
        if len(page.app.screen_stack) > 1:
            page.app.pop_screen()
        await page.press("4", "left_square_bracket", "left_square_bracket")
        assert page.text == snapshot
