from contextlib import asynccontextmanager

from textual import events
from textual.app import App

from mentor_tui.textual_private import screen_lines
from widgets.note_line import NoteLine, NoteView

TEN_LINES = "\n".join(f"line {number} of the paste" for number in range(10))


class Host(App):
    """A note line over a reading of its own: a leading name is who, `which` asks."""

    def __init__(self, text=""):
        super().__init__()
        self.first_text = text
        self.submitted = []
        self.answered = []

    def get_theme_variable_defaults(self):
        return dict.fromkeys(("muted", "rule", "second", "good", "trouble"), "#808080")

    def compose(self):
        self.line = NoteLine(self.read, self.complete, self.first_text)
        yield self.line

    @staticmethod
    def read(text):
        marks = ((0, 3, "who"),) if text.startswith("dee") else ()
        offers = ("Dee", "Deena") if text.startswith("which") else ()
        return NoteView(marks, (((f"read: {text}", "fact"),),), offers)

    @staticmethod
    def complete(text):
        return "deena " if text == "de" else text

    def on_note_line_submitted(self, event):
        self.submitted.append(event.text)

    def on_note_line_answered(self, event):
        self.answered.append(event.index)


@asynccontextmanager
async def typing(text="", size=(60, 12)):
    app = Host(text)
    async with app.run_test(size=size) as pilot:
        yield app, pilot


def shown(app):
    return "\n".join(screen_lines(app))


async def paste(app, pilot, text):
    app.post_message(events.Paste(text))
    await pilot.pause()


async def test_the_reading_follows_each_key():
    async with typing() as (app, pilot):
        await pilot.press("d", "e", "e")
        assert "read: dee" in shown(app)


async def test_a_mark_is_drawn_as_what_it_is():
    async with typing("dee called") as (app, _):
        line = app.line.editor.get_line(0)
        assert [(span.start, span.end) for span in line.spans] == [(0, 3)]


async def test_enter_hands_the_text_over():
    async with typing("dee called") as (app, pilot):
        await pilot.press("enter")
        assert app.submitted == ["dee called"]
        assert app.line.text == "dee called"


async def test_tab_completes_the_last_word():
    async with typing("de") as (app, pilot):
        await pilot.press("tab", "x")
        assert app.line.text == "deena x"


async def test_tab_with_nothing_to_complete_leaves_the_line_alone():
    async with typing("dee called") as (app, pilot):
        await pilot.press("tab", "!")
        assert app.line.text == "dee called!"


async def test_ten_pasted_lines_are_all_kept():
    async with typing("dee ") as (app, pilot):
        await paste(app, pilot, TEN_LINES)
        assert app.line.text == f"dee {TEN_LINES}"


async def test_ten_pasted_lines_get_the_room_for_them_and_enter_a_new_line():
    async with typing() as (app, pilot):
        await paste(app, pilot, TEN_LINES)
        await pilot.press("enter")
        assert app.submitted == []
        assert app.line.text == f"{TEN_LINES}\n"


async def test_a_paste_takes_the_place_of_what_is_selected():
    async with typing("dee wrong") as (app, pilot):
        app.line.editor.selection = ((0, 4), (0, 9))
        await paste(app, pilot, "right")
        assert app.line.text == "dee right"


async def test_line_ends_of_another_system_are_line_ends():
    async with typing() as (app, pilot):
        await paste(app, pilot, "one\r\ntwo\rthree")
        assert app.line.text == "one\ntwo\nthree"


async def test_a_pasted_escape_sequence_does_not_stay_in_the_text():
    async with typing() as (app, pilot):
        await paste(app, pilot, "dee \x1b[31mcalled\x07")
        assert "\x1b" not in app.line.text
        assert "\x07" not in app.line.text


async def test_resizing_while_typing_loses_nothing():
    async with typing() as (app, pilot):
        await pilot.press(*"dee got")
        await pilot.resize_terminal(30, 8)
        await pilot.press(*" boots")
        await pilot.resize_terminal(120, 40)
        assert app.line.text == "dee got boots"


async def test_a_long_line_wraps_and_stays_in_sight():
    async with typing("dee " + "boots " * 20, size=(30, 20)) as (app, pilot):
        await pilot.press("!")
        assert shown(app).split("read:")[0].count("boots") == 20


async def test_words_in_brackets_are_shown_as_they_are():
    async with typing("dee went [home] [/b]") as (app, _):
        assert shown(app).count("went [home] [/b]") == 2


async def test_enter_lists_the_answers_and_another_takes_the_first():
    async with typing("which") as (app, pilot):
        await pilot.press("enter")
        assert "Deena" in shown(app)
        assert app.submitted == []
        await pilot.press("enter")
        assert app.answered == [0]


async def test_down_moves_among_the_answers():
    async with typing("which") as (app, pilot):
        await pilot.press("down", "down", "enter")
        assert app.answered == [1]


async def test_an_answer_can_be_clicked():
    async with typing("which") as (app, pilot):
        await pilot.press("enter")
        row = next(y for y, line in enumerate(shown(app).splitlines()) if "Deena" in line)
        await pilot.click(offset=(1, row))
        await pilot.pause()
        assert app.answered == [1]


async def test_typing_on_takes_the_answers_away():
    async with typing("which") as (app, pilot):
        await pilot.press("enter", "x")
        assert "Deena" not in shown(app)


async def test_a_line_that_is_held_takes_no_more_typing():
    async with typing("dee called") as (app, pilot):
        app.line.hold()
        await pilot.press("x", "enter", "backspace")
        assert app.line.text == "dee called"


async def test_a_text_of_a_hundred_thousand_characters_is_kept_whole():
    text = "dee " + "boots and a coat " * 6_000
    async with typing(text) as (app, pilot):
        await pilot.press("!")
        assert app.line.text == text + "!"
