"""How often the hints are right, over sentences written for it: the figures of docs/words.md."""

from pathlib import Path

import pytest

from tests.store.wording.sentences import HERE, figures, labelled

PAGE = (Path(__file__).parents[3] / "docs" / "words.md").read_text("utf-8")
SETS = sorted(path.name for path in HERE.glob("labelled_*.txt"))


def table(name):
    """The rows of the page for one set, by kind."""
    section = PAGE.partition(f"`{name}`")[2].partition("\n\n\n")[0].split("\n### ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return {row[0]: tuple(row[1:]) for row in rows if row[0] in figures(name)}


def as_written(right, wrong, missed):
    precision = right / (right + wrong) if right + wrong else 1
    recall = right / (right + missed) if right + missed else 1
    return str(right + missed), str(right), str(wrong), f"{precision:.2f}", f"{recall:.2f}"


@pytest.mark.parametrize("name", SETS)
def test_the_page_says_of_each_set_what_its_sentences_give(name):
    given = {kind: as_written(*counted) for kind, counted in figures(name).items()}
    assert table(name) == given


def test_there_are_as_many_sentences_as_the_page_says():
    counted = {name: len(labelled(name)[1]) for name in SETS}
    assert sum(counted.values()) >= 240
    assert all(f"{count} sentences" in PAGE for count in counted.values())


@pytest.mark.parametrize("name", SETS)
def test_a_hint_is_seldom_given_without_need_and_most_that_are_wanted_come(name):
    for kind, (right, wrong, missed) in figures(name).items():
        assert right / (right + wrong) >= 0.8, kind
        assert right / (right + missed) >= 0.8, kind
