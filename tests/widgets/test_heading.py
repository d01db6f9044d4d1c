"""The top line says first what must be seen."""

import pytest
from textual.app import App

from widgets.heading import Heading


class Top(App):
    def get_theme_variable_defaults(self):
        return {"rule": "#444444", "muted": "#888888"}

    def compose(self):
        yield Heading(banner="demo, invented people", id="heading")


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (60, "Dee  demo, invented people  she/her          notes: agreed"),
        (44, "Dee  demo  she/her           notes: agreed"),
        (33, "Dee  demo  she/her"),
        (16, "Dee  demo  sh…"),
    ],
)
async def test_the_banner_gives_way_to_its_first_word_before_anything_else_goes(width, line):
    app = Top()
    async with app.run_test(size=(width, 5)) as pilot:
        heading = app.query_one(Heading)
        heading.say("Dee", "she/her", "notes: agreed")
        await pilot.pause()
        assert heading.render().plain.rstrip() == line


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (86, "14 people · 4 notes in the inbox · 1 put aside: Marcus"),
        (66, "14 people · 4 notes in the inbox · 1 put aside"),
        (58, "14 people · 4 notes in the inbox"),
        (40, "14 people"),
    ],
)
async def test_of_the_counts_as_many_stand_there_as_there_is_room_for(width, said):
    app = Top()
    async with app.run_test(size=(width, 5)) as pilot:
        heading = app.query_one(Heading)
        heading.say("Today", "", "14 people · 4 notes in the inbox · 1 put aside: Marcus")
        await pilot.pause()
        assert heading.render().plain.endswith(f" {said}")


@pytest.mark.parametrize("width", [80, 50, 40])
async def test_what_must_be_seen_goes_before_the_words_and_never_cuts_the_title(width):
    app = Top()
    async with app.run_test(size=(width, 5)) as pilot:
        heading = app.query_one(Heading)
        heading.notice("names hidden · f9")
        heading.say("Dee", "she/her, on parole since Sat 21 Nov, in a house of four, with a very long line")
        await pilot.pause()
        said = heading.render().plain
        assert said.endswith("  names hidden · f9")
        assert said.startswith("Dee  ") and len(said) <= width - 2
