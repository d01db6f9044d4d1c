"""A phone, or large type: forty columns and twelve lines, with nothing important cut."""

from datetime import date, time

import pytest

from store.records import Appointment, Contact, Promise, Service

TODAY = date(2026, 11, 23)
PHONE = (40, 12)
NOTE = "Called the housing registry about the room: they need one paper from her, any photo will do."


@pytest.fixture
def written(books):
    """Dee with notes that have words, and a directory."""
    caseload = books.caseload
    dee = caseload.find_person("dee").id
    for day, kind, words in ((22, "behalf", NOTE), (21, "gate-pickup", "Picked her up at the gate.")):
        caseload.add(Contact(client_ids=(dee,), on=date(2026, 11, day), kind=kind, minutes=20, words=words))
    caseload.add(Service(name="Bellhouse Women's Shelter", short="bellhouse", alert="Closed for repairs."))
    caseload.add(Service(name="Ferrier Street Housing Registry", short="registry", organization="The city"))
    return books


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("2",), id="clients"),
        pytest.param(("2", "enter"), id="a person"),
        pytest.param(("3",), id="agenda"),
        pytest.param(("5",), id="services"),
        pytest.param(("5", "enter"), id="a service"),
        pytest.param(("r",), id="review"),
        pytest.param(("slash", *"housing"), id="find"),
    ],
)
async def test_a_phone_reads_as_drawn(open_page, written, snapshot, keys):
    async with open_page(written, size=PHONE) as page:
        await page.press(*keys)
        await page.pilot.pause()
        assert all(len(line) <= PHONE[0] for line in page.lines)
        assert page.text == snapshot


async def test_a_note_has_the_full_width_of_a_phone(open_page, written):
    async with open_page(written, size=PHONE) as page:
        await page.press("2", "enter")
        await page.pilot.pause()
        assert "Called the housing registry about" in page.text


async def test_the_chosen_tab_shows_where_not_all_of_them_fit(open_page, written):
    async with open_page(written, size=PHONE) as page:
        await page.press("2", "enter", "left_square_bracket")
        await page.pilot.pause()
        assert "About" in page.text


async def test_beside_what_is_next_a_note_keeps_more_than_half_of_eighty_columns(open_page, written):
    caseload = written.caseload
    dee = caseload.find_person("dee").id
    for day in (26, 27, 30):
        caseload.add(Appointment(client_id=dee, kind="doctor", what="clinic", on=date(2026, 11, day)))
    caseload.add(Appointment(client_id=dee, kind="court", what="court", on=TODAY, at=time(16)))
    caseload.add(Promise(client_id=dee, words="call the sister"))
    async with open_page(written) as page:
        await page.press("2", "enter")
        await page.pilot.pause()
        assert "Called the housing registry about the room:" in page.text
        for seen in ("next", "you said", "ask about boots", "more under Dates"):
            assert seen in page.text
        await page.press("right", "end", "enter")
        await page.pilot.pause()
        assert "OPEN" in page.text
