"""What leaves cannot even name the notebook: only the rooms that keep both ledgers alike do."""

import ast
from pathlib import Path

import grimp

from store.records import NOTEBOOK_TABLES

ROOT = Path(__file__).parents[2]
LEAVES = (
    "mentor_tui.reports", "mentor_tui.exchange", "mentor_tui.handing_on", "mentor_tui.differencing",
    "mentor_tui.month_closing", "mentor_tui.envelope_page", "mentor_tui.envelope_html",
    "mentor_tui.envelope_card", "mentor_tui.envelope_kept", "mentor_tui.report_written",
    "mentor_tui.report_to_write", "store.envelope", "store.closing", "store.made_files",
)  # fmt: skip
"""Rooms in which something is made that others may see."""
COMMANDS = (
    "agenda", "card", "check_in_papers", "envelope", "envelope_card", "handed_on", "months", "people",
    "person_page", "posting", "printing", "report", "taking", "taking_books", "taking_rows",
)  # fmt: skip
"""Commands that show or write what others may see; behind the door each of them opens are both ledgers."""
ENGINE = {
    "store.act", "store.creating", "store.drafts", "store.find_filters", "store.folder", "store.keys",
    "store.layout", "store.ledger_pair", "store.reading", "store.records", "store.references", "store.seals",
    "store.shelf",
}  # fmt: skip
"""Rooms in their reach that keep, seal or undo both ledgers alike; none of them reads a page for anybody."""
QUESTIONS = {"store.check_ins", "store.principles.choosing"}
"""They are given which questions were set aside, by those who may look."""
NAMES = {"Reflection", "ThemeSeen", "QuestionChoice", "Support", "NOTEBOOK_TABLES", "NOTEBOOK_ORDER"}
NAMES |= {"notebook", "notebook_of", *NOTEBOOK_TABLES}


def in_reach():
    graph = grimp.build_graph("mentor_tui", "store", "widgets", cache_dir=None)
    found = {name for name in graph.modules if name.startswith(tuple(f"{each}." for each in LEAVES))}
    found |= set(LEAVES)
    return found.union(*map(graph.find_upstream_modules, found))


def named_in(module):
    """The names of the notebook in a module's code; a text counts where the name is all of it."""
    path = ROOT / module.replace(".", "/")
    source = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")
    return {said(node) for node in ast.walk(ast.parse(source))} & NAMES


def said(node):
    of = {ast.Name: "id", ast.Attribute: "attr", ast.alias: "name", ast.Constant: "value"}.get(type(node))
    value = getattr(node, of) if of else ""
    return value if isinstance(value, str) else ""


def test_nothing_that_leaves_can_name_a_page_or_a_table_of_the_notebook():
    modules = in_reach()
    assert len(modules) > 200 and set(LEAVES) <= modules
    naming = {module for module in modules if named_in(module)}
    assert naming - ENGINE - QUESTIONS == set()
    assert {"Reflection", "ThemeSeen"} <= named_in("mentor_tui.notebook_rows"), "the search finds a name"


def test_no_command_that_writes_asks_for_the_notebook_behind_its_door():
    naming = {name: named for name in COMMANDS if (named := named_in(f"mentor_tui.commands.{name}"))}
    assert naming == {}
    assert "notebook_of" in named_in("mentor_tui.commands.find"), "the search finds who asks"
