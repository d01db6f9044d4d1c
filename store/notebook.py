"""`Notebook`: the one door to the mentor's own ledger. Reports and exchange may not import it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from store.reading import Reading
from store.records import OwnQuestion, QuestionChoice, Record, Reflection, Support, ThemeSeen
from store.saved import Saved
from store.shelf import TABLE_OF, R, difference, fields_of

if TYPE_CHECKING:
    from store.clock import Clock
    from store.find_filters import Asked
    from store.folder import Change, DataFolder
    from store.search import Hit, Search

_WORDS_IN = {"reflections": ("words", "question", "alias"), "own_questions": ("words",)}
"""Where words stand in each table that a search looks into."""


class Notebook:
    """Reflections, themes seen, and what was done with each question."""

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        """The notebook of this folder."""
        self.folder = folder
        self.clock = clock
        self._records = Reading(folder, "notebook")
        self._search: Search | None = None
        folder.subscribe(self._follow)

    def get(self, kind: type[R], id: int) -> R:
        """One record; NotFound if there is none."""
        return self._records.get(kind, id)

    def reflections(self) -> tuple[Reflection, ...]:
        """Every reflection, newest first."""
        return tuple(sorted(self._records.all(Reflection), key=lambda page: (page.on, page.id), reverse=True))

    def themes_seen(self) -> tuple[ThemeSeen, ...]:
        """Every theme seen on a note, oldest first."""
        return self._records.all(ThemeSeen)

    def choices(self) -> tuple[QuestionChoice, ...]:
        """What was done with questions, oldest first."""
        return self._records.all(QuestionChoice)

    def own_questions(self) -> tuple[OwnQuestion, ...]:
        """The mentor's own questions."""
        return self._records.all(OwnQuestion)

    def support(self) -> Support | None:
        """Whom she can talk to, as she last wrote it; None if she never did, or took it away."""
        newest = max(self._records.all(Support), key=lambda one: one.id, default=None)
        return newest if newest and newest.words else None

    def pages_of_week(self, monday: date) -> tuple[Reflection, ...]:
        """What was written looking back on the week that begins this day, oldest first."""
        return tuple(page for page in reversed(self.reflections()) if page.week == monday)

    def find(self, asked: Asked, limit: int = 50) -> tuple[Hit, ...]:
        """Pages and own questions in which all the words stand, newest first.

        What only people and their records have (who, a kind, a need) no page has.
        """
        from store.find_filters import NOTEBOOK

        elsewhere = asked.tables is not None and NOTEBOOK not in asked.tables
        if elsewhere or any(each is not None for each in (asked.people, asked.kinds, asked.needs)):
            return ()
        if self._search is None:
            from store.search import Search

            self._search = Search(self.folder.notebook, _WORDS_IN)
        tables = None if asked.tables is None else tuple(_WORDS_IN)
        return self._search.find(dataclasses.replace(asked, tables=tables), limit)

    def add(self, record: R, label: str = "reflection") -> Saved:
        """Keep a page; answering a question is remembered in the same act."""
        with self.folder.act(label) as act:
            id = act.insert(TABLE_OF[type(record)], fields_of(record))
            if isinstance(record, Reflection) and record.question_id:
                choice = QuestionChoice(question_id=record.question_id, on=record.on, choice="written")
                act.insert("question_choices", fields_of(choice))
        return self._saved(act.number, label, (self.get(type(record), id),))

    def change(self, before: R, after: R, label: str = "reflection changed") -> Saved:
        """Correct a page; only what differs is written."""
        fields, dropped = difference(before, after)
        with self.folder.act(label) as act:
            act.update(TABLE_OF[type(before)], before.id, fields, drop=dropped)
        return self._saved(act.number, label, (self.get(type(before), before.id),))

    def change_all(self, changes: Sequence[tuple[R, R]], label: str) -> Saved:
        """Correct several at once, as one act; what is as it was before is left."""
        with self.folder.act(label) as act:
            for before, after in changes:
                fields, dropped = difference(before, after)
                if fields or dropped:
                    act.update(TABLE_OF[type(before)], before.id, fields, drop=dropped)
        records = tuple(self.get(type(before), before.id) for before, _ in changes)
        return self._saved(act.number, label, records)

    def remove(self, record: Record, label: str = "reflection removed") -> Saved:
        """Take a page out; undo brings it back."""
        with self.folder.act(label) as act:
            act.remove(TABLE_OF[type(record)], record.id)
        return self._saved(act.number, label, ())

    def see_themes(self, themes: Iterable[str], contact_uid: str, on: date, of: int) -> None:
        """Keep the themes of a note, under the note's own act so that one undo takes both.

        Args:
            of: the note's act; 0 where the line held nothing but themes.
        """
        seen = [ThemeSeen(theme=theme, on=on, contact_uid=contact_uid) for theme in dict.fromkeys(themes)]
        if seen:
            with self.folder.act("themes", of=of or None) as act:
                for theme in seen:
                    act.insert("themes_seen", fields_of(theme))

    def file_themes(self, item: str, contact_uid: str, of: int) -> None:
        """Themes of a line of the inbox go to the note it became, under the note's own act.

        Args:
            item: the name of the line.
            of: the note's act.
        """
        waiting = [one.id for one in self.themes_seen() if one.contact_uid == item]
        if waiting:
            with self.folder.act("themes", of=of) as act:
                for id in waiting:
                    act.update("themes_seen", id, {"contact_uid": contact_uid})

    def choose(self, question_id: str, choice: str) -> Saved:
        """Remember what was done with a question: another, not-today, never, welcome (takes those back)."""
        record = QuestionChoice(question_id=question_id, on=self.clock.now().day, choice=choice)
        # Not a step for undo: a question passed over must not stand between her and her last note.
        with self.folder.act("question", undoable=False) as act:
            id = act.insert("question_choices", fields_of(record))
        return self._saved(act.number, "question", (self.get(QuestionChoice, id),))

    def _saved(self, act: int, label: str, records: tuple[Record, ...]) -> Saved:
        return Saved(act, label, self.clock.now().at, records)

    def _follow(self, ledger: str, changes: list[Change] | None) -> None:
        if ledger == "notebook" and self._search is not None:
            self._search.follow(changes)
