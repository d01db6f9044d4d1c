"""Nothing that the program says itself labels a person or measures anybody: sources, labels, help."""

import ast

import msgspec
import pytest
from typer.main import get_command

from mentor_tui.cli import command_line
from mentor_tui.keys import ACTIONS
from mentor_tui.word_hints import KIND_LABELS, LEFT_OUT, NOT_WRITTEN
from store.principles import questions, themes
from store.records import CASELOAD_TABLES, NOTEBOOK_TABLES, Answer, CheckIn
from store.vocabulary import LISTS
from store.wording.hints import NAME_INSTEAD, NAME_WHY
from store.wording.lists import content, do_not_store
from tests.house.test_tree import PACKAGES, files_of, named, words_shown_by
from tests.words_of_people import verdicts

LOOKED_FOR = {"mentor_tui/reports/papers/doors.py": "_TELLS", "store/waiting/items.py": "_DEEDS"}
"""Patterns that are looked for in what others wrote, and never shown: module, and name in it."""
PATTERNS = "store/content/words.json"
"""Words that are looked for in what the mentor types; what is said of them is tried by their own tests."""


def where_looked_for(path):
    """The lines of a module's pattern that is looked for."""
    name = LOOKED_FOR.get(named(path))
    body = ast.parse(path.read_text("utf-8")).body if name else ()
    (lines,) = [
        range(each.lineno, each.end_lineno + 1)
        for each in body
        if isinstance(each, ast.Assign) and each.targets[0].id == name
    ] or [()]
    assert lines or not name, f"{name} is gone"
    return lines


def test_no_string_of_the_program_labels_or_grades_a_person():
    found = {}
    for path in files_of(PACKAGES, {".py", ".json", ".md", ".html", ".txt"}):
        if named(path) != PATTERNS:
            lines = where_looked_for(path)
            for line, text in words_shown_by(path):
                if line not in lines and (words := verdicts(text)):
                    found[f"{named(path)}:{line}"] = words
    assert found == {}


def test_the_list_of_what_is_better_not_kept_and_all_that_a_hint_says_label_nobody():
    said = [*do_not_store(), NAME_WHY, NAME_INSTEAD, *KIND_LABELS.values(), LEFT_OUT, NOT_WRITTEN]
    said += [f"{group.why} {group.instead}" for group in content().groups]
    assert {one: words for one in said if (words := verdicts(one))} == {}


def test_no_word_of_a_list_a_key_or_a_question_labels_anybody():
    labels = [term.label for each in LISTS for term in each.terms] + [each.title for each in LISTS]
    labels += [f"{action.title} {action.label} {action.sentence}" for action in ACTIONS]
    labels += [question.words for question in questions()]
    labels += [f"{theme.name} {theme.purpose}" for theme in themes()]
    assert {label: words for label in labels if (words := verdicts(label))} == {}


def commands_below(command, name="mentor"):
    yield name, command
    for each, below in getattr(command, "commands", {}).items():
        yield from commands_below(below, f"{name} {each}")


def test_the_help_of_no_command_labels_anybody():
    shown = dict(commands_below(get_command(command_line([]))))
    words = {
        name: f"{command.help} " + " ".join(str(getattr(one, "help", "")) for one in command.params)
        for name, command in shown.items()
    }
    assert len(words) > 60
    assert {name: found for name, text in words.items() if (found := verdicts(text))} == {}


@pytest.mark.parametrize("kind", [*NOTEBOOK_TABLES.values(), CheckIn, Answer], ids=lambda kind: kind.__name__)
def test_nothing_in_the_notebook_or_a_check_in_is_a_number(kind):
    """A number is where a score begins; the numbers there are lead to other records."""
    numbers = {
        field.name
        for field in msgspec.structs.fields(kind)
        if any(one in str(field.type) for one in ("int", "float"))
    }
    assert numbers <= {"id", "client_id", "contact_id"}


def test_no_field_of_any_record_is_called_like_a_measure_of_somebody():
    names = {
        f"{kind.__name__}.{field.name}"
        for kind in (*CASELOAD_TABLES.values(), *NOTEBOOK_TABLES.values())
        for field in msgspec.structs.fields(kind)
        if verdicts(field.name.replace("_", " ")) or field.name in {"level", "grade", "points", "progress"}
    }
    assert names == set()
