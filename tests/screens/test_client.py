"""A person's own screen."""

from datetime import date, time

import pytest

from store.records import Appointment, Channel, Client, Consent, Contact, Episode, Goal, Promise, Referral

TODAY = date(2026, 11, 23)


@pytest.fixture
def dee(empty_books):
    """Dee with something under every tab, and the number of her record."""
    caseload = empty_books.caseload
    client = caseload.add(
        Client(
            name="Dee",
            pronouns="she/her",
            prefers="text first, never before 10",
            if_quiet="ask my sister",
            episodes=(Episode(on=date(2026, 11, 21), place="the county jail"),),
            channels=(Channel(how="call", value="555-0142", ok_voicemail=False, never_at="after 9pm"),),
        )
    ).records[0]
    caseload.add(
        Contact(
            client_ids=(client.id,), on=TODAY, mode="phone", outcome="talked", minutes=15, words="got boots"
        )
    )
    caseload.add(
        Contact(client_ids=(client.id,), on=date(2026, 11, 19), mode="phone", outcome="message-left")
    )
    caseload.add(Goal(client_id=client.id, words="a door that locks", area="housing", state="working"))
    caseload.add(Referral(client_id=client.id, to="the clinic", stage="asked", stage_on=date(2026, 11, 20)))
    caseload.add(
        Appointment(
            client_id=client.id, kind="doctor", what="clinic", on=date(2026, 11, 26), at=time(10), going="me"
        )
    )
    caseload.add(Promise(client_id=client.id, words="ask about ID"))
    caseload.add(Consent(client_id=client.id, purpose="keep-notes", state="active", on=date(2026, 11, 21)))
    return client


async def open_dee(page):
    while page.app.screen.__class__.__name__ == "FirstStartScreen":
        await page.press("escape")
    await page.press("2", "enter")
    await page.pilot.pause()


async def test_a_person_reads_as_drawn(open_page, empty_books, dee, snapshot):
    async with open_page(empty_books) as page:
        await open_dee(page)
        assert page.text == snapshot


async def test_the_rules_stand_above_and_the_number_does_not_show(open_page, empty_books, dee):
    async with open_page(empty_books) as page:
        await open_dee(page)
        assert "text first, never before 10" in page.text
        for _ in range(5):
            assert "555-0142" not in page.text
            await page.press("right_square_bracket")


async def test_v_shows_the_rules_and_v_again_the_number(open_page, empty_books, dee):
    async with open_page(empty_books) as page:
        await open_dee(page)
        await page.press("v")
        for rule in ("leave no voicemail", "texting: not asked, so do not text", "never after 9pm"):
            assert rule in page.text
        assert "555-0142" not in page.text
        await page.press("v")
        assert "555-0142" in page.text


@pytest.mark.parametrize(
    ("turns", "seen"),
    [
        (1, ("a door that locks", "working on it")),
        (2, ("the clinic", "asked or called", "since Fri 20 Nov")),
        (3, ("Thu 10:00", "I go along", "YOU SAID", "ask about ID")),
        (4, ("she/her", "the county jail", "keep notes at all")),
    ],
)
async def test_each_tab_shows_what_belongs_there(open_page, empty_books, dee, turns, seen):
    async with open_page(empty_books) as page:
        await open_dee(page)
        await page.press(*["right_square_bracket"] * turns)
        for words in seen:
            assert words in page.text


async def test_x_removes_the_note_under_the_cursor_and_u_brings_it_back(open_page, empty_books, dee):
    async with open_page(empty_books) as page:
        await open_dee(page)
        await page.press("x")
        assert "remove this note" in page.text
        await page.press("enter")
        assert "got boots" not in page.text
        await page.press("u", "enter")
        assert "got boots" in page.text


async def test_d_on_a_promise_keeps_it(open_page, empty_books, dee):
    async with open_page(empty_books) as page:
        await open_dee(page)
        await page.press("right_square_bracket", "right_square_bracket", "right_square_bracket", "down", "d")
        assert "KEPT OR LET GO" in page.text


async def test_d_on_an_appointment_asks_what_happened(open_page, empty_books, dee):
    async with open_page(empty_books) as page:
        await open_dee(page)
        await page.press("right_square_bracket", "right_square_bracket", "right_square_bracket", "home", "d")
        while "turned away" not in page.text:
            await page.press("enter")
        await page.press("enter", "enter")
        plan = empty_books.caseload.all(Appointment)[0]
        assert plan.result == "went"


async def test_markup_in_names_and_notes_is_only_words(open_page, empty_books):
    client = empty_books.caseload.add(Client(name="[red]Al[/]")).records[0]
    empty_books.caseload.add(
        Contact(client_ids=(client.id,), on=TODAY, mode="text", outcome="back", words="[/b] ok")
    )
    async with open_page(empty_books) as page:
        await open_dee(page)
        assert "[red]Al[/]" in page.lines[0]
        assert "[/b] ok" in page.text


async def test_a_person_removed_elsewhere_closes_their_screen(open_page, empty_books, dee):
    async with open_page(empty_books) as page:
        await open_dee(page)
        empty_books.caseload.remove(dee)
        page.app.read_again()
        await page.pilot.pause()
        await page.pilot.pause()
        assert "Dee" not in page.lines[0]


async def test_y_explains_on_a_persons_own_screen(open_page, empty_books, dee):
    async with open_page(empty_books) as page:
        await open_dee(page)
        await page.press("y")
        assert "why Dee is here" in page.text and "day 2 since release" in page.text


async def test_y_says_why_someone_is_not_on_today(open_page, empty_books, dee):
    empty_books.caseload.set_status(dee, "paused")
    async with open_page(empty_books) as page:
        await page.press("2", "right_square_bracket", "enter", "y")
        assert "Dee is not on Today (“paused, their choice”): nothing asks for them." in page.lines[-1]
