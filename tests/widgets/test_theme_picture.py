"""The picture of the six themes."""

from contextlib import asynccontextmanager

import pytest
from textual.app import App

from mentor_tui.reflect_rows import drawn_themes
from mentor_tui.textual_private import screen_lines
from mentor_tui.themes import HEARTH, variables_for
from widgets.theme_picture import ThemePicture


class Holder(App):
    def __init__(self, made):
        super().__init__()
        self.made = made

    def get_theme_variable_defaults(self):
        return variables_for(HEARTH) | HEARTH.variables

    def compose(self):
        yield self.made


@pytest.fixture
def drawn():
    @asynccontextmanager
    async def drawing(width, lit=""):
        made = ThemePicture(*drawn_themes())
        made.lit = lit
        app = Holder(made)
        async with app.run_test(size=(width, 12)) as pilot:
            await pilot.pause()
            yield app

    return drawing


async def test_four_practices_stand_on_the_foundation_and_rise_to_the_outcome(drawn):
    async with drawn(75) as app:
        assert screen_lines(app)[:6] == [
            "                     bridging connections to services",
            "    ──────────────────────────────── ▲ ────────────────────────────────",
            "      offering       respectful      consistent       meeting people",
            "        hope       relationships      support       where they are at",
            "    ──────────────────────────────── ▲ ────────────────────────────────",
            "                       relying on shared experience",
        ]


async def test_where_there_is_little_room_the_practices_stand_below_each_other(drawn):
    async with drawn(40) as app:
        assert [line.strip() for line in screen_lines(app)[2:6]] == [
            "offering hope",
            "respectful relationships",
            "consistent support",
            "meeting people where they are at",
        ]
        assert screen_lines(app)[7].strip() == "relying on shared experience"


@pytest.mark.parametrize("width", [20, 33, 40, 62, 63, 80, 120])
async def test_nothing_is_wider_than_its_place(drawn, width):
    async with drawn(width) as app:
        assert all(len(line) <= width for line in screen_lines(app))


@pytest.mark.parametrize(
    ("lit", "words"), [("steady", {"consistent", "support"}), ("shared", {"relying on shared experience"})]
)
async def test_the_lit_theme_is_bold_and_no_other(drawn, lit, words):
    async with drawn(75, lit) as app:
        segments = app.made.render().render_segments(app.made.visual_style)
        bold = {segment.text.strip() for segment in segments if segment.style and segment.style.bold}
        assert bold - {""} == words
