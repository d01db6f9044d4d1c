"""Settings as the mentor meets them."""

import json

import pytest

from mentor_tui.settings import Settings, read_settings
from store.backup import listing
from store.vocabulary import AREAS, label, rename


@pytest.fixture(autouse=True)
def the_default_words_afterwards():
    yield
    rename({})


@pytest.fixture
def settings_page(open_page, books):
    """The program at Settings, keeping what is changed in the data folder."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opening(**options):
        async with open_page(books, keep_settings_in=books.folder.path, **options) as page:
            await page.press("7")
            yield page

    return opening


async def settled(page):
    """Everything that runs beside the screen is done, and drawn."""
    await page.app.workers.wait_for_complete(
        [worker for worker in page.app.workers if worker.node is not page.app]
    )
    await page.pilot.pause()


def without_place(page, books):
    """What is on the screen, the folder's own path left out."""
    return page.text.replace(str(books.folder.path), "FOLDER")


async def test_settings_say_how_things_stand(settings_page, books, snapshot):
    async with settings_page(size=(120, 40)) as page:
        assert without_place(page, books) == snapshot


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_nothing_is_wider_than_the_terminal(settings_page, size):
    async with settings_page(size=size) as page:
        assert all(len(line) <= size[0] for line in page.lines)
        await page.press("end")
        assert "mentor" in page.text


async def test_a_theme_is_shown_at_once_and_kept(settings_page, books):
    async with settings_page() as page:
        await page.press("enter", "down")
        assert page.app.theme == "paper"
        await page.press("enter")
        assert "paper, light" in page.text
    assert read_settings(books.folder.path).theme == "paper"


async def test_esc_goes_back_to_the_theme_before(settings_page, books):
    async with settings_page() as page:
        await page.press("enter", "down", "down", "escape")
        assert page.app.theme == "hearth"
        await page.pilot.pause()
    assert read_settings(books.folder.path).theme == "hearth"


async def test_the_order_of_day_and_month_turns_and_holds_at_once(settings_page, books):
    async with settings_page() as page:
        await page.press("down", "enter")
        assert "is December 3, the month first" in page.text
        assert books.caseload.read_when("12/3").day.month == 12
    assert not read_settings(books.folder.path).day_first


async def test_her_own_word_for_an_entry_is_shown_everywhere_and_kept(settings_page, books):
    async with settings_page() as page:
        await page.press("down", "down", "enter", "enter", "down", "enter")
        page.app.screen.query_one("#write-path").value = "a warm meal"
        await page.press("enter")
        assert "a warm meal" in page.text and "comes as “food”" in page.text
        await page.press("escape", "escape")
        assert "1 in words of your own" in page.text
    assert label(AREAS, "food") == "a warm meal"
    assert read_settings(books.folder.path).lists == {"areas": {"food": "a warm meal"}}


async def test_an_empty_line_brings_the_word_back(open_page, books):
    async with open_page(books, keep_settings_in=books.folder.path) as page:
        page.app.settings = Settings(lists={"areas": {"clothes": "boots"}})
        rename(page.app.settings.lists)
        await page.press("7", "down", "down", "enter", "enter", "enter")
        page.app.screen.query_one("#write-path").value = ""
        await page.press("enter")
        assert label(AREAS, "clothes") == "clothes and basics"
        assert page.app.settings.lists == {}


async def test_a_makes_a_backup_and_proves_it(settings_page, books):
    async with settings_page() as page:
        await page.press("a")
        await settled(page)
        assert "today 14:02" in page.text and "last proven today" in page.text
    made = listing(books.folder.path)
    assert [one.problem for one in made] == [""]


async def test_a_backup_is_proved_again_with_enter(settings_page, books, clock):
    from store import backup

    backup.create(books.folder, clock)
    async with settings_page() as page:
        assert "enter proves it" in page.text
        await page.press(*["down"] * 6, "enter")
        await settled(page)
        assert "proven today" in page.text


async def test_a_backup_that_cannot_be_brought_back_is_said(settings_page, books, clock):
    from store import backup

    made = backup.create(books.folder, clock)
    made.path.write_bytes(made.path.read_bytes() + b"more than was there")
    async with settings_page() as page:
        await page.press(*["down"] * 6, "enter")
        await settled(page)
        assert "proven today" not in page.text
        assert "ackup" in page.lines[-1]


async def test_backups_are_automatic_until_she_turns_that_off(settings_page, books):
    async with settings_page() as page:
        assert "before an import" in page.text
        await page.press(*["down"] * 4, "enter")
        assert "off: only when you make one" in page.text
    assert read_settings(books.folder.path).auto_backup is False


async def test_a_stick_for_the_copies_is_named_and_kept(settings_page, books, tmp_path):
    async with settings_page() as page:
        await page.press(*["down"] * 5, "enter")
        page.app.screen.query_one("#write-path").value = str(tmp_path / "stick")
        await page.press("enter")
        assert "not there just now" in page.text
    assert read_settings(books.folder.path).backup_to == str(tmp_path / "stick")


async def test_days_after_a_release_that_are_not_read_stay_in_the_line(settings_page, books):
    async with settings_page() as page:
        page.app.screen.query_one("#settings").highlight("curve")
        await page.press("enter")
        page.app.screen.query_one("#write-path").value = "0, soon"
        await page.press("enter")
        line = page.app.screen.query_one("#write-path")
        assert line.value == "0, soon"
        assert "is not read" in page.text
        line.value = "2, 9"
        await page.press("enter")
        assert "days 2 and 9" in page.text
    assert books.caseload.release_curve == (2, 9)
    assert read_settings(books.folder.path).release_curve == "2, 9"


async def test_other_keys_are_named(open_page, books, clock):
    async with open_page(books) as page:
        page.app.settings = Settings(keys={"note": "j", "log": "f5"})
        await page.press("7", "end")
        assert "New note: j, 1 that cannot be used; enter says why" in " ".join(page.text.split())


async def test_it_says_where_everything_lies_and_that_it_is_not_encrypted(settings_page, books):
    async with settings_page(size=(120, 44)) as page:
        assert books.folder.path.name in page.text
        assert "Not encrypted: whoever can open this disk can read it." in page.text


async def test_what_is_set_is_kept_in_plain_words(settings_page, books):
    async with settings_page() as page:
        await page.press("down", "enter")
    kept = json.loads((books.folder.path / "settings.json").read_text())
    assert kept["day_first"] is False


async def test_after_how_many_months_a_record_asks_is_chosen_and_kept(settings_page, books):
    async with settings_page() as page:
        page.app.screen.query_one("#settings").highlight("still-needed")
        await page.press("enter")
        assert "asks it 24 months after" in " ".join(page.text.split())
        assert read_settings(books.folder.path).keep_months == 24
