"""The pages for people point at what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
ROOMS = "mentor_tui|widgets|store|tests|tools|docs|bench"
PLACE = re.compile(rf"`((?:{ROOMS})/[\w./-]*|[\w-]+\.(?:py|md|toml))`")
IN_SOURCES = re.compile(r"\b(docs/[\w-]+\.md)\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_linked_from_the_readme_or_from_one_that_is():
    found, left = set(), [ROOT / "README.md"]
    while left:
        page = left.pop()
        if page not in found:
            found.add(page)
            links = ((page.parent / link).resolve() for link in LINK.findall(page.read_text("utf-8")))
            left += [each for each in links if each.suffix == ".md"]
    assert [page.name for page in PAGES if page not in found and page.parent.name == "docs"] == []


def is_there(place, page):
    """From the root, beside the page, or, for a mere name, in the one folder the page is about."""
    if place in (ROOT / ".gitignore").read_text("utf-8").split():
        return True  # a command makes it, and no checkout has it
    about = {"trust.md": "tests/faults", "bench.md": "bench"}.get(page.name, "")
    return any((base / place).exists() for base in (ROOT, page.parent, ROOT / about))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_place_a_page_names_exists(page):
    places = PLACE.findall(page.read_text("utf-8"))
    assert [place for place in places if not is_there(place, page)] == []


@pytest.mark.parametrize("name", ["docs/house.md", "CONTRIBUTING.md"])
def test_a_newcomer_is_sent_to_places(name):
    assert PLACE.findall((ROOT / name).read_text("utf-8"))


def test_every_page_the_program_sends_her_to_exists():
    sources = [at for room in ("mentor_tui", "store", "widgets") for at in (ROOT / room).rglob("*.py")]
    said = {page for at in sources for page in IN_SOURCES.findall(at.read_text("utf-8"))}
    assert said
    assert [page for page in sorted(said) if not (ROOT / page).exists()] == []


def test_the_pages_name_only_commands_that_dev_py_has():
    known = set(re.findall(r"^    python3 dev\.py (\w+)", (ROOT / "dev.py").read_text("utf-8"), re.MULTILINE))
    said = {word for page in PAGES for word in re.findall(r"dev\.py (\w+)", page.read_text("utf-8"))}
    assert known
    assert said - known == set()
