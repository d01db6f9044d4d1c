"""What happened with one person over two years, contact by contact."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from mentor_tui.demo.days import SUNDAY, Days
from mentor_tui.demo.decks import Decks
from mentor_tui.demo.drawing import Drawing, Happened
from mentor_tui.demo.stories import Phase, Story
from store.clock import Moment

_EARLY_DAYS = 60
_FROM_INSIDE = frozenset({"letter", "inside"})
_SECTIONS = {"rang-me": "call", "texted-me": "text", "sent-letter": "attempt sent-letter"}
# Most days are a text or a call; going along is the exception that takes the afternoon.
_WEIGHTS = {"text": 1.7, "call": 1.5, "met": 0.9, "help": 0.6, "ride": 0.7, "along": 0.5}
_ATTEMPTS_SHARE = 1.5
_THEY_BEGAN = {"call": "rang-me", "text": "texted-me"}


class Life:
    """One person's contacts, from the story and the decks."""

    def __init__(self, story: Story, decks: Decks, moment: Moment, seed: int) -> None:
        self._story = story
        self._decks = decks
        self._days = Days(moment.day)
        self._rng = random.Random(f"{seed}:{story.name}")
        self._drawing = Drawing(story, decks, moment, self._rng)

    def contacts(self) -> list[Happened]:
        """Everything that happened; nothing today, so that every hour of a day shows the same people."""
        certain = [self._drawing.kept(line, self._days.at(line.day)) for line in self._story.lines]
        return certain + [one for phase in self._story.phases for one in self._phase(phase)]

    def _phase(self, phase: Phase) -> Iterator[Happened]:
        offsets = self._offsets(phase)
        share = len(offsets) / max(1, len(phase.lines))
        told = {int((place + 0.5) * share): line for place, line in enumerate(phase.lines)}
        for place, offset in enumerate(offsets):
            if line := told.get(place):
                yield self._drawing.kept(line, self._day(phase, offset, line.how))
                continue
            if self._rng.random() < phase.attempts * _ATTEMPTS_SHARE:
                yield self._attempt(phase, offset)
                if self._rng.random() > 0.6:
                    continue
            yield self._from_mix(phase, min(phase.last, offset + 1))

    def _offsets(self, phase: Phase) -> list[int]:
        found, at = [], phase.first + self._rng.uniform(0, phase.every / 2)
        while at <= phase.last:
            found.append(int(at // 1))
            at += max(1.0, phase.every * self._rng.uniform(0.5, 1.5))
        while len(found) < len(phase.lines):
            found.append(self._rng.randint(phase.first, phase.last))
        return sorted(max(phase.first, offset) for offset in found)

    def _from_mix(self, phase: Phase, offset: int) -> Happened:
        weights = [_WEIGHTS.get(token.partition("-")[0], 1.0) for token in phase.mix]
        token = self._rng.choices(phase.mix, weights)[0]
        how, about = ("along", token.removeprefix("along-")) if token.startswith("along-") else (token, "")
        section = f"along {about}" if about else _SECTIONS.get(how, how)
        if how == "sent-letter":
            return self._drawing.dealt(how, section, self._day(phase, offset, how))
        if self._is_early(offset) and self._decks.has(f"{how} early") and self._rng.random() < 0.6:
            section = f"{how} early"
        if how in _THEY_BEGAN and self._rng.random() < 0.2:
            how = _THEY_BEGAN[how]
        return self._drawing.dealt(how, section, self._day(phase, offset, how), about)

    def _attempt(self, phase: Phase, offset: int) -> Happened:
        by_letter = _FROM_INSIDE & set(phase.mix)
        how = "sent-letter" if by_letter else self._rng.choice(self._ways_to_try())
        return self._drawing.dealt(how, f"attempt {how}", self._day(phase, offset, how))

    def _ways_to_try(self) -> list[str]:
        channels = self._story.fields["channels"]
        ways = ["no-answer"] * 11 + ["not-theirs"] * 2 + ["not-mine", "not-place"]
        # Only what the person said is safe.
        if any(channel.get("ok_voicemail") for channel in channels):
            ways += ["message-left"] * 6
        if any(channel.get("ok_text") for channel in channels):
            ways += ["sent"] * 11
        return ways

    def _is_early(self, offset: int) -> bool:
        return any(0 <= offset - out <= _EARLY_DAYS for out in self._story.releases)

    def _day(self, phase: Phase, offset: int, how: str) -> date:
        """Offices and most of her own work keep to weekdays; nobody is met before the phase begins."""
        day = self._days.at(offset)
        if how in {"along", "behalf", "handover"}:
            day = self._days.office_before(offset)
        elif day.weekday() == SUNDAY and (self._rng.random() < 0.7 or self._days.is_free(day)):
            day -= timedelta(days=1)
        return max(day, self._days.at(phase.first))
