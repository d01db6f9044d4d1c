"""The tutor of the demo: a step at a time, done when its keys have been pressed. It never scolds."""

from __future__ import annotations

from dataclasses import dataclass

from mentor_tui.keys import action, told

SAVED = "saved"
"""In place of an action's name: something was saved."""
ANY = "any"
"""Any key at all."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to try, and what shows that it was tried."""

    words: str
    waits_for: tuple[str, ...]
    """Names of actions, whose keys come in this order; whatever is pressed between them does no harm."""


STEPS = (
    Step("Everyone here is invented, so try what you like. ↓ goes to the next person: press it.", ("down",)),
    Step("Each line says why somebody is here. {why} says it in full; esc closes it again.", ("why", "back")),
    Step("{log} begins a note about the person under the cursor.", ("log",)),
    Step(
        "Type 15c, a space, a few words, and press enter: a 15-minute call. Where a next contact is "
        "proposed, enter plans it; any other key leaves it.",
        (SAVED,),
    ),
    Step("Saved, and nothing is final: {undo} takes it back. Press it, then enter.", ("undo", "open")),
    Step(
        "{note} is a note that begins with a name, and a day after > plans, as in: dee 15c wants the clinic "
        "> thu 10am clinic. Try one with a name you see, and save it with enter.",
        ("note", SAVED),
    ),
    Step("enter opens a person: how to reach them, what happened, what is next. Press it.", ("open",)),
    Step("{previous-tab} and {next-tab} turn its pages; esc comes back.", ("back",)),
    Step(
        "{review} walks through everyone, one at a time. space goes on; esc leaves.",
        ("review", "next", "back"),
    ),
    Step("{find} finds words, names and services while you type; esc comes back.", ("find", "back")),
    Step("{jump} puts a letter on each part of the page. Press it, then a letter.", ("jump",)),
    Step(
        "{command-palette} lists by name what can be done; type a few letters of it. esc closes.",
        ("command-palette", "back"),
    ),
    Step(
        "Somebody looks over your shoulder? {lens} leaves initials alone; again it shows all.",
        ("lens", "lens"),
    ),
    Step("{help} says what a page is for, and all its keys. esc closes it.", ("help", "back")),
    Step(
        "That is all you need. {place-today} leads back to Today, q there closes the program. Any key puts "
        "this line away.",
        (ANY,),
    ),
)
"""About five minutes."""
_MOVES = {"down": ("down", "up")}


class Tutor:
    """Where one is in the steps."""

    def __init__(self, steps: tuple[Step, ...] = STEPS) -> None:
        self._steps = steps
        self._at = 0
        self._done = 0
        """How many of what the step waits for have come."""

    @property
    def is_over(self) -> bool:
        """Whether every step was tried."""
        return self._at >= len(self._steps)

    @property
    def words(self) -> str:
        """What to try now, with the mentor's own keys; "" at the end."""
        if self.is_over:
            return ""
        return f"{told(self._steps[self._at].words)}  {self._at + 1}/{len(self._steps)}"

    def pressed(self, key: str, *, is_typing: bool) -> bool:
        """A key was pressed; whether there is something else to try now.

        Args:
            is_typing: a text field takes it; what is typed is no key.
        """
        wanted = self._wanted
        if wanted == ANY:
            return self._went_on()
        if wanted in ("", SAVED) or is_typing:
            return False
        keys = _MOVES.get(wanted) or tuple(action(wanted).keys_now.split(","))
        return key in keys and self._went_on()

    def saved(self) -> bool:
        """Something was saved; whether there is something else to try now."""
        return self._wanted == SAVED and self._went_on()

    @property
    def _wanted(self) -> str:
        return "" if self.is_over else self._steps[self._at].waits_for[self._done]

    def _went_on(self) -> bool:
        self._done += 1
        if self._done < len(self._steps[self._at].waits_for):
            return False
        self._at, self._done = self._at + 1, 0
        return True
