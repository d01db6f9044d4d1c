"""What the tests work out once is what Textual works out each time."""

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input

from tests.quick_styles import textual_apply


def styles_of(app):
    """The rules that each part of the screen follows, and those of its own parts."""
    nodes = [app, app.screen, *app.screen.walk_children()]
    return {
        node: [
            dict(node.styles.base._rules),
            {name: dict(node._component_styles[name].base._rules) for name in node._get_component_classes()},
        ]
        for node in nodes
    }


@pytest.mark.parametrize("keys", [[], ["2", "down"], ["n", "d"], ["2", "a", "tab", "tab"]])
async def test_styles_found_once_are_those_that_textual_finds(open_page, books, monkeypatch, keys):
    async with open_page(books) as page:
        await page.press(*keys)
        found = styles_of(page.app)
        monkeypatch.setattr(Stylesheet, "apply", textual_apply)
        for node in found:
            page.app.stylesheet.apply(node)
        assert styles_of(page.app) == found


class EveryState(App):
    CSS = """
    Input:focus { color: red; }
    Input:disabled { color: blue; }
    Input:first-child { width: 7; }
    Input:light { height: 5; }
    .tall { height: 9; }
    .tall Input { width: 9; }
    """

    def compose(self):
        yield from (Input(), Input(), Input())


async def test_each_state_of_a_widget_has_the_styles_that_textual_finds(monkeypatch):
    app = EveryState()
    async with app.run_test() as pilot:
        first, second, last = app.query(Input)
        seen = [styles_of(app)]
        for change in (
            second.focus,
            lambda: setattr(last, "disabled", True),
            lambda: setattr(app.screen, "disabled", True),
            lambda: setattr(app, "theme", "textual-light"),
            lambda: app.screen.add_class("tall"),
            first.remove,
        ):
            change()
            await pilot.pause()
            seen.append(styles_of(app))
            with monkeypatch.context() as patch:
                patch.setattr(Stylesheet, "apply", textual_apply)
                for node in seen[-1]:
                    app.stylesheet.apply(node)
            assert styles_of(app) == seen[-1] != seen[-2]
