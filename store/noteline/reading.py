"""What a note line was understood to say."""

import msgspec

from store.records.work import Repeat
from store.when import When

# Structs, because a frozen dataclass of many fields takes longer to be made than a note to be read.


NEWCOMER = -1
"""Among the people of a reading: somebody who becomes a person when it is saved."""


class Mark(msgspec.Struct, frozen=True):
    """A stretch of the line that was read as something, for highlighting."""

    start: int
    end: int
    role: str
    """who, how, when, next, promise, activity, service, theme or unclear."""


class NextTouch(msgspec.Struct, frozen=True):
    """A next touch, from `>`."""

    when: When
    words: str = ""
    repeats: Repeat | None = None
    """How it comes back, where the date phrase said so; `when` is its first day then."""


class PromisedThing(msgspec.Struct, frozen=True):
    """Something the mentor said she would do, from `!`."""

    words: str
    due: When | None = None


class ServiceMention(msgspec.Struct, frozen=True):
    """A service, from `@`."""

    service_id: int
    stage: str = ""
    """STAGES, where a stage word follows the name; it moves the bridge."""


class NoteReading(msgspec.Struct, frozen=True, kw_only=True):
    """A note line as it was understood; codes are of store.vocabulary, "" or None where nothing was said."""

    who: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    """Whom to offer when it asks."""
    question: str = ""
    """One sentence: why who is not settled; empty when it is."""
    stranger: str = ""
    """The name nobody here has, while it asks about one: who could be added."""
    newcomer: str = ""
    """Who is added with the note; `NEWCOMER` stands in `who` for them."""
    unnamed: int = 0
    """People met without a record ("someone met")."""
    nobody: bool = False
    """The mentor's own work ("work 1h")."""
    mode: str = ""
    kind: str = ""
    direction: str = ""
    outcome: str = ""
    minutes: int | None = None
    travel_minutes: int | None = None
    km: float | None = None
    cents: int | None = None
    when: When | None = None
    next: tuple[NextTouch, ...] = ()
    promises: tuple[PromisedThing, ...] = ()
    activities: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """For the notebook only."""
    services: tuple[ServiceMention, ...] = ()
    words: str = ""
    """What is left: the note itself, with every further line."""
    as_typed: str = ""
    """The first line as it was typed, without its themes."""
    marks: tuple[Mark, ...] = ()
    """By place in the text (as store.text.clean_lines leaves it)."""
    unclear: tuple[str, ...] = ()
    """Sentences about what was not read and stays in the words."""

    def without_themes(self, text: str) -> str:
        """The text this was read from, as it was typed but for its themes: those belong to the notebook."""
        return "\n".join([self.as_typed, *text.split("\n")[1:]]) if self.themes else text

    @property
    def is_settled(self) -> bool:
        """Who it is about is known, or it is about nobody by name."""
        return not self.question

    @property
    def is_note_only(self) -> bool:
        """Neither a contact nor an attempt: a note on the timeline."""
        return not (self.mode or self.kind or self.outcome or self.unnamed or self.nobody)

    @property
    def is_empty(self) -> bool:
        """Nothing but a name, or not even that."""
        said = (self.words, self.next, self.promises, self.activities, self.services, self.themes)
        measured = (self.minutes, self.travel_minutes, self.km, self.cents)
        return self.is_note_only and not any(said) and all(figure is None for figure in measured)
