"""A month of the demo, lived day by day: which questions were offered, morning and evening, and why.

    python3 dev.py month [DAYS]

The people and what happened with them are the demo's; the mentor's habits are told at the foot. Read it as
a person would: does the question fit the day?
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from textwrap import indent, wrap
from typing import Any

import msgspec

from mentor_tui.books import Books, books_of
from mentor_tui.demo.filling import fields_kept
from mentor_tui.demo.generator import demo_records
from mentor_tui.question import DayQuestion
from store.clock import Moment, moment_from
from store.folder import DataFolder
from store.principles import Offered, theme
from store.records import Client, Contact, Record, Reflection

LAST_DAY = moment_from("2026-11-23T14:02", "America/Vancouver")
WRITES_EVERY, ANOTHER_EVERY, NOT_TODAY_EVERY = 3, 7, 13
"""Days on which she writes, asks for another one, wants none."""
HABITS = (
    "She opens the program at eight and at six. She writes on every third evening, asks for another on every "
    "seventh morning, wants none on every thirteenth."
)


class Days:
    """A clock that is set by hand."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    def now(self) -> Moment:
        """Where it was set."""
        return self._moment

    def set(self, day: date, hour: int) -> None:
        """Set it to an hour of a day."""
        self._moment = moment_from(f"{day}T{hour:02}:00", "America/Vancouver")


def main(words: list[str]) -> int:
    """Live so many days, and tell of each."""
    days = int(words[0]) if words else 30
    for line in month(days):
        print(line)
    return 0


def month(days: int) -> list[str]:
    """The days that end with the demo's own, in lines."""
    records = demo_records(LAST_DAY)
    first = LAST_DAY.day - timedelta(days - 1)
    clock = Days(LAST_DAY)
    clock.set(first - timedelta(1), 18)
    lines = [HABITS, ""]
    with tempfile.TemporaryDirectory() as place, DataFolder.create(Path(place) / "kept", clock) as folder:
        books = books_of(folder, clock)
        life = _Life(folder, records.caseload)
        life.go_to(first - timedelta(1), evening=True)
        for number in range(days):
            day = first + timedelta(number)
            lines += _day(life, books, clock, day, number)
    return lines


def _day(life: _Life, books: Books, clock: Days, day: date, number: int) -> list[str]:
    lines = [f"{day:%a} {day.day} {day:%b}"]
    clock.set(day, 8)
    life.go_to(day, evening=False)
    morning = DayQuestion()  # opened anew, as every morning
    offered = morning.by_itself(books.caseload, books.notebook, "daily")
    lines += _told("morning", offered)
    morning.keep(books.caseload)
    if offered and number % ANOTHER_EVERY == ANOTHER_EVERY - 1:
        books.notebook.choose(offered.question.id, "another")
        offered = morning.by_itself(books.caseload, books.notebook, "daily")
        lines += _told("another", offered)
        morning.keep(books.caseload)
    if offered and number % NOT_TODAY_EVERY == NOT_TODAY_EVERY - 1:
        books.notebook.choose(offered.question.id, "not-today")
        lines.append("            she wants none today")
    clock.set(day, 18)
    life.go_to(day, evening=True)
    evening = DayQuestion()
    later = evening.by_itself(books.caseload, books.notebook, "daily")
    evening.keep(books.caseload)
    lines += ["  evening   the same"] if _same(offered, later) else _told("evening", later)
    if later and number % WRITES_EVERY == WRITES_EVERY - 1:
        asked = later.question
        books.notebook.add(Reflection(on=day, words="...", question_id=asked.id, question=asked.words))
        lines.append("            she writes")
    return [*lines, ""]


def _same(offered: Offered | None, later: Offered | None) -> bool:
    return bool(offered and later and offered.question == later.question)


def _told(when: str, offered: Offered | None) -> list[str]:
    if offered is None:
        return [f"  {when:<9} nothing is asked"]
    asked = offered.question
    why = f"; {offered.why}" if offered.why else ""
    of = theme(asked.theme).name.lower() if asked.theme else asked.moment
    said = [f"{offered.because}{why}:", f"“{asked.words}”", f"({asked.id}, {of})"]
    return [f"  {when:<9} {said[0]}", *(indent(line, " " * 12) for line in wrap(" ".join(said[1:]), 96))]


class _Life:
    """The demo's records, let into a folder as they came."""

    def __init__(self, folder: DataFolder, tables: Mapping[str, tuple[Record, ...]]) -> None:
        self._folder = folder
        self._tables = tables
        self._there: dict[tuple[str, int], dict[str, object]] = {}

    def go_to(self, day: date, *, evening: bool) -> None:
        """How everything stood that morning, or that evening."""
        seen = day if evening else day - timedelta(1)
        with self._folder.act("life", undoable=False) as act:
            for table, rows in self._tables.items():
                for row in rows:
                    if (then := _as_of(row, seen)) is not None:
                        self._put(act, table, row.id, fields_kept(then))

    def _put(self, act: Any, table: str, id: int, fields: dict[str, object]) -> None:
        before = self._there.get((table, id))
        if before is None:
            act.insert(table, fields, wanted_id=id)
        elif before != fields:
            dropped = tuple(name for name in before if name not in fields)
            changed = {name: value for name, value in fields.items() if before.get(name) != value}
            act.update(table, id, changed, drop=dropped)
        self._there[(table, id)] = fields


def _as_of(row: Record, day: date) -> Record | None:
    """A record as it stood at the end of a day; None if it was not there yet."""
    if isinstance(row, Contact):
        return row if row.on <= day else None
    if isinstance(row, Client):
        return _person(row, day)
    if row.written_at and row.written_at.date() > day + timedelta(1):
        return None
    later = {name for name in _ENDS if (ends := getattr(row, name, None)) and ends > day}
    changes: dict[str, Any] = {}
    for name in later:
        changes |= _ENDS[name]
    if hasattr(row, "steps") and getattr(row, "stage_on", None) and row.stage_on > day:
        steps = tuple(step for step in row.steps if step.on is None or step.on <= day)
        changes |= {
            "steps": steps,
            "stage": steps[-1].stage if steps else "idea",
            "ended": "",
            "went_on": None,
        }
        changes["stage_on"] = steps[-1].on if steps else None
    return msgspec.structs.replace(row, **changes)


_ENDS: dict[str, dict[str, Any]] = {
    "closed_on": {"closed_on": None, "result": "", "closed_by": None},
    "done_on": {"done_on": None, "state": "open"},
}


def _person(client: Client, day: date) -> Client:
    changes: dict[str, Any] = {}
    if client.status_on and client.status_on > day:
        changes |= {"status": "walking", "status_on": None}
    if client.episodes and (out := client.episodes[-1].on) and out > day:
        last = msgspec.structs.replace(client.episodes[-1], on=None, expected_on=out)
        changes |= {"episodes": (*client.episodes[:-1], last), "status": "not-out"}
    return msgspec.structs.replace(client, **changes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
