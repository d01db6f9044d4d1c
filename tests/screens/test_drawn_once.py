"""How the smaller screens of Reflect and of an ending look at 80 columns: all in one run of the program."""

from datetime import date

from mentor_tui import places
from mentor_tui.reflect_commands import write_for_supervision
from mentor_tui.screens.hint_word_form import HintWordForm
from mentor_tui.screens.own_question import OwnQuestionScreen, form_of
from mentor_tui.screens.theme_seen import offer_themes
from mentor_tui.screens.whom import ask_whom
from store.own_questions import known_question
from store.records import Contact, OwnQuestion, Reflection, Support

TODAY = date(2026, 11, 23)


async def test_the_smaller_screens_of_reflect_and_of_an_ending_stand_as_they_were_drawn(
    open_page, books, snapshot
):
    add = books.notebook.add
    add(OwnQuestion(theme="steady", words="Did I eat?", moment="weekly", fits=("long-week",)))
    add(Support(words="Ana, any evening"), "whom you can talk to")
    add(
        Reflection(
            on=TODAY, words="I sat with Dee in the car.", feeling="tired", alias="the rider",
            question="What did I see?", keep_until=date(2026, 12, 24), themes=("hope",), for_supervision=True,
        )
    )  # fmt: skip
    dee = books.caseload.find_person("dee")
    async with open_page(books) as page:
        app = page.app
        app.action_place("services")  # whatever Today asks is not drawn here

        def push(name, *given, **options):
            return lambda: app.push_screen(places.make(name, *given, **options))

        def ending(status):
            app.attempt(lambda: books.caseload.set_status(books.caseload.find_person("dee"), status))
            push("quiet", dee.id)()

        ways = {
            "own question": lambda: app.push_screen(OwnQuestionScreen(books.notebook.own_questions()[0])),
            "in your words": lambda: app.push_screen(form_of(known_question(books.notebook, "hope-b1"))),
            "a word for hints": lambda: app.push_screen(HintWordForm()),
            "whom you can talk to": lambda: ask_whom(app),
            "pages for supervision": lambda: write_for_supervision(app),
            "a theme you saw": lambda: offer_themes(app, books.caseload.all(Contact)[0]),
            "a page of the notebook": push("write", record=books.notebook.reflections()[0]),
            "back inside": lambda: ending("inside"),
            "stepping back": lambda: ending("stepping-back"),
            "finished": lambda: ending("finished"),
        }
        for called, open_it in ways.items():
            open_it()
            await page.pilot.pause()
            assert len(app.screen_stack) > 1, called
            assert page.text == snapshot(name=called)
            while len(app.screen_stack) > 1:
                await app.pop_screen()
        await page.press("r", *["space"] * 13)
        assert page.text == snapshot(name="the end of Review")
