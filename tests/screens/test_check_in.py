"""Checking in with somebody on the screen: their words typed, kept, read beside last time's, and used."""

from datetime import date

import pytest
from msgspec.structs import replace

from mentor_tui.check_in_papers import write_page
from mentor_tui.screens.today import TodayScreen
from store.check_ins import NEXT, check_ins_of
from store.drafts import Draft
from store.made_files import MadeFiles
from store.records import Answer, AskedAs, CheckIn, Client, Contact, Goal, Promise

HOPE = "hope-with-a"
LIGHTER = "What feels a little lighter than it did on your first day out?"


@pytest.fixture
def dee(books):
    return books.caseload.find_person("dee")


@pytest.fixture
def before(books, dee):
    """What Dee said two weeks ago."""
    said = (Answer(question_id=HOPE, asked=LIGHTER, words="zorb mornings"),)
    return books.caseload.add(
        CheckIn(client_id=dee.id, on=date(2026, 11, 9), answers=said, next="a zorb door")
    )


async def opened(page, dee, *given, **options):
    page.app.open_dialog("check-in", dee.id, *given, **options)
    await page.pilot.pause()
    return page.app.screen


async def test_their_words_are_typed_kept_and_read_beside_what_they_said_last_time(
    open_page, books, dee, before
):
    async with open_page(books, size=(120, 40)) as page:
        await page.press("2", *("down",) * 3, "c")
        assert "checking in together" in page.text  # from Clients, for whoever is under the cursor
        await page.press("q")
        await opened(page, dee, at=HOPE)
        assert "last time Mon 9 Nov" in page.text and "“zorb mornings”" in page.text
        await page.press("enter", *"one", "enter", *"two", "tab")
        assert "“one" in page.text  # what was typed stands under its question
        await page.press("shift+tab", "ctrl+s")
        kept = check_ins_of(books.caseload, dee.id)[0]
        assert [(one.question_id, one.asked, one.words) for one in kept.answers] == [
            (HOPE, LIGHTER, "one\ntwo")
        ]
        talk = books.caseload.get(Contact, kept.contact_id)
        assert (talk.kind, talk.mode, talk.outcome, talk.words) == ("talk", "in-person", "met", "")
        line = next(line for line in page.lines if "Mon 9 Nov" in line)
        assert "today" in line and "What feels" in line  # the two days, side by side
        assert "Saved 14:02" in page.text and not books.folder.drafts().all()
        await page.press("u", "enter")  # one act: the talk goes with it, and the page with both
        assert len(check_ins_of(books.caseload, dee.id)) == 1
        assert isinstance(page.app.screen, TodayScreen) and "What feels" not in page.text


async def test_letters_are_words_while_they_are_typed_and_act_on_the_words_in_the_list(
    open_page, books, dee, before
):
    async with open_page(books) as page:
        screen = await opened(page, dee, at=HOPE)
        await page.press("enter", *"poi c", "escape")
        assert screen.words_here() == "poi c"
        await page.press("ctrl+s")
        books.folder.drafts().keep(Draft("Goal", dee.id, {"words": "begun before"}))
        await page.press("o")
        assert "poi c" in page.text and "begun before" not in page.text  # that waits where it was, apart
        await page.press("escape")
        assert [draft.words for draft in books.folder.drafts().all()] == ["begun before"]
        for key, kind in (("o", Goal), ("i", Promise)):
            await page.press(key, "ctrl+s")
            assert books.caseload.of(kind, dee.id)[-1].words == "poi c"
        assert books.caseload.of(Goal, dee.id)[-1].whose == "theirs"
        read = page.app.screen
        assert books.caseload.of(Promise, dee.id)[-1].contact_id == read.check_in_here().contact_id
        assert "you said  poi c" in page.text and "goal  “poi c”" in page.text  # what came of it
        await page.press("p")  # a plan asks its day; its words are there
        assert "poi c" in page.text
        await page.press("escape", "e", "enter", *"!", "ctrl+s")  # corrected, from that question on
        assert page.app.screen is read and read.words_here() == "poi c!"
        await page.press(
            "x", "down", "down", "enter", *"marcus", "enter", "enter"
        )  # it was Marcus who said so
        marcus = books.caseload.find_person("marcus").id
        assert [one.client_id for one in check_ins_of(books.caseload, marcus)] == [marcus]
        assert books.caseload.get(Contact, read.check_in_here().contact_id).client_ids == (marcus,)


async def test_what_was_typed_waits_under_the_name_of_the_person_it_was_typed_for(open_page, books, dee):
    async with open_page(books, size=(40, 12)) as page:
        await opened(page, dee)
        await page.press("enter", *"zorb")
        assert "their words" not in page.text and "esc" in page.text
        await page.press("ctrl+l", "enter")
        assert "Dee" in page.lines[0] and "zorb" in page.text  # the lock keeps them too
        page.app.action_place("agenda")
        await page.pilot.pause()
        assert [(draft.client_id, draft.words) for draft in books.folder.drafts().all()] == [(dee.id, "zorb")]
        other = books.caseload.find_person("marcus")
        await opened(page, other)
        assert "zorb" not in page.text
        await page.press("escape")
        page.app.open_dialog("put-aside")
        await page.press("enter")
        assert "Dee" in page.lines[0] and "zorb" in page.text


async def test_nothing_said_is_not_kept_and_whoever_died_is_asked_nothing(open_page, books, dee):
    async with open_page(books) as page:
        await opened(page, dee)
        await page.press("ctrl+s")
        assert "Nothing is written in it yet" in page.text and not check_ins_of(books.caseload, dee.id)
        await page.press("escape")
        books.caseload.set_status(dee, "died")
        page.app.open_dialog("client", dee.id)
        await page.press("c")
        assert "Dee died; nothing is asked any more." in page.text


async def test_a_question_is_asked_in_their_language_once_it_was_typed(open_page, books, dee):
    caseload = books.caseload
    other = caseload.find_person("marcus")
    for one in (dee, other):
        typed = (AskedAs(question_id=HOPE, words="qu'est-ce"),) if one is other else ()
        caseload.change(one, replace(one, languages="French", asked_as=typed))
    async with open_page(books) as page:
        screen = await opened(page, dee, at=HOPE)
        await page.press("e")
        assert "qu'est-ce" in page.text  # typed for somebody else who speaks it
        await page.press("enter")
        (theirs,) = caseload.get(Client, dee.id).asked_as
        assert (theirs.question_id, theirs.words) == (HOPE, "qu'est-ce")
        assert "qu'est-ce" in page.text
        screen.list.highlight(NEXT)
        await page.press("e", *"Et apres?", "enter")
        assert "Et apres?" in page.text  # what they want next is a question too
        screen.list.highlight(HOPE)
        await page.press("enter", *"ja", "ctrl+s")
        assert check_ins_of(caseload, dee.id)[0].answers[0].asked_theirs == "qu'est-ce"


async def test_the_two_pages_of_a_check_in_read_as_drawn(open_page, books, dee, before, snapshot):
    async with open_page(books) as page:
        await opened(page, dee, at=HOPE)
        await page.press("enter", *"Evenings, mostly.")
        writing = page.text
        await page.press("ctrl+s")
        assert (writing, page.text) == snapshot


async def test_the_questions_and_their_page_are_written_where_she_says(
    open_page, books, dee, before, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    async with open_page(books) as page:
        page.app.open_dialog("check-in-read", before.records[0].id)
        await page.pilot.pause()
        papers = (("room to write", "It names nobody"), ("to take along", "Their words, and no name"))
        for downs, (has, caution) in enumerate(papers):
            await page.press("x", *("down",) * downs)
            assert has in page.text
            await page.press("enter")
            assert caution in page.text
            await page.press("enter")
            await page.app.workers.wait_for_complete()
        made = MadeFiles.of(books.folder).on_disk()
        assert sorted((one.what, one.people) for one in made) == [
            ("check-in page", (dee.id,)),
            ("check-in sheet", (dee.id,)),
        ]


async def test_a_paper_is_written_in_the_form_its_name_ends_with_and_refused_in_any_other(
    open_page, books, dee, before, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    async with open_page(books) as page:
        write_page(page.app, before.records[0])
        await page.pilot.pause()
        for name, line in (("dee.odt", ".pdf"), ("dee.html", "")):
            page.app.screen.query_one("#write-path").value = str(tmp_path / name)
            await page.press("enter")
            await page.app.workers.wait_for_complete()
            assert line in page.text
        assert [one.name for one in tmp_path.glob("dee.*")] == ["dee.html"]
        assert "zorb mornings" in (tmp_path / "dee.html").read_text()
