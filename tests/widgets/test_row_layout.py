import pytest
from textual.style import Style

from widgets.row import JOIN, Column, Row
from widgets.row_layout import column_widths, lines_of


def plain_style(role):
    return Style.null()


def wrapped(cell, width, most=0):
    return [line.plain for line in lines_of(cell, width, most, plain_style)]


def test_a_second_reason_stands_on_the_same_line_while_there_is_room():
    assert wrapped((("day 2", ""), JOIN, ("boots", "muted")), 20) == ["day 2 · boots"]


def test_a_second_reason_begins_a_line_where_there_is_none():
    assert wrapped((("day 2 since release", ""), JOIN, ("ask about boots", "muted")), 24) == [
        "day 2 since release",
        "ask about boots",
    ]


def test_what_does_not_fit_in_two_lines_ends_in_an_ellipsis():
    cell = (("eleven days since you two talked", ""), JOIN, ("tried twice by phone", "muted"))
    assert wrapped(cell, 20, 2) == ["eleven days since", "you two talked · tr…"]


def test_in_one_line_reasons_are_joined_by_a_dot_and_cut():
    assert wrapped((("day 2", ""), JOIN, ("ask about boots", "muted")), 16, 1) == ["day 2 · ask abo…"]


@pytest.mark.parametrize("width", [1, 2, 5, 40])
def test_no_line_is_wider_than_its_column(width):
    words = "Renée 日本語 supercalifragilistic 👩‍👩‍👧 ok"
    assert all(line.cell_length <= width for line in lines_of(words, width, 0, plain_style) if width > 1)
    assert all(line.cell_length <= width for line in lines_of(words, width, 2, plain_style) if width > 1)


def test_control_characters_never_reach_a_line():
    assert wrapped("a\x1b[31mb\x9bc\u202ed", 40) == ["a[31mbcd"]


def test_a_column_is_as_wide_as_its_widest_cell_within_its_bounds():
    rows = [Row("1", ("Dee", "x")), Row("2", ("Maximiliana", "x"))]
    assert column_widths(rows, (Column(least=5, most=8), Column()), 40) == (8, 30)


def test_the_words_keep_a_third_of_a_narrow_list():
    rows = [Row("1", ("a long time ago", "a long name", "words enough"))]
    widths = column_widths(rows, (Column(), Column(), Column()), 24)
    assert widths[-1] >= 8
    assert sum(widths) + 4 <= 24


def test_nothing_is_cut_for_a_last_column_that_has_no_use_for_the_room():
    rows = [Row("1", ("Dee", "walking together, day 1 since release", "talked Thu"))]
    assert column_widths(rows, (Column(), Column(most=38), Column()), 56) == (3, 37, 12)
