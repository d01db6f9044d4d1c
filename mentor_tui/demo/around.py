"""The plans, promises, goals, bridges and consents around what happened."""

import random
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from mentor_tui.demo.days import Days
from mentor_tui.demo.decks import Decks, told_of
from mentor_tui.demo.drawing import Happened
from mentor_tui.demo.stories import Story
from store.clock import Moment
from store.principles import questions_for
from store.records import (
    Appointment,
    CheckIn,
    Consent,
    EndConversation,
    Goal,
    Promise,
    Record,
    Referral,
    Repeat,
)
from store.recurrence import WEEKDAY_CODES
from store.two_way import is_two_way

R = TypeVar("R", bound=Record)
_KINDS = {"work": "work-school"}
_MOVED = ("put over", "another day", "back tomorrow", "cut short")
_LONGEST_TOUCH = 21
_SETTLED = 14
_TOLD = (
    "what I write, who sees it (nobody), and that it can go any day",
    "read the page aloud together; it can be changed or burnt",
    "the short version twice, on the bench",
    "notes in their words, and the limits: danger to someone, a child at harm",
)


@dataclass(slots=True)
class Linked:
    """A record and the uids of the contacts it came from and was closed by."""

    record: Record
    made_by: str = ""
    closed_by: str = ""
    service: str = ""
    """The word the stories call it."""


class Around:
    """One person's other records, once the contacts are known."""

    def __init__(
        self, story: Story, happened: list[Happened], decks: Decks, moment: Moment, seed: int
    ) -> None:
        self._story = story
        self._moment = moment
        self._days = Days(moment.day)
        self._decks = decks
        self._rng = random.Random(f"{seed}:around:{story.name}")
        self._series = random.Random(f"{seed}:series:{story.name}")
        self._happened = sorted(happened, key=lambda one: (one.contact.on, one.contact.written_at))
        self._first_on = {one.contact.on: one.contact.uid for one in reversed(self._happened)}

    def all(self) -> list[Linked]:
        """Everything, in no order that matters; ids and people are given later."""
        return [
            *self._told_plans(),
            *self._touches(),
            *self._visits(),
            *self._told_promises(),
            *self._kept_promises(),
            *(Linked(self._made(Goal, goal, goal["named_on"])) for goal in self._story.told["goals"]),
            *(self._bridge(dict(bridge)) for bridge in self._story.told["bridges"]),
            *self._consents(),
            *self._ending(),
            *(self._check_in(dict(one)) for one in self._story.told["check_ins"]),
        ]

    def _told_plans(self) -> list[Linked]:
        found = []
        for told in self._story.told["plans"]:
            plan = dict(told)
            office, since, service = (
                plan.pop("office", False),
                plan.pop("from", None),
                plan.pop("service", ""),
            )
            made_on = self._days.at(-1 if since is None else since)
            every = plan.pop("every", "")
            fields = self._days.told(plan, office=office) | {"zone": self._moment.zone}
            fields |= self._coming_back(every, fields["on"])
            made_by = self._first_on.get(made_on, "")
            found.append(Linked(self._made(Appointment, fields, made_on), made_by, service=service))
        return found

    def _coming_back(self, every: str, on: date) -> dict[str, Any]:
        if not every:
            return {}
        day = WEEKDAY_CODES[on.weekday()]
        fifth = on.day > 28
        rules = {
            "week": f"FREQ=WEEKLY;BYDAY={day}",
            "2 weeks": f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
            "month": f"FREQ=MONTHLY;BYDAY={-1 if fifth else (on.day - 1) // 7 + 1}{day}",
        }
        return {
            "repeats": Repeat(rule=rules[every], begins=on),
            "series": f"{self._series.getrandbits(128):032x}",
        }

    def _touches(self) -> list[Linked]:
        """Next touches that came about: agreed at one talk, closed by the next."""
        talks = [one for one in self._happened if is_two_way(one.contact)]
        found = []
        for one, after in pairwise(talks):
            apart = (after.contact.on - one.contact.on).days
            if (
                not 0 < apart <= _LONGEST_TOUCH
                or after.contact.direction != "out"
                or self._rng.random() > 0.3
            ):
                continue
            touch = {"on": after.contact.on, "mode": after.contact.mode, "result": "done"}
            touch |= {"closed_on": after.contact.on, "zone": self._moment.zone}
            record = self._made(Appointment, touch, one.contact.on)
            found.append(Linked(record, one.contact.uid, after.contact.uid))
        return found

    def _visits(self) -> list[Linked]:
        """An appointment behind each going along."""
        found, before = [], ""
        for one in self._happened:
            if one.about:
                contact = one.contact
                moved = any(sign in contact.words.lower() for sign in _MOVED)
                visit: dict[str, Any] = {"on": contact.on, "going": "me"}
                visit |= {"result": "went-moved" if moved else "went", "closed_on": contact.on}
                visit |= {"at": self._hour(contact.at), "zone": self._moment.zone}
                visit["kind"] = _KINDS.get(one.about, one.about)
                earlier = contact.on - timedelta(days=1)
                found.append(Linked(self._made(Appointment, visit, earlier), before, contact.uid))
            before = one.contact.uid
        return found

    def _hour(self, at: Any) -> time | None:
        local = at.astimezone(self._moment.tz) if at else None
        return time(local.hour, 30 if local.minute >= 30 else 0) if local else None

    def _told_promises(self) -> list[Linked]:
        found = []
        for told in self._story.told["promises"]:
            made_on = self._days.at(told["made_on"])
            record = self._made(Promise, self._days.told(told), made_on)
            found.append(Linked(record, self._first_on.get(made_on, "")))
        return found

    def _kept_promises(self) -> list[Linked]:
        """Small things said and done, all of them long ago."""
        if not self._happened:
            return []
        last = self._happened[-1].contact.on
        limit = min(last, self._days.at(-_SETTLED))
        found = []
        for one in self._happened:
            contact = one.contact
            if contact.on >= limit or not is_two_way(contact) or self._rng.random() > 0.09:
                continue
            words = self._decks.draw("promise", self._story.name)
            promise = {
                "words": told_of(words, self._story.pronouns, self._story.kin, self._story.spot),
                "state": "done" if self._rng.random() < 0.88 else "let-go",
                "made_on": contact.on,
                "done_on": min(limit, contact.on + timedelta(days=self._rng.randint(1, 9))),
            }
            found.append(Linked(self._made(Promise, promise, contact.on), contact.uid))
        return found

    def _bridge(self, told: dict[str, Any]) -> Linked:
        exact = told.pop("exact", False)
        day = self._days.at if exact else self._days.office_before
        steps = [{"stage": stage, "on": day(offset)} for stage, offset in told.pop("steps")]
        on = {step["stage"]: step["on"] for step in reversed(steps)}
        service = told.pop("service", "")
        fields = told | {"steps": steps, "stage": steps[-1]["stage"], "stage_on": steps[-1]["on"]}
        fields |= {"asked_on": on.get("asked"), "went_on": on.get("went")}
        return Linked(self._made(Referral, fields, steps[0]["on"]), service=service)

    def _consents(self) -> list[Linked]:
        how = "interpreter" if self._story.fields.get("interpreter") else "spoken"
        base = {"how": how, "on": self._story.agreed, "told": self._rng.choice(_TOLD)}
        both = [{"purpose": "keep-notes", **base}, {"purpose": "contact", **base}]
        told = both + self._story.told["consents"]
        return [Linked(self._made(Consent, one, one.get("on", self._story.agreed))) for one in told]

    def _ending(self) -> list[Linked]:
        ending = self._story.ending
        return [Linked(self._made(EndConversation, ending, ending["on"]))] if ending else []

    def _check_in(self, told: dict[str, Any]) -> Linked:
        asked = {question.words: question.id for question in questions_for("with")}
        answers = [answer | {"question_id": asked[answer["asked"]]} for answer in told["answers"]]
        return Linked(self._made(CheckIn, told | {"answers": answers}, told["on"]))

    def _made(self, kind: type[R], fields: dict[str, Any], on: date | int) -> R:
        day = self._days.at(on) if isinstance(on, int) else on
        evening = time(self._rng.randint(17, 20), self._rng.randrange(60))
        uid = f"{self._rng.getrandbits(128):032x}"
        written = {"uid": uid, "written_at": self._moment.instant(day, evening)}
        return msgspec.convert(self._days.told(fields) | written, kind)
