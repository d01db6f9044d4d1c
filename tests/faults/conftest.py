"""Figures: each test here says what it found beside its target, and a table of them closes the run."""

import os

import pytest

from tests.faults.rows import Counted
from tests.faults.table import said, told

# Programs are forked and killed here.
collect_ignore_glob = [] if hasattr(os, "fork") else ["test_*.py"]


@pytest.fixture(params=["short", pytest.param("long", marks=pytest.mark.long)])
def form(request):
    """The short form runs with every test run, the long one in `python3 dev.py trust`."""
    return request.param


@pytest.fixture
def sized(form):
    """How much of something: a little in the short form, the whole in the long one."""
    return lambda short, long: short if form == "short" else long


@pytest.fixture
def figure(record_property):
    """Keep a figure for the table."""

    def keep(row, of, bad, out_of, unit, **detail):
        record_property("trust", {"row": row, "of": of, "bad": bad, "out of": out_of, "unit": unit} | detail)

    return keep


def pytest_terminal_summary(terminalreporter):
    """The figures of this run, if it made any; `python3 dev.py trust` has a table of its own."""
    plugins = terminalreporter.config.pluginmanager.get_plugins()
    if any(isinstance(plugin, Counted) for plugin in plugins):
        return
    if figures := told(terminalreporter.stats):
        terminalreporter.section("trust")
        for line in said(figures):
            terminalreporter.write_line(line)
