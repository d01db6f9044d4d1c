"""The questions as the mentor keeps them: hers, the program's in her words, those she is not asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from msgspec.structs import replace as replace_words

from store import own_questions
from store.errors import NotFound, RequestRefused
from store.notebook import Notebook
from store.own_questions import known_question, known_questions, put_in_her_words
from store.principles import TheDay, every_question, question_of_the_day, questions, set_aside
from store.records import OwnQuestion, Reflection


@pytest.fixture
def notebook(folder, clock):
    return Notebook(folder, clock)


def asked(notebook, question_id):
    """The words a question is asked in."""
    return known_question(notebook, question_id).question.words


def reworded(notebook, question_id, words):
    return put_in_her_words(notebook, known_question(notebook, question_id), words)


def of_hers(**fields):
    return OwnQuestion(**({"theme": "hope", "words": "What made me laugh?"} | fields))


def test_a_question_in_her_words_keeps_its_id_its_theme_its_moment_its_days_and_its_place():
    before = questions()
    for at, built_in in enumerate(before):
        hers = OwnQuestion(id=1, theme="x", words="Mine", moment="y", instead_of=built_in.id)
        after = every_question([hers])
        assert len(after) == len(before)
        assert (after[at].id, after[at].theme, after[at].moment, after[at].fits, after[at].words) == (
            built_in.id,
            built_in.theme,
            built_in.moment,
            built_in.fits,
            "Mine",
        )


def test_her_own_questions_follow_the_programs_with_their_moment_and_their_days():
    own = of_hers(id=3, moment="after", fits=("gate",))
    (last,) = every_question([own])[len(questions()) :]
    assert (last.id, last.theme, last.moment, last.fits) == ("own-3", "hope", "after", ("gate",))


def test_of_two_rewordings_of_a_question_the_later_is_asked(notebook):
    for words in ("first", "second"):
        notebook.add(of_hers(words=words, instead_of="hope-b1"))
    assert asked(notebook, "hope-b1") == "second"
    assert len(known_questions(notebook)) == len(questions())


def test_a_rewording_of_a_question_this_version_does_not_have_is_asked_as_it_stands(notebook):
    notebook.add(of_hers(words="From a newer one", instead_of="hope-z99"))
    assert asked(notebook, "hope-z99") == "From a newer one"
    assert known_question(notebook, "hope-z99").is_own


def test_the_programs_words_or_none_take_a_rewording_back_and_undo_brings_it_again(notebook, folder):
    first = asked(notebook, "hope-b1")
    for back in (first, "", "  "):
        reworded(notebook, "hope-b1", "What do I see in them?")
        assert known_question(notebook, "hope-b1").words_before == first
        reworded(notebook, "hope-b1", back)
        assert (asked(notebook, "hope-b1"), notebook.own_questions()) == (first, ())
    folder.undo()
    assert asked(notebook, "hope-b1") == "What do I see in them?"


def test_the_same_words_again_are_no_act(notebook, folder):
    assert reworded(notebook, "hope-b1", asked(notebook, "hope-b1")) is None
    reworded(notebook, "hope-b1", "Mine")
    act = next(iter(folder.history()))
    assert reworded(notebook, "hope-b1", " Mine ") is None
    assert next(iter(folder.history())) == act


def test_a_question_of_her_own_is_corrected_and_not_put_otherwise(notebook):
    notebook.add(of_hers(), "your question")
    with pytest.raises(RequestRefused, match="is corrected"):
        reworded(notebook, "own-1", "x")


def test_a_question_nobody_knows_is_named_and_a_way_out(notebook):
    with pytest.raises(NotFound, match="“hope-b77”; `mentor questions list`"):
        known_question(notebook, "hope-b77")


@pytest.mark.parametrize("question_id", ["hope-b1", "hope-with-a", "death-1", "own-1"])
def test_what_is_retired_is_listed_still_until_it_is_welcomed_back(notebook, question_id):
    notebook.add(of_hers(), "your question")
    known_id = question_id if question_id != "death-1" else _of_a_death()
    own_questions.retire(notebook, known_question(notebook, known_id))
    assert known_question(notebook, known_id).is_aside
    assert own_questions.retire(notebook, known_question(notebook, known_id)) is None
    own_questions.welcome(notebook, known_question(notebook, known_id))
    assert not set_aside(notebook.choices(), notebook.own_questions())
    assert own_questions.welcome(notebook, known_question(notebook, known_id)) is None


def test_a_retired_question_stays_retired_in_other_words(notebook):
    own_questions.retire(notebook, known_question(notebook, "hope-b1"))
    reworded(notebook, "hope-b1", "Mine")
    assert known_question(notebook, "hope-b1").is_aside


@pytest.mark.parametrize("question_id", ["hope-b1", "own-1"])
def test_what_was_written_keeps_the_id_and_the_words_asked_whatever_becomes_of_the_question(
    notebook, folder, clock, question_id
):
    notebook.add(of_hers(words="As it was", instead_of="" if question_id == "own-1" else "hope-b1"))
    known = known_question(notebook, question_id)
    page = Reflection(on=clock.now().day, words="w", question_id=question_id, question=known.question.words)
    notebook.add(page)

    def stands():
        (page,) = notebook.reflections()
        return (page.question_id, page.question) == (question_id, "As it was")

    for become in (
        lambda: notebook.change(known.hers, known.hers.__replace__(words="Otherwise")),
        lambda: own_questions.retire(notebook, known_question(notebook, question_id)),
        lambda: notebook.remove(notebook.own_questions()[0]),
        folder.undo,
        folder.undo,
        lambda: own_questions.welcome(notebook, known_question(notebook, question_id)),
        lambda: folder.compact(force=True),
    ):
        become()
        assert stands()
    assert asked(notebook, question_id) == "As it was"


def test_the_id_of_a_question_that_was_removed_is_given_to_no_other(notebook, folder):
    notebook.add(of_hers())
    own_questions.retire(notebook, known_question(notebook, "own-1"))
    notebook.remove(notebook.own_questions()[0])
    notebook.add(of_hers(words="Another"))
    folder.undo()
    folder.compact(force=True)
    notebook.add(of_hers(words="A third"))
    (third,) = notebook.own_questions()
    assert third.id > 2
    assert not known_question(notebook, f"own-{third.id}").is_aside


def test_words_typed_in_two_places_at_once_leave_one_rewording_and_its_own_words_come_back(notebook):
    stale = known_question(notebook, "hope-b1")
    put_in_her_words(notebook, stale, "From the shell")
    put_in_her_words(notebook, stale, "From the form")
    assert asked(notebook, "hope-b1") == "From the form" and len(notebook.own_questions()) == 1
    notebook.add(of_hers(instead_of="hope-b1"))  # as two machines may leave it
    put_in_her_words(notebook, stale, "")
    assert asked(notebook, "hope-b1") == stale.question.words and not notebook.own_questions()


def test_a_question_in_her_words_comes_on_the_day_on_which_it_would_have_come():
    for number in range(40):
        day = TheDay(on=date(2026, 11, 1) + timedelta(number))
        offered = question_of_the_day(day)
        hers = OwnQuestion(id=1, theme="", words="Mine", instead_of=offered.question.id)
        assert question_of_the_day(day, (), [hers]) == replace(
            offered, question=replace_words(offered.question, words="Mine")
        )


def _of_a_death():
    return next(each.id for each in questions() if each.moment == "death")
