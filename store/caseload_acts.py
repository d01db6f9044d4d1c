"""What is done to any record, each as one act: added, changed, taken out; and what every act shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace as with_before
from typing import TYPE_CHECKING

from store import act_words
from store.caseload_reads import CaseloadReads
from store.noting import people_named
from store.records import Client, Record, Service
from store.removing import take_out as let_go
from store.saved import Saved
from store.shelf import TABLE_OF, R, difference, fields_of
from store.whose import people_of, refuse_gone, refuse_resting

if TYPE_CHECKING:
    from store.folder import Act


class CaseloadActs(CaseloadReads):
    """What is done to a record of any kind."""

    def add(self, record: R, label: str = "") -> Saved:
        """Keep a new record.

        Raises:
            NotFound: whom it is about was taken out meanwhile.
        """

        def write(act: Act) -> int:
            refuse_gone(act, people_of(record))
            return act.insert(TABLE_OF[type(record)], fields_of(record))

        return self._one(record, label, write)

    def add_each(self, records: Sequence[Record], label: str) -> Saved:
        """Keep several new records in one act, all or none.

        Raises:
            AtRest: somebody does not walk with her any more, or was taken out meanwhile.
        """
        with self.folder.act(label) as act:
            refuse_resting(act, (person for record in records for person in people_of(record)))
            kept = [(type(each), act.insert(TABLE_OF[type(each)], fields_of(each))) for each in records]
        return Saved(act.number, label, self.clock.now().at, tuple(self.get(kind, id) for kind, id in kept))

    def apply_import(
        self, label: str, added: Sequence[Record], changed: Sequence[tuple[Record, Record]]
    ) -> Saved:
        """Bring many records in as one act with one undo."""
        moment = self.clock.now()
        with self.folder.act(label) as act:
            for record in added:
                fields = fields_of(record)
                act.insert(TABLE_OF[type(record)], fields | ({"uid": record.uid} if record.uid else {}))
            for before, after in changed:
                fields, dropped = difference(before, after)
                act.update(TABLE_OF[type(before)], before.id, fields, drop=dropped)
        return Saved(act.number, label, moment.at, ())

    def change(self, before: R, after: R, label: str = "") -> Saved:
        """Keep a correction: only what differs is written, so another hand's change stays."""
        fields, dropped = difference(before, after)

        def write(act: Act) -> int:
            if fields or dropped:
                act.update(TABLE_OF[type(before)], before.id, fields, drop=dropped)
            return before.id

        label = label or self._label(after, act_words.changed(before, after))
        return with_before(self._one(after, label, write), before=before)

    def remove(self, record: Record, label: str = "") -> Saved:
        """Take a record out; a person goes with everything that is about them alone. Undo brings all back.

        What pointed at it lets go in the same act: the plan a removed contact closed stays closed.
        """
        moment = self.clock.now()
        label = label or self._label(record, f"{act_words.called(record)} removed")
        with self.folder.act(label) as act:
            let_go(act, self.folder.caseload, self._records, record)
        return Saved(act.number, label, moment.at, ())

    def _one(self, record: R, label: str, write: Callable[[Act], int]) -> Saved:
        moment = self.clock.now()
        label = label or self._label(record)
        with self.folder.act(label) as act:
            id = write(act)
        return Saved(act.number, label, moment.at, (self.get(type(record), id),))

    def _label(self, record: Record, done: str = "") -> str:
        done = done or act_words.called(record)
        if isinstance(record, Client | Service):
            return f"{done}, {record.name}"
        named = people_named(map(self._name_of, people_of(record)))
        return f"{done}, {named}" if named else done

    def _name_of(self, client_id: int) -> str:
        document = self.folder.caseload.documents("clients").get(client_id)
        return str(document.get("name", "")) if document else ""
