"""Everything promised, as a person meets it."""

from datetime import timedelta

from mentor_tui.promise_rows import facts
from store.promised import AllPromised, Promised
from store.records import Client, Promise
from tests.screens.conftest import TODAY


async def test_all_promises_by_person_and_one_key_keeps_one(open_page, books):
    sam = books.caseload.find_person("sam").id
    books.caseload.add(Promise(client_id=sam, words="the form", due_on=TODAY + timedelta(days=1)))
    async with open_page(books) as page:
        await page.press("I")
        rows = [line.split() for line in page.lines[2:-1] if line.strip(" ─")]
        assert [row[-1] for row in rows] == ["form", "letter", "pass", "coat", "boots"]
        assert "Sam" in rows[0] and "Sam" not in rows[1] and "5 promises to 2 people" in page.lines[0]
        await page.press("d")
        assert "the form" not in page.text and "saved 14:02" in page.lines[-1].lower()
        assert [each.state for each in books.caseload.promises_of(sam)].count("done") == 1
        await page.press("u", "enter")
        assert "the form" in page.text


async def test_how_much_is_promised_is_said_as_one_says_it():
    dee = Promised(Client(name="Dee"), (Promise(words="ask"),))
    own = Promised(None, (Promise(words="rest"),))
    said = [facts(AllPromised(people, 0)) for people in ((dee,), (dee, own), (own,), ())]
    assert said == ["1 promise to 1 person", "2 promises to 1 person", "1 promise", ""]


async def test_enter_opens_the_person_at_the_promise_and_x_lets_it_go(open_page, books):
    dee = books.caseload.find_person("dee").id
    async with open_page(books) as page:
        await page.press("I")
        page.app.screen.list.highlight(f"promises:{books.caseload.promises_of(dee)[0].id}")
        await page.press("enter")
        assert page.lines[0].startswith(" Dee")
        assert "▸" in next(line for line in page.lines if "ask about boots" in line)
        await page.press("escape", "x", "enter")
        assert books.caseload.promises_of(dee)[0].state == "let-go"
        assert "ask about boots" not in page.text


async def test_where_nothing_is_promised_it_says_how(open_page, empty_books):
    empty_books.caseload.add(Promise(words="new gloves"))
    async with open_page(empty_books, size=(40, 12)) as page:
        while page.app.screen.__class__.__name__ == "FirstStartScreen":
            await page.press("escape")
        await page.press("I")
        assert "yourself" in page.text and "new gloves" in page.text
        await page.press("l")
        assert "There is no person here; e corrects" in page.text
        await page.press("d")
        assert "Nothing is promised now. i on a" in page.text
