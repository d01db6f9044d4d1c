"""One key, one meaning, everywhere; and each of them is written down."""

import importlib
import inspect
import pkgutil
import string

import pytest
from textual.dom import DOMNode

import mentor_tui.screens
import widgets
from mentor_tui import places
from mentor_tui.app import MentorApp
from mentor_tui.keys import ACTIONS
from mentor_tui.palette import actions_here

PRODUCT_KEYS = {
    "n": "note", "l": "log", "N": "catch-up", "p": "plan", "i": "promise", "o": "goal", "b": "bridge",
    "c": "check-in",
    "a": "add", "e": "edit", "d": "done", "z": "leave-until", "x": "more", "y": "why", "v": "reveal",
    "w": "write", "r": "review", "u": "undo", "slash": "find", "question_mark": "help", "f1": "help",
    "enter": "open", "q": "back", "escape": "back", "ctrl+p": "command-palette", "ctrl+l": "lock",
    "f9": "lens", "f2": "longer", "f3": "put-aside", "ctrl+o": "jump",
    "left_square_bracket": "previous-tab", "right_square_bracket": "next-tab",
    "1": "place-today", "2": "place-clients", "3": "place-agenda", "4": "place-reflect",
    "5": "place-services", "6": "place-reports", "7": "place-settings",
}  # fmt: skip
LEFT_TO_TEXT_FIELDS = {f"ctrl+{letter}" for letter in "adekuvwxjmih"}

CLOSES = (".close", ".leave")
ALSO_CLOSED_BY = {"y": "why.close", "question_mark": "help.close"}
"""The key that opened a dialog closes it again."""
GOES_ON = {"v": "reveal.show"}
"""The key that opened a dialog goes on with what it opened for."""

meanings = {key: action.id for action in ACTIONS for key in action.key.split(",")}


def own_bindings():
    """Every binding that a screen, a dialog, a widget or the app of ours names itself, and who does."""
    modules = ["mentor_tui.app_keys", "mentor_tui.app"]
    for package in (mentor_tui.screens, widgets):
        modules += [f"{package.__name__}.{module.name}" for module in pkgutil.iter_modules(package.__path__)]
    for module in modules:
        for _, kind in inspect.getmembers(importlib.import_module(module), inspect.isclass):
            if kind.__module__ == module and issubclass(kind, DOMNode):
                for binding in vars(kind).get("BINDINGS", ()):
                    yield kind, binding


BINDINGS = list(own_bindings())


def test_the_table_is_the_one_of_the_product():
    assert {key: meanings.get(key) for key in PRODUCT_KEYS} == PRODUCT_KEYS


def test_a_key_has_one_meaning_in_the_whole_table():
    keys = [key for action in ACTIONS for key in action.key.split(",")]
    assert len(keys) == len(set(keys))


def test_keys_that_fields_and_terminals_need_are_left_alone():
    assert not LEFT_TO_TEXT_FIELDS & set(meanings)
    assert not [key for key in meanings if key.startswith("alt+")]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_each_action_is_told_in_words(action):
    assert action.label and action.title
    assert action.sentence.endswith(".")
    assert action.shown_key in action.all_keys


def test_no_letter_stands_for_two_words_at_the_foot():
    labels = [action.label for action in ACTIONS]
    assert len(labels) == len(set(labels))


def test_every_printable_key_of_a_screen_means_what_the_table_says():
    """None may bind a letter of its own: it would mean one thing here and another there."""
    printable = set(string.ascii_letters + string.digits) | {"slash", "question_mark"}
    for kind, binding in BINDINGS:
        for key in printable & set(binding.key.split(",")):
            closes = binding.id.endswith(CLOSES) and (key == "q" or ALSO_CLOSED_BY.get(key) == binding.id)
            as_named = binding.id == meanings.get(key) or GOES_ON.get(key) == binding.id
            assert as_named or closes, f"{kind.__name__} {key}"


def test_each_binding_of_the_program_has_an_id_and_a_sentence():
    assert len(BINDINGS) > 150
    lacking = [
        f"{kind.__name__} {one.key}" for kind, one in BINDINGS if not one.id or not one.tooltip.endswith(".")
    ]
    assert lacking == []


def test_each_binding_of_the_program_does_something():
    for kind, binding in BINDINGS:
        place, _, name = binding.action.partition("(")[0].rpartition(".")
        assert place in ("", "app"), f"{kind.__name__} {binding.key}"
        assert callable(getattr(MentorApp if place else kind, f"action_{name}"))


def test_no_sentence_promises_what_the_program_does_not_have():
    assert not [action.id for action in ACTIONS if "erase" in action.sentence]
    assert "hythm" not in next(action.sentence for action in ACTIONS if action.id == "place-settings")


async def test_every_key_hinted_at_the_foot_works_there(open_page, books):
    async with open_page(books) as page:
        for place in places.PLACES:
            if places.exists(place.name):
                page.app.action_place(place.name)
                await page.pilot.pause()
                working = {action.id for action, _ in actions_here(page.app.screen)}
                hinted = {id for id in page.app.screen.HINTS if places.exists(id) or id not in places.SCREENS}
                assert hinted <= working, place.name


async def test_help_names_every_key_that_works_here(open_page, books):
    async with open_page(books) as page:
        working = {action.id for action, _ in actions_here(page.app.screen)}
        await page.press("question_mark")
        listed = page.app.screen.query_one("#help-keys").items
        assert {row.key for row in listed if hasattr(row, "key")} == working


@pytest.mark.parametrize("place", [place.name for place in places.PLACES])
async def test_the_palette_names_every_action_that_works_here(open_page, books, place):
    async with open_page(books) as page:
        page.app.action_place(place)
        await page.pilot.pause()
        listed = {command.title for command in page.app.get_system_commands(page.app.screen)}
        working = {action for action, _ in actions_here(page.app.screen) if action.in_palette}
        assert {action.title for action in working if action.id != "command-palette"} <= listed


async def test_a_command_of_the_palette_does_what_its_key_does(open_page, books):
    async with open_page(books) as page:
        commands = {command.title: command for command in page.app.get_system_commands(page.app.screen)}
        await commands["Why here?"].callback()
        await page.pilot.pause()
        assert "why Dee is here" in page.text


async def test_keys_can_be_changed_by_the_settings(books, clock):
    from mentor_tui.settings import Settings

    app = MentorApp(lambda: books, clock, Settings(keys={"why": "h"}))
    async with app.run_test() as pilot:
        while app.is_opening:
            await pilot.pause(0.01)
        await pilot.press("h")
        assert type(app.screen).__name__ == "WhyScreen"


async def test_a_click_on_a_hint_is_its_key(open_page, books):
    async with open_page(books) as page:
        at = page.lines[-1].index("? help")
        await page.pilot.click(offset=(at + 2, 23))
        await page.pilot.pause()
        assert type(page.app.screen).__name__ == "HelpScreen"


@pytest.mark.parametrize("name", sorted(places.SCREENS))
def test_every_screen_that_is_there_is_found_by_its_name(name):
    if places.exists(name):
        module, _, kind = places.SCREENS[name].partition(".")
        assert hasattr(importlib.import_module(f"mentor_tui.screens.{module}"), kind)


async def test_a_click_on_the_way_on_leads_to_the_next_field(open_page, books):
    async with open_page(books) as page:
        await page.press("a")
        first = page.app.screen.focused
        row = next(number for number, line in enumerate(page.lines) if "tab on" in line)
        await page.pilot.click(offset=(page.lines[row].index("tab on") + 1, row))
        await page.pilot.pause()
        assert page.app.screen.focused is not first
