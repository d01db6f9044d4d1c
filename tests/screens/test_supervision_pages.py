"""Pages for supervision, from the palette on Reflect."""

from pypdf import PdfReader

from mentor_tui.reflect_commands import write_for_supervision
from store.records import Client, Reflection


async def test_marked_pages_are_shown_then_written_with_initials(open_page, books, home_of_its_own):
    books.caseload.add(Client(name="Zoe Quill"))
    today = books.caseload.clock.now().day
    async with open_page(books) as page:
        await page.press("4")
        write_for_supervision(page.app)
        assert "No page of your notebook is marked" in page.app.voice.sentence
        for words, marked in (("Zoe was quiet, and so was I.", True), ("Mine alone.", False)):
            page.app.notebook.add(Reflection(on=today, words=words, for_supervision=marked))
        write_for_supervision(page.app)
        await page.pilot.pause()
        assert any("Z.Q. was quiet, and so was I." in line for line in page.lines)
        assert not any("Mine alone." in line for line in page.lines)
        assert any("For people stand there: Z.Q." in line for line in page.lines)
        await page.press("enter")
        screens = [each for each in page.app.workers if each.node is not page.app]
        await page.app.workers.wait_for_complete(screens)
        await page.pilot.pause()
    written = PdfReader(home_of_its_own / f"supervision-{today}.pdf").pages[0].extract_text()
    assert ("Z.Q. was quiet" in written, "Mine alone" in written) == (True, False)
