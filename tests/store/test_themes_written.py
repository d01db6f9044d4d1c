"""What stands under a theme: her ticks first, else the theme of the question; and notes it was seen on."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.principles import questions, themes
from store.records import OwnQuestion, Reflection, ThemeSeen
from store.themes_written import themes_asked, under

DAY = date(2026, 11, 23)
CODES = tuple(each.code for each in themes())
ASKED = themes_asked((OwnQuestion(theme="meet", words="Whose day was it?", id=3),))


def codes(pages=(), seen=(), code=""):
    return [one.themes for one in under(pages, seen, ASKED, code)]


def test_a_page_stands_under_what_she_ticked_not_under_what_was_asked():
    page = Reflection(on=DAY, words="x", themes=("steady", "hope"), question_id="meet-a3")
    assert codes([page]) == [("hope", "steady")]
    assert codes([page], code="meet") == []


def test_a_page_without_a_tick_stands_under_the_theme_of_its_question():
    pages = [
        Reflection(on=DAY, words="x", question_id=id, id=at) for at, id in enumerate(("own-3", "hope-b1"))
    ]
    assert codes(pages) == [("hope",), ("meet",)]
    assert codes(pages, code="meet") == [("meet",)]


def test_a_page_on_nothing_stands_in_the_notebook_alone():
    assert codes([Reflection(on=DAY, words="x"), Reflection(on=DAY, words="y", question_id="own-99")]) == []


def test_a_question_worded_otherwise_keeps_its_theme():
    reworded = OwnQuestion(theme="", words="otherwise", instead_of="hope-b1", id=4)
    assert themes_asked((reworded,)) == {each.id: each.theme for each in questions()}


def test_a_word_that_is_none_of_the_six_is_left_where_it_is():
    assert codes(seen=[ThemeSeen(theme="joy", on=DAY)]) == []


winter = st.dates(date(2026, 1, 1), date(2026, 2, 1))
pages = st.builds(
    Reflection,
    on=winter,
    id=st.integers(1, 99),
    themes=st.lists(st.sampled_from(CODES), max_size=3).map(tuple),
    question_id=st.sampled_from(("", *(each.id for each in questions()))),
)
seen = st.builds(
    ThemeSeen,
    theme=st.sampled_from(CODES),
    on=st.dates(date(2026, 1, 1), date(2026, 2, 1)),
    id=st.integers(1, 99),
)


@given(st.lists(pages, max_size=6), st.lists(seen, max_size=6))
def test_all_six_together_are_what_stands_under_each_newest_first(some, marks):
    everything = under(some, marks, ASKED)
    assert [one.on for one in everything] == sorted((one.on for one in everything), reverse=True)
    by_theme = [one for code in CODES for one in under(some, marks, ASKED, code)]
    assert {id(one.record) for one in by_theme} == {id(one.record) for one in everything}
    assert all(code in one.themes for code in CODES for one in under(some, marks, ASKED, code))
