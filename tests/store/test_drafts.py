import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from store.clock import FixedClock, moment_from
from store.drafts import Draft, Drafts
from store.errors import SaveFailed

MONDAY = moment_from("2026-11-23T14:02", "America/Vancouver")


@pytest.fixture(autouse=True)
def in_a_data_folder(tmp_path: Path) -> None:
    (tmp_path / "store.json").touch()


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path, FixedClock(MONDAY))


def note(client_id: int | None, text: str) -> Draft:
    return Draft("note", client_id, {"text": text})


def test_a_draft_is_found_again_under_the_same_person(drafts: Drafts) -> None:
    drafts.keep(note(3, "15c got the boots"))
    found = drafts.of("note", 3)
    assert found is not None
    assert found.answers == {"text": "15c got the boots"}
    assert found.kept_at == MONDAY.at


def test_a_draft_is_not_shown_under_another_name(drafts: Drafts) -> None:
    drafts.keep(note(3, "15c got the boots"))
    assert drafts.of("note", 4) is None
    assert drafts.of("note", None) is None
    assert drafts.of("Goal", 3) is None


def test_a_renamed_file_does_not_move_words_to_another_person(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep(note(3, "15c got the boots"))
    folder = tmp_path / "drafts"
    (folder / "note.3.0.json").rename(folder / "note.4.0.json")
    assert drafts.of("note", 4) is None


def test_a_later_pause_replaces_the_earlier_words(drafts: Drafts) -> None:
    drafts.keep(note(3, "15c got"))
    drafts.keep(note(3, "15c got the boots"))
    assert [draft.words for draft in drafts.all()] == ["15c got the boots"]


def test_nothing_typed_leaves_no_draft(drafts: Drafts) -> None:
    drafts.keep(note(3, "15c"))
    drafts.keep(note(3, "  "))
    assert drafts.all() == ()


def test_a_line_opens_empty_after_its_draft_was_put_aside(drafts: Drafts) -> None:
    drafts.keep(note(3, "one thing"))
    drafts.put_aside(note(3, "one thing"))
    assert drafts.of("note", 3) is None
    assert [(draft.client_id, draft.words) for draft in drafts.all()] == [(3, "one thing")]


def test_several_drafts_of_one_person_can_be_put_aside(drafts: Drafts) -> None:
    drafts.put_aside(note(3, "one thing"))
    drafts.put_aside(note(3, "another"))
    assert {draft.words for draft in drafts.all()} == {"one thing", "another"}


def test_a_draft_put_aside_can_be_changed_where_it_is(drafts: Drafts) -> None:
    aside = drafts.put_aside(note(3, "one thing"))
    drafts.keep(Draft("note", 3, {"text": "one thing more"}, name=aside.name, is_aside=True))
    assert [draft.words for draft in drafts.all()] == ["one thing more"]


def test_a_dropped_draft_is_gone(drafts: Drafts) -> None:
    drafts.drop(drafts.put_aside(note(3, "one thing")))
    assert drafts.all() == ()


def test_repeating_parts_come_back_as_they_stood(drafts: Drafts) -> None:
    answers = {"name": "Dee", "channels": [{"how": "text", "value": "555 0100"}, {"how": "call"}]}
    drafts.keep(Draft("Client", None, answers))
    found = drafts.of("Client", None)
    assert found is not None
    assert found.answers == answers


def test_the_draft_of_one_record_is_not_that_of_another(drafts: Drafts) -> None:
    drafts.keep(Draft("Goal", 3, {"words": "a door that locks"}, record_id=7))
    assert drafts.of("Goal", 3, 8) is None
    assert drafts.of("Goal", 3, 7) is not None


@pytest.mark.parametrize("text", ["[home] [/b]", "\ud800 half a pair", "é 🙂\nsecond line", "a" * 100_000])
def test_any_words_come_back_as_they_were_typed(drafts: Drafts, text: str) -> None:
    drafts.keep(note(3, text))
    found = drafts.of("note", 3)
    assert found is not None
    assert found.answers == {"text": text}


def test_drafts_are_for_their_owner_alone(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep(note(3, "words"))
    folder = tmp_path / "drafts"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_a_damaged_draft_is_left_alone_and_the_others_open(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep(note(3, "words"))
    damaged = tmp_path / "drafts" / "note.4.0.json"
    damaged.write_text('{"kind": "no', encoding="utf-8")
    assert [draft.client_id for draft in drafts.all()] == [3]
    assert damaged.exists()


def test_a_draft_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(SaveFailed, match=r"These words are not kept: the disk answered with an error\."):
        Drafts(tmp_path, FixedClock(MONDAY)).keep(note(3, "words"))


def test_a_draft_file_says_nothing_a_reader_could_not_expect(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep(note(3, "words"))
    fields = json.loads((tmp_path / "drafts" / "note.3.0.json").read_bytes())
    assert set(fields) == {
        "kind",
        "client_id",
        "record_id",
        "kept_at",
        "is_aside",
        "typed",
        "zone",
        "answers",
    }


def test_a_draft_keeps_when_it_was_begun_and_says_it_wherever_it_lies(drafts: Drafts, tmp_path: Path) -> None:
    first = drafts.keep(note(3, "15c"))
    later = Drafts(tmp_path, FixedClock(moment_from("2026-11-25T09:00", "America/Vancouver")))
    changed = later.keep(replace(first, answers={"text": "15c boots"}))
    assert (changed.typed, changed.kept_at != first.kept_at) == (MONDAY, True)
    assert later.put_aside(changed).typed == MONDAY
    (aside,) = later.all()
    assert (aside.typed, later.unsealed(later.sealed(aside)).typed) == (MONDAY, MONDAY)
    assert later.keep(replace(aside, answers={"text": " "})).typed is None


def test_a_draft_of_an_older_mentor_was_typed_when_it_was_kept(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep(note(3, "words"))
    path = tmp_path / "drafts" / "note.3.0.json"
    fields = json.loads(path.read_bytes())
    path.write_text(json.dumps({name: fields[name] for name in fields if name not in ("typed", "zone")}))
    found = drafts.of("note", 3)
    assert found is not None
    assert found.typed == MONDAY


def test_a_draft_moved_aside_leaves_its_line_empty_and_keeps_its_time(tmp_path, clock):
    drafts = Drafts(tmp_path, clock)
    kept = drafts.keep(Draft("note", 1, {"text": "15c boots"}))
    drafts.move_aside(kept)
    assert drafts.of("note", 1) is None
    (aside,) = drafts.all()
    assert (aside.words, aside.kept_at, aside.is_aside) == ("15c boots", kept.kept_at, True)


@pytest.mark.parametrize(
    "changed",
    [
        {"client_id": [[]]},
        {"answers": {"text": 5}},
        {"answers": {"text": [1]}},
        {"answers": {"text": [{"how": []}]}},
        {"answers": [[]]},
        {"record_id": [[]]},
        {"kept_at": 5},
        {"typed": 5},
        {"typed": "2026-11-23T14:02", "zone": "Nowhere/At-All"},
        {"typed": "0001-01-01T00:00:00+00:00", "zone": "UTC"},
        {"kept_at": "2026-11-23T14:02"},
        {"kept_at": "0001-01-01T00:00:00+14:00"},
        {"kept_at": "9999-12-31T23:59:59-14:00"},
        {"record_id": float("inf")},
        {"record_id": float("nan")},
    ],
)
def test_a_draft_that_nobody_here_wrote_is_passed_by(drafts: Drafts, tmp_path: Path, changed: object) -> None:
    drafts.keep(note(3, "words"))
    path = tmp_path / "drafts" / "note.3.0.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | changed), encoding="utf-8")
    assert drafts.all() == ()
    assert drafts.of("note", 3) is None


@pytest.mark.parametrize("content", ["[" * 100_000, '{"answers":' * 100_000, "[]", "5", "null", ""])
def test_a_draft_of_any_other_content_is_passed_by(drafts: Drafts, tmp_path: Path, content: str) -> None:
    drafts.keep(note(4, "words"))
    (tmp_path / "drafts" / "note.3.0.json").write_text(content, encoding="utf-8")
    assert [draft.client_id for draft in drafts.all()] == [4]
