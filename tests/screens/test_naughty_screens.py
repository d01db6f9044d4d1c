"""Whatever another program put into the record, every screen shows the words and obeys none of them."""

import pytest

from mentor_tui.places import PLACES
from mentor_tui.textual_private import screen_lines
from store.text import clean_line
from tests.hostile import ESCAPES, OBEYED, naughty_strings, poisoned

pytestmark = pytest.mark.trust("hostile text")

TALL = (240, 640)
"""So much fits on the screen that each list draws hundreds of rows at once."""
DIALOGS = "ldpioyxvezbunNr/?"


@pytest.fixture(params=["some", pytest.param("all", marks=pytest.mark.long)])
def strings(request):
    """Every string of the big list in `python3 dev.py trust`, each fourth in every run; ours always."""
    return [*ESCAPES, *naughty_strings()[:: 1 if request.param == "all" else 4]]


def assert_nothing_is_obeyed(app):
    assert not OBEYED.search("".join(screen_lines(app)))


def plain(strings):
    """Those short and simple enough to be looked for on a screen as they are."""
    cleaned = (clean_line(string) for string in strings)
    return {text for text in cleaned if text.isascii() and text.isprintable() and 0 < len(text) < 20}


async def test_every_place_shows_every_string_and_obeys_none(open_page, empty_books, strings):
    poisoned(empty_books.folder, strings)
    async with open_page(empty_books, size=TALL) as page:
        for place in PLACES:
            page.app.action_place(place.name)
            await page.pilot.pause()
            assert_nothing_is_obeyed(page.app)
            if place.name == "clients":
                shown = page.text
                assert {text for text in plain(strings) if text not in shown} == set()


async def test_a_person_and_every_dialog_about_them_obeys_nothing(open_page, empty_books):
    poisoned(empty_books.folder, ["".join(ESCAPES)])
    async with open_page(empty_books, size=(160, 60)) as page:
        for place in ("today", "clients", "agenda", "services"):
            page.app.action_place(place)
            await page.pilot.pause()
            for key in ("enter", *DIALOGS) if place == "clients" else ("enter",):
                await page.press({"/": "slash", "?": "question_mark"}.get(key, key))
                assert_nothing_is_obeyed(page.app)
                page.app.action_place(place)
                await page.pilot.pause()


@pytest.mark.long
@pytest.mark.parametrize("place", ["today", "clients", "agenda", "services", "reflect"])
async def test_what_each_string_opens_obeys_nothing(open_page, empty_books, strings, place):
    poisoned(empty_books.folder, strings)
    async with open_page(empty_books, size=(120, 60)) as page:
        for _ in strings:
            page.app.action_place(place)
            await page.press("down", "enter")
            assert_nothing_is_obeyed(page.app)
