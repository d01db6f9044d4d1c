"""The first start: a passphrase, a recovery key on paper, or not now; and nothing made before that."""

import re

import pytest

from store.card import is_encrypted
from store.layout import Layout
from tests.screens.at_the_door import at_the_door
from tests.screens.raw_keys import raw_keys

GOOD = "maple quilt harbor wren"


@pytest.fixture
def place(tmp_path):
    return tmp_path / "store"


@pytest.fixture
def quick_lock(monkeypatch, own_lock):
    """Keys that were made beforehand: making them takes scrypt three seconds each time."""
    made = []

    def made_already(passphrase):
        made.append(passphrase)
        return own_lock.lock, own_lock.recovery_key

    monkeypatch.setattr("store.vault.new_lock", made_already)
    return made


async def type_twice(page, first, second=None):
    await page.paste(first)
    await page.press("enter")
    await page.paste(second or first)
    await page.press("enter")


def groups_on(page):
    """The groups as they stand on the screen, by number."""
    return {int(number): group for number, group in re.findall(r"(\d+) ([A-Z0-9]{2,4})\b", page.text)}


async def to_the_question(page):
    """To where two groups are asked back: their numbers, and what stands on the paper."""
    await type_twice(page, GOOD)
    await page.until("Your recovery key")
    paper = groups_on(page)
    await page.press("enter")
    first, second = re.search(r"groups (\d+) and (\d+)", page.text).groups()
    return int(first), int(second), paper


async def test_it_says_first_what_happens_if_both_are_lost(place, clock):
    async with at_the_door(place, clock) as page:
        assert "If passphrase and recovery key are both lost, nobody can open the notes again" in page.flat
        assert "not the makers of mentor" in page.flat
        assert not place.exists()


async def test_a_passphrase_and_the_key_on_paper_make_an_encrypted_folder(place, clock, quick_lock):
    async with at_the_door(place, clock) as page:
        first, second, paper = await to_the_question(page)
        assert not place.exists()
        await page.paste(paper[first].lower())
        await page.press("enter")
        await page.paste(paper[second])
        await page.press("enter")
        await page.until("Who are you walking with?")
        assert is_encrypted(place) and quick_lock == [GOOD]
        assert "not encrypted" not in page.text
        assert "ctrl+l locks it at once" in page.flat and raw_keys(page.text) == []


async def test_the_recovery_key_is_shown_whole(place, clock, quick_lock, own_lock):
    async with at_the_door(place, clock) as page:
        await type_twice(page, GOOD)
        await page.until("Your recovery key")
        assert "AGE-SECRET-KEY-1" + "".join(groups_on(page).values()) == own_lock.recovery_key


async def test_the_key_is_not_shown_while_it_is_asked_back(place, clock, quick_lock):
    async with at_the_door(place, clock) as page:
        _, _, paper = await to_the_question(page)
        assert not [group for group in paper.values() if len(group) == 4 and group in page.text]


async def test_a_group_that_is_not_as_on_the_paper_makes_nothing(place, clock, quick_lock):
    async with at_the_door(place, clock) as page:
        first, _, _ = await to_the_question(page)
        await page.paste("OOPS")
        await page.press("enter", "z", "enter")
        assert f"Group {first} is another one." in page.text
        assert not place.exists()


async def test_esc_leads_back_a_step_at_a_time_and_makes_nothing(place, clock, quick_lock):
    async with at_the_door(place, clock) as page:
        await to_the_question(page)
        await page.press("escape")
        assert "Your recovery key" in page.text
        await page.press("escape")
        await page.until("Nothing was made.")
        await page.press("escape")
        assert not page.app.is_running
    assert not place.exists()


async def test_tab_leads_from_line_to_line(place, clock, quick_lock):
    async with at_the_door(place, clock) as page:
        first = page.app.focused
        await page.press("tab")
        assert page.app.focused not in (first, None)
        await page.press("shift+tab")
        assert page.app.focused is first


async def test_two_that_are_not_the_same_are_asked_again(place, clock, quick_lock):
    async with at_the_door(place, clock) as page:
        await type_twice(page, GOOD, "maple quilt")
        assert "The two are not the same." in page.text
        assert quick_lock == []


async def test_a_weak_one_is_said_to_be_weak_and_may_be_taken_all_the_same(place, clock, quick_lock):
    async with at_the_door(place, clock) as page:
        await type_twice(page, "dee2026")
        assert "a few guesses would find this one" in page.text
        assert quick_lock == []
        await page.press("enter")
        await page.until("Your recovery key")


async def test_how_long_it_would_stand_is_said_as_it_is_typed(place, clock):
    async with at_the_door(place, clock) as page:
        await page.paste("maple quilt")
        assert "a determined person could find this one" in page.text
        await page.paste(" harbor wren")
        assert "good: even a determined person would hardly find this one" in page.text


async def test_six_other_words_can_be_had(place, clock):
    async with at_the_door(place, clock) as page:
        words = str(page.app.screen.query_one("#six-words").content)
        await page.press("f6")
        assert len(words.split()) == 6
        assert str(page.app.screen.query_one("#six-words").content) != words


async def test_not_now_begins_without_encryption_and_every_page_says_so(place, clock):
    async with at_the_door(place, clock) as page:
        await page.press("f7", "f7")
        await page.until("Who are you walking with?")
        assert "not encrypted" in page.lines[0]
        await page.press("escape", *"2", "3")
        assert "not encrypted" in page.lines[0]
        assert not is_encrypted(place)


async def test_a_plain_folder_says_on_every_page_that_it_is_not_encrypted(place, clock):
    async with at_the_door(place, clock) as page:
        await page.press("f7", "f7")
        await page.until("Who are you walking with?")
        await page.press("escape")
        for place_number in "1234567":
            await page.press(place_number)
            assert "not encrypted" in page.lines[0], place_number


async def test_a_folder_whose_making_was_stopped_half_way_is_begun_again(place, clock):
    for folder in (place, *Layout(place).folders):
        folder.mkdir()
    (place / "identity.age").write_bytes(b"age-encryption.org/v1\n")
    async with at_the_door(place, clock) as page:
        assert "A passphrase for your notes" in page.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=lambda size: "x".join(map(str, size)))
async def test_the_first_page_fits(place, clock, size):
    async with at_the_door(place, clock, size=size) as page:
        assert "A passphrase for your notes" in page.text
        assert "f7 not now" in page.text


async def test_not_now_is_asked_once_and_esc_goes_back_to_the_passphrase(place, clock):
    async with at_the_door(place, clock) as page:
        await page.press("f7")
        assert "f7 again begins without encryption; esc goes back." in page.flat
        await page.press("escape")
        assert page.app.is_running and "f7 again" not in page.flat
        assert not place.exists()
