"""`mentor themes`: the picture, what was written, a theme taken off a note; nothing of it anywhere else."""

import pytest


@pytest.fixture
def written(mentor, dee):
    mentor("note", "dee call 15m got the boots #hope #steady", now="2026-11-20T10:00:00-08:00")
    mentor("reflect", "--theme", "#Hope", "Something lifted.")


def test_the_picture_has_the_outcome_above_and_the_foundation_below(mentor, dee):
    answer = mentor("themes")
    lines = answer.out.splitlines()
    at = {name: next(i for i, line in enumerate(lines) if name in line) for name in ("bridging", "offering")}
    assert at["bridging"] == 0 and at["offering"] == 2
    assert lines[5].strip() == "relying on shared experience"
    assert all(len(line) <= 80 for line in lines)
    assert "Nothing written here yet, and nothing has to be." in answer.err
    assert "Palis et al. 2024" in answer.err and "10.1186/s12889-023-17524-4" in answer.err
    assert "known here from its abstract only" in " ".join(answer.err.split())


def test_what_was_written_stands_under_its_theme(mentor, written):
    listed = mentor("themes").out.splitlines()[-3:]
    assert listed == [
        "2026-11-23  hope: Something lifted.",
        "2026-11-20  steady: on a note (2): got the boots",
        "2026-11-20  hope: on a note (1): got the boots",
    ]
    hope = mentor("themes", "Offering hope").out.splitlines()
    assert hope[0] == "Offering hope"
    assert hope[-2:] == ["2026-11-23  Something lifted.", "2026-11-20  on a note (1): got the boots"]
    assert mentor("themes", "#steady", "--json").json["written"] == [
        {
            "id": 2, "on": "2026-11-20", "themes": ["steady"],
            "kind": "seen", "words": "", "question": "", "contact_id": 1,
        }
    ]  # fmt: skip


def test_a_theme_is_taken_off_a_note_by_its_number_and_undo_puts_it_back(mentor, written):
    assert mentor("themes", "--take-out", "1").out == "Taken out: hope, 2026-11-20.\n"
    assert "on a note" not in mentor("themes", "hope").out
    assert mentor("undo").code == 0
    assert "on a note (1)" in mentor("themes", "hope").out
    missing = mentor("themes", "--take-out", "9")
    assert (missing.code, missing.err) == (
        1,
        "No theme was seen under number 9; `mentor themes` lists them.\n",
    )
    assert "“joy” is not one of the themes: shared, hope" in mentor("themes", "joy").err


def test_no_part_of_the_record_knows_of_a_theme_seen(mentor, written, tmp_path):
    """What the record says is the same to the letter once the themes are gone."""
    ways = [
        words.split()
        for words in (
            "client show dee", "client show dee --json", "report person --who dee", "report month --own",
            "today --json", "find boots --json",
        )
    ]  # fmt: skip
    with_themes = [mentor(*words) for words in ways]
    mentor("export", "json", "-o", tmp_path / "with.json")
    for number in ("1", "2"):
        mentor("themes", "--take-out", number)
    assert [mentor(*words) for words in ways] == with_themes
    mentor("export", "json", "-o", tmp_path / "without.json")
    assert (tmp_path / "with.json").read_bytes() == (tmp_path / "without.json").read_bytes()
    assert "#hope" not in "".join(answer.out for answer in with_themes)


def test_a_line_that_waits_in_the_inbox_leaves_its_theme_to_the_notebook_and_a_quoted_one_is_words(
    mentor, dee
):
    kept = mentor("note", "zoe call 15m boots #hope", "--json").json
    assert kept["inbox"]["text"] == "zoe call 15m boots"
    assert "2026-11-23  hope" in mentor("themes").out
    said = mentor("note", 'dee "we say #hope here" she said', "--json").json["records"]["contacts"][0]
    assert said["words"] == said["as_typed"].removeprefix("dee ") == '"we say #hope here" she said'
    assert mentor("themes", "hope").out.count("2026-11-23") == 1
