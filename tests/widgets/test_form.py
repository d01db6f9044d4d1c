from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import App

from mentor_tui.textual_private import screen_lines
from widgets.fields import Echo, Field, Section
from widgets.form import Form

STATUSES = (("walking", "walking together"), ("light", "light touch"), ("lost", "paused, lost touch"))


def read_day(text):
    return Echo("Thu 26 Nov 2026") if text == "thu" else Echo(f"{text} is not a day", is_refused=True)


FIRST = Section(
    "",
    (
        Field(name="name", label="Name to use"),
        Field(name="day", label="When", echo=read_day),
        Field(name="status", label="Where you stand", kind="choice", options=STATUSES),
        Field(name="fixed", label="Stage", kind="choice", options=STATUSES, is_free=False),
        Field(name="things", label="Things done", kind="several", options=STATUSES),
        Field(name="ok", label="Voicemail ok", kind="yes-no"),
        Field(name="words", label="Words", kind="long"),
    ),
)
NUMBERS = Field(
    name="ways",
    label="Ways",
    kind="parts",
    part_called="number",
    parts=(Field(name="how", label="How"), Field(name="value", label="Number")),
)
REST = Section("Reaching them safely", (NUMBERS,))


class Host(App):
    def __init__(self, answers):
        super().__init__()
        self.given = answers

    def get_theme_variable_defaults(self):
        return dict.fromkeys(("muted", "rule", "second", "good", "trouble"), "#808080")

    def compose(self):
        self.form = Form((FIRST, REST), self.given)
        yield self.form


@asynccontextmanager
async def filling(answers=None, size=(80, 40)):
    app = Host(answers or {})
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def shown(app):
    return "\n".join(screen_lines(app))


async def go_to(app, pilot, number):
    await pilot.press(*["tab"] * number)


async def test_the_first_question_is_where_typing_goes():
    async with filling() as (app, pilot):
        await pilot.press("D", "e", "e")
        assert app.form.answers["name"] == "Dee"


async def test_enter_in_a_line_moves_on():
    async with filling() as (app, pilot):
        await pilot.press("D", "enter", "t", "h", "u")
        assert (app.form.answers["name"], app.form.answers["day"]) == ("D", "thu")


async def test_shift_tab_moves_back():
    async with filling() as (app, pilot):
        await pilot.press("tab", "shift+tab", "D")
        assert app.form.answers["name"] == "D"


async def test_a_day_is_echoed_while_it_is_typed():
    async with filling() as (app, pilot):
        await pilot.press("tab", "t", "h", "u")
        assert "Thu 26 Nov 2026" in shown(app)


async def test_only_what_was_answered_otherwise_counts_as_changed():
    async with filling({"name": "Dee", "status": "light"}) as (app, pilot):
        await pilot.press("tab", "t")
        assert app.form.changed == {"day": "t"}


async def test_a_refusal_stands_under_its_field_and_what_was_typed_stays():
    async with filling({"name": "Dee"}) as (app, pilot):
        app.form.refuse({"day": "Say when: “fri” would be read."})
        await pilot.pause()
        lines = shown(app).splitlines()
        row = next(y for y, line in enumerate(lines) if "When" in line)
        assert "Say when: “fri” would be read." in lines[row + 1]
        assert app.form.answers["name"] == "Dee"


async def test_a_refusal_takes_the_typing_to_its_field():
    async with filling({"name": "Dee"}) as (app, pilot):
        app.form.refuse({"day": "Say when."})
        await pilot.pause()
        await pilot.press("t")
        assert app.form.answers["day"] == "t"


async def test_a_choice_reads_as_its_label_and_is_kept_as_its_code():
    async with filling({"status": "light"}) as (app, _):
        assert "light touch" in shown(app)
        assert app.form.answers["status"] == "light"


async def test_a_choice_is_found_by_its_first_letters():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 2)
        await pilot.press("w", "a", "tab")
        assert app.form.answers["status"] == "walking"


async def test_typing_replaces_the_choice_that_stood_there():
    async with filling({"status": "light"}) as (app, pilot):
        await go_to(app, pilot, 2)
        await pilot.press("w", "a", "enter")
        assert app.form.answers["status"] == "walking"


async def test_down_shows_the_list_and_enter_takes_what_is_marked():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 2)
        await pilot.press("down", "down", "enter")
        assert app.form.answers["status"] == "light"


async def test_a_choice_can_be_clicked():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 2)
        await pilot.press("down")
        lines = shown(app).splitlines()
        row = next(y for y, line in enumerate(lines) if "light touch" in line)
        await pilot.click(offset=(lines[row].index("light"), row))
        await pilot.pause()
        assert app.form.answers["status"] == "light"


async def test_words_of_her_own_are_kept_as_they_stand():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 2)
        await pilot.press(*"on her own feet", "tab")
        assert app.form.answers["status"] == "on her own feet"


async def test_escape_closes_the_list_and_keeps_the_words():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 2)
        await pilot.press("w", "escape", "tab")
        assert app.form.answers["status"] == "w"


async def test_several_choices_stand_with_commas_between():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 4)
        await pilot.press(*"wal", "down", "up", *", lig", "tab")
        assert "light" in app.form.answers["things"]


async def test_yes_and_no_are_chosen_with_the_arrows():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 5)
        await pilot.press("right")
        assert app.form.answers["ok"] == "yes"
        await pilot.press("right")
        assert app.form.answers["ok"] == "no"
        await pilot.press("right")
        assert app.form.answers["ok"] == ""


async def test_long_words_take_several_lines_and_tab_moves_on():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 6)
        await pilot.press("a", "enter", "b", "tab")
        assert app.form.answers["words"] == "a\nb"


async def test_a_closed_section_is_stepped_over_and_opens_with_enter():
    async with filling() as (app, pilot):
        assert "add a number" not in shown(app)
        await go_to(app, pilot, 7)
        await pilot.press("enter")
        await pilot.pause()
        assert "add a number" in shown(app)


async def test_a_part_is_added_filled_and_taken_out():
    async with filling({"ways": [{"how": "text", "value": "555 0100"}]}) as (app, pilot):
        await go_to(app, pilot, 7)
        await pilot.press("enter", "tab", "tab", "tab", "tab", "enter")
        await pilot.pause()
        await pilot.press(*"call")
        assert [part["how"] for part in app.form.answers["ways"]] == ["text", "call"]
        await pilot.press("shift+tab", "enter")
        await pilot.pause()
        assert [part["how"] for part in app.form.answers["ways"]] == ["call"]


async def test_an_empty_part_is_none():
    async with filling() as (app, pilot):
        await go_to(app, pilot, 7)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        assert app.form.answers["ways"] == []


async def test_a_refusal_inside_a_part_opens_its_section():
    async with filling({"ways": [{"how": "text", "value": "555"}]}) as (app, pilot):
        app.form.refuse({"ways.0.value": "Not a number."})
        await pilot.pause()
        assert "Not a number." in shown(app)


async def test_restored_answers_stand_in_the_form_and_count_as_changes():
    async with filling({"name": "Dee"}) as (app, pilot):
        app.form.restore({"name": "Dee B", "ways": [{"how": "call", "value": ""}]})
        await pilot.pause()
        assert app.form.changed["name"] == "Dee B"
        assert app.form.answers["ways"] == [{"how": "call", "value": ""}]


async def test_pasted_lines_in_a_line_field_are_all_kept():
    async with filling() as (app, pilot):
        app.post_message(events.Paste("one\ntwo\nthree"))
        await pilot.pause()
        assert app.form.answers["name"] == "one two three"


async def test_words_in_brackets_are_shown_as_they_are():
    async with filling({"name": "[b]Dee[/b] [/", "words": "[red]x"}) as (app, _):
        assert "[b]Dee[/b] [/" in shown(app)
        assert "[red]x" in shown(app)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
async def test_no_field_is_cut_off_by_a_narrow_terminal(size):
    async with filling({"status": "lost"}, size=size) as (app, pilot):
        await go_to(app, pilot, 2)
        await pilot.pause()
        assert "paused, lost touch" in shown(app)
