"""What can be asked of the caseload. Every answer is derived from the records at the moment of asking."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.caseload_records import CaseloadRecords
from store.names import NameEntry
from store.records import Absence, Appointment, Client
from store.touches import proposed_touch

if TYPE_CHECKING:
    from store.absences import Away
    from store.clock import Moment
    from store.find_filters import Asked
    from store.finder import Finder
    from store.folder import Change
    from store.noteline import NoteReading
    from store.reviewing import ReviewPage
    from store.saved import Saved
    from store.search import Hit
    from store.timeline import TimelineItem
    from store.waiting import Coming, Waiting
    from store.when import PlanWhen, When


class CaseloadReads(CaseloadRecords):
    """The reading half of `Caseload`: who is waiting, what is planned, what typed words mean."""

    _finder: Finder | None = None
    _written_before: tuple[date | None, date | None] = (None, None)
    """A day, and the last one before it on which anything was written."""

    def waiting(self) -> tuple[Waiting, ...]:
        """Who is waiting and why, most pressing first; nobody active is left out."""
        from store.waiting import waiting

        return waiting(self, self.clock.now(), self.away())

    def away(self) -> Away | None:
        """Whether the mentor is away today, or came back today; None on every other day."""
        from store.absences import away_on, with_who_died

        today = self.clock.now().day
        if self._written_before[0] != today:  # no other answer comes of it before the day is over
            self._written_before = today, self.folder.last_written_before(today)
        away = away_on(today, self.all(Absence), self._written_before[1])
        if away is None:
            return None
        return with_who_died(away, self.all(Client), lambda: self.folder.touched_since(away.since))

    def coming(self, days: int = 7) -> tuple[Coming, ...]:
        """What is planned from this moment on, for so many days, soonest first.

        Before it, letters to people inside whose day has passed.
        """
        from store.waiting import letters_passed

        return (*letters_passed(self, self.clock.now()), *self.agenda(days))

    def agenda(self, days: int = 14) -> tuple[Coming, ...]:
        """What is planned from today on alone."""
        from store.waiting import coming

        return coming(self, self.clock.now(), days)

    def planned(self, first: date, last: date) -> tuple[Coming, ...]:
        """Plans of these days, what became of those that are closed, and releases, soonest first."""
        from store.planned import planned

        return planned(self, self.clock.now(), first, last)

    def timeline(self, client_id: int) -> tuple[TimelineItem, ...]:
        """What happened with that person, newest first."""
        from store.timeline import timeline

        return timeline(self._records, self.get(Client, client_id))

    def review_page(self, client_id: int) -> ReviewPage:
        """What to look at before deciding anything about this person."""
        from store.reviewing import review_page

        return review_page(self._records, self.get(Client, client_id))

    def read_asked(self, text: str) -> Asked:
        """What a search line asks for: its words, and what its filters narrow it to."""
        return self._finding().read(text, self.clock.now(), day_first=self.day_first)

    def find(self, words: str | Asked, limit: int = 50) -> tuple[Hit, ...]:
        """Records in which all these words stand, people first, then the newest notes."""
        asked = self.read_asked(words) if isinstance(words, str) else words
        return self._finding().find(asked, limit)

    def _finding(self) -> Finder:
        if self._finder is None:
            from store.finder import Finder

            self._finder = Finder(self.folder)
        return self._finder

    def read_note(
        self,
        text: str,
        person: int | None = None,
        *,
        answer: int | None = None,
        newcomer: str = "",
        moment: Moment | None = None,
    ) -> NoteReading:
        """What a note line says, as it is typed. Pure: nothing is written.

        Args:
            person: the person already chosen; no name is read then.
            answer: whom the mentor picked when the line asked.
            newcomer: or whom she adds with the note, by a name nobody has.
            moment: when it was typed, if not now: a line from the inbox.
        """
        from store.noteline import NEWCOMER, parse

        added = (NameEntry(NEWCOMER, newcomer),) if newcomer else ()
        reading = parse(
            text,
            self.names() + added + (self._who_died(answer) if answer else ()),
            self.service_names(),
            moment or self.clock.now(),
            person=person,
            day_first=self.day_first,
            answer=NEWCOMER if newcomer else answer,
        )
        if NEWCOMER in reading.who:
            return replace(reading, newcomer=newcomer)
        if not reading.stranger and (reading.candidates or not reading.question):
            return reading
        from store.remembered import asked_gently

        return asked_gently(reading, self.all(Client), self._code_key)

    def read_when(self, text: str, *, past: bool = False, typed: Moment | None = None) -> When:
        """A typed date, in the mentor's order of day and month; UnclearDate says what would be read.

        Args:
            typed: when it was typed, if not now.
        """
        from store.when import read_when

        return read_when(text, typed or self.clock.now(), past=past, day_first=self.day_first)

    def read_plan(self, text: str, typed: Moment | None = None) -> PlanWhen:
        """When a plan is, as it is typed: one day to come, or what comes back from a day on."""
        from store.when import read_plan

        return read_plan(text, typed or self.clock.now(), day_first=self.day_first)

    def read_day(self, text: str, typed: Moment | None = None) -> date:
        """A typed day that may lie either side of today (a release): the nearest such day."""
        from store.nearest_day import nearest_day

        return nearest_day(text, typed or self.clock.now(), day_first=self.day_first)

    def propose_touch(self, saved: Saved) -> Appointment | None:
        """The next touch an agreed rhythm suggests after a note, not yet saved; None without a rhythm."""
        return proposed_touch(lambda id: self.get(Client, id), self.appointments_of, saved, self.clock.now())

    def _who_died(self, answer: int) -> tuple[NameEntry, ...]:
        from store.remembered import picked

        return picked(self.all(Client), answer, self._code_key)

    def _follow(self, ledger: str, changes: list[Change] | None) -> None:
        super()._follow(ledger, changes)
        if ledger == "caseload" and self._finder is not None:
            self._finder.follow(changes)
