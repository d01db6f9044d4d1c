"""Fair between the themes, and never the same question soon: who has waited, who has had their share.

Counted in questions that were asked, not in days: whoever opens the program once a week is asked as fairly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from store.principles.happenings import BEFORE, TALK
from store.principles.themes import Question, themes

REST_DAYS = 28
"""Days in which a question does not come back while another one fits."""
LEAST_REST_DAYS = 14
"""The same, where its theme has waited for its turn and has no other one for such a day."""
LONGEST_WAIT = 8
"""Questions after which a theme is next, whatever happened."""
MOST, AMONG = 5, 24
"""A theme is asked at most so often among so many questions in a row; four times would be even."""
_APART = 2
_ITS_TURN = 5
"""Questions of the other themes after which it is a theme's turn, if all were alike."""
# These say only that there is something to ask about: no reason to prefer a theme.
QUIET_CODES = frozenset({TALK, BEFORE})


class Past:
    """What was asked until now, oldest first."""

    def __init__(self, asked: Iterable[tuple[date, str]], theme_of: Mapping[str, str], today: date) -> None:
        """Of these days and questions; what has no theme, or is no question any more, counts for nothing."""
        known = [(on, id) for on, id in asked if theme_of.get(id)]
        self.today = today
        self.last_met: dict[str, date] = {}
        for on, id in known:
            self.last_met[id] = max(on, self.last_met.get(id, date.min))
        self.themes = [theme_of[id] for _, id in known]
        # As if each had been met once before the first: a tie would make a later one wait too long.
        order = [each.code for each in themes()]
        turn = (known[0][0] if known else today).toordinal()
        self._unmet = {code: (order.index(code) - turn) % len(order) for code in order}

    def waited(self, code: str) -> int:
        """How many questions were asked since one of this theme was."""
        if code in self.themes:
            return self.themes[::-1].index(code)
        return len(self.themes) + len(self._unmet) - 1 - self._unmet.get(code, 0)

    def has_had_its_share(self, code: str) -> bool:
        """Whether it was asked just now, or often lately: no happening brings it again yet."""
        return code in self.themes[-_APART:] or self.themes[-(AMONG - 1) :].count(code) >= MOST

    def is_rested(self, question: Question, days: int = REST_DAYS) -> bool:
        """Whether it is longer ago than so many days."""
        met = self.last_met.get(question.id)
        return met is None or (self.today - met).days > days

    def rested(self, pool: Iterable[Question]) -> list[Question]:
        """Those that may come: of a theme whose turn it is, and that has none, one rested for less long."""
        of: dict[str, list[Question]] = {}
        for each in pool:
            of.setdefault(each.theme, []).append(each)
        found: list[Question] = []
        for theme, those in of.items():
            may = [each for each in those if self.is_rested(each)]
            if not may and self.waited(theme) >= _ITS_TURN:
                may = [each for each in those if self.is_rested(each, LEAST_REST_DAYS)]
            found += may
        return found


def fairest(pool: Sequence[Question], past: Past, codes: Sequence[str], turn: int) -> Question | None:
    """One of these: for what happened, unless a theme has waited too long; else of the theme that waited.

    Args:
        codes: what happened, what weighs most first.
        turn: a number that goes on with the days, so that ties are not always broken alike.
    """
    if not pool:
        return None
    rested = past.rested(pool)
    if not rested:  # she asked for so many; the one that is longest ago
        return min(pool, key=lambda each: past.last_met.get(each.id, date.min))
    waits = {each.theme: past.waited(each.theme) for each in rested}
    theme = max(waits, key=lambda code: waits[code])
    if waits[theme] < LONGEST_WAIT:
        fitting = _fitting(rested, past, codes)
        if fitting:
            theme = max(fitting, key=lambda code: waits[code])
    of_theme = [each for each in rested if each.theme == theme]
    ids = [each.id for each in of_theme]
    return min(
        of_theme,
        key=lambda each: (
            _rank(each, codes),
            past.last_met.get(each.id, date.min),
            (ids.index(each.id) - turn) % len(ids),
        ),
    )


def _fitting(rested: Iterable[Question], past: Past, codes: Sequence[str]) -> set[str]:
    """The themes that have a question for the weightiest thing that any has one for."""
    free = [each for each in rested if each.fits and not past.has_had_its_share(each.theme)]
    for code in codes:
        if code not in QUIET_CODES and (found := {each.theme for each in free if code in each.fits}):
            return found
    return set()


def _rank(question: Question, codes: Sequence[str]) -> int:
    """Its place among what happened: the weightier the sooner; what fits any day comes last."""
    places = [place for place, code in enumerate(codes) if code in question.fits and code != TALK]
    return min(places, default=len(codes))
