"""Every command and option has help and stands on the page of the shell."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from mentor_tui.cli import command_line
from mentor_tui.commands import MODULE_OF

PAGE = (Path(__file__).parents[2] / "docs" / "shell.md").read_text("utf-8")


def commands(at, path=()):
    inside = getattr(at, "commands", None)
    if not inside:
        return [(" ".join(path), at)]
    return [found for name, below in inside.items() for found in commands(below, (*path, name))]


ALL = commands(get_command(command_line([])))
OPTIONS = [
    (name, parameter)
    for name, command in ALL
    for parameter in command.params
    if parameter.param_type_name == "option"
]


def test_every_command_can_be_asked_for_by_name():
    assert {name.split()[0] for name, _ in ALL} == set(MODULE_OF)


def test_a_command_has_help_and_so_has_all_it_takes():
    assert [name for name, command in ALL if not command.help] == []
    takes = [(name, one) for name, command in ALL for one in command.params]
    assert [(name, one.name) for name, one in takes if not one.help] == []


def test_a_command_stands_on_the_page():
    assert [name for name, _ in ALL if not re.search(rf"(mentor |`){name}\b", PAGE)] == []


def test_an_option_stands_on_the_page():
    assert len(OPTIONS) > 250
    stands = [(name, max(one.opts, key=len) in PAGE or one.opts[-1] == "-o") for name, one in OPTIONS]
    assert [name for name, is_there in stands if not is_there] == []


@pytest.mark.parametrize("name", [name for name, _ in ALL])
def test_help_is_shown_for_every_command(mentor, name):
    answer = mentor(*name.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Usage: mentor {name}")


def test_help_for_all_names_every_command(mentor):
    answer = mentor("--help")
    assert answer.code == 0
    for name in MODULE_OF:
        assert f"\n  {name} " in answer.out


def test_every_reading_and_writing_command_but_the_program_itself_answers_in_json():
    without = {
        name for name, command in ALL if "--json" not in {opt for each in command.params for opt in each.opts}
    }
    assert without == {"demo"}


def test_every_exit_code_stands_on_the_page():
    assert re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE) == ["0", "1", "2", "75", "77", "130"]


@pytest.mark.parametrize(
    "line", re.findall(r"^mentor (note|client|plan|done|reflect)(.*)$", PAGE, re.MULTILINE)
)
def test_the_examples_of_the_page_work(mentor, dee, line):
    if line[1]:
        mentor("plan", "dee", "fri", "income")
        assert mentor(*shlex.split("".join(line))).code == 0
