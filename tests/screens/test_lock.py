"""The lock: what is seen of it, what it takes off the screen, and how she comes back to where she was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mentor_tui.books import books_of
from store.folder import DataFolder
from store.letterbox import post
from tests.screens.at_the_door import at_the_door
from tests.screens.conftest import add_people

LOCKED = "Your notes are locked"


@pytest.fixture(scope="module")
def as_written(tmp_path_factory, clock, own_lock):
    """An encrypted folder with Dee and the others in it."""
    path = tmp_path_factory.mktemp("encrypted") / "store"
    with DataFolder.create(path, clock, own_lock.lock) as folder:
        add_people(books_of(folder, clock).caseload)
    return path


@pytest.fixture
def place(tmp_path, as_written):
    """The same, for one test alone."""
    return shutil.copytree(as_written, tmp_path / "store")


@pytest.fixture
def opened(place, clock, own_lock):
    """Opens it: `async with opened() as page`, on Today."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opening(**settings):
        async with at_the_door(place, clock, **settings) as page:
            page.app.unlocked(own_lock.lock.keys)
            await page.until("COMING UP")
            yield page

    return opening


async def test_the_first_page_of_an_encrypted_folder_is_the_lock(place, clock):
    async with at_the_door(place, clock) as page:
        assert LOCKED in page.text
        assert "Dee" not in page.text and "Today" not in page.text


async def test_without_its_identity_file_it_is_locked_still_and_nowhere_called_plain(place, clock):
    (place / "identity.age").unlink()
    async with at_the_door(place, clock) as page:
        assert LOCKED in page.text
        assert not page.app.says_plain


async def test_the_passphrase_opens_it(place, clock, own_lock):
    async with at_the_door(place, clock) as page:
        await page.unlock(own_lock.passphrase)
        await page.until("COMING UP")
        assert "day 2 since release" in page.text


async def test_another_passphrase_is_said_to_be_another_and_counts_nothing(place, clock):
    async with at_the_door(place, clock) as page:
        await page.unlock("something else")
        await page.until("That is not the passphrase")
        assert page.app.screen.line.secret == ""
        assert page.app.focused is page.app.screen.line


async def test_what_is_typed_stands_there_as_dots_until_it_is_asked_for(place, clock):
    async with at_the_door(place, clock) as page:
        await page.paste("open sesame")
        assert "sesame" not in page.text and "•" * 11 in page.text
        await page.press("f5")
        assert "open sesame" in page.text


async def test_letters_and_figures_are_letters_and_figures_here(place, clock):
    async with at_the_door(place, clock) as page:
        await page.press("2", "n", "q", "question_mark", "slash", "f9", "ctrl+l", "ctrl+p")
        assert page.app.screen.line.secret == "2nq?/"
        assert LOCKED in page.text


async def test_lines_in_the_letterbox_are_counted_and_not_shown(place, clock, opened):
    async with opened():
        pass
    post(place, "dee 15c her new shoes", clock)
    async with at_the_door(place, clock) as page:
        await page.until("1 line waits in the inbox.")
        assert "shoes" not in page.text


async def test_ctrl_l_takes_everything_about_anybody_off_the_screen(opened):
    async with opened() as page:
        await page.press("enter", "ctrl+l")
        await page.until(LOCKED)
        assert "Dee" not in page.text
        assert page.app.books is None
        assert page.app.title == "mentor" and not page.app.sub_title


@pytest.mark.parametrize(
    "keys", [("n",), ("p",), ("question_mark",), ("ctrl+p",), ("u",), ("x",), ("7",)], ids=" ".join
)
async def test_ctrl_l_works_from_every_kind_of_dialog(opened, keys):
    async with opened() as page:
        await page.press(*keys, "ctrl+l")
        await page.until(LOCKED)


async def test_nothing_of_an_earlier_page_is_left_when_it_is_locked(opened):
    async with opened() as page:
        await page.press("2", "enter", "3", "ctrl+l")
        await page.until(LOCKED)
        await page.app.workers.wait_for_complete()
        assert [type(screen).__name__ for screen in page.app.screen_stack] == ["LockScreen"]
        assert page.app.clipboard == "" and page.app.unkept.taken_away() == []


async def test_it_lies_on_the_disk_encrypted_while_it_is_locked(opened, place):
    async with opened() as page:
        await page.press("n")
        await page.paste("dee 15c Quillon")
        await page.press("ctrl+l")
        await page.until(LOCKED)
        await page.app.workers.wait_for_complete()
        assert len(list((place / "drafts").glob("*.age"))) == 1
        assert not [path for path in place.rglob("*") if path.is_file() and b"Quillon" in path.read_bytes()]


HALF_TYPED = {
    "an empty note": (("n",), "dee 15c her new shoes", "note ─"),
    "a note on her page": (("enter", "l"), "15c her new shoes", "note, Dee"),
    "the sheet": (("N",), "dee 15c her new shoes", "catch up"),
    "a form": (("i",), "her new shoes", "promise, Dee"),
    "a page of her own": (("w",), "her new shoes", "a page of your own"),
    "leaving somebody until a day": (("z", "tab"), "her new shoes", "leave Dee until"),
}


@pytest.mark.parametrize(("keys", "words", "frame"), HALF_TYPED.values(), ids=HALF_TYPED)
async def test_what_was_typed_is_back_where_it_was_typed(opened, own_lock, keys, words, frame):
    async with opened(size=(100, 30)) as page:
        await page.press(*keys)
        await page.paste(words)
        await page.press("ctrl+l")
        await page.until(LOCKED)
        page.app.unlocked(own_lock.lock.keys)
        await page.until("her new shoes")
        assert frame in page.text


async def test_she_is_back_on_the_page_of_the_person_she_was_with(opened, own_lock):
    async with opened() as page:
        await page.press("2", "enter", "right_square_bracket", "ctrl+l")
        await page.until(LOCKED)
        page.app.unlocked(own_lock.lock.keys)
        await page.until("Timeline")
        assert page.app.current_mode == "clients"


async def test_words_that_are_back_and_saved_leave_no_draft(opened, own_lock, place):
    async with opened() as page:
        await page.press("z", "tab")
        await page.paste("at her sister's")
        await page.press("ctrl+l")
        await page.until(LOCKED)
        page.app.unlocked(own_lock.lock.keys)
        await page.until("at her sister's")
        page.app.screen.form.restore({"left_until": "fri"})
        await page.press("ctrl+s")
        assert list((place / "drafts").iterdir()) == []


async def test_keys_and_timers_go_on_while_it_is_unlocked(place, clock, own_lock, monkeypatch):
    """The waiting is done by another process: what is drawn here waits for nothing."""
    import asyncio
    from time import monotonic

    import store.unlocking

    really = store.unlocking.unwrap

    def slowly(wrapped, passphrase):
        import subprocess

        subprocess.run(
            ["sleep", "0.6"], check=True
        )  # as long as scrypt in earnest would take another process
        return really(wrapped, passphrase)

    monkeypatch.setattr(store.unlocking, "unwrap", slowly)
    async with at_the_door(place, clock) as page:
        await page.paste(own_lock.passphrase)
        page.app.screen.action_open()
        ticks, before = [], monotonic()
        while page.app.books is None:
            await asyncio.sleep(0.005)
            ticks.append(monotonic() - before)
            before = monotonic()
        assert len(ticks) > 60
        assert sorted(ticks)[len(ticks) * 9 // 10] < 0.05


def test_after_a_lock_no_key_and_nobody_is_left_in_the_program(place, own_lock):
    """In a process of its own, where nothing lies about that other tests left."""
    words = [sys.executable, "-m", "tests.screens.locked_again", place, own_lock.passphrase]
    root = Path(__file__).parents[2]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, timeout=60)
    open_to_her, locked = done.stdout.splitlines()
    assert {"Client", "Keys", "LedgerKeys"} <= {*open_to_her.split()}, done.stderr
    assert locked == ""


@pytest.fixture
def unlocking(monkeypatch):
    """Each unlocking waits until it is let go on."""
    from threading import Event

    import store.unlocking

    may_go_on = Event()
    really = store.unlocking.unwrap

    def held(wrapped, passphrase):
        may_go_on.wait(10)
        return really(wrapped, passphrase)

    monkeypatch.setattr(store.unlocking, "unwrap", held)
    yield may_go_on
    may_go_on.set()


async def test_ctrl_l_while_it_is_unlocked_leaves_it_locked(place, clock, own_lock, unlocking):
    async with at_the_door(place, clock) as page:
        await page.paste(own_lock.passphrase)
        page.app.screen.action_open()
        page.app.simulate_key("ctrl+l")
        unlocking.set()
        await page.until("It stays locked.")
        await page.app.workers.wait_for_complete()
        assert LOCKED in page.text and page.app.books is None
        assert page.app.focused is page.app.screen.line


FIELDS = {
    "the second field of a form": ("a", "tab"),
    "the words of a page of her own": ("w",),
    "what stands below them": ("w", "tab", "tab"),
}


@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_keys_typed_at_once_go_on_in_the_field_where_she_was(opened, own_lock, keys):
    async with opened(size=(100, 30)) as page:
        await page.press(*keys)
        await page.paste("her sho")
        await page.press("ctrl+l")
        await page.until(LOCKED)
        page.app.unlocked(own_lock.lock.keys)
        page.app.simulate_key("e")
        page.app.simulate_key("s")
        await page.until("her shoes")


async def test_the_agenda_is_back_on_its_tab_its_day_and_its_line(opened, own_lock):
    async with opened() as page:
        await page.press("3", "right_square_bracket", "pagedown", "pageup", "right")
        here = page.app.screen
        before = here.row_here(), here.day_here, here.tab_line.chosen
        await page.press("ctrl+l")
        await page.until(LOCKED)
        page.app.unlocked(own_lock.lock.keys)
        await page.until("23 to 29 Nov")
        again = page.app.screen
        assert (again.row_here(), again.day_here, again.tab_line.chosen) == before
        assert len(page.app.screen_stack) == 1
