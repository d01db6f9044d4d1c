"""Drafts: words not saved yet, gone on with under the person they were typed for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from textual.screen import Screen

from mentor_tui.forms import SPECS
from mentor_tui.screens.catch_up import CatchUpScreen
from mentor_tui.screens.first_start import FirstStartScreen
from mentor_tui.screens.kept_list import KeptList
from mentor_tui.screens.note_line import NoteLineScreen
from mentor_tui.screens.record_form import RecordForm
from mentor_tui.screens.reflection import ReflectionScreen
from store.drafts import Draft, Drafts
from store.errors import MentorError, NotFound, RequestRefused
from store.records import Client, Reflection
from widgets.row import Row

_CALLED = {
    "note": "a note",
    "catch-up": "catch up",
    "reflection": "your page",
    "first-start": "first people",
}


class PutAsideScreen(KeptList):
    """Every draft, oldest first, under the name it was typed for and no other."""

    CALLED: ClassVar[str] = "put aside"
    EMPTY: ClassVar[str] = "Nothing waits here. Words that were typed and not saved would."
    OPENS: ClassVar[str] = "go on"

    def rows(self) -> list[Row]:
        """Whose, and the words."""
        return [
            Row(draft.name, (((self._whose(draft), "name"),), ((_words(draft), ""),)), 2)
            for draft in self._drafts.all()
        ]

    def screen_of(self, key: str) -> Screen[Any] | None:
        """The note line, sheet or form it was typed into, about the same person."""
        draft = next((draft for draft in self._drafts.all() if draft.name == key), None)
        if draft is None:
            return None
        try:
            return self._filed(draft) or self._unfiled(draft)
        except MentorError as error:
            self.mentor.voice.trouble(f"{error} The words stay here.")
            return None

    def throw_away(self, key: str) -> None:
        """Drop the draft for good."""
        for draft in self._drafts.all():
            if draft.name == key:
                self._drafts.drop(draft)

    def _filed(self, draft: Draft) -> Screen[Any] | None:
        try:
            return self._opened(draft)
        except NotFound:
            return None

    def _opened(self, draft: Draft) -> Screen[Any]:
        caseload = self.mentor.caseload
        if draft.client_id is not None:
            caseload.get(Client, draft.client_id)  # who is no longer here is not written about
        if draft.kind == "note":
            return NoteLineScreen(aside=draft)
        if draft.kind == "catch-up":
            return CatchUpScreen(aside=draft)
        if draft.kind == "first-start":
            return FirstStartScreen()
        if draft.kind == "reflection":
            number = draft.record_id
            page = self.mentor.notebook.get(Reflection, number) if number else None
            return ReflectionScreen(record=page)
        kind = next((kind for kind in SPECS if kind.__name__ == draft.kind), None)
        if kind is None:
            raise RequestRefused("This draft comes from a newer mentor, which can open it.")
        record = caseload.get(kind, draft.record_id) if draft.record_id else None
        return RecordForm(kind, draft.client_id, record, aside=draft)

    def _unfiled(self, draft: Draft) -> Screen[Any]:
        """Words about who or what is no longer here, as a note that is about nobody yet."""
        if draft.kind == "reflection":  # the notebook's words stay in the notebook: a new page
            if self._drafts.of("reflection", None):
                raise RequestRefused("Another page is begun; save it or throw it away, then this one opens.")
            self._drafts.keep(replace(draft, record_id=0, name=""))
            self._drafts.drop(draft)
            return ReflectionScreen()
        words = {"text": "\n".join(_every_word(draft))}
        note = Draft("note", None, words, kept_at=draft.kept_at, name=draft.name, is_aside=True)
        return NoteLineScreen(aside=note)

    def _whose(self, draft: Draft) -> str:
        kind = next((kind for kind in SPECS if kind.__name__ == draft.kind), None)
        called = SPECS[kind].called if kind else _CALLED.get(draft.kind, "words")
        if draft.client_id is None:
            return called
        try:
            return self.mentor.caseload.get(Client, draft.client_id).name
        except NotFound:
            return "no longer here"

    @property
    def _drafts(self) -> Drafts:
        return self.mentor.caseload.folder.drafts()


def _every_word(draft: Draft) -> Iterator[str]:
    """Each answer that says something, those in the parts of a form too."""
    for answer in draft.answers.values():
        texts = [answer] if isinstance(answer, str) else [text for part in answer for text in part.values()]
        yield from filter(str.strip, texts)


def _words(draft: Draft) -> str:
    """What was typed; of a page not its themes and its question."""
    typed = draft.answers.get("words") if draft.kind == "reflection" else None
    return typed if isinstance(typed, str) and typed else draft.words
