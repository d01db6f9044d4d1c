"""Words in a cell that no spreadsheet runs, and as they were again."""

from hypothesis import example, given
from hypothesis import strategies as any_

from mentor_tui.exchange.cells import guarded, unguarded

RUNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_STARTS = any_.text("'=+-@ \t\n\u00a0＝a", max_size=4)


@given(_STARTS, any_.text(max_size=5))
@example("'=", "1+1")
@example("''", "=1")
def test_what_was_guarded_comes_back_as_it_was(start, rest):
    text = start + rest
    assert unguarded(guarded(text)) == text


@given(_STARTS, any_.text(max_size=5))
def test_no_guarded_cell_begins_as_a_formula_does(start, rest):
    assert not guarded(start + rest).lstrip().startswith(RUNS)


def test_words_that_nothing_runs_stay_as_they_are():
    assert [guarded(text) for text in ("'twas", "rock 'n' roll", "a=b", "")] == [
        "'twas", "rock 'n' roll", "a=b", "",
    ]  # fmt: skip
    assert unguarded("'twas") == "'twas"
