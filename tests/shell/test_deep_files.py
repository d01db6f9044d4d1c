"""A file nested deeper than any reader goes, or holding odd things: passed by, or refused in a sentence."""

import pytest

from mentor_tui.settings import Settings, read_settings

ODD = ['{"lists": {"areas": 5}}', '{"lists": [], "keys": {"note": []}}', '{"theme": [[]]}', "[]", "5", "\x00"]
DEEP = ["[" * 100_000, '{"a":' * 100_000]


@pytest.mark.parametrize("content", DEEP)
@pytest.mark.parametrize(
    "words", [("today",), ("note", "dee call"), ("clients",), ("report", "month"), ("doctor",)]
)
def test_settings_that_cannot_be_read_are_the_usual_ones(mentor, dee, place, content, words):
    (place / "settings.json").write_text(content)
    assert mentor(*words).code == 0


@pytest.mark.parametrize("content", DEEP)
@pytest.mark.parametrize("name", ["store.json", "caseload.json", "caseload.journal", "notebook.json"])
def test_the_books_show_what_is_good_and_say_what_is_not(mentor, dee, place, content, name):
    (place / name).write_text(content)
    answer = mentor("today")
    assert answer.code == 1
    assert "can only be read now" in answer.err


@pytest.mark.parametrize("content", DEEP)
def test_a_file_brought_in_is_refused(mentor, dee, tmp_path, content):
    (tmp_path / "deep.json").write_text(content)
    answer = mentor("import", "json", tmp_path / "deep.json")
    assert (answer.code, len(answer.err.splitlines())) == (1, 1)


@pytest.mark.parametrize("version", ["true", "0", "-1", "1.0", '"1"', "null", "[1]"])
def test_a_file_without_a_version_that_was_ever_written_is_refused(mentor, dee, tmp_path, version):
    (tmp_path / "in.json").write_text(f'{{"schema_version": {version}, "clients": []}}')
    answer = mentor("import", "json", tmp_path / "in.json")
    assert answer.code == 1 and "is not an export of mentor" in answer.err


def test_only_what_is_words_is_taken_from_settings(tmp_path):
    (tmp_path / "settings.json").write_text(
        '{"keys": {"note": [], "find": "f5"}, "lists": {"areas": {"work": 5}}}'
    )
    assert read_settings(tmp_path) == Settings(keys={"find": "f5"}, lists={"areas": {}})
