"""Rows where there is no room for columns: the last cell below the others, in the full width."""

import pytest
from textual.style import Style

from widgets.row import JOIN, Column, Row
from widgets.row_drawing import RowDrawing
from widgets.row_layout import is_stacked

COLUMNS = (Column(least=9, most=11), Column(most=15, wraps=True), Column(least=44))
NOTE = Row("1", ("yesterday", "on their behalf 20m", "called the housing list about the room by the water"))


def drawn(row, width, columns=COLUMNS):
    drawing = RowDrawing(columns, lambda role: Style.null())
    drawing.fit([row], width)
    lines = drawing.lines(row, False)
    assert drawing.height(row) == len(lines)
    return [line.plain.rstrip() for line in lines]


def test_below_its_least_the_last_column_goes_under_the_others():
    assert drawn(NOTE, 36) == [
        "  yesterday  on their behalf 20m",
        "  called the housing list about the",
        "  room by the water",
    ]


def test_a_row_that_fits_on_one_line_takes_one():
    assert drawn(Row("1", ("today", "", "ok")), 36) == ["  today  ok"]


def test_cells_that_do_not_fit_beside_each_other_have_lines_of_their_own():
    row = Row("1", ("Ferrier Street Housing Registry", "@registry", "closed for repairs, no date yet"), 1)
    assert drawn(row, 36) == [
        "  Ferrier Street Housing Registry",
        "  @registry",
        "  closed for repairs, no date yet",
    ]


@pytest.mark.parametrize("about", ["", "open", "whose name is much longer than one line can hold"])
@pytest.mark.parametrize("name", ["Dee", "a name of twenty-two  x", "日本語の長い名前がここにある長い名前"])
def test_a_row_of_one_line_is_as_high_as_it_is_drawn(name, about):
    for width in (12, 24, 36):
        drawn(Row("1", (name, "@short", ((about, ""), JOIN, ("more", ""))), 1), width)


def test_the_words_of_a_note_have_at_least_their_least_beside_the_others():
    assert not is_stacked([NOTE], COLUMNS, 72)
    assert is_stacked([NOTE], COLUMNS, 71)


def test_a_column_that_wraps_is_not_cut():
    assert [line[13:28].strip() for line in drawn(NOTE, 80)] == ["on their behalf", "20m"]
