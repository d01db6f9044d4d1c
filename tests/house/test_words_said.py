"""Every command that a page or a sentence of the program names is there, with its options; each place too."""

import ast
import re
from pathlib import Path

import pytest
from typer.main import get_command

from mentor_tui.cli import command_line

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
SOURCES = sorted(at for room in ("mentor_tui", "store", "widgets") for at in (ROOT / room).rglob("*.py"))
IN_TICKS = re.compile(r"`mentor(?: ([^`]*))?`")
FENCED = re.compile(r"```[a-z]*\n(.*?)```", re.DOTALL)
WORD = re.compile(r'"[^"]*"|\S+')
REDIRECTED = re.compile(r"\d?[<>#]")
ANYTHING = {"...", "|"}


@pytest.fixture(scope="module")
def whole():
    """The whole command line."""
    return get_command(command_line([]))


def options_of(command):
    return {word for one in command.params for word in (*one.opts, *one.secondary_opts)} | {"--help"}


def wrong_in(said, command):
    """What of the words after "mentor" does not exist; "" if all of it does."""
    words = iter(WORD.findall(said))
    for word in words:
        if word in ANYTHING or REDIRECTED.match(word):
            return ""
        name, _, value = word.partition("=")
        if name.startswith("-") and name != "-":
            if name not in options_of(command):
                return f"{command.name} has no {name}"
            is_flag = any(name in (*one.opts, *one.secondary_opts) and one.is_flag for one in command.params
                          if hasattr(one, "is_flag"))  # fmt: skip
            if not (value or is_flag or name == "--help"):
                next(words, None)
        elif hasattr(command, "commands"):
            if word not in command.commands:
                return f"{command.name or 'mentor'} has no {word}"
            command = command.commands[word]
        elif not [one for one in command.params if one.param_type_name == "argument"]:
            return f"{command.name} takes no {word}"
    return ""


def named_in_page(text):
    """What follows "mentor": in backticks, and on the lines of a block up to where they are explained."""
    yield from (said or "" for said in IN_TICKS.findall(FENCED.sub("", text).replace("\n", " ")))
    for block in FENCED.findall(text):
        for line in block.splitlines():
            if line.strip().startswith("mentor "):
                yield re.split(r"   +| \| ", line.strip().removeprefix("mentor "))[0]


def named_in_source(tree):
    """What follows `mentor` in each string, and in each sentence with something put into it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from IN_TICKS.findall(" ".join(node.value.split()))
        elif isinstance(node, ast.JoinedStr):
            parts = (one.value if isinstance(one, ast.Constant) else "NAME" for one in node.values)
            yield from IN_TICKS.findall(" ".join("".join(parts).split()))


def test_a_command_that_is_not_there_is_found_out(whole):
    for said in ("forget", "client forget", "today --forget", "backup restore --nothing NAME", "rekey now"):
        assert wrong_in(said, whole), said
    for said in ("", "--version", "--data FOLDER", "client ...", 'plan dee "fri 14:00" clinic', "undo"):
        assert wrong_in(said, whole) == "", said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_a_page_names_is_there(whole, page):
    said = list(named_in_page(page.read_text("utf-8")))
    assert [wrong for words in said if (wrong := wrong_in(words, whole))] == []


def test_every_command_the_program_names_is_there(whole):
    said = {(at.name, words) for at in SOURCES for words in named_in_source(ast.parse(at.read_text("utf-8")))}
    assert len(said) > 40
    assert [(at, words, wrong) for at, words in sorted(said) if (wrong := wrong_in(words, whole))] == []


def test_what_is_named_in_a_group_of_commands_is_in_it(whole):
    """Said on a screen, a command stands without backticks."""
    groups = {name: one.commands for name, one in whole.commands.items() if hasattr(one, "commands")}
    said = re.compile(rf"\bmentor ({'|'.join(groups)}) ([a-z-]+)")
    found = {
        (at.name, *two) for at in SOURCES for two in said.findall(" ".join(at.read_text("utf-8").split()))
    }
    assert len(found) > 8
    assert [each for each in sorted(found) if each[2] not in groups[each[1]]] == []


def test_every_command_is_named_in_the_page_of_the_shell(whole):
    page = (ROOT / "docs" / "shell.md").read_text("utf-8")
    assert [name for name in whole.commands if f"mentor {name}" not in page] == []
