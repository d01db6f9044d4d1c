"""The foot: what was said gives way only as far as it must, and keeps the key that undoes."""

import pytest
from textual.app import App

from mentor_tui.textual_private import screen_lines
from mentor_tui.themes import HEARTH, variables_for
from widgets.status_bar import StatusBar

HINTS = (("n", "note", "note"), ("l", "log", "log"), ("?", "help", "help"))


class Foot(App):
    """A bare app with a foot."""

    def get_theme_variable_defaults(self):
        return variables_for(HEARTH) | HEARTH.variables

    def compose(self):
        yield StatusBar(HINTS)


@pytest.mark.parametrize(
    ("width", "words", "foot"),
    [
        (40, "Saved 09:00 · u undoes", "Saved 09:00 · u undoes"),
        (40, "Undone: plan moved, Deanna · U redoes", "Undone: plan … · U redoes"),
        (80, "Undone: plan moved, Deanna Brown · U redoes", "Undone: plan moved, Deanna Brown · U redoes"),
        (40, "saved yesterday by somebody who has no key", "saved yesterday by someb…"),
    ],
)
async def test_what_was_said_keeps_its_key(width, words, foot):
    async with Foot().run_test(size=(width, 4)) as pilot:
        pilot.app.query_one(StatusBar).say(words)
        await pilot.pause()
        last = screen_lines(pilot.app)[-1]
        assert last.strip().endswith(foot) and "? help" in last and len(last) <= width
