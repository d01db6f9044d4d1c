"""ctrl+p: everything that can be done here, by name, in a dialog too."""

import pytest

from mentor_tui.palette import actions_here
from mentor_tui.screens.dialog import AskScreen
from store.records import Client

IN_DIALOGS = {
    "note": {"Help for this place", "Longer note", "Put this draft aside", "Save"},
    "catch-up": {"Put this draft aside", "Save"},
    "form": {"Put this draft aside", "Save"},
    "write": {"Save"},
    "inbox": {"More"},
}


@pytest.mark.parametrize("dialog", IN_DIALOGS)
async def test_the_palette_of_a_dialog_names_what_works_there(open_page, books, dialog):
    async with open_page(books) as page:
        page.app.open_dialog(dialog, *([Client] if dialog == "form" else []))
        await page.pilot.pause()
        screen = page.app.screen
        await page.press("ctrl+p")
        assert type(page.app.screen).__name__ == "CommandPalette"
        listed = {command.title for command in page.app.get_system_commands(screen)}
        assert {title for title in listed if not title.startswith("Colours")} == IN_DIALOGS[dialog]
        assert {action.title for action, _ in actions_here(screen) if action.in_palette} == IN_DIALOGS[dialog]


async def test_a_command_chosen_in_a_dialog_is_done_in_it(open_page, books):
    async with open_page(books) as page:
        await page.press("n", *"dee boots", "ctrl+p", *"longer")
        while "Longer note" not in page.text:
            await page.pilot.pause(0.01)
        await page.press("down", "enter")
        await page.pilot.pause()
        assert page.app.screen.line.editor.is_long
        assert page.app.screen.line.text == "dee boots"


async def test_a_bare_question_has_no_palette(open_page, books):
    async with open_page(books) as page:
        page.app.push_screen(AskScreen("Undo the note?", "undo"))
        await page.press("ctrl+p")
        assert type(page.app.screen).__name__ == "TodayScreen"


async def test_what_is_done_elsewhere_is_found_by_name_from_anywhere(open_page, books):
    async with open_page(books) as page:
        await page.press("ctrl+p", *"backup")
        await page.pilot.pause(0.3)
        assert "Make a backup" in page.text


async def test_help_says_what_a_key_means_in_this_place(open_page, books):
    async with open_page(books) as page:
        await page.press("6", "f1")
        assert "Write it, a gate page, a record; close the month." in " ".join(page.text.split())
        await page.press("escape", "3", "f1")
        assert "Plan something on the day under the cursor" in " ".join(page.text.split())
