import json
import stat
from datetime import date
from pathlib import Path

import pytest

from store.clock import FixedClock, moment_from
from store.errors import NotFound, SaveFailed
from store.inbox import Inbox

MONDAY = moment_from("2026-11-23T14:02", "America/Vancouver")


@pytest.fixture(autouse=True)
def in_a_data_folder(tmp_path: Path) -> None:
    (tmp_path / "store.json").touch()


def inbox_at(folder: Path, wall: str = "2026-11-23T14:02") -> Inbox:
    return Inbox(folder, FixedClock(moment_from(wall, "America/Vancouver")))


def test_a_line_waits_word_for_word_with_the_reason(tmp_path: Path) -> None:
    inbox_at(tmp_path).put("de call 15m boots", "Two people match de: Dee and Deena.")
    (item,) = inbox_at(tmp_path).items()
    assert item.text == "de call 15m boots"
    assert item.why == "Two people match de: Dee and Deena."


def test_a_line_keeps_the_day_it_was_typed(tmp_path: Path) -> None:
    inbox_at(tmp_path, "2026-11-20T23:30").put("met someone yesterday")
    (item,) = inbox_at(tmp_path).items()
    assert item.written.day == date(2026, 11, 20)
    assert item.written.zone == "America/Vancouver"


def test_lines_stand_in_the_order_they_were_typed(tmp_path: Path) -> None:
    inbox_at(tmp_path, "2026-11-23T14:02").put("second")
    inbox_at(tmp_path, "2026-11-22T09:00").put("first")
    assert [item.text for item in inbox_at(tmp_path).items()] == ["first", "second"]


def test_lines_of_the_same_second_stand_in_the_order_they_were_typed(tmp_path: Path) -> None:
    inbox = inbox_at(tmp_path)
    texts = [f"line {number}" for number in range(12)]
    for text in texts:
        inbox.put(text)
    assert [item.text for item in inbox.items()] == texts


def test_a_filed_line_is_gone(tmp_path: Path) -> None:
    inbox = inbox_at(tmp_path)
    item = inbox.put("text back ok")
    inbox.remove(item)
    assert len(inbox) == 0
    with pytest.raises(NotFound, match="no longer in the inbox"):
        inbox.get(item.name)


def test_changed_words_keep_the_day_they_were_typed(tmp_path: Path) -> None:
    item = inbox_at(tmp_path, "2026-11-20T09:00").put("de call")
    inbox_at(tmp_path, "2026-11-23T14:02").change(item, "dee call")
    (changed,) = inbox_at(tmp_path).items()
    assert (changed.text, changed.written.day) == ("dee call", date(2026, 11, 20))


def test_control_sequences_do_not_stay_in_a_line(tmp_path: Path) -> None:
    inbox_at(tmp_path).put("dee \x1b[31mcall\x07 boots")
    assert [item.text for item in inbox_at(tmp_path).items()] == ["dee call boots"]


def test_a_fixed_offset_for_a_zone_does_not_lose_the_line(tmp_path: Path) -> None:
    Inbox(tmp_path, FixedClock(moment_from("2026-11-23T14:02-08:00"))).put("dee call")
    (item,) = inbox_at(tmp_path).items()
    assert item.written.day == date(2026, 11, 23)


def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path) -> None:
    inbox = inbox_at(tmp_path)
    inbox.put("dee call")
    damaged = tmp_path / "inbox" / "20261123T000000Z-x.json"
    damaged.write_text("{", encoding="utf-8")
    assert len(inbox.items()) == 1
    assert inbox.unreadable() == (damaged.name,)
    assert damaged.exists()


def test_the_inbox_is_for_its_owner_alone(tmp_path: Path) -> None:
    inbox_at(tmp_path).put("dee call")
    folder = tmp_path / "inbox"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"text":' * 100_000,
        "[]",
        "null",
        '{"text": 5, "why": "", "written": "2026-11-23T14:02-08:00", "zone": "UTC"}',
        '{"text": "", "why": [[]], "written": "2026-11-23T14:02-08:00", "zone": "UTC"}',
        '{"text": "", "why": "", "written": [[]], "zone": "UTC"}',
        '{"text": "", "why": "", "written": "2026-11-23T14:02-08:00", "zone": [[]]}',
        '{"text": "", "why": "", "written": "2026-11-23T14:02", "zone": "no such place"}',
        '{"text": "", "why": "", "written": "0001-01-01T00:00:00+14:00", "zone": "UTC"}',
        '{"text": "", "why": "", "written": "9999-12-31T23:59:59-14:00", "zone": "Asia/Tokyo"}',
        '{"text": "", "why": "", "written": "9999-12-31T23:59:59", "zone": "UTC"}',
        '{"text": "", "why": "", "written": "0001-01-01T00:00:00", "zone": "Asia/Tokyo"}',
        '{"text": "", "why": "", "written": "1969-12-30T00:00:00", "zone": "UTC"}',
        '{"name": "other", "text": "", "why": "", "written": "2026-11-23T14:02-08:00", "zone": "UTC"}',
        '{"text": "' + "a" * 1_100_000 + '", "why": "", "written": "2026-11-23T14:02-08:00", "zone": "UTC"}',
    ],
)
def test_what_nobody_here_wrote_is_named_and_passed_by(tmp_path: Path, content: str) -> None:
    inbox_at(tmp_path).put("dee call")
    (tmp_path / "inbox" / "strange.json").write_text(content, encoding="utf-8")
    assert [item.text for item in inbox_at(tmp_path).items()] == ["dee call"]
    assert inbox_at(tmp_path).unreadable() == ("strange.json",)


def test_a_copy_under_another_name_is_no_second_line(tmp_path: Path) -> None:
    inbox = inbox_at(tmp_path)
    item = inbox.put("dee call once")
    copy = tmp_path / "inbox" / "20260101T000000Z-0000-c.json"
    copy.write_bytes((tmp_path / "inbox" / f"{item.name}.json").read_bytes())
    assert [found.name for found in inbox.items()] == [item.name]
    assert inbox.unreadable() == (copy.name,)


def test_a_line_kept_before_names_were_written_into_it_is_still_read(tmp_path: Path) -> None:
    inbox = inbox_at(tmp_path)
    place = tmp_path / "inbox" / f"{inbox.put('dee call').name}.json"
    fields = json.loads(place.read_bytes())
    del fields["name"]
    place.write_text(json.dumps(fields), encoding="utf-8")
    assert [item.text for item in inbox.items()] == ["dee call"]


def test_no_file_stands_for_a_line_by_another_name(tmp_path: Path) -> None:
    inbox = inbox_at(tmp_path)
    item = inbox.put("dee call")
    content = '{"text": "spam", "why": "", "written": "2026-11-23T14:02-08:00", "zone": "UTC"}'
    (tmp_path / "inbox" / f"{item.name}.json.x.json").write_text(content, encoding="utf-8")
    assert [found.text for found in inbox.items()] == ["dee call"]
    assert inbox.unreadable() == (f"{item.name}.json.x.json",)
    assert len(inbox) == 1


def test_a_line_too_long_to_be_read_again_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed, match="longer than can be kept"):
        inbox_at(tmp_path).put("a" * 1_100_000)
    assert len(inbox_at(tmp_path)) == 0
