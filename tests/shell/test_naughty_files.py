"""What goes out of the program as a file or a page holds nothing that a terminal would obey."""

import pytest

from store.clock import SystemClock
from store.folder import DataFolder
from tests.hostile import ESCAPES, OBEYED, naughty_strings, poisoned

pytestmark = pytest.mark.trust("hostile text")

PAGES = [
    "today", "today --json", "clients", "clients --json", "client show 1", "client show 1 --json", "agenda",
    "agenda --json", "find e --limit 999", "find e --json", "reflect", "reflect --json", "history",
    "history --json", "report month", "report month --json", "report month --format md",
    "report month --format csv", "report people", "report person --who 1", "report hours --json",
    "notebook packet --page 1", "week --mine", "week --mine --json", "export json",
    "backup list", "doctor", "doctor --json",
]  # fmt: skip
FILES = [
    "export json -o out.json", "export csv -o csv", "notebook export -o own.json", "report month -o month.md",
    "report month -o month.csv", "report month -o month.json", "report month -o month.txt",
]  # fmt: skip


@pytest.fixture(params=["some", pytest.param("all", marks=pytest.mark.long)])
def poisoned_place(request, place, monkeypatch):
    """Every string of the big list in `python3 dev.py trust`, each fourth in every run; ours always."""
    monkeypatch.chdir(place.parent)
    with DataFolder.create(place, SystemClock()) as folder:
        poisoned(folder, [*ESCAPES, *naughty_strings()[:: 1 if request.param == "all" else 4]])
    return place


def test_no_page_gives_the_terminal_anything_to_obey(mentor, poisoned_place):
    for words in PAGES:
        answer = mentor(*words.split())
        assert answer.code in (0, 1), (words, answer.err)
        assert answer.out and answer.is_quiet_about_itself, words
        assert "Something in mentor itself" not in answer.err, (words, answer.err)


def test_no_file_holds_anything_that_a_terminal_would_obey(mentor, poisoned_place):
    for words in FILES:
        assert mentor(*words.split()).code == 0, words
    written = [path for path in poisoned_place.parent.rglob("*.*") if poisoned_place not in path.parents]
    assert len(written) > 10
    obeyed = {path.name: OBEYED.search(read(path)) for path in written}
    assert {name for name, found in obeyed.items() if found} == set()


def read(path):
    """A file's words, without the mark a spreadsheet wants at its start and the line ends it wants."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
