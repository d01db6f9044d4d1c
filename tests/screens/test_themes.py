"""Everything can be read in both of our themes, and nothing is said by colour alone."""

import pytest
from textual.app import App
from textual.color import Color

from mentor_tui.themes import OWN_THEMES, OWN_VARIABLES, contrast, variables_for

PAGES = ("background", "surface", "panel")


def colour_of(theme, name):
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


@pytest.mark.parametrize("theme", OWN_THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("page", PAGES)
def test_text_reads_easily_everywhere(theme, page):
    assert contrast(colour_of(theme, "foreground"), colour_of(theme, page)) >= 7


@pytest.mark.parametrize("theme", OWN_THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["muted", "accent", "second", "good", "trouble"])
def test_quieter_words_still_read_everywhere(theme, page, name):
    assert contrast(colour_of(theme, name), colour_of(theme, page)) >= 4.5


def test_contrast_counts_as_wcag_does():
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", sorted(App().available_themes))
def test_every_theme_of_textual_gets_our_variables(name):
    theme = App().available_themes[name]
    variables = variables_for(theme)
    assert set(variables) == set(OWN_VARIABLES)
    if not theme.ansi:
        made = theme.to_color_system().generate()
        page = Color.parse(made["background"])
        # Some themes set their own text fainter than 4.5:1; ours is then as plain as their text.
        enough = min(4.4, contrast(Color.parse(made["foreground"]), page))
        for role in ("muted", "second", "good", "trouble"):
            assert contrast(Color.parse(variables[role]), page) >= enough, role


async def test_the_chosen_theme_is_kept(books, clock, tmp_path):
    from mentor_tui.app import MentorApp
    from mentor_tui.settings import read_settings

    app = MentorApp(lambda: books, clock, keep_settings_in=tmp_path)
    async with app.run_test():
        app.use_theme("paper")
    assert read_settings(tmp_path).theme == "paper"


async def test_a_theme_that_is_gone_gives_way_to_the_default(books, clock):
    from mentor_tui.app import MentorApp
    from mentor_tui.settings import Settings

    app = MentorApp(lambda: books, clock, Settings(theme="no such theme"))
    async with app.run_test():
        assert app.theme in app.available_themes


async def test_without_colour_the_cursor_and_the_keys_are_still_seen(open_page, books, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_page(books) as page:
        assert " ▸ Dee" in page.text
        assert "n note" in page.lines[-1]
