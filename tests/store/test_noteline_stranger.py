"""The name a note offers to add."""

import pytest

from store.clock import moment_from
from store.names import NameEntry
from store.noteline import parse

NOW = moment_from("2026-11-23T14:02", "America/Vancouver")
NAMES = (NameEntry(1, "Dee"), NameEntry(2, "Marcus"))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("tamika call 5m", "Tamika"),
        ("tamika", "Tamika"),
        ("Big T call 5m", "Big T"),
        ("ana maria lopez call 5m", "Ana Maria Lopez"),
        ("tamika: call 5m", "Tamika"),
        ("xavier was here", "Xavier"),
        ("marcsu call 5m", "Marcsu"),
        ("dee, tamika ride 2h", "Tamika"),
        ("will call 5m", "Will"),
        ("went to court", ""),
        ("call 5m", ""),
        ("dee call 5m", ""),
        ("3 of them came", ""),
        ("", ""),
    ],
)
def test_what_stands_before_the_run_is_the_name_of_a_stranger(line, name):
    assert parse(line, NAMES, (), NOW).stranger == name
