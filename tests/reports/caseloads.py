"""Invented caseloads of every shape, each from one number: small, crowded, and with much left unsaid."""

import random
from datetime import UTC, date, datetime, time, timedelta

from store.period import Period, month_of, quarter_of
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
from store.vocabulary import (
    ACTIVITIES,
    AREAS,
    GOAL_STATES,
    HOW_MET,
    KINDS,
    MODES,
    OUTCOMES,
    REFERRAL_ENDS,
    STAGES,
    STATUSES,
)

_FIRST, _DAYS = date(2026, 8, 1), 150


class Invented:
    """One caseload, the days of a report about it, and the local day it is made on."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self.period = self._rng.choice(
            (
                month_of(date(2026, 11, 5)),
                quarter_of(date(2026, 11, 5)),
                Period(*sorted((self.day(), self.day()))),
            )
        )
        self.people = self._rng.randint(0, 7)
        self.made_on = datetime.combine(self.day(), time(20), UTC)
        people = [self._client(id) for id in range(1, self.people + 1)]
        self.records: tuple[Record, ...] = (
            *people,
            *(record for client in people if self._rng.random() < 0.6 for record in self._walked(client)),
            *(self._contact(id) for id in range(1, self._rng.randint(1, 25))),
            *(self._consent(id) for id in range(1, self._rng.randint(1, 9))),
            *(self._goal(id) for id in range(1, self._rng.randint(1, 9))),
            *(self._referral(id) for id in range(1, self._rng.randint(1, 12))),
            *(self._talk(id) for id in range(1, self._rng.randint(1, 9))),
            *(self._plan(id) for id in range(1, self._rng.randint(1, 6))),
        )

    def day(self) -> date:
        """Some day near the days of the report."""
        return _FIRST + timedelta(days=self._rng.randrange(_DAYS))

    def _day_or_none(self, share: float = 0.8) -> date | None:
        return self.day() if self._rng.random() < share else None

    def _one_of(self, terms) -> str:
        """A code of a list; now and then nothing, or a word that is not on it."""
        chance = self._rng.random()
        if chance < 0.2:
            return ""
        return "her own word" if chance < 0.25 else self._rng.choice([term.code for term in terms])

    def _client(self, id: int) -> Client:
        written = datetime.combine(self.day(), time(12), UTC) if self._rng.random() < 0.7 else None
        return Client(
            id=id, name="x", met_on=self._day_or_none(0.6), how_met=self._one_of(HOW_MET),
            status=self._rng.choice([term.code for term in STATUSES]), status_on=self._day_or_none(),
            written_at=written, episodes=tuple(self._episodes()),
        )  # fmt: skip

    def _episodes(self):
        days = sorted(self.day() for _ in range(self._rng.choice((0, 1, 1, 1, 2, 3))))
        for number, on in enumerate(days):
            back = on + timedelta(days=self._rng.randrange(60)) if self._rng.random() < 0.3 else None
            if number == len(days) - 1 and self._rng.random() < 0.2:
                yield Episode(expected_on=on)
            else:
                yield Episode(on=on, expected_on=self._day_or_none(0.3), back_on=back)

    def _walked(self, client: Client):
        """Someone met about their release, who agreed, went somewhere and talked at the end; or nearly so."""
        rng, id = self._rng, 1000 + client.id
        start = next((part.on for part in client.episodes if part.on), client.met_on or self.day())
        near = [start + timedelta(days) for days in (0, 0, 1, 2, 3, 4, 6, -1)]
        yield Contact(id=id, client_ids=(client.id,), on=rng.choice(near), mode="gate", outcome="met")
        yield Consent(id=id, client_id=client.id, purpose="keep-notes", on=rng.choice(near))
        yield EndConversation(
            id=id,
            client_id=client.id,
            on=start + timedelta(rng.randint(-2, 20)),
            helped=rng.choice(("yes", "no")),
        )
        yield Referral(
            id=id, client_id=client.id, area=rng.choice(("health", "housing")), stage="went",
            went_on=rng.choice((*near, None)),
        )  # fmt: skip

    def _contact(self, id: int) -> Contact:
        rng = self._rng
        # Some numbers are of nobody in the records any more.
        who = rng.sample(range(1, self.people + 2), min(self.people + 1, rng.choice((0, 1, 1, 1, 2, 3))))
        done = rng.sample([*(term.code for term in ACTIVITIES), "her own word"], rng.choice((0, 0, 1, 2, 4)))
        kind, mode, outcome = self._one_of(KINDS), self._one_of(MODES), self._one_of(OUTCOMES)
        if rng.random() < 0.1:
            kind = mode = outcome = ""
        return Contact(
            id=id, client_ids=tuple(who), unnamed=rng.choice((0, 0, 0, 1, 4)), on=self.day(), mode=mode,
            kind=kind, outcome=outcome, direction=rng.choice(("", "out", "in", "met")),
            minutes=rng.choice((None, 0, 15, 50)), travel_minutes=rng.choice((None, 20)),
            km=rng.choice((None, 0.5, 12.25)), cents=rng.choice((None, 0, 855)), activities=tuple(done),
            words="words", quote_ok=rng.random() < 0.3,
        )  # fmt: skip

    def _whose(self) -> int:
        return self._rng.randint(1, self.people + 1)

    def _consent(self, id: int) -> Consent:
        rng = self._rng
        return Consent(
            id=id, client_id=self._whose(),
            purpose=rng.choice(("keep-notes", "keep-notes", "words", "numbers")),
            on=self._day_or_none(), expires_on=self._day_or_none(0.2),
            state=rng.choice(("active", "active", "withdrawn", "declined", "not-asked")),
        )  # fmt: skip

    def _goal(self, id: int) -> Goal:
        return Goal(
            id=id, client_id=self._whose(), words="x", area=self._one_of(AREAS), named_on=self._day_or_none(),
            state=self._one_of(GOAL_STATES), state_on=self._day_or_none(),
        )  # fmt: skip

    def _referral(self, id: int) -> Referral:
        stages = self._rng.sample([term.code for term in STAGES], self._rng.randint(0, 3))
        steps = tuple(Step(stage=stage, on=self._day_or_none()) for stage in stages)
        stage, on = (stages[-1], steps[-1].on) if steps else (self._one_of(STAGES), self._day_or_none())
        return Referral(
            id=id, client_id=self._whose(), area=self._rng.choice(("health", "housing", "")), stage=stage,
            stage_on=on, steps=steps, went_on=self._day_or_none(0.3),
            ended=self._one_of(REFERRAL_ENDS) if stage == "let-go" else "",
        )  # fmt: skip

    def _talk(self, id: int) -> EndConversation:
        helped = self._rng.choice(("yes", "some", "no", "not-asked", ""))
        return EndConversation(
            id=id, client_id=self._whose(), on=self._day_or_none(), helped=helped, words="x"
        )

    def _plan(self, id: int) -> Appointment:
        result = self._rng.choice(("", "went", "turned-away"))
        return Appointment(id=id, client_id=self._whose(), on=self.day(), result=result)
