"""The mentor's own side: days of work, people who gave no name, and her notebook."""

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import msgspec

from mentor_tui.demo.days import Days
from mentor_tui.demo.decks import Decks
from mentor_tui.demo.drawing import Drawing, Happened
from mentor_tui.demo.lines import StoryLine, read_line
from mentor_tui.demo.stories import page
from store.clock import Moment
from store.principles import Question, questions
from store.records import (
    Contact,
    NoteTemplate,
    OwnQuestion,
    QuestionChoice,
    Record,
    Reflection,
    SavedView,
    Support,
    ThemeSeen,
)
from store.week import week_of

_FIRST_DAY = -720
_LISTS_MADE = -90
_WORK_EVERY = 9
_TALLY_EVERY = 15
_TALLIED = ("met", "met", "bumped", "help")


class OwnDays:
    """Contacts with nobody's name on them, or with two people's."""

    def __init__(self, decks: Decks, moment: Moment, seed: int) -> None:
        self._decks = decks
        self._moment = moment
        self._days = Days(moment.day)
        self._rng = random.Random(f"{seed}:own")
        self._drawing = Drawing(None, decks, moment, self._rng)

    def contacts(self) -> list[Happened]:
        """Own work, unnamed tallies and contacts with several people."""
        shared = []
        for table in page("own.toml")["shared"]:
            line = read_line(table["line"])
            one = self._drawing.kept(line, self._days.at(line.day))
            one.people = tuple(table["names"])
            shared.append(one)
        work = [self._work(day) for day in self._each(_WORK_EVERY)]
        return [*shared, *work, *(self._tally(day) for day in self._each(_TALLY_EVERY))]

    def _each(self, every: int) -> Iterator[date]:
        offset = _FIRST_DAY + self._rng.randrange(every)
        while offset < 0:
            yield self._days.office_before(offset)
            offset += self._rng.randint(every // 2, every + every // 2)

    def _work(self, day: date) -> Happened:
        words = self._decks.draw("work")
        minutes = self._rng.choice((30, 45, 60, 60, 90, 120))
        typed = f"work {minutes}m {words}"
        return Happened(self._contact(day, minutes, kind="work", words=words, as_typed=typed), "work")

    def _tally(self, day: date) -> Happened:
        line = StoryLine.of_words(self._rng.choice(_TALLIED), self._decks.draw("tally"))
        people = 2 if line.words.startswith(("Two", "A couple", "Met two")) else 1
        people = 3 if line.words.startswith("Group") else people
        one = self._drawing.kept(line, day)
        one.contact = msgspec.structs.replace(one.contact, unnamed=people)
        return one

    def _contact(self, day: date, minutes: int, **fields: Any) -> Contact:
        at = self._moment.instant(day, time(self._rng.randint(8, 16), self._rng.randrange(0, 60, 5)))
        return Contact(
            uid=f"{self._rng.getrandbits(128):032x}",
            written_at=at + timedelta(minutes=minutes + 3),
            on=day,
            at=at,
            zone=self._moment.zone,
            minutes=minutes,
            **fields,
        )


class OwnLists:
    """Her templates and her saved views."""

    def __init__(self, moment: Moment, seed: int) -> None:
        self._moment = moment
        self._days = Days(moment.day)
        self._rng = random.Random(f"{seed}:lists")

    def records(self) -> list[Record]:
        """In the order she made them."""
        told = page("own.toml")
        return [
            *(self._made(NoteTemplate, one) for one in told["templates"]),
            *(self._made(SavedView, one) for one in told["views"]),
        ]

    def _made(self, kind: type[Any], fields: dict[str, Any]) -> Any:
        evening = self._moment.instant(self._days.at(_LISTS_MADE), time(20, self._rng.randrange(60)))
        return msgspec.convert(
            fields | {"uid": f"{self._rng.getrandbits(128):032x}", "written_at": evening}, kind
        )


class OwnNotebook:
    """Reflections, themes seen on notes, and what was done with questions."""

    def __init__(self, moment: Moment, seed: int) -> None:
        self._moment = moment
        self._days = Days(moment.day)
        self._rng = random.Random(f"{seed}:notebook")
        self._asked = {question.words: question for question in questions()}

    def records(self, happened: list[Happened]) -> list[Record]:
        """The whole notebook, oldest first."""
        told = page("own.toml")
        pages = [self._reflection(one) for one in reversed(told["reflections"])]
        seen = [
            self._made(ThemeSeen, {"theme": theme, "on": one.contact.on, "contact_uid": one.contact.uid})
            for one in happened
            for theme in one.themes
        ]
        own = [self._made(OwnQuestion, question, _FIRST_DAY) for question in told["own_questions"]]
        supports = [self._made(Support, {"words": one["words"]}, one["on"]) for one in told["supports"]]
        return [*pages, *seen, *self._choices(told["choices"], pages), *own, *supports]

    def _reflection(self, told: dict[str, Any]) -> Reflection:
        question: Question | None = self._asked.get(told.get("question", ""))
        fields = self._days.told(told) | ({"question_id": question.id} if question else {})
        if told.get("of_week") or (question and question.moment == "weekly"):
            fields |= {"week": week_of(fields["on"]).first}
        made: Reflection = self._made(Reflection, fields, told["on"])
        return made

    def _choices(self, told: list[list[Any]], pages: list[Reflection]) -> list[QuestionChoice]:
        """Each answered question was written; now and then one was passed over."""
        written = [
            {"question_id": page.question_id, "on": page.on, "choice": "written"}
            for page in pages
            if page.question_id
        ]
        pool = list(questions())
        passed = [
            {"question_id": self._rng.choice(pool).id, "on": self._days.at(offset), "choice": choice}
            for offset, choice in told
        ]
        choices = sorted(written + passed, key=lambda one: one["on"])
        return [self._made(QuestionChoice, one, 0) for one in choices]

    def _made(self, kind: type[Any], fields: dict[str, Any], offset: int = 0) -> Any:
        on = fields.get("on", self._days.at(offset))
        evening = self._moment.instant(on, time(21, self._rng.randrange(60)))
        written = {"uid": f"{self._rng.getrandbits(128):032x}", "written_at": evening}
        return msgspec.convert(self._days.told(fields) | written, kind)
