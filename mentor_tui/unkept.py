"""Words that the disk refuses, held in memory until it takes them or the program ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.errors import MentorError

if TYPE_CHECKING:
    from datetime import datetime

    from store.drafts import Draft


@dataclass(frozen=True)
class Held:
    """What stood in one line or form."""

    answers: Mapping[str, str | list[dict[str, str]]]
    at: datetime
    """Instant, UTC, of the refusal."""
    reason: str
    """Why the disk refuses it: "the disk is full"."""
    write: Callable[[], object]
    """Tries again; raises MentorError."""
    draft: Draft
    """The same words, as they would be kept."""


class Unkept:
    """By the place where they would be kept, so that they come back in their own line and no other."""

    def __init__(self) -> None:
        self._held: dict[str, Held] = {}
        self._is_said = False

    def hold(self, place: str, held: Held) -> None:
        """Hold these words in place of the earlier ones of their line."""
        self._is_said = self._is_said and place in self._held
        self._held[place] = held

    def of(self, place: str) -> Held | None:
        """The words of this line, if the disk refused them."""
        return self._held.get(place)

    def let_go(self, place: str) -> None:
        """They are on the disk, or saved."""
        self._held.pop(place, None)

    def try_again(self) -> None:
        """Perhaps there is room by now."""
        for place, held in list(self._held.items()):
            try:
                held.write()
            except MentorError:
                continue
            self.let_go(place)

    def taken_away(self) -> list[Draft]:
        """Everything that is held, which is held no longer: the books are being locked."""
        held, self._held, self._is_said = list(self._held.values()), {}, False
        return [one.draft for one in held]

    def hold_again(self, draft: Draft | None, write: Callable[[], object]) -> None:
        """Hold what was encrypted meanwhile, in its own line."""
        if draft is not None and draft.kept_at is not None:
            from store.drafts import place_of  # only now: the first frame does not wait for it

            held = Held(draft.answers, draft.kept_at, "the disk refused them", write, draft)
            self.hold(place_of(draft), held)

    def say_once(self, key: str) -> str:
        """What is not kept, in a sentence, the first time that it is asked for; "" then and if all is kept.

        Args:
            key: the key that, pressed again, closes without the words.
        """
        if self._is_said or not self._held:
            return ""
        self._is_said = True
        return not_kept(next(iter(self._held.values())).reason, key)


def held_sealed(number: int) -> str:
    """That so many lines or forms wait for the disk while the books are locked; "" for none."""
    if not number:
        return ""
    return (
        "The disk refuses the words you typed last. They are held here, encrypted, until it takes them: "
        "leave mentor open, and free some space."
    )


def not_kept(reason: str, key: str) -> str:
    """That words are not kept, why, and the ways out."""
    remedy = "Free some space" if "full" in reason else "Put that right"
    return (
        f"{reason[:1].upper()}{reason[1:]}: these words are not kept yet. "
        f"{remedy}, or press {key} again to close without them."
    )
