"""The list, used as a person uses it: keys, clicks, and what stands on the screen."""

import pytest
from textual.app import App

from mentor_tui.textual_private import screen_lines
from mentor_tui.themes import HEARTH, variables_for
from widgets.row import Column, Gap, Heading, Row
from widgets.row_list import QuietList, RowList

COLUMNS = (Column(least=6), Column())


class Holder(App):
    """A bare app around one list, writing down what it says."""

    def __init__(self, made):
        super().__init__()
        self.made = made
        self.said = []

    def get_theme_variable_defaults(self):
        return variables_for(HEARTH) | HEARTH.variables

    def compose(self):
        yield self.made

    def on_row_list_highlighted(self, message):
        assert message.control is self.made
        self.said.append(("highlighted", message.key))

    def on_row_list_opened(self, message):
        assert message.control is self.made
        self.said.append(("opened", message.key))


def people(*names):
    return [Row(name.lower(), (((name, "name"),), "why")) for name in names]


GROUPED = [Heading("NOW"), *people("Dee", "Marcus"), Gap(), Heading("TODAY"), *people("Jo")]


@pytest.fixture
def shown():
    """Runs an app around the list: `async with shown(list, items) as (app, pilot):`."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def showing(made, items, size=(40, 10)):
        app = Holder(made)
        async with app.run_test(size=size) as pilot:
            made.show_items(items)
            await pilot.pause()
            yield app, pilot

    return showing


async def test_the_cursor_begins_on_the_first_row_and_is_seen_without_colour(shown):
    async with shown(RowList(COLUMNS), GROUPED) as (app, _):
        assert screen_lines(app)[:4] == ["NOW", "▸ Dee     why", "  Marcus  why", ""]


async def test_down_passes_over_headings_and_gaps(shown):
    made = RowList(COLUMNS)
    async with shown(made, GROUPED) as (app, pilot):
        await pilot.press("down", "down", "down")
        assert made.highlighted_key == "jo"
        assert app.said == [("highlighted", "marcus"), ("highlighted", "jo")]


async def test_enter_opens_the_row_under_the_cursor(shown):
    async with shown(RowList(COLUMNS), GROUPED) as (app, pilot):
        await pilot.press("end", "enter")
        assert app.said[-1] == ("opened", "jo")


async def test_the_first_click_highlights_and_the_next_opens(shown):
    async with shown(RowList(COLUMNS), GROUPED) as (app, pilot):
        await pilot.click(RowList, offset=(3, 2))
        await pilot.pause(0.6)
        await pilot.click(RowList, offset=(3, 2))
        await pilot.pause()
        assert app.said == [("highlighted", "marcus"), ("opened", "marcus")]


async def test_a_click_on_a_heading_does_nothing(shown):
    async with shown(RowList(COLUMNS), GROUPED) as (app, pilot):
        await pilot.click(RowList, offset=(1, 0))
        await pilot.pause()
        assert app.said == []


async def test_the_same_row_stays_highlighted_when_others_come_before_it(shown):
    made = RowList(COLUMNS)
    async with shown(made, GROUPED) as (_, pilot):
        await pilot.press("down")
        made.show_items([*people("Aa", "Ab"), *GROUPED])
        assert made.highlighted_key == "marcus"


async def test_the_row_nearest_by_is_highlighted_when_the_old_one_is_gone(shown):
    made = RowList(COLUMNS)
    async with shown(made, GROUPED) as (_, pilot):
        await pilot.press("down")
        made.show_items([Heading("NOW"), *people("Dee", "Sam")])
        assert made.highlighted_key == "sam"


async def test_a_very_long_list_draws_only_what_is_seen(shown):
    made = RowList(COLUMNS)
    rows = [Row(f"row:{at}", (f"{at}", "words"), 1) for at in range(100_000)]
    async with shown(made, rows) as (app, pilot):
        await pilot.press("end")
        await pilot.pause()
        assert screen_lines(app)[-1].startswith("▸ 99999")


async def test_page_keys_move_by_a_screen(shown):
    made = RowList(COLUMNS)
    rows = [Row(f"row:{at}", (f"{at}", "words"), 1) for at in range(50)]
    async with shown(made, rows) as (_, pilot):
        await pilot.press("pagedown")
        assert made.highlighted_key == "row:9"
        await pilot.press("pageup")
        assert made.highlighted_key == "row:0"


async def test_long_words_wrap_beneath_themselves(shown):
    items = [Row("dee", ("Dee", "eleven days since you two talked"))]
    async with shown(RowList(COLUMNS), items, size=(30, 5)) as (app, _):
        assert screen_lines(app)[:2] == ["▸ Dee     eleven days since", "          you two talked"]


async def test_an_empty_list_says_what_goes_there(shown):
    async with shown(RowList(COLUMNS, empty="Nobody yet. a adds a person."), []) as (app, pilot):
        await pilot.press("down", "enter", "end", "pagedown")
        assert screen_lines(app)[0] == "Nobody yet. a adds a person."
        assert app.said == []


async def test_nobodys_words_are_markup_or_escapes(shown):
    items = [Row("x", ("[bold]Dee[/]", "[/nonsense [home] \x1b[2J \u202egnirts"))]
    async with shown(RowList((Column(), Column())), items, size=(60, 4)) as (app, _):
        assert screen_lines(app)[0] == "▸ [bold]Dee[/]  [/nonsense [home] [2J gnirts"


async def test_a_quiet_list_takes_no_focus(shown):
    async with shown(QuietList(COLUMNS), GROUPED) as (app, _):
        assert app.focused is None
        assert screen_lines(app)[1] == "  Dee     why"


@pytest.mark.parametrize(
    ("height", "seen"),
    [
        (3, ["Dee     talked a…", "Marcus  court to…", "Sam     a call o…"]),
        (4, ["Dee     talked a…", "Marcus  court to…", "Sam     a call or", "two"]),
        (6, ["Dee     talked a…", "Marcus  court", "tomorrow", "9:30", "Sam     a call or", "two"]),
    ],
)
async def test_rows_stand_in_full_while_there_are_lines_to_spare(height, seen):
    words = {
        "Dee": "talked about the letters of his aunt",
        "Marcus": "court tomorrow 9:30",
        "Sam": "a call or two",
    }
    rows = [Row(name.lower(), (((name, "name"),), said), 1) for name, said in words.items()]
    made = RowList(COLUMNS, uses_room=True)
    async with Holder(made).run_test(size=(19, height)) as pilot:
        made.show_items(rows)
        await pilot.pause()
        assert [line.strip("▸ ") for line in screen_lines(pilot.app)] == [line.strip() for line in seen]
