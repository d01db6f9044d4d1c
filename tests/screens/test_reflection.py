"""Writing a page: nothing is asked for, and no word is lost."""

from msgspec.structs import replace

from mentor_tui.screens.reflection import ReflectionScreen
from store.drafts import Drafts
from store.errors import SaveFailed
from store.notebook import Notebook
from store.own_questions import known_question, put_in_her_words
from store.principles import Offered, Question
from store.records import Reflection


def drafts(books):
    return Drafts(books.folder.path, books.caseload.clock).all()


async def test_a_page_on_the_question_of_the_day(open_page, books, snapshot):
    async with open_page(books) as page:
        await page.press("w", *"hers to say")
        assert page.text == snapshot
        await page.press("ctrl+s")
        kept = books.notebook.reflections()[0]
        assert (kept.words, kept.themes, kept.question != "") == ("hers to say", (), True)
        assert books.notebook.choices()[-1].choice == "written"
        assert "Saved 14:02 · u undoes" in page.text


async def test_themes_a_feeling_and_supervision_may_stand_with_it(open_page, books):
    async with open_page(books) as page:
        await page.press("4", "a", *"boots", "tab", "right", "space")
        assert "● hope" in page.text and "offering hope" in page.text
        await page.press("tab", *"glad", "tab", "tab", "tab", "space", "tab", "enter")
        kept = books.notebook.reflections()[0]
        assert (kept.themes, kept.feeling, kept.for_supervision) == (("hope",), "glad", True)
        assert kept.question == ""


async def test_closing_keeps_the_words_and_the_question_they_answer(open_page, books):
    async with open_page(books) as page:
        await page.press("4")
        asked = page.app.screen.question_page.offered.question
        await page.press("w", *"half a", "escape")
        assert books.notebook.reflections() == ()
        books.notebook.choose(asked.id, "another")
        await page.press("w")
        assert "your words of 14:02 are back" in page.text
        assert "half a" in page.text and asked.words.split()[0] in page.text
        await page.press(*" page", "ctrl+s")
        kept = books.notebook.reflections()[0]
        assert (kept.words, kept.question_id) == ("half a page", asked.id)
        assert drafts(books) == ()


async def test_words_are_kept_when_the_program_ends_under_them(open_page, books):
    async with open_page(books) as page:
        await page.press("w", *"half a")
        page.app.exit()
    assert [draft.answers["words"] for draft in drafts(books)] == ["half a"]


async def test_a_page_nobody_wrote_on_leaves_no_draft(open_page, books):
    async with open_page(books) as page:
        await page.press("w", "escape")
        assert drafts(books) == ()


async def test_an_empty_page_is_not_saved(open_page, books):
    async with open_page(books) as page:
        await page.press("w", "ctrl+s")
        assert "There is nothing written yet; esc closes." in page.text
        assert books.notebook.reflections() == ()


async def test_words_stay_on_screen_while_the_disk_refuses_them(open_page, books, monkeypatch):
    def refused(*_):
        raise SaveFailed("Could not save: the disk is full. Your words are still here.")

    async with open_page(books) as page:
        await page.press("w", *"boots")
        monkeypatch.setattr(Notebook, "add", refused)
        await page.press("ctrl+s")
        assert "the disk is full" in page.text and "boots" in page.text
        monkeypatch.undo()
        await page.press("ctrl+s")
        assert books.notebook.reflections()[0].words == "boots"


async def test_on_a_phone_every_field_can_be_reached(open_page, books):
    async with open_page(books, size=(40, 12)) as page:
        await page.press("w", *"boots", "tab", "tab", *"glad", "tab", "tab", "tab", "space")
        assert "● bring to supervision" in page.text
        assert all(len(line) <= 40 for line in page.lines)
        await page.press("ctrl+s")
        assert books.notebook.reflections()[0].for_supervision


async def test_a_page_that_is_corrected_keeps_the_words_it_was_asked_in(open_page, books):
    asked = known_question(books.notebook, "hope-b1").question
    today = books.notebook.clock.now().day
    books.notebook.add(Reflection(on=today, words="one", question_id=asked.id, question=asked.words))
    put_in_her_words(books.notebook, known_question(books.notebook, "hope-b1"), "In my words?")
    async with open_page(books) as page:
        page.app.open_dialog("write", record=books.notebook.reflections()[0])
        await page.pilot.pause()
        await page.press(*" two", "ctrl+s")
        (kept,) = books.notebook.reflections()
        assert (kept.words, kept.question) == ("one two", asked.words)


async def test_below_a_question_of_many_lines_what_is_typed_is_in_sight(open_page, books):
    asked = Question("own-1", "hope", "", " ".join(["Why so fast today, and who was it for?"] * 8))
    async with open_page(books, size=(40, 12)) as page:
        page.app.open_dialog("write", Offered(asked, ""))
        await page.pilot.pause()
        await page.press(*"seen")
        assert "seen" in page.text


async def test_a_page_that_was_closed_waits_on_today(open_page, books):
    async with open_page(books) as page:
        await page.press("4", "a", *"half a page", "escape", "1")
        assert "1 put aside: your page" in page.text
        page.app.screen.waiting_list.highlight("put-aside")
        await page.press("enter")
        assert "your page" in page.text and "half a page" in page.text
        await page.press("enter")
        await page.press("ctrl+s")
        assert books.notebook.reflections()[0].words == "half a page"


def corrections(books):
    return [dict(draft.answers) for draft in drafts(books)]


async def test_the_draft_of_a_correction_takes_back_nothing_that_was_changed_elsewhere(open_page, books):
    today, kept = books.caseload.clock.now().day, books.notebook
    asked = Reflection(
        on=today,
        words="hers",
        question_id="hope-b1",
        question="As it was asked then?",
        because="After a call",
        keep_until=today,
        for_supervision=True,
    )
    page_id = kept.add(asked).records[0].id
    async with open_page(books) as page:
        page.app.push_screen(ReflectionScreen(record=kept.get(Reflection, page_id)))
        await page.press(*" more", "escape")
        assert corrections(books) == [{"words": "hers more"}]
        now = kept.get(Reflection, page_id)
        kept.change(now, replace(now, keep_until=None, for_supervision=False))
        page.app.push_screen(ReflectionScreen(record=kept.get(Reflection, page_id)))
        await page.press("ctrl+s")
        now = kept.get(Reflection, page_id)
        assert (now.words, now.keep_until, now.for_supervision) == ("hers more", None, False)
        assert (now.question_id, now.question, now.because) == ("hope-b1", asked.question, asked.because)
        kept.change(now, replace(now, feeling="glad"))
        page.app.push_screen(ReflectionScreen(record=kept.get(Reflection, page_id)))
        await page.press("tab", "tab", "ctrl+u", "escape")
        assert corrections(books) == [{"feeling": "", "words": "hers more"}], "what was taken off is kept too"
        page.app.push_screen(ReflectionScreen(record=kept.get(Reflection, page_id)))
        await page.press("ctrl+s")
        assert kept.get(Reflection, page_id).feeling == "" and drafts(books) == ()
