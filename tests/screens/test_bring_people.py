"""People brought in from the program: seen first, nobody ticked, one save, one undo. And who is who."""

from store.records import Appointment, Client, Contact, Goal, Promise

LIST = """Name,Ring,Out,Born,Case no.
Dee,604 555 0100,,,7
Ana,604 555 0199,21 nov,1990-02-03,8
Bo,,soonish,,9
"""
CARDS = "BEGIN:VCARD\nFN:Cal\nTEL:604 555 0133\nEND:VCARD\nBEGIN:VCARD\nFN:Plumber\nEND:VCARD\n"


async def worked(page):
    await page.app.workers.wait_for_complete(list(page.app.screen.workers))
    await page.pilot.pause()


async def looked_at(page, place):
    page.app.open_dialog("bring-people")
    await page.pilot.pause()
    page.app.screen.query_one("#write-path").value = str(place)
    await page.press("enter")
    await worked(page)


async def to(page, words):
    """Move to the line with these words."""
    for _ in range(30):
        if any("▸" in line.split(words)[0] for line in page.lines if words in line):
            return
        await page.press("down")
    raise AssertionError(words)


async def test_columns_are_changed_people_ticked_and_one_undo_takes_it_back(open_page, books, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    before = books.caseload.all(Client)
    async with open_page(books) as page:
        await looked_at(page, tmp_path / "list.csv")
        assert any(line.split()[1:4] == ["Ring", "not", "kept"] for line in page.lines)
        assert "2 people, 0 ticked, 1 here already, 1 row cannot be read, below." in page.text
        await page.press("ctrl+s")
        assert "Nobody is ticked" in page.text
        await to(page, "Ring")
        await page.press("enter", "a", "space", "n", "u", "enter")  # "a number to call"
        await worked(page)
        await page.press("M")
        assert "2 people, 1 ticked" in page.text
        await to(page, "Dee")
        await page.press("space")
        assert "fills what is empty of Dee" in page.text
        await page.press("space")
        assert "another one; here is Dee" in page.text
        await page.press("space", "space", "end")
        assert "row 4" in page.text and "soonish" in page.text
        assert books.caseload.all(Client) == before
        await page.press("ctrl+s")
        await worked(page)
        assert "Saved 14:02" in page.lines[-1]
        dee, ana = (books.caseload.find_person(name) for name in ("dee", "ana"))
        assert [channel.value for channel in dee.channels] == ["604 555 0100"]
        assert (ana.age_band, len(books.caseload.people())) == ("35-44", len(before) + 1)
        await page.press("u", "enter")
        assert books.caseload.all(Client) == before


async def test_the_cards_of_a_phone_fit_a_small_screen(open_page, books, tmp_path):
    (tmp_path / "phone.vcf").write_text(CARDS)
    async with open_page(books, size=(40, 12)) as page:
        await looked_at(page, tmp_path / "phone.vcf")
        assert "○  Cal" in page.text and "2 people, 0 ticked." in page.text
        await page.press("enter", "ctrl+s")
        await worked(page)
    names = [client.name for client in books.caseload.people()]
    assert "Cal" in names and "Plumber" not in names


async def test_two_are_made_one_and_a_note_goes_to_whom_it_belongs(open_page, books):
    caseload = books.caseload
    dee, jo, sam = (caseload.find_person(name) for name in ("dee", "jo", "sam"))
    caseload.set_status(sam, "paused")
    caseload.add(Goal(client_id=sam.id, words="a door"))
    saved = caseload.record_note(caseload.read_note("jo call 15m about the lease ! ask about ID"))
    async with open_page(books) as page:
        page.app.open_dialog("more", dee.id)
        await page.pilot.pause()
        await to(page, "the same person as")
        await page.press("enter", "s", "a", "m", "enter")
        assert "where you stand with the one" in page.text
        await page.press("down", "enter")
        assert "All that was written of Sam goes to Dee." in " ".join(page.text.split())
        await page.press("enter")
        assert caseload.get(Client, dee.id).status == "paused"
        assert [goal.words for goal in caseload.goals_of(dee.id)] == ["a door"]
        assert len(caseload.promises_of(dee.id)) == 4
        page.app.open_dialog("client", jo.id)
        await page.pilot.pause()
        await to(page, "about the lease")
        await page.press("x")
        await to(page, "it belongs to somebody else")
        await page.press("enter")
        await to(page, "somebody who is not here yet")
        await page.press("enter", *"Kim", "enter")
        await page.pilot.pause()
        kim = caseload.find_person("kim")
        assert [note.words for note in caseload.of(Contact, kim.id)] == ["about the lease"]
        assert [promise.words for promise in caseload.of(Promise, kim.id)] == ["ask about ID"]
        assert caseload.of(Appointment, kim.id) == () and saved.records[0].client_ids == (jo.id,)
        await page.press("u", "enter")
        assert [note.words for note in caseload.of(Contact, jo.id)] == ["about the lease"]
