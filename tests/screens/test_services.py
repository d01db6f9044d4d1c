"""The directory as a person meets it."""

import pytest

from store.records import Hours, Phone, Place, Referral, Service


@pytest.fixture
def directory(books):
    for name in ("Corner Clinic", "Harbour Housing", "Legal Desk"):
        books.caseload.add(Service(name=name, what_for=f"{name} for everyone"))
    books.caseload.add(
        Service(
            name="Bread Table",
            organization="Sunday Kitchen",
            how_to_get_in="Walk in, no ID asked",
            bring="a bag",
            cost="free",
            phones=(Phone(number="555-0110", kind="voice"),),
            hours=(Hours(days="Mon-Fri", opens="09:00", closes="17:00"),),
            places=(Place(name="The hall", address="1 Invented Street"),),
            places_of="organization",
            needs_id=False,
        )
    )
    return books


async def test_the_directory_is_listed_by_name(open_page, directory, snapshot):
    async with open_page(directory) as page:
        await page.press("5")
        assert page.text == snapshot


async def test_a_service_says_how_to_get_in_and_what_to_bring(open_page, directory, snapshot):
    async with open_page(directory) as page:
        await page.press("5", "home", "enter")
        await page.pilot.pause()
        assert page.text == snapshot


async def test_words_narrow_the_directory(open_page, directory):
    async with open_page(directory) as page:
        await page.press("5", "slash", *"hous")
        assert "Harbour Housing" in page.text
        assert "Legal Desk" not in page.text
        assert "1 of 4" in page.lines[0]


async def test_b_begins_a_bridge_for_the_person_picked(open_page, directory):
    async with open_page(directory) as page:
        await page.press("5", "home", "b")
        assert "for whom?" in page.text
        await page.press("enter")
        bridge = directory.caseload.all(Referral)[-1]
        assert directory.caseload.service_name(bridge.service_id) == "Bread Table"
        assert bridge.stage == "idea"


async def test_an_empty_directory_says_how_one_comes_in(open_page, books):
    async with open_page(books) as page:
        await page.press("5")
        assert "mentor import services FOLDER" in page.text


async def test_letters_pick_the_person_they_begin_and_no_other(open_page, directory):
    async with open_page(directory) as page:
        await page.press("5", "home", "b", *"mar", "enter")
        await page.pilot.pause()
        bridge = directory.caseload.all(Referral)[-1]
        assert bridge.client_id == directory.caseload.find_person("marcus").id
        assert page.lines[0].startswith(" Marcus")
