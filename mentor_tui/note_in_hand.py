"""The note that is being written: how it is read, and where it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.drafts import CLOSES, Draft
from store.errors import MentorError
from store.inbox import InboxItem
from store.noteline import NoteReading, complete
from store.noting import About
from store.records import Contact
from store.unfiled import put_unfiled
from store.vocabulary import RESULTS
from store.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentor_tui.app import MentorApp
    from store.clock import Moment
    from store.saved import Saved

_FIRST_WORD = re.compile(r" *([^ ,:\n]+)")


@dataclass(frozen=True)
class _Answer:
    """Whom she picked or adds, and what the line asked then."""

    asked: tuple[str, str]
    person: int | None = None
    newcomer: str = ""


class NoteInHand:
    """One note before it is saved."""

    def __init__(
        self,
        mentor: MentorApp,
        person: int | None,
        plan: int | About | None,
        item: InboxItem | None = None,
    ) -> None:
        """A note about a person, or about whom its words name.

        Args:
            plan: the appointment it is about; with what became of it, the note closes it.
            item: the line of the inbox that it files; its days are read from when it was typed.
        """
        self._mentor = mentor
        self.person = person
        self._plan = plan
        self._item = item
        self._answer: _Answer | None = None
        self.typed: Callable[[], Moment | None] = lambda: item.written if item else None
        """When its words were typed, if not now."""

    def pick(self, person: int, text: str) -> None:
        """Take this person as the answer to what the text asks."""
        self._answer = _Answer(_asked(self._read(text), text), person)

    def add(self, newcomer: str, text: str) -> None:
        """Answer with somebody who becomes a person when the note is saved."""
        self._answer = _Answer(_asked(self._read(text), text), newcomer=newcomer)

    def forget_answer(self) -> None:
        """Ask again."""
        self._answer = None

    def reading(self, text: str) -> NoteReading:
        """How a text is understood.

        An answer is for the words it was given for: once they ask something else, it is forgotten, so that
        a note about another person is not filed under the one picked before.
        """
        reading = self._read(text)
        if self._answer and self._answer.asked != _asked(reading, text):
            self._answer = None
        if self._answer:
            reading = self._read(text, self._answer)
        typed = self.typed()
        if typed and reading.when is None:
            return replace(reading, when=When(typed.day, typed.wall))
        return reading

    def _read(self, text: str, answer: _Answer | None = None) -> NoteReading:
        return self._mentor.caseload.read_note(
            text,
            self.person,
            answer=answer.person if answer else None,
            newcomer=answer.newcomer if answer else "",
            moment=self.typed(),
        )

    def completed(self, text: str) -> str:
        """A text with its last word completed, or as it is."""
        caseload = self._mentor.caseload
        found = complete(text, caseload.names(), caseload.service_names(), person=self.person)
        return next(iter(found), text)

    def save(self, reading: NoteReading) -> Saved:
        """Keep the note; its themes go to the notebook under the same act. An empty one closes its plan.

        Raises:
            MentorError: nothing was saved.
        """
        if reading.is_empty and self.closes:
            return self._close_plan(self.closes)
        item = self._item.name if self._item else ""
        saved = self._mentor.caseload.record_note(reading, plan=self._plan, item=item)
        see_themes(self._mentor, (reading,), saved)
        self._file_themes(item, saved)
        return saved

    def _file_themes(self, item: str, saved: Saved) -> None:
        """Themes that waited while the line was in the inbox belong to its note from now on."""
        contact = next((record for record in saved.records if isinstance(record, Contact)), None)
        if not item or contact is None:
            return
        try:
            self._mentor.notebook.file_themes(item, contact.uid, saved.act)
        except MentorError as error:
            self._mentor.voice.trouble(f"The note is saved, its theme stands by itself: {error}")

    @property
    def closes(self) -> About | None:
        """The plan that is closed even by an empty line; None where there is none."""
        return self._plan if isinstance(self._plan, About) and self._plan.result else None

    def _close_plan(self, about: About) -> Saved:
        caseload = self._mentor.caseload
        return caseload.close_plan(caseload.plan_on(about.plan, about.day), about.result)

    def to_inbox(self, text: str, why: str) -> None:
        """Keep the words in the inbox, to be filed another day; their themes go to the notebook.

        Raises:
            MentorError: they are not there.
        """
        reading = self._read(text)
        inbox = self._mentor.caseload.folder.inbox()
        put_unfiled(inbox, lambda: self._mentor.notebook, text, reading, why, self.typed())


def _asked(reading: NoteReading, text: str) -> tuple[str, str]:
    """What a text asks, with its first word; the question names the words that are not clear."""
    first = _FIRST_WORD.match(text)
    return reading.question, first[1] if first else ""


def see_themes(mentor: MentorApp, readings: tuple[NoteReading, ...], saved: Saved) -> None:
    """Put the themes of saved notes into the notebook. The notes are saved whatever becomes of this."""
    contacts = [record for record in saved.records if isinstance(record, Contact)]
    for reading in readings:
        uid = next((one.uid for one in contacts if one.as_typed == reading.as_typed), "")
        day = reading.when.day if reading.when else mentor.clock.now().day
        try:
            mentor.notebook.see_themes(reading.themes, uid, day, saved.act)
        except MentorError as error:
            mentor.voice.trouble(f"The note is saved, its theme is not: {error}")


def closing_kept(about: About) -> str:
    """What a note says of its plan, as it is kept with the words of a draft."""
    return f"{about.result} {about.day or ''}".rstrip()


def closing_in(draft: Draft) -> About | None:
    """And back; None where the draft closes nothing, or what it says is not read."""
    result, _, day = str(draft.answers.get(CLOSES, "")).partition(" ")
    if not draft.record_id or result not in {term.code for term in RESULTS}:
        return None
    try:
        return About(draft.record_id, date.fromisoformat(day) if day else None, result)
    except ValueError:
        return None
