"""The pages for people point at what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
PLACE = re.compile(r"`((?:mentor_tui|widgets|store|tests|tools|docs)/[\w./-]*)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["docs/house.md", "CONTRIBUTING.md"])
def test_every_place_a_newcomer_is_sent_to_exists(name):
    places = PLACE.findall((ROOT / name).read_text("utf-8"))
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_the_pages_name_only_commands_that_dev_py_has():
    known = set(re.findall(r"^    python3 dev\.py (\w+)", (ROOT / "dev.py").read_text("utf-8"), re.MULTILINE))
    said = {word for page in PAGES for word in re.findall(r"dev\.py (\w+)", page.read_text("utf-8"))}
    assert known
    assert said - known == set()
