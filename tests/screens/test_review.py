"""Review as a person meets it."""

from datetime import timedelta

from store.records import Appointment, Promise, Repeat


async def test_the_first_page_is_todays_first_person(open_page, books, snapshot):
    async with open_page(books) as page:
        await page.press("r")
        await page.pilot.pause()
        assert page.text == snapshot


async def test_space_goes_on_and_backspace_back_in_todays_order(open_page, books, clock):
    books.caseload.add(Promise(client_id=14, words="call", due_on=clock.now().day))
    order = [entry.client.id for entry in books.caseload.waiting()]
    assert order.index(14) < order.index(4)
    async with open_page(books) as page:
        await page.press("r", "space")
        assert list(page.app.screen._walk.people) == order
        assert "Marcus" in page.lines[0]
        assert "2 of 14 people" in page.lines[0]
        assert "tried" in page.text
        await page.press("backspace")
        assert "Dee" in page.lines[0]


async def test_the_last_page_says_who_has_something_next_now(open_page, books, clock):
    async with open_page(books) as page:
        await page.press("r")
        marcus = books.caseload.find_person("marcus")
        books.caseload.add(Appointment(client_id=marcus.id, on=clock.now().day))
        await page.press(*["space"] * 14)
        assert "With a next touch now that had none: Marcus." in page.text
        assert "A question for the week" in page.text
        await page.press("space")
        assert page.lines[0].startswith(" Today")


async def test_what_has_passed_is_not_called_next(open_page, books, clock):
    today = clock.now().day
    walk = Repeat(rule="FREQ=DAILY;INTERVAL=4", begins=today - timedelta(days=3))
    for days, what, rule in ((3, "walk", walk), (2, "court", None), (-5, "bank", None)):
        plan = Appointment(client_id=1, on=today - timedelta(days=days), what=what, repeats=rule)
        books.caseload.add(plan)
    async with open_page(books) as page:
        await page.press("r")
        lines = [line[3:60].rstrip() for line in page.lines]
        at = next(number for number, line in enumerate(lines) if line.startswith("still open"))
        named = [line[:15].strip() for line in lines[at : at + 6]]
        assert named == ["still open", "", "next", "", "", ""][: len(named)]
        told = [line.split("  ")[-1] for line in lines[at : at + 5]]
        assert [words.split(",")[0].split(" ")[0] for words in told] == [
            "walk",
            "court",
            "call",
            "walk",
            "bank",
        ]


async def test_nobody_to_walk_through_is_said(open_page, empty_books):
    async with open_page(empty_books) as page:
        while page.app.screen.__class__.__name__ == "FirstStartScreen":
            await page.press("escape")
        await page.press("r")
        assert "Nobody to walk through yet" in page.text


async def test_someone_removed_during_the_walk_is_passed_over(open_page, books):
    async with open_page(books) as page:
        await page.press("r")
        books.caseload.remove(books.caseload.find_person("dee"))
        page.app.read_again()
        await page.pilot.pause()
        assert "Marcus" in page.lines[0]


async def test_who_died_during_the_walk_is_passed_over_and_undo_brings_them_back(open_page, books):
    async with open_page(books) as page:
        await page.press("r", "space")
        marcus = books.caseload.find_person("marcus")
        assert "Marcus" in page.lines[0] and "2 of 14" in page.lines[0]
        books.caseload.set_status(marcus, "died")
        page.app.read_again()
        assert "Marcus" not in page.text and "2 of 13" in page.text
        for _ in range(12):
            page.app.screen.action_next()
        assert "the end" in page.text and "Marcus" not in page.text
        assert "question" not in page.text  # not on a day somebody died
        books.caseload.undo()
        page.app.screen.action_before()
        page.app.read_again()
        assert "14 of 14" in page.text


async def test_where_one_was_is_kept_between_starts(open_page, books):
    async with open_page(books) as page:
        await page.press("r", "space", "space")
        assert "3 of 14 people" in page.lines[0]
        stood_at = page.app.screen.person_here()
        await page.press("escape", "q")
    assert not books.folder.drafts().all()  # nothing waits on Today for that
    async with open_page(books) as page:
        await page.press("r")
        assert "You were at 3 of 14" in page.text and "1 of 14 people" in page.lines[0]
        await page.press("enter")
        assert "3 of 14 people" in page.lines[0]
        assert page.app.screen.person_here() == stood_at
        await page.press("escape", "r", "escape")
        assert "1 of 14 people" in page.lines[0]


async def test_several_promises_stand_one_under_the_other(open_page, books):
    async with open_page(books) as page:
        await page.press("r")
        while "Sam" not in page.lines[0]:
            await page.press("space")
        for promised in ("a letter", "the bus pass", "a coat"):
            assert promised in page.text
