"""The questions of Reflect as the mentor keeps them: hers, the program's theme by theme."""

from types import SimpleNamespace

from mentor_tui.screens.own_question import OwnQuestionScreen, form_of
from store import own_questions
from store.drafts import seal_of
from store.own_questions import known_question, put_in_her_words
from store.principles import questions
from store.records import OwnQuestion
from tests.screens.test_more import choose, write

TAB = ("4", "left_square_bracket")


def known(books, question_id):
    return known_question(books.notebook, question_id)


async def test_a_question_of_her_own_is_added_for_a_kind_of_day_corrected_and_removed(open_page, books):
    async with open_page(books) as page:
        await page.press(*TAB)
        assert "a adds one" in page.text and "← and → lead through the program's" in page.text
        await page.press("right", "right", "a", *"Why so fast")  # of hope, which is in front
        await page.press("tab", "tab", *"tired", "ctrl+s")
        assert "“tired” is not in the list" in page.text and not books.notebook.own_questions()
        await page.press("ctrl+u", *"after", "tab", *"gate", "ctrl+s")
        (own,) = books.notebook.own_questions()
        assert (own.words, own.theme, own.moment, own.fits) == ("Why so fast", "hope", "after", ("gate",))
        await page.press("left", "left")
        assert "Why so fast · offering hope · after a day's work\n" in page.text
        assert "when there was a gate pickup" in page.text
        await page.press("e", "end", "question_mark", "ctrl+s")
        assert books.notebook.own_questions()[0].words == "Why so fast?"
        await page.press("x")
        await choose(page, "remove this question, u brings it back")
        assert books.notebook.own_questions() == ()
        await page.press("u", "enter")
        assert "Why so fast?" in page.text


async def test_a_question_without_a_theme_or_for_no_such_day_is_refused_and_its_words_stay(open_page, books):
    async with open_page(books) as page:
        await page.press(*TAB, "a", *"Why", "tab", "tab", "tab", *"rain", "ctrl+s")
        assert "Choose the theme it belongs to" in page.text
        assert "“rain” is not in the list" in page.text
        await page.press(*"hope", "tab", *"before")
        await page.press("tab", *["backspace"] * 4, *"hard", "tab", "ctrl+s")
        assert "“hard moment” is not known before." in page.text
        assert "Why" in page.text and not books.notebook.own_questions()


async def test_the_programs_are_browsed_theme_by_theme_put_in_her_words_and_taken_back(
    open_page, books, snapshot
):
    first = questions()[0]
    books.notebook.add(OwnQuestion(theme="steady", words="Did I eat?", moment="weekly", fits=("long-week",)))
    own_questions.retire(books.notebook, known(books, "meet-w6"))
    async with open_page(books) as page:
        await page.press(*TAB, "right", "right")
        assert "Offering hope. Holding on to what could be" in page.text
        assert f"BEFORE A DAY'S WORK\n ▸ {first.words}" in page.text
        await page.press("enter")
        assert "this question in your words" in page.text
        await write(page, " Mine?")
        await page.press("ctrl+s")
        assert known(books, first.id).question.words == f"{first.words} Mine?"
        assert "in your words" in page.text
        await page.press("f9")
        assert "Mine?" not in page.text and questions()[1].words in page.text
        await page.press("f9", "left", "left")
        assert page.text == snapshot
        await page.press("e", "ctrl+s")  # nothing was changed
        await page.press("w")
        assert "Mine?" in page.text
        await write(page, "seen")
        await page.press("ctrl+s")
        (written,) = books.notebook.reflections()
        assert (written.question_id, written.question) == (first.id, f"{first.words} Mine?")
        await page.press("x")
        await choose(page, "its own words again, u brings yours back")
        assert known(books, first.id).question == first
        assert books.notebook.reflections()[0].question.endswith("Mine?")


async def test_whatever_of_a_question_is_half_typed_is_sealed_with_the_keys_of_the_notebook(open_page, books):
    seals = SimpleNamespace(notebook="hers", caseload="of the record")
    async with open_page(books) as page:
        for form in (OwnQuestionScreen(), form_of(known(books, "hope-b1"))):
            page.app.push_screen(form)
            await page.pilot.pause()
            await page.press(*"zorb", "escape")
    names = (one.name for one in (books.folder.path / "drafts").iterdir())
    kept = [name for name in names if "shown" not in name]
    assert len(kept) == 2 and {seal_of(name, seals) for name in kept} == {"hers"}


async def test_one_that_is_never_asked_stands_among_hers_and_enter_welcomes_it_back(open_page, books):
    first = questions()[0]
    async with open_page(books, size=(40, 12)) as page:
        await page.press(*TAB, "right", "right", "x", "enter")
        assert known(books, first.id).is_aside
        await page.press("left", "left")
        assert "NOT ASKED; ENTER WELCOMES ONE BACK" in page.text
        await page.press("enter", "enter")
        assert not known(books, first.id).is_aside
        line = next(at for at, words in enumerate(page.lines) if "hope" in words)
        await page.pilot.click(offset=(page.lines[line].index("shared") + 1, line))
        await page.pilot.pause()
        assert "BEFORE A DAY'S WORK" in page.text and "My own" in page.text


async def test_on_the_page_of_a_death_her_words_stand_and_none_she_set_aside(open_page, books):
    put_in_her_words(books.notebook, known(books, "death-1"), "Nothing has to be said.")
    of_death = [each.id for each in questions() if each.moment == "death"]
    own_questions.retire(books.notebook, known(books, of_death[1]))
    books.notebook.add(OwnQuestion(theme="hope", words="zorb"))
    books.caseload.set_status(books.caseload.find_person("dee"), "died")
    async with open_page(books) as page:
        page.app.open_dialog("quiet", books.caseload.find_person("dee").id)
        await page.pilot.pause()
        assert "Nothing has to be said.\n" in page.text
        assert questions()[0].words not in page.text and "zorb" not in page.text
        assert known(books, of_death[1]).question.words not in page.text
        await page.press("f9")
        assert "Nothing has to be said." not in page.text and "until you choose" in page.text
        await page.press("f9")
        own_questions.retire(books.notebook, known(books, "death-1"))
        await page.press("w")
        await write(page, "her laugh")
        await page.press("ctrl+s")
        assert books.notebook.reflections()[0].question_id == ""
