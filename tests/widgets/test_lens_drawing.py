"""Lines through the lens: names as initials, days as they are, the rest a few dots, and nothing moves."""

import pytest
from rich.cells import cell_len
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from widgets.initials import Initials
from widgets.lens import Lens, marked

PEOPLE = ("Dee", "Dana", "Mary-Anne Lofthouse", "Will the Carpenter", "日本", "[/ b")


def seen(*pieces, mark="", people=PEOPLE):
    """One line of pieces (words, mark) through the lens, as text."""
    content = Content.assemble(*((words, marked(role) if role else "") for words, role in pieces))
    line = Strip(content.render_segments(Style()), content.cell_length)
    looked = Lens(people).look([line], mark)[0]
    assert looked.cell_length == cell_len(looked.text) == line.cell_length
    return looked.text


@pytest.mark.parametrize(
    ("own", "is_seen"),
    [
        ("why Dee is here", "why D. is here"),
        ("Undo: note, Dana, 14:02?", "Undo: note, D.2, 14:02?"),
        ("Nothing is open with Dee.", "Nothing is open with D."),
        ("leave Mary-Anne Lofthouse until", "leave M.L. until"),
        ("take Mary-Anne", "take M.-A."),
        ("Lofthouse out?", "L. out?"),
        ("Undone: note, Mary-Anne Loft…", "Undone: note, M.-A. L."),
        ("Deed and Deeds", "Deed and Deeds"),
        ("the others: nothing due", "the others: nothing due"),
        ("more, 日本", "more, 日."),
        ("more, [/ b", "more, B."),
        ("Who is “delphine”? Did you mean Dee?", "Who is “·····”? Did you mean D.?"),
        ("it begins “and does not", "it begins “·····"),
    ],
)
def test_in_the_programs_own_words_names_become_initials_and_quotes_dots(own, is_seen):
    assert seen((own, ""), mark="own").rstrip() == is_seen


def test_a_quote_goes_on_over_lines_until_it_ends():
    lines = ["Ask again? “what did", "you hear behind", "the words” or not"]
    strips = [Strip(Content(line).render_segments(Style()), len(line)) for line in lines]
    looked = [line.text.rstrip() for line in Lens().look(strips, "own")]
    assert looked == ["Ask again? “·····", "·····", "·····” or not"]


@pytest.mark.parametrize(
    ("words", "role", "is_seen"),
    [
        ("Dee", "name", "D."),
        ("you", "name", "you"),
        ("Mary-Anne Loft…", "name", "M.L."),
        ("Dee, Dana", "name", "D., D.2"),
        ("somebody else", "name", "·····"),
        ("Tue 09:30 court", "day", "Tue 09:30 ·····"),
        ("Thu 26 Nov 2026", "day", "Thu 26 Nov 2026"),
        ("yesterday", "day", "yesterday"),
        ("court Tue", "day", "·····"),
        ("got the boots, 604 555 0100", "", "·····"),
        ("ok", "", "··"),
        ("Dee", "", "D."),
        ("…", "", "·"),
        ("─ ▸ │", "", "─ ▸ │"),
        ("what they said", "words", "·····"),
    ],
)
def test_what_says_nothing_of_itself_is_hidden(words, role, is_seen):
    assert seen((words, role)).rstrip() == is_seen


def test_what_somebody_said_is_hidden_in_the_programs_own_words_too():
    assert (
        seen(("where you stand: ", ""), ("inside", "words"), mark="own").rstrip() == "where you stand: ·····"
    )


def test_pieces_of_hidden_words_are_one_row_of_dots():
    assert seen(("2 days out", ""), (" · ", ""), ("tried twice", "")).split() == ["·····"]


def test_longer_initials_take_of_the_blanks_after_them_and_nothing_moves():
    assert seen(("Jo", "name"), ("   ", ""), ("16:00", "day"), people=("Jane", "Jo")) == "J.2  16:00"


def test_a_name_keeps_its_initials_when_others_come_and_go():
    initials = Initials(("Dee",))
    initials.learn(("Dana", "Dee", "Dora"))
    assert [initials.of(name) for name in ("Dee", "Dana", "Dora")] == ["D.", "D.2", "D.3"]
