"""The mentor's own ledger: pages, and what was done with questions."""

import pytest

from store.notebook import Notebook
from store.principles import TheDay, question_of_the_day
from store.records import Reflection


@pytest.fixture
def notebook(folder, clock):
    return Notebook(folder, clock)


def page(clock, **fields):
    return Reflection(on=clock.now().day, **fields)


def test_a_question_passed_over_is_not_what_undo_takes_back(folder, save, notebook):
    save(folder, "Dee")
    for choice in ("another", "never", "not-today"):
        notebook.choose("hope-b1", choice)
    assert folder.next_undo().label == "person, Dee"
    assert folder.undo().label == "person, Dee"
    assert [each.choice for each in notebook.choices()] == ["another", "never", "not-today"]


def test_what_undo_passes_by_is_passed_by_after_reopening_and_folding(folder, open_folder, save, notebook):
    save(folder, "Dee")
    notebook.choose("hope-b1", "another")
    assert open_folder().next_undo().label == "person, Dee"
    folder.compact(force=True)
    assert open_folder().undo().label == "person, Dee"


def test_history_still_tells_what_undo_passes_by(folder, notebook):
    notebook.choose("hope-b1", "another")
    assert [act.label for act in folder.history()] == ["question"]


def test_one_undo_takes_a_page_and_its_answer_back(folder, notebook, clock):
    notebook.add(page(clock, words="It was hers to say.", question_id="hope-a3"))
    assert folder.undo().label == "reflection"
    assert notebook.reflections() == () and notebook.choices() == ()


def test_a_removed_page_comes_back_as_it_was(folder, notebook, clock):
    kept = notebook.add(page(clock, words="Shoes first.", themes=("meet",))).records[0]
    notebook.remove(kept)
    folder.undo()
    assert notebook.reflections() == (kept,)


def test_not_today_can_be_taken_back_the_same_day(notebook, clock):
    asked = question_of_the_day(TheDay(on=clock.now().day)).question.id
    notebook.choose(asked, "not-today")
    assert question_of_the_day(TheDay(on=clock.now().day), notebook.choices()) is None
    notebook.choose(asked, "welcome")
    assert question_of_the_day(TheDay(on=clock.now().day), notebook.choices()).question.id == asked
