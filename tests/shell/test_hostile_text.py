"""Strings that break programs, through every door of the shell: nothing a terminal obeys, nothing lost."""

import json

import pytest

from store.text import clean_line, clean_lines
from tests.hostile import ESCAPES, naughty_strings


@pytest.fixture(scope="module")
def strings():
    """The big list, and ours."""
    return [*ESCAPES, *naughty_strings()]


@pytest.fixture(params=["some", pytest.param("all", marks=pytest.mark.long)])
def is_whole(request):
    """Every string of the big list in `python3 dev.py trust`, each fourth in every run; ours always."""
    return request.param == "all"


@pytest.fixture
def each(mentor, dee, strings, monkeypatch, is_whole):
    """Runs a command for each string and hears every answer; a disk that need not confirm makes it quick."""
    monkeypatch.setattr("os.fsync", lambda _: None)

    def through(*words, codes=(0,), every=4):
        for string in [*ESCAPES, *strings[len(ESCAPES) :: 1 if is_whole else every]]:
            answer = mentor(*(string if word == "STRING" else word for word in words))
            assert answer.code in codes, (string, answer.err)
            assert answer.is_quiet_about_itself, string
            assert "Something in mentor itself" not in answer.err, (string, answer.err)
            yield string, answer

    return through


@pytest.fixture
def shown(mentor):
    """Asserts that these commands show what there is, and nothing a terminal obeys."""

    def all_shown(*commands):
        for words in commands:
            answer = mentor(*words.split())
            assert (answer.code, answer.is_quiet_about_itself) == (0, True), words

    return all_shown


def test_notes_keep_every_string(each, shown, tmp_path, mentor):
    # One that holds no words at all is an empty note, and "-" alone is stdin.
    answers = each("note", "--who", "dee", "--json", "--", "STRING", codes=(0, 1))
    typed = {clean_lines(string).partition("\n")[0].strip() for string, answer in answers if not answer.code}
    mentor("export", "json", "-o", tmp_path / "out.json")
    contacts = json.loads((tmp_path / "out.json").read_text("utf-8"))["contacts"]
    assert typed - {""} <= {contact.get("as_typed", "") for contact in contacts}
    shown("today", "client show dee", "client show dee --json", "export json", "find a --limit 999")


def test_lines_about_nobody_known_are_all_kept_in_the_inbox(place, each):
    answers = each("note", "--json", "--", "STRING", codes=(0, 1))
    lines = {
        clean_lines(string) for string, answer in answers if answer.code == 0 and not answer.json["filed"]
    }
    assert lines
    assert lines <= {json.loads(path.read_text("utf-8"))["text"] for path in (place / "inbox").iterdir()}


def test_people_of_any_name_are_listed(each, shown, mentor):
    answers = each("client", "add", "--", "STRING", codes=(0, 1))
    names = [clean_line(string) for string, answer in answers if answer.code == 0]
    listed = [client["name"] for client in mentor("clients", "--json").json["clients"] if client["id"] > 1]
    assert sorted(names) == sorted(listed)
    shown("clients", "today", "today --json", "week --mine")


def test_plans_hold_any_words(each, shown):
    for string, answer in each("plan", "--json", "--", "dee", "fri", "STRING", every=5):
        assert answer.json["records"]["appointments"][0]["what"] == clean_line(string)
    shown("agenda", "agenda --json", "today")


def test_any_words_can_stand_in_the_place_of_a_day(each):
    read = [string for string, answer in each("plan", "--", "dee", "STRING", codes=(0, 1)) if not answer.code]
    assert len(read) < 5


def test_any_words_can_be_looked_for(each):
    assert len(list(each("find", "--", "STRING"))) >= len(ESCAPES)


def test_reflections_keep_every_string(mentor, each, tmp_path):
    written = {clean_lines(string).strip() for string, _ in each("reflect", "--", "STRING", every=5)}
    mentor("notebook", "export", "-o", tmp_path / "own.json")
    pages = json.loads((tmp_path / "own.json").read_text("utf-8"))["reflections"]
    assert {page["words"] for page in pages} == written - {""}


@pytest.mark.parametrize("string", ESCAPES)
def test_no_command_obeys_what_it_is_given(mentor, dee, string):
    for words in (
        (string,), ("client", "show", string), ("client", "status", "dee", string), ("done", "dee", string),
        ("report", string), ("report", "month", "--month", string), ("report", "month", "--format", string),
        ("reflect", "--theme", string, "x"), ("backup", "verify", string), ("agenda", "--days", string),
        ("note", "--who", string, "x"), ("note", "--who", "dee", "--next", string, "x"),
        ("note", "--who", "dee", "--promise", string, "x"), ("note", "--who", "dee", "--spent", string, "x"),
        ("client", "edit", "dee", "--rhythm", string), ("client", "edit", "dee", "--about", string),
        ("plan", "dee", "fri", "x", "--where", string, "--bring", string, "--kind", string),
    ):  # fmt: skip
        answer = mentor(*words)
        assert answer.code in (0, 1, 2)
        assert answer.is_quiet_about_itself, words
        assert "Something in mentor itself" not in answer.err, (words, answer.err)
