"""The mentor's notebook is searched through its own door, and through no other."""

from datetime import date

import pytest

from store.caseload import Caseload
from store.notebook import Notebook
from store.records import Client, OwnQuestion, Reflection

TODAY = date(2026, 11, 23)


@pytest.fixture
def both(folder, clock):
    caseload, notebook = Caseload(folder, clock), Notebook(folder, clock)
    caseload.add(Client(name="Dee", about="tired of boots"))
    notebook.add(Reflection(on=date(2026, 10, 1), words="Tired after the gate", alias="D"))
    notebook.add(Reflection(on=TODAY, words="slept well", question="What made you tired?"))
    notebook.add(OwnQuestion(theme="hope", words="What does tired look like?"))
    return caseload, notebook


def found(both, line):
    caseload, notebook = both
    asked = caseload.read_asked(line)
    return [hit.text for hit in caseload.find(asked)], [hit.text for hit in notebook.find(asked)]


def test_the_record_and_the_notebook_are_each_found_by_their_own_door(both):
    theirs, own = found(both, "tired")
    assert theirs == ["tired of boots"]
    assert own == ["What made you tired?", "Tired after the gate", "What does tired look like?"]


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("tired from:1 nov", ["What made you tired?"]),
        ("kind:notebook to:oct", ["Tired after the gate"]),
        ("kind:notebook slept", ["slept well"]),
        ("tired who:dee", []),
        ("tired kind:notes", []),
        ("tired need:housing", []),
        ("tired from:soonish", []),
    ],
)
def test_what_only_people_have_narrows_the_notebook_to_nothing(both, line, own):
    assert found(both, line)[1] == own


def test_pages_written_changed_or_taken_out_since_are_found_as_they_are(both):
    _, notebook = both
    assert found(both, "zebra") == ([], [])
    notebook.add(Reflection(on=TODAY, words="a zebra"))
    assert found(both, "zebra") == ([], ["a zebra"])
    notebook.remove(notebook.reflections()[0])
    assert found(both, "zebra") == ([], [])


def test_a_page_pasted_into_the_line_is_not_read_filter_by_filter(both):
    assert found(both, "who:dee " * 5_000)[1] == []
