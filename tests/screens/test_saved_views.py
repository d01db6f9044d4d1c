"""Views of Clients of the mentor's own: kept with their filter, reached with the tabs, taken out."""

import pytest

from store.records import Client, Goal, SavedView


@pytest.fixture
def housed(empty_books):
    """Dee looks for a room, Jo is on parole, Pat is paused and looks for one too, Ola died."""
    add = empty_books.caseload.add
    for name, fields in (
        ("Dee", {}),
        ("Jo", {"supervision": "parole"}),
        ("Pat", {"status": "paused"}),
        ("Ola", {"status": "died"}),
    ):
        id = add(Client(name=name, **fields)).records[0].id
        if name not in ("Jo",):
            add(Goal(client_id=id, words="a room", area="housing"))
    return empty_books


def names(page):
    shown = (line.strip(" ▸✓").split(" ")[0] for line in page.lines[3:-2])
    return [name for name in shown if name in ("Dee", "Jo", "Pat", "Ola")]


async def test_need_narrows_the_list_and_whoever_is_not_with_us_stands_below(open_page, housed):
    async with open_page(housed) as page:
        await page.press("2", "slash")
        line = page.app.screen.filter_line
        line.value = "need:housing"
        await page.pilot.pause()
        assert names(page) == ["Dee", "Ola", "Pat"]
        assert "OTHERS" in page.text
        line.value = "parole"
        await page.pilot.pause()
        assert names(page) == ["Jo"]
        line.value = "need:zzz"
        await page.pilot.pause()
        assert "“zzz” is no need" in page.text
        line.value = "from:1 nov"
        await page.pilot.pause()
        assert "Here need: and who: narrow the list" in page.text


async def test_what_is_shown_is_kept_by_a_name_and_reached_with_the_tabs(open_page, housed):
    async with open_page(housed) as page:
        await page.press("2", "right_square_bracket", "slash")
        page.app.screen.filter_line.value = "need:housing"
        await page.press("down", "s")
        page.app.screen.query_one("#write-path").value = "rooms"
        await page.press("enter")
        assert housed.caseload.all(SavedView)[0].words == "need:housing"
        assert "rooms" in page.lines[2] and names(page) == ["Dee", "Pat"]
        await page.press("left_square_bracket", "left_square_bracket")
        assert "Dee" in names(page) and "Jo" in names(page)
        assert not page.app.screen.filter_line.value
        await page.press("right_square_bracket", "right_square_bracket")
        assert names(page) == ["Dee", "Pat"]
        await page.press("escape")
        assert "Jo" in names(page) and page.lines[0].startswith(" Clients")


async def test_a_view_is_changed_under_its_name_and_x_on_it_removes_it(open_page, housed):
    housed.caseload.add(SavedView(name="rooms", words="need:housing", view="Everyone"))
    async with open_page(housed, lens=True) as page:
        await page.press("2", "left_square_bracket")
        assert "rooms" not in page.lines[2] and "Nobody by name" in page.lines[2]
        await page.press("f9")
        assert "rooms" in page.lines[2]
        page.app.screen.filter_line.value = "need:housing dee"
        await page.press("s", "enter")
        (kept,) = housed.caseload.all(SavedView)
        assert (kept.name, kept.words) == ("rooms", "need:housing dee")
        await page.press("x", "enter")
        assert housed.caseload.all(SavedView) == () and "rooms" not in page.text
        assert "Dee" in names(page) and "Jo" in names(page)
        await page.press("u", "enter", "left_square_bracket")
        assert "rooms" in page.lines[2]
