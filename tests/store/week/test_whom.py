"""Whom the mentor can talk to: a line of the notebook, in her words."""

from datetime import date
from types import SimpleNamespace

from store.drafts import SUPPORT, Draft, place_of, seal_of
from store.notebook import Notebook
from store.records import Reflection, Support


def nov(day):
    return date(2026, 11, day)


def test_the_newest_line_counts_an_empty_one_takes_it_away_and_undo_brings_it_back(folder, clock):
    notebook = Notebook(folder, clock)
    assert notebook.support() is None
    for words in ("Ana", "Ana, any evening", ""):
        notebook.add(Support(words=words), "whom you can talk to")
    assert notebook.support() is None
    folder.undo()
    assert notebook.support().words == "Ana, any evening"


def test_a_half_typed_line_is_sealed_with_the_keys_of_the_notebook():
    seals = SimpleNamespace(notebook="hers", caseload="of the record")
    assert seal_of(place_of(Draft(SUPPORT, None, {}, 7)), seals) == "hers"
    assert seal_of(place_of(Draft("small-one-line", None, {}, 7)), seals) == "of the record"


def test_pages_of_a_week_are_those_written_for_it_oldest_first(folder, clock):
    notebook = Notebook(folder, clock)
    for words, week in (
        ("first", nov(16)),
        ("second", nov(16)),
        ("another week", nov(9)),
        ("any page", None),
    ):
        notebook.add(Reflection(on=nov(23), words=words, week=week))
    assert [page.words for page in notebook.pages_of_week(nov(16))] == ["first", "second"]
