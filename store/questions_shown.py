"""Which questions stood before her, kept beside the ledgers: looking is no act, and nothing to back up."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.drafts import QUESTIONS_SHOWN, Draft
from store.errors import MentorError
from store.principles.choosing import Shown

if TYPE_CHECKING:
    from store.drafts import Drafts

_DAYS = 200
_MOST = 500
_ALWAYS = 60
"""So many of the last ones stay however long ago they seem: a clock that was wrong once loses nothing."""


def shown_until_now(drafts: Drafts) -> tuple[Shown, ...]:
    """Days and ids, oldest first; none where nothing is kept or it cannot be read."""
    kept = drafts.of(QUESTIONS_SHOWN, None)
    lines = str(kept.answers.get("shown", "")).splitlines() if kept else []
    return tuple(filter(None, map(_read, lines)))


def as_it_lies(drafts: Drafts) -> object:
    """Something that is another once the list was written again, here or by the shell."""
    return drafts.stamp(QUESTIONS_SHOWN)


def keep_shown(drafts: Drafts, new: Iterable[Shown], today: date) -> None:
    """Add these to those that are kept; of what is long ago nothing is needed.

    A disk that refuses it costs no more than a question asked again sooner, so nothing is said.
    """
    kept = list(shown_until_now(drafts))
    kept = [one for one in kept[:-_ALWAYS] if one.on > today - timedelta(_DAYS)] + kept[-_ALWAYS:]
    kept += [one for one in new if one not in kept]
    lines = "\n".join(map(_written, kept[-_MOST:]))
    with suppress(MentorError, OSError):
        drafts.keep(Draft(QUESTIONS_SHOWN, None, {"shown": lines}))


def _written(one: Shown) -> str:
    week = f" {one.week.isoformat()}" if one.week else ""
    return f"{one.on.isoformat()} {one.question_id} {one.level}{week}"


def _read(line: str) -> Shown | None:
    with suppress(ValueError):
        on, question_id, level, *week = line.split()
        of_week = date.fromisoformat(week[0]) if week else None
        return Shown(date.fromisoformat(on), question_id, int(level), of_week)
    return None
