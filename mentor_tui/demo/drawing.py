"""One contact drawn: its words, its hour, its length, the way there, the line as she typed it."""

import random
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from mentor_tui.demo.decks import Decks, told_of
from mentor_tui.demo.lines import ATTEMPTS, MINUTES, StoryLine
from mentor_tui.demo.stories import Story
from store.clock import Moment
from store.records import Contact

OUTINGS = frozenset({"met", "help", "along", "ride", "gate", "handover", "celebrate", "not-theirs"})
_TAILS = {"text": 0.1, "call": 0.5, "met": 0.5, "ride": 0.35, "help": 0.35, "along": 0.35, "behalf": 0.2}
_WORDLESS = {"text": 0.12, "call": 0.04, "no-answer": 0.6, "message-left": 0.35, "sent": 0.15}
_HOURS = {
    "letter": (9, 11),
    "sent-letter": (9, 11),
    "inside": (14, 16),
    "hard-day": (18, 21),
    "behalf": (9, 15),
}
_BY_PHONE = frozenset({"call", "text", "no-answer", "message-left", "sent", "another-time", "space"})
_TYPED = {
    "call": "call",
    "rang-me": "call in",
    "text": "text back",
    "texted-me": "text in",
    "met": "met",
    "ride": "ride",
    "along": "along",
    "video": "video",
    "letter": "letter in",
    "no-answer": "call no answer",
    "message-left": "call left message",
    "sent": "text",
}
# Names that are also words make the note line ask, so nobody types a note about them in one go.
_ASKED_ABOUT = frozenset({"Will", "Hope", "Ray"})


@dataclass(slots=True)
class Happened:
    """One contact, and what the records around it need to know."""

    contact: Contact
    how: str
    about: str = ""
    """What the going along was for: "doctor"."""
    themes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Drawing:
    """Draws contacts with one person (or with nobody in particular)."""

    def __init__(self, story: Story | None, decks: Decks, moment: Moment, rng: random.Random) -> None:
        self._story = story
        self._name = story.name if story else ""
        self._decks = decks
        self._moment = moment
        self._rng = rng

    def dealt(self, how: str, section: str, day: date, about: str = "") -> Happened:
        """A contact with words from the decks."""
        if self._rng.random() < _WORDLESS.get(how, 0):
            return self.kept(StoryLine(how, ""), day, about)
        line = StoryLine.of_words(how, self._decks.draw(section, self._name))
        words = line.words
        if self._rng.random() < _TAILS.get(how, 0):
            words = f"{words} {self._decks.draw('tail', self._name)}"
        if self._story:
            words = told_of(words, self._story.pronouns, self._story.kin, self._story.spot)
        return self.kept(line.saying(self._at_ease(words)), day, about)

    def kept(self, line: StoryLine, day: date, about: str = "") -> Happened:
        """A contact with the words of the story."""
        minutes = line.minutes or (self._rng.choice(MINUTES[line.how]) if line.how in MINUTES else None)
        wall = line.at or self._wall(line.how)
        at = self._moment.instant(day, wall)
        contact = Contact(
            uid=f"{self._rng.getrandbits(128):032x}",
            written_at=at + timedelta(minutes=(minutes or 0) + self._rng.randrange(2, 75)),
            on=day,
            at=at,
            zone=self._moment.zone,
            minutes=minutes if line.how != "note" else None,
            activities=line.activities,
            words=line.words,
            they_will=self._they_will(line.how),
            together=line.how == "met" and self._rng.random() < 0.08,
            as_typed=self._as_typed(line, minutes),
            quote_ok=line.may_be_quoted,
            **line.fields(minutes),
            **self._way(line.how),
        )
        return Happened(contact, line.how, about, line.themes, (self._name,) if self._name else ())

    def _wall(self, how: str) -> time:
        first, last = _HOURS.get(how, (10, 17))
        if how in _BY_PHONE and self._story:
            first, last = self._story.hours
        return time(self._rng.randint(first, max(first, last - 1)), self._rng.randrange(0, 60, 5))

    def _way(self, how: str) -> dict[str, Any]:
        if how not in OUTINGS or self._rng.random() < 0.35:
            return {}
        way: dict[str, Any] = {"travel_minutes": self._rng.choice((10, 15, 20, 25, 30, 40))}
        if how in {"ride", "gate", "along"}:
            way["km"] = float(self._rng.randrange(4, 60, 2))
        if self._rng.random() < 0.25:
            way["cents"] = self._rng.randrange(250, 2400, 25)
        return way

    def _they_will(self, how: str) -> str:
        if how not in {"call", "met"} or self._story is None or self._rng.random() > 0.12:
            return ""
        words = self._decks.draw("they-will", self._name)
        return told_of(words, self._story.pronouns, self._story.kin, self._story.spot)

    def _as_typed(self, line: StoryLine, minutes: int | None) -> str:
        typed = _TYPED.get(line.how, "")
        if not (typed and self._name) or self._name in _ASKED_ABOUT or self._rng.random() < 0.3:
            return ""
        spent = f" {minutes}m" if minutes and line.how not in ATTEMPTS else ""
        done = "".join(f" +{one}" for one in line.activities)
        return f"{self._name.lower()} {typed}{spent} {line.words}{done}".strip()

    def _at_ease(self, words: str) -> str:
        """Two notes in five are written the way one writes at a bus stop."""
        if self._rng.random() > 0.4 or words[:2] in {"I ", "I'"} or not words[:1].isalpha():
            return words
        return words[0].lower() + words[1:].removesuffix(".")
