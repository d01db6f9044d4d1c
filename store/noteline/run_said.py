"""What the run right after who said so far."""

from dataclasses import dataclass, field

from store.noteline.reading import Mark
from store.noteline.run_words import DEFAULT_OUTCOMES, DEFAULT_OUTCOMES_OF_KINDS, DIRECTIONS_OF
from store.when import When

TAKEN_AS_SAID = ("mode", "outcome", "minutes", "travel_minutes", "km", "cents")
"""What a reading takes from the run as it stands."""


@dataclass(slots=True)
class Run:
    """What the run said, filled as it is read."""

    mode: str = ""
    kind: str = ""
    outcome: str = ""
    minutes: int | None = None
    travel_minutes: int | None = None
    km: float | None = None
    cents: int | None = None
    when: When | None = None
    marks: list[Mark] = field(default_factory=list)
    end: int = 0
    words_from: int = 0
    """Where the words begin: `end`, or behind the backslash that keeps a word out of the run."""
    way_just_said: bool = False
    hours_just_said: bool = False
    length_just_said: bool = False

    @property
    def direction(self) -> str:
        """DIRECTIONS, where the outcome settles it."""
        return DIRECTIONS_OF.get(self.outcome, "")

    def settle(self) -> None:
        """Give what was not said its usual outcome."""
        usual = DEFAULT_OUTCOMES.get(self.mode) or DEFAULT_OUTCOMES_OF_KINDS.get(self.kind, "")
        self.outcome = self.outcome or usual
