"""`Caseload`: the one door to the record. Every act is one commit; what is read is in `CaseloadReads`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from store import act_words, acts
from store.caseload_plans import CaseloadPlans
from store.errors import RequestRefused
from store.noting import About, people_named, write_note
from store.records import Appointment, Client, Promise, Referral
from store.saved import Saved
from store.shelf import TABLE_OF, fields_of
from store.whose import refuse_resting

if TYPE_CHECKING:
    from store.folder import Act, DataFolder, PastAct
    from store.noteline import NoteReading


class Caseload(CaseloadPlans):
    """The people, and everything the mentor keeps about her work with them."""

    def record_note(self, reading: NoteReading, *, plan: int | About | None = None, item: str = "") -> Saved:
        """Keep one note: the contact, its next touch, its promises and bridges, in one commit.

        Args:
            plan: the appointment the note is about; with what became of it, it is closed by any note.
            item: the name of the line of the inbox that it files; one that is filed already is not again.

        Raises:
            RequestRefused: it is not settled who the note is about.
        """
        return self.record_notes((reading,), plan=plan, item=item)

    def record_each(self, readings: Sequence[NoteReading]) -> Saved:
        """Keep the same note about each of several people, all or none.

        Raises:
            AtRest: somebody does not walk with her any more, or was taken out meanwhile.
        """
        whom = [person for reading in readings for person in reading.who]
        return self.record_notes(readings, refuse=lambda act: refuse_resting(act, whom))

    def record_notes(
        self,
        readings: Sequence[NoteReading],
        *,
        plan: int | About | None = None,
        item: str = "",
        refuse: Callable[[Act], None] = lambda act: None,
    ) -> Saved:
        """Keep several notes in one commit, all or none; one of nothing but themes leaves no record.

        Args:
            refuse: raises what stands against it, once nobody else can write.
        """
        if unclear := next((reading for reading in readings if not reading.is_settled), None):
            raise RequestRefused(unclear.question or "Say first who this note is about.")
        moment = self.clock.now()
        label = self._note_label(readings)
        with self.folder.act(label) as act:
            refuse(act)
            if item:
                readings = _not_yet(self.folder, item, act, readings)
            about = About(plan) if isinstance(plan, int) else plan
            written = [write_note(act, self._records, reading, moment, about=about) for reading in readings]
        made = tuple(self.get(kind, id) for one in written for kind, id in one.made)
        closed = tuple(self.get(kind, id) for one in written for kind, id in one.closed)
        return Saved(act.number if made or closed else 0, label, moment.at, made + closed, closed)

    def accept_touch(self, touch: Appointment, note: Saved) -> Saved:
        """Keep the next touch proposed after a note, in the note's own act: one undo takes both."""
        with self.folder.act(note.label, of=note.act) as act:
            id = act.insert(TABLE_OF[Appointment], fields_of(touch))
        records = (*note.records, self.get(Appointment, id))
        return Saved(act.number, note.label, self.clock.now().at, records, note.closed)

    def keep_promise(self, promise: Promise, state: str = "done") -> Saved:
        """Say what became of a promise."""
        return self.change(promise, acts.promise_set(promise, state, self.clock.now()))

    def leave_until(self, client: Client, day: date | None, because: str = "") -> Saved:
        """Leave a person until a day, with the reason; None takes it back."""
        return self.change(client, acts.left_until(client, day, because), f"left until, {client.name}")

    def set_status(self, client: Client, status: str, on: date | None = None) -> Saved:
        """Give a person another status."""
        after = acts.status_set(client, status, self.clock.now(), on)
        return self.change(client, after, self._label(client, act_words.standing(status)))

    def set_released(self, client: Client, on: date) -> Saved:
        """Say that a person is out."""
        return self.change(client, acts.released(client, on, self.clock.now()), f"release, {client.name}")

    def expect_release(self, client: Client, on: date | None) -> Saved:
        """Say when a person is expected out; None where nobody knows the day."""
        now = self.clock.now()
        after = acts.release_said(client, on, now) if on else acts.release_unknown(client, now)
        return self.change(client, after, f"release, {client.name}")

    def move_bridge(self, bridge: Referral, stage: str, ended: str = "", words: str = "") -> Saved:
        """Move a bridge to a stage."""
        after = acts.bridge_moved(bridge, stage, self.clock.now().day, ended, words)
        return self.change(bridge, after)

    def next_undo(self) -> PastAct | None:
        """What undo would take back."""
        return self.folder.next_undo()

    def undo(self) -> PastAct:
        """Take the newest act back, in both ledgers."""
        return self.folder.undo()

    def history(self) -> Iterator[PastAct]:
        """Every act, newest first."""
        return self.folder.history()

    def _note_label(self, readings: Sequence[NoteReading]) -> str:
        people = dict.fromkeys(person for reading in readings for person in reading.who)
        newcomers = [reading.newcomer for reading in readings if reading.newcomer]
        named = people_named([*filter(None, map(self._name_of, people)), *newcomers])
        called = "note" if len(readings) == 1 else f"{len(readings)} notes"
        called = f"new person and {called}" if newcomers else called
        return f"{called}, {named}" if named else called


def _not_yet(
    folder: DataFolder, item: str, act: Act, readings: Sequence[NoteReading]
) -> Sequence[NoteReading]:
    """The readings of a line of the inbox, made under its own uids; none if it is filed already."""
    from store.posted import filed_among, uids_of  # a note from the shell has nothing to do with it

    act.uids = uids_of(folder.store_id, item)
    return () if filed_among(folder, (item,)) else readings
