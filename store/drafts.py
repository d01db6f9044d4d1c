"""Drafts: what was typed and not yet saved, one file each, kept under the person it was typed for."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias
from uuid import uuid4

from store.clock import Clock, Moment, moment_of
from store.loose_files import (
    loose_files,
    name_of,
    of_our_days,
    read_loose,
    remove_file,
    strange_files,
    write_sealed,
)
from store.seals import PLAIN_SEALS, Seal, Seals

WALK = "review-walk"
"""The place in a walk through everyone: numbers, and no words that wait for her."""
SMALL = "small-"
"""How the kind of a draft begins that only its own small question shows again."""
SMALL_OWN = f"{SMALL}own-"
"""The same, where the words are the notebook's: whatever begins so has the notebook's keys."""
SUPPORT = f"{SMALL_OWN}support"
"""The kind of the line about whom she can talk to."""
QUESTIONS_SHOWN = f"{SMALL_OWN}questions-shown"
"""The kind of the list of questions that stood before her: days and ids, and no words."""
_OWN_KINDS = ("reflection.", "own-question.", SMALL_OWN)

FOR_WHOM = "for-whom"
"""The name of the answer with the numbers of the people whom a draft for several is for."""
CLOSES = "closes"
"""The name of the answer with what became of the plan that a note closes, and which day of it that is."""
TYPED = "typed"
"""The name of the answer with when each note of a sheet was typed, where that was on several days."""
OF_DAY = "of-day"
OF_TALK = "of-talk"
OF_WHOM = "of-whom"
"""The names of the answers with the day of a check-in, the talk it was part of, whom it is with (a uid)."""
AS_ASKED = "as-asked"
"""The name of the answer with the questions of a check-in, as they were asked when it was typed."""
_NO_WORDS = (FOR_WHOM, CLOSES, TYPED, OF_DAY, OF_TALK, OF_WHOM, AS_ASKED)
Answers: TypeAlias = Mapping[str, "str | list[dict[str, str]]"]
"""What stood in each field: its text, or the texts of each of its parts."""


@dataclass(frozen=True)
class Draft:
    """Something typed and not yet saved."""

    kind: str
    """"note", "catch-up", or the name of a record's form."""
    client_id: int | None
    """The person it was typed for; None if nobody was chosen."""
    answers: Answers
    record_id: int = 0
    """The record being changed; 0 for a new one."""
    kept_at: datetime | None = None
    """Instant, UTC."""
    name: str = field(default="", compare=False)
    """Its file, without the ending."""
    is_aside: bool = False
    """Put aside with f3; no line opens with it by itself."""
    typed: Moment | None = field(default=None, compare=False)
    """When its first words were typed: its "tomorrow" and "thu" are read from here."""

    @property
    def words(self) -> str:
        """Its text in one piece, for a list."""
        texts = (text for text in said_in(self.answers) if isinstance(text, str))
        return " · ".join(text for text in texts if text.strip())


@dataclass(frozen=True)
class SealedDraft:
    """A draft as it would lie on the disk, which refused it: it can be written later, without any key."""

    path: Path
    content: bytes = field(repr=False)
    recipients: tuple[str, ...] = ()
    """Whom it is sealed to."""

    def write(self) -> None:
        """Keep it now; SaveFailed: it still is not on the disk."""
        write_sealed(self.path, self.content, self.recipients)


class Drafts:
    """The drafts of one data folder.

    A draft is found again by kind, person and record together, so that it is never shown under
    another name.
    """

    def __init__(self, folder: Path, clock: Clock, seals: Seals = PLAIN_SEALS) -> None:
        """Those of a data folder; `DataFolder.drafts` gives them sealed as the folder is."""
        self._folder = folder / "drafts"
        self._clock = clock
        self._seals = seals

    def keep(self, draft: Draft) -> Draft:
        """Keep a draft in the place of the earlier one of the same line; an empty one is dropped.

        Raises:
            SaveFailed: it is not on the disk.
        """
        if not has_words(draft.answers):
            self.drop(draft)
            return replace(draft, typed=None)
        return self._write(draft, draft.name if draft.is_aside and draft.name else place_of(draft))

    def put_aside(self, draft: Draft) -> Draft:
        """Keep a draft under a place of its own, so that the same line can open empty.

        Raises:
            SaveFailed: it is not on the disk; the earlier draft still is.
        """
        kept = self._write(replace(draft, is_aside=True), f"{place_of(draft)}.{uuid4().hex[:12]}")
        if not draft.is_aside:
            remove_file(self._path(place_of(draft)))
        return kept

    def move_aside(self, draft: Draft) -> None:
        """Give a kept draft a place of its own as it stands, so that its line has room for another.

        Raises:
            SaveFailed: it is where it was.
        """
        self._write(replace(draft, is_aside=True), f"{place_of(draft)}.{uuid4().hex[:12]}", draft.kept_at)
        remove_file(self._path(place_of(draft)))

    def of(self, kind: str, client_id: int | None, record_id: int = 0) -> Draft | None:
        """The draft that belongs to this line or form, or None."""
        sought = Draft(kind, client_id, {}, record_id)
        found = self._read(self._path(place_of(sought)))
        same = found and (found.kind, found.client_id, found.record_id) == (kind, client_id, record_id)
        return found if same else None

    def all(self) -> tuple[Draft, ...]:
        """Every draft that waits for her, oldest first. What cannot be read is left as it is."""
        # By their names: what waits for nobody need not be opened on the way to Today.
        paths = (path for path in self._paths() if not path.name.startswith((f"{WALK}.", SMALL)))
        read = (draft for draft in map(self._read, paths) if draft)
        earliest = datetime.min.replace(tzinfo=UTC)
        return tuple(sorted(read, key=lambda draft: draft.kept_at or earliest))

    def stamp(self, kind: str) -> tuple[int, int, int] | None:
        """Of one that is nobody's: something that is another once it was written again; None for none."""
        try:
            known = self._path(place_of(Draft(kind, None, {}))).stat()
        except OSError:
            return None
        return known.st_ino, known.st_mtime_ns, known.st_size

    def unreadable(self) -> tuple[str, ...]:
        """Names of files that are there and cannot be read, or are not what they are named."""
        unread = [path for path in self._paths() if self._read(path) is None]
        strange = strange_files(self._folder, self._seals.caseload.ending)
        return tuple(path.name for path in sorted(unread + strange))

    def drop(self, draft: Draft) -> None:
        """Take a draft away, because it was saved or thrown away.

        Raises:
            SaveFailed: it is still on the disk.
        """
        remove_file(self._path(draft.name or place_of(draft)))

    def sealed(self, draft: Draft) -> SealedDraft:
        """A draft as it would lie on the disk, in a place of its own."""
        name = f"{place_of(draft)}.{uuid4().hex[:12]}"
        content = _content(self._dated(replace(draft, is_aside=True), draft.kept_at))
        seal = self._seal_of(name)
        return SealedDraft(self._path(name), seal.seal(content), seal.recipients)

    def unsealed(self, sealed: SealedDraft) -> Draft | None:
        """What was sealed; None if it cannot be read."""
        return self._draft_in(sealed.path, lambda: sealed.content)

    def _write(self, draft: Draft, name: str, at: datetime | None = None) -> Draft:
        dated = self._dated(draft, at)
        seal = self._seal_of(name)
        write_sealed(self._path(name), seal.seal(_content(dated)), seal.recipients)
        return replace(dated, name=name)

    def _dated(self, draft: Draft, at: datetime | None) -> Draft:
        now = self._clock.now()
        return replace(draft, kept_at=at or now.at, typed=draft.typed or now)

    def _read(self, path: Path) -> Draft | None:
        return self._draft_in(path, lambda: read_loose(path))

    def _draft_in(self, path: Path, content: Callable[[], bytes]) -> Draft | None:
        try:
            name = name_of(path)
            fields = json.loads(self._seal_of(name).open(content()))
            return _draft(fields, name, self._clock.now())
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            return None

    def _paths(self) -> list[Path]:
        return loose_files(self._folder, self._seals.caseload.ending)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json{self._seals.caseload.ending}"

    def _seal_of(self, name: str) -> Seal:
        return seal_of(name, self._seals)


def _content(draft: Draft) -> bytes:
    assert draft.kept_at and draft.typed
    fields = {
        "kind": draft.kind,
        "client_id": draft.client_id,
        "record_id": draft.record_id,
        "kept_at": draft.kept_at.isoformat(),
        "typed": draft.typed.local.isoformat(),
        "zone": draft.typed.zone,
        "is_aside": draft.is_aside,
        "answers": dict(draft.answers),
    }
    # lone surrogates (a broken paste) must not stop her words from being kept
    return json.dumps(fields, ensure_ascii=True, indent=1).encode("ascii")


def seal_of(name: str, seals: Seals) -> Seal:
    """The seal of a draft by its file's name: what she writes for herself has the notebook's keys."""
    return seals.notebook if name.startswith(_OWN_KINDS) else seals.caseload


def _draft(fields: Any, name: str, now: Moment) -> Draft:
    kept_at = of_our_days(datetime.fromisoformat(fields["kept_at"]))
    client_id, answers = fields["client_id"], dict(fields["answers"])
    is_ours = isinstance(client_id, int | None) and kept_at.tzinfo and all(map(_is_answer, answers.values()))
    if not is_ours:
        raise ValueError("not written by mentor")
    return Draft(
        kind=str(fields["kind"]),
        client_id=client_id,
        answers=answers,
        record_id=int(fields["record_id"]),
        kept_at=kept_at,
        name=name,
        is_aside=bool(fields["is_aside"]),
        typed=_typed(fields, kept_at, now),
    )


def _typed(fields: Any, kept_at: datetime, now: Moment) -> Moment:
    """When it was typed; an older mentor kept the instant alone."""
    if "typed" not in fields:
        return Moment(kept_at.astimezone(now.tz), now.zone)
    typed = moment_of(str(fields["typed"]), str(fields["zone"]))
    of_our_days(typed.local)
    return typed


def _is_answer(answer: Any) -> bool:
    if not isinstance(answer, list):
        return isinstance(answer, str)
    return all(
        isinstance(part, dict) and all(isinstance(text, str) for text in part.values()) for part in answer
    )


def place_of(draft: Draft) -> str:
    """Where the draft of this line or form is kept, as the start of a file's name."""
    kind = "".join(mark for mark in draft.kind.lower() if mark.isalnum() or mark == "-")
    person = "nobody" if draft.client_id is None else str(draft.client_id)
    return f"{kind}.{person}.{draft.record_id}"


def has_words(answers: Answers) -> bool:
    """Whether anything at all was typed."""
    for answer in said_in(answers):
        texts = [answer] if isinstance(answer, str) else [text for part in answer for text in part.values()]
        if any(text.strip() for text in texts):
            return True
    return False


def said_in(answers: Answers) -> list[str | list[dict[str, str]]]:
    """What was typed; whom it was typed for, and what it closes, are no words of hers."""
    return [answer for name, answer in answers.items() if name not in _NO_WORDS]
