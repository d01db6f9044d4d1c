"""Away, said in the program: from the palette, and back again."""

from datetime import date

from mentor_tui.palette import commands_here
from store.records import Absence


def command(app, title):
    return next(one for one in commands_here(app, app.screen) if one.title == title)


async def test_away_is_said_in_the_program_and_taken_back_there(open_page, books):
    async with open_page(books) as page:
        command(page.app, "Away until a day").callback()
        await page.pilot.pause()
        await page.press(
            "f", "r", "i", "shift+tab", *"20", "space", *"nov", "tab", "shift+tab", "end", "space", *"2026"
        )
        # the last day is asked first; what is proposed gives way to typing, and what was typed does not
        assert page.app.screen.form.answers == {"since": "20 nov 2026", "until": "fri", "words": ""}
        page.app.screen.form.restore({"since": "20 nov 2026", "until": "1 nov 2026"})
        await page.press("ctrl+s")
        assert "comes before the first" in page.text
        page.app.screen.form.restore({"since": "20 nov 2026", "until": "5 jan", "words": "the sea"})
        await page.press("ctrl+s")
        (kept,) = books.caseload.all(Absence)
        assert (kept.since, kept.until, kept.words) == (date(2026, 11, 20), date(2027, 1, 5), "the sea")
        assert "You are away until Tue 5 Jan 2027." in " ".join(page.text.split())
        command(page.app, "Back again").callback()
        await page.pilot.pause()
        assert books.caseload.all(Absence)[0].until == date(2026, 11, 22)
        assert "You were away 20-22 Nov." in page.text
        await page.press("home", "e")
        page.app.screen.form.restore({"since": "16 nov 2026"})
        await page.press("ctrl+s")
        assert "You were away 16-22 Nov." in page.text
