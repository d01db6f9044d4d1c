"""A walk through everyone, kept between starts: whom it passes, who had something next, how far it came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from store.drafts import WALK, Draft
from store.errors import MentorError

if TYPE_CHECKING:
    from store.clock import Moment
    from store.drafts import Drafts

GOES_ON_FOR = timedelta(days=7)
"""After a week everyone has changed; one begins anew without being asked."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Numbers alone: nobody's words."""

    people: tuple[int, ...] = ()
    """In the order that Today had when it began."""
    had_next: dict[int, bool] = field(default_factory=dict)
    """Who had something planned then."""
    at: int = 0
    """Whom it stands at, from 0; past the last one it is over."""

    @property
    def is_under_way(self) -> bool:
        """Whether there is something to go on with."""
        return 0 < self.at < len(self.people)

    def at_person(self, person: Sequence[int]) -> Walk:
        """The same walk, standing at this person; with none at its end."""
        return replace(self, at=self.people.index(person[0]) if person else len(self.people))

    def without(self, gone: set[int]) -> Walk:
        """The same walk without some; nobody else is passed over for that."""
        return Walk(
            tuple(id for id in self.people if id not in gone),
            {id: had for id, had in self.had_next.items() if id not in gone},
            self.at - sum(id in gone for id in self.people[: self.at]),
        )

    def going_on(self, now: Sequence[int], had_next: Mapping[int, bool]) -> Walk:
        """The same walk among those who are there now; whoever is new comes at its end."""
        left = self.without({id for id in self.people if id not in now})
        new = tuple(id for id in now if id not in self.people)
        return replace(left, people=left.people + new, had_next={**had_next, **left.had_next})


def kept_walk(drafts: Drafts, moment: Moment) -> Walk:
    """The walk that was left, if it is not too long ago; else one that has not begun."""
    draft = drafts.of(WALK, None)
    if draft is None or draft.kept_at is None or moment.at - draft.kept_at > GOES_ON_FOR:
        return Walk()
    with suppress(ValueError):
        people = tuple(map(int, str(draft.answers.get("people", "")).split()))
        had = set(map(int, str(draft.answers.get("had_next", "")).split()))
        return Walk(people, {id: id in had for id in people}, int(str(draft.answers.get("at", "0"))))
    return Walk()


def keep_walk(drafts: Drafts, walk: Walk) -> None:
    """Keep how far it came; one that has not begun or is over is forgotten.

    A disk that refuses it costs a few keys of walking, so nothing is said.
    """
    draft = Draft(WALK, None, {})
    if walk.is_under_way:
        had = " ".join(str(id) for id, has in walk.had_next.items() if has)
        people = " ".join(map(str, walk.people))
        draft = replace(draft, answers={"people": people, "had_next": had, "at": str(walk.at)})
    with suppress(MentorError):
        drafts.keep(draft)
