"""The mentor's own keys: chosen or written by hand, refused where they are taken, named everywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_tui import keymap, keys
from mentor_tui.keys import ACTIONS, action
from mentor_tui.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def the_keys_as_they_come_afterwards():
    yield
    keys.use_keys({})


@pytest.mark.parametrize(
    ("id", "key", "said"),
    [
        ("note", "e", "e is taken: Edit. Give that one another key first, or press another."),
        ("note", "enter", "enter is needed elsewhere: typing, moving, the terminal."),
        ("note", "ctrl+m", "ctrl+m is needed elsewhere: typing, moving, the terminal."),
        ("note", "alt+n", "alt+n is needed elsewhere: typing, moving, the terminal."),
        ("note", "q", "q is taken: Back, which stays. Press another."),
        ("note", "ctrl+shift+x", "ctrl+shift+x is needed elsewhere"),
        ("note", " ", "  is needed elsewhere"),
        ("note", "\x1b", "\x1b is needed elsewhere"),
        ("note", "", " is needed elsewhere"),
        ("note", "?", "? is taken: Help for this place."),
        ("note", "a" * 500, "aaaaaaaaaaaaaaaaaaaa… is needed elsewhere"),
        ("note", "f5", "f5 is taken: Show, which stays. Press another."),
        ("lock", "h", "Lock works while you type, so it needs a ctrl or an F key"),
        ("note", "h", ""),
        ("note", "f12", ""),
        ("note", "comma", ""),
        ("lock", "ctrl+g", ""),
        ("note", "n", ""),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_with_a_way_out(id, key, said):
    why = keymap.why_not(id, key, {})
    assert why.startswith(said) if said else why == ""


def test_a_key_that_was_given_up_is_free():
    assert keymap.why_not("note", "e", {"edit": "h"}) == ""
    assert keymap.why_not("note", "h", {"edit": "h"}).startswith("h is taken: Edit.")


def test_a_sign_written_by_hand_is_the_key_of_that_name():
    assert keymap.sound({"note": ";", "edit": "é"}) == ({"note": "semicolon", "edit": "é"}, ())


def test_two_may_change_places():
    assert keymap.sound({"edit": "a", "add": "e"}) == ({"edit": "a", "add": "e"}, ())


def test_what_was_written_by_hand_and_cannot_be_is_passed_over_and_said():
    usable, said = keymap.sound({"note": "j", "why": "h", "edit": "h", "back": "k", "fly": "f"})
    assert usable == {"note": "j"}
    assert [each.partition(":")[0].partition(" is none")[0] for each in said] == [
        "fly",
        "Why here?",
        "Edit",
        "Back keeps its key",
    ]


def test_a_key_that_nobody_gives_up_after_all_is_taken_down_the_whole_chain():
    usable, said = keymap.sound({"note": "e", "edit": "a", "add": "q"})
    assert usable == {}
    assert [each.partition(":")[0] for each in said] == ["Add here", "Edit", "New note"]


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from([one.id for one in ACTIONS]),
        st.sampled_from([*"aeqhjk1?%;n", "f5", "f12", "ctrl+g", "ctrl+l", "enter", "semicolon"]),
        max_size=6,
    )
)
def test_whatever_stands_in_the_settings_each_action_has_one_key_of_its_own(wild):
    usable, said = keymap.sound(wild)
    keys.use_keys(usable)
    now = [keys.printed(key) for one in ACTIONS for key in one.keys_now.split(",")]
    assert len(now) == len(set(now))
    as_they_came = {id for id, key in wild.items() if key == action(id).key.split(",")[0]}
    assert len(said) == len(set(wild) - set(usable) - as_they_came)


def test_a_sentence_names_the_keys_as_she_has_them():
    keys.use_keys({"add": "plus", "help": "h"})
    assert keys.told("{add} adds a person; {nothing}.") == "+ adds a person; {nothing}."
    assert (action("help").shown_key, action("help").all_keys) == ("h", "h f1")
    assert (keys.own_key("a"), keys.own_key("enter")) == ("+", "enter")


async def test_a_key_is_chosen_by_pressing_it(open_page, books, tmp_path):
    async with open_page(books, keep_settings_in=tmp_path) as page:
        await page.press("7")
        page.app.screen.query_one("#settings").highlight("keys")
        await page.press("enter")
        page.app.screen.query_one("#keys").highlight("note")
        await page.press("enter", "e")
        assert "e is taken: Edit." in page.text
        await page.press("j")
        assert "yours; it came as n" in page.text
        assert read_settings(tmp_path).keys == {"note": "j"}
        await page.press("1")
        assert page.lines[-1].startswith(" j note")
        await page.press("n")
        assert len(page.app.screen_stack) == 1
        await page.press("j")
        assert type(page.app.screen).__name__ == "NoteLineScreen"


async def test_the_foot_the_help_and_dialogs_name_her_own_keys(clock, books):
    from mentor_tui.app import MentorApp
    from tests.screens.conftest import Page

    own = {"help": "h", "save": "ctrl+g", "promise": "j", "undo": "K", "why": "H"}
    app = MentorApp(lambda: books, clock, Settings(keys=own))
    async with app.run_test(size=(80, 24)) as pilot:
        page = Page(app, pilot)
        while app.is_opening:
            await pilot.pause(0.01)
        await page.press("H")
        assert "why Dee is here" in page.text
        await page.press("H", "j")
        assert "ctrl+g save" in page.text
        await page.press("x", "ctrl+g")
        assert page.lines[-1].endswith("Saved 14:02 · K undoes")
        await page.press("K")
        assert "Undo: promise" in page.text
        await page.press("escape", "h")
        listed = page.app.screen.query_one("#help-keys").items
        await page.app.pop_screen()
        commands = {one.title: one.help for one in page.app.get_system_commands(page.app.screen)}
        assert commands["Undo"].endswith("Key: K")
        assert "h f1" in str(next(row for row in listed if getattr(row, "key", "") == "help"))


async def test_one_key_or_all_are_brought_back(open_page, books, tmp_path):
    async with open_page(books, keep_settings_in=tmp_path) as page:
        from mentor_tui.screens.own_keys import OwnKeysScreen

        page.app.settings.keys.update({"note": "j", "log": "k"})
        page.app.use_keys(page.app.settings.keys)
        page.app.push_screen(OwnKeysScreen())
        await page.pilot.pause()
        page.app.screen.query_one("#keys").highlight("log")
        await page.press("x")
        assert page.app.settings.keys == {"note": "j"}
        page.app.screen.query_one("#keys").highlight("all")
        await page.press("enter")
        assert page.app.settings.keys == {} and "as they come" in page.lines[0]
