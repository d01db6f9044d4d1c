"""Caseloads of some dozens of people, mostly filled in and now and then not: for what is handed on."""

import random
from datetime import UTC, date, datetime, time, timedelta

from store.period import month_of, quarter_of
from store.records import (
    Appointment,
    Client,
    Consent,
    Contact,
    EndConversation,
    Episode,
    Goal,
    Record,
    Referral,
    Step,
)
from store.vocabulary import ACTIVITIES, GOAL_STATES, HOW_MET, REFERRAL_ENDS, STATUSES

_PERIODS = (
    month_of(date(2026, 11, 5)),
    quarter_of(date(2026, 11, 5)),
    quarter_of(date(2026, 8, 5)),
)
_AREAS = ("health", "health", "housing", "documents", "her own")
_STAGES = ("idea", "wanted", "asked", "date-set", "went", "settled")


class Crowd:
    """The records of one seed, with the days they are counted for."""

    def __init__(self, seed: int, fewest: int = 10, most: int = 60, sloppy: float | None = None) -> None:
        rng = self._rng = random.Random(seed)
        self._sloppy = rng.choice((0.02, 0.06, 0.15, 0.4)) if sloppy is None else sloppy
        self.period = rng.choice(_PERIODS)
        self.people = rng.randint(fewest, most)
        self._whole = (self.period.last - self.period.first).days
        later = rng.choice((-9, 0, 1, 3, 8, 20, 40, 120))
        self.made_on = datetime.combine(self.period.last + timedelta(later), time(20), UTC)
        self._ids = iter(range(1, 10**6))
        self.records: tuple[Record, ...] = tuple(
            record for id in range(1, self.people + 1) for record in self._of(id)
        )

    def _lacks(self) -> bool:
        return self._rng.random() < self._sloppy

    def _day(self, before: int = 30, after: int = 0) -> date:
        return self.period.first + timedelta(self._rng.randint(-before, self._whole + after))

    def _one_of(self, terms) -> str:
        if self._lacks():
            return self._rng.choice(("", "", "her own word"))
        return self._rng.choice([term.code for term in terms])

    def _id(self) -> int:
        return next(self._ids)

    def _of(self, id: int):
        rng = self._rng
        episodes = tuple(self._episodes())
        yield Client(
            id=id, name="x", met_on=None if self._lacks() else self._day(rng.choice((0, 40, 200)), 3),
            how_met=self._one_of(HOW_MET),
            status=self._one_of(STATUSES) if rng.random() < 0.5 else "walking",
            status_on=self._day(30, 20) if rng.random() < 0.8 else None, episodes=episodes,
        )  # fmt: skip
        if not self._lacks():
            state = rng.choice(("active",) * 6 + ("declined", "withdrawn"))
            yield Consent(id=self._id(), client_id=id, purpose="keep-notes", on=self._day(40), state=state)
        for _ in range(rng.choice((0, 1, 1, 2, 3))):
            yield self._need(id)
        days = [part.on for part in episodes if part.on]
        start = rng.choice(days) if days else None
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
            yield self._bridge(id, start)
        for _ in range(rng.choice((0, 1, 1, 1, 2, 3, 4)) + 2 * (len(days) - 1 if days else 0)):
            yield self._contact(id, start)
        if rng.random() < 0.5:
            yield self._talk(id, start)
        if rng.random() < 0.1:
            result = rng.choice(("went", "turned-away"))
            yield Appointment(id=self._id(), client_id=id, on=self._day(), result=result)

    def _episodes(self):
        rng = self._rng
        if self._lacks():
            return
        on = self._day(60)
        if rng.random() < 0.08:
            on = self.period.first - timedelta(rng.randint(1, 3))
        if rng.random() < 0.2:
            # Out for long, and back inside in these days now and then.
            on = self.period.first - timedelta(rng.randint(91, 300))
            back = self._day(0) if rng.random() < 0.5 else None
            yield Episode(on=on, back_on=back)
            if rng.random() < 0.5:
                yield Episode(on=self._day(0) if back is None else back + timedelta(rng.randint(1, 30)))
            return
        if rng.random() < 0.1:
            yield Episode(expected_on=on)
            return
        if rng.random() < 0.25:
            back = self._day(20) if rng.random() < 0.5 else on + timedelta(rng.randint(1, 50))
            back = max(on + timedelta(1), back)
            yield Episode(on=on, back_on=back)
            if rng.random() < 0.6:
                yield Episode(on=back + timedelta(rng.randint(1, 30)))
            return
        yield Episode(on=on)
        if rng.random() < 0.2:
            yield Episode(on=max(on + timedelta(1), self._day(0)))
        elif rng.random() < 0.05:
            yield Episode(expected_on=on + timedelta(rng.randint(20, 60)))

    def _need(self, id: int) -> Goal:
        area = "" if self._lacks() else self._rng.choice(_AREAS)
        named = None if self._lacks() else self._day(30, 3)
        return Goal(
            id=self._id(), client_id=id, words="x", area=area, named_on=named,
            state=self._one_of(GOAL_STATES), state_on=self._day(30, 10),
        )  # fmt: skip

    def _bridge(self, id: int, start: date | None) -> Referral:
        rng = self._rng
        at = 0 if rng.random() < 0.1 else 1
        names = _STAGES[at : at + rng.randint(1, 5)]
        day = self._day(20) if start is None or self._lacks() else start + timedelta(rng.randint(0, 4))
        steps = []
        for name in names:
            unknown = name in ("went", "settled") and rng.random() < 3 * self._sloppy
            steps.append(Step(stage=name, on=None if unknown else day))
            day += timedelta(rng.choice((0, 1, 2, 4, 9, 20)))
        ended = ""
        if rng.random() < 0.3:
            gone = None if self._lacks() else day
            steps = [*(steps if rng.random() < 0.8 else ()), Step(stage="let-go", on=gone)]
            ended = self._one_of(REFERRAL_ENDS)
        area = "" if self._lacks() else rng.choice(_AREAS)
        last = steps[-1]
        return Referral(
            id=self._id(), client_id=id, area=area, stage=last.stage, stage_on=last.on, steps=tuple(steps),
            ended=ended,
        )  # fmt: skip

    def _contact(self, id: int, start: date | None) -> Contact:
        rng = self._rng
        who = (id,) if rng.random() < 0.93 else tuple({id, rng.randint(1, self.people)})
        near = start is not None and rng.random() < 0.4
        first = start or self.period.first
        things = [term.code for term in ACTIVITIES][:4]
        done = [] if self._lacks() else rng.sample(things, rng.choice((1, 1, 2, 3)))
        return Contact(
            id=self._id(), client_ids=who, minutes=15, words="w", activities=tuple(done),
            on=first + timedelta(rng.choice((0, 0, 1, 2, 3, 5))) if near else self._day(0),
            mode=rng.choice(("in-person", "phone", "text", "gate", "driving")),
            kind="ride" if rng.random() < 0.2 else rng.choice(("", "talk", "check-in", "gate-pickup")),
            outcome=rng.choice(("met", "talked", "talked", "met", "no-answer", "left-message", "")),
        )  # fmt: skip

    def _talk(self, id: int, start: date | None) -> EndConversation:
        rng = self._rng
        on = (start or self._day()) + timedelta(rng.randint(0, 25))
        helped = rng.choice(("yes", "yes", "some", "no", "not-asked", ""))
        return EndConversation(id=self._id(), client_id=id, on=None if self._lacks() else on, helped=helped)
