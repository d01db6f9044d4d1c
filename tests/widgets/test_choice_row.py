"""Choices side by side, and words that are on or off."""

from contextlib import asynccontextmanager

import pytest
from textual.app import App

from mentor_tui.textual_private import screen_lines
from mentor_tui.themes import HEARTH, variables_for
from widgets.choice_row import Choice, ChoiceRow
from widgets.tick_row import TickRow

CHOICES = (
    Choice("write", "write", "w"),
    Choice("another", "another"),
    Choice("not-today", "not today"),
    Choice("never", "never this one"),
)


class Holder(App):
    """A bare app around one row, writing down what it says."""

    def __init__(self, made):
        super().__init__()
        self.made = made
        self.said = []

    def get_theme_variable_defaults(self):
        return variables_for(HEARTH) | HEARTH.variables

    def compose(self):
        yield self.made

    def on_choice_row_chosen(self, message):
        assert message.control is self.made
        self.said.append(message.code)

    def on_tick_row_changed(self, message):
        assert message.control is self.made
        self.said.append(set(message.ticked))


@pytest.fixture
def shown():
    @asynccontextmanager
    async def showing(made, size=(60, 5)):
        app = Holder(made)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot

    return showing


async def test_choices_stand_side_by_side_each_behind_its_key(shown):
    async with shown(ChoiceRow(CHOICES)) as (app, _):
        assert screen_lines(app)[0] == "w write   another   not today   never this one"


async def test_the_arrows_move_and_enter_chooses(shown):
    async with shown(ChoiceRow(CHOICES)) as (app, pilot):
        await pilot.press("right", "enter", "left", "left", "enter")
        assert app.said == ["another", "never"]


async def test_where_there_is_little_room_no_choice_is_broken_in_two(shown):
    async with shown(ChoiceRow(CHOICES), size=(24, 5)) as (app, _):
        assert screen_lines(app)[:3] == ["w write   another", "not today", "never this one"]


@pytest.mark.parametrize(("at", "code"), [((2, 0), "write"), ((12, 0), "another"), ((3, 2), "never")])
async def test_a_click_chooses_what_is_under_it_on_any_line(shown, at, code):
    async with shown(ChoiceRow(CHOICES), size=(24, 5)) as (app, pilot):
        await pilot.click(offset=at)
        assert app.said == [code]


async def test_a_click_beside_the_words_chooses_nothing(shown):
    async with shown(ChoiceRow(CHOICES), size=(24, 5)) as (app, pilot):
        await pilot.click(offset=(20, 1))
        assert app.said == []


async def test_other_choices_keep_the_cursor_where_it_can_stay(shown):
    async with shown(ChoiceRow(CHOICES)) as (app, pilot):
        await pilot.press("right", "right", "right")
        app.made.offer(CHOICES[:2])
        await pilot.press("enter")
        assert app.said == ["another"]


async def test_space_turns_a_word_on_and_off_again(shown):
    async with shown(TickRow(CHOICES[1:3], ("another",))) as (app, pilot):
        assert screen_lines(app)[0] == "● another   ○ not today"
        await pilot.press("right", "space", "left", "space")
        assert app.said == [{"another", "not-today"}, {"not-today"}]
        assert screen_lines(app)[0] == "○ another   ● not today"


async def test_a_click_turns_a_word_on(shown):
    async with shown(TickRow(CHOICES[1:3])) as (app, pilot):
        await pilot.click(offset=(14, 0))
        assert app.said == [{"not-today"}]


async def test_words_are_never_markup(shown):
    async with shown(ChoiceRow([Choice("x", "[/] [b]x[/b]\x1b[2J")])) as (app, _):
        assert screen_lines(app)[0] == "[/] [b]x[/b][2J"
