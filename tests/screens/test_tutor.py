"""The tutor of the demo: it watches the keys, goes on by itself, and is put away with esc."""

import pytest
from textual import events

from mentor_tui import keys
from mentor_tui.screens import proposing
from mentor_tui.tutor import ANY, SAVED, STEPS, Tutor

BANNER = "demo, invented people"


def test_every_step_can_be_done_and_the_last_key_ends_it():
    tutor = Tutor()
    for number, step in enumerate(STEPS, start=1):
        assert tutor.words.endswith(f"{number}/{len(STEPS)}")
        for wanted in step.waits_for:
            assert not tutor.pressed("f12", is_typing=False) or wanted == ANY
            if wanted == SAVED:
                tutor.saved()
            elif wanted != ANY:
                key = "down" if wanted == "down" else keys.action(wanted).keys_now.split(",")[0]
                tutor.pressed(key, is_typing=False)
    assert tutor.is_over and tutor.words == ""


def test_what_is_typed_into_a_line_is_no_key():
    tutor = Tutor((STEPS[2], STEPS[3]))
    assert not tutor.pressed("l", is_typing=True)
    assert tutor.pressed("l", is_typing=False)


def test_it_names_the_mentors_own_keys():
    keys.use_keys({"log": "j"})
    tutor = Tutor((STEPS[2],))
    assert tutor.words.startswith("j begins a note") and tutor.pressed("j", is_typing=False)
    keys.use_keys({})


async def test_it_goes_on_with_the_keys_and_esc_on_today_leaves_it(open_page, books, monkeypatch):
    monkeypatch.setattr(proposing, "DOUBLE_PRESS_SECONDS", 0.0)
    async with open_page(books, demo_banner=BANNER) as page:
        assert "invented, so try" not in page.text
        commands = {command.title: command for command in page.app.get_system_commands(page.app.screen)}
        commands["Tutor"].callback()
        await page.pilot.pause()
        assert "press it." in page.text and "1/" in page.text
        await page.press("down", "y", "escape")
        assert "l begins a note" in page.text
        await page.press("l")
        page.app.post_message(events.Paste("15c hi"))
        await page.pilot.pause()
        assert "Type 15c" in page.text  # it stands there under the line too
        await page.press("enter", "escape")
        assert "u takes it back" in page.text
        await page.press("u", "enter", "2")
        assert "a name" in page.text  # on every page
        await page.press("1", "escape")
        assert "once more puts the tutor away; “Tutor” under ctrl+p brings it back" in page.text
        await page.press("down", "escape")  # one esc too many does not end it
        assert page.app.tutor is not None
        await page.press("escape")
        assert page.app.tutor is None and "a name" not in page.text
        page.app.begin_tutor()
        await page.pilot.pause()
        assert "a name" in page.text  # where it was left
        assert page.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_it_stands_above_the_foot_and_covers_nothing(open_page, books, size):
    async with open_page(books, size=size, demo_banner=BANNER) as page:
        page.app.begin_tutor()
        await page.pilot.pause()
        tutor, foot = page.app.screen.query_one("#tutor").region, page.app.screen.query_one("#status").region
        assert tutor.bottom <= foot.y and page.app.screen.waiting_list.region.bottom <= tutor.y
        assert "▸ Dee" in page.text and "n note" in page.lines[-1]


async def test_outside_the_demo_there_is_none(open_page, books):
    async with open_page(books) as page:
        titles = {command.title for command in page.app.get_system_commands(page.app.screen)}
        assert not {"Tutor", "Leave the tutor"} & titles
