"""The fixed words of the run right after who: how, what happened. docs/notes.md shows them to a mentor."""

import re
from dataclasses import dataclass

from store.noteline.common_words import words_of

WORD_FLAGS = re.ASCII | re.IGNORECASE
# Behind a word or figure of the run; not inside "1.5h" or "$8.50".
STOP = r"(?=[ ,:;.!?]|$)(?![.,]\d)"


@dataclass(frozen=True, slots=True)
class How:
    """What a word for how it went says, in the field's codes."""

    mode: str = ""
    kind: str = ""
    outcome: str = ""


# One word each, in any case.
HOW_WORDS: dict[str, How] = {
    "call": How("phone"),
    "text": How("text"),
    "txt": How("text"),
    "met": How("in-person", outcome="met"),
    "visit": How("in-person"),
    "in-person": How("in-person"),
    "video": How("video"),
    "email": How("email"),
    "letter": How("letter"),
    "gate": How("gate", "gate-pickup"),
    "gate-pickup": How("gate", "gate-pickup"),
    "ride": How("driving", "ride"),
    "along": How("in-person", "along"),
    "through-someone": How("through-someone"),
    "behalf": How(kind="behalf"),
    "check-in": How(kind="check-in"),
    "hand-over": How(kind="hand-over"),
    "before-release": How(kind="before-release"),
    "with-family": How(kind="with-family"),
}
# Letters behind a figure ("15c") or behind a length ("1h m"); "15m" is minutes, so "m" needs its space.
SHORTHAND: dict[str, str] = {"c": "call", "t": "text", "v": "video", "m": "met"}

# Anywhere in the run.
OUTCOME_PHRASES: dict[str, str] = {
    "no answer": "no-answer",
    "no-answer": "no-answer",
    "left message": "message-left",
    "left a message": "message-left",
    "left msg": "message-left",
    "dead number": "dead-number",
    "dead-number": "dead-number",
    "met-short": "met-short",
    "another-time": "another-time",
    "asked for another time": "another-time",
    "asked for space": "space",
    "could-not-mine": "could-not-mine",
    "could-not-theirs": "could-not-theirs",
    "could-not-place": "could-not-place",
}
# Only directly after one of these ways of reaching someone: "text back", "letter in".
OUTCOMES_AFTER: dict[str, frozenset[str]] = {
    "back": frozenset({"phone", "text", "video", "email", "letter"}),
    "in": frozenset({"phone", "text", "video", "email", "letter"}),
    "sent": frozenset({"text", "email", "letter"}),
    "dead": frozenset({"phone", "text", "video"}),
}
AFTER_CODES = {"back": "back", "in": "in", "sent": "sent", "dead": "dead-number"}

DEFAULT_OUTCOMES: dict[str, str] = {
    "phone": "talked",
    "video": "talked",
    "in-person": "met",
    "gate": "met",
    "driving": "met",
    "text": "sent",
    "email": "sent",
    "letter": "sent",
}
# For a kind said without a way.
DEFAULT_OUTCOMES_OF_KINDS: dict[str, str] = {
    "check-in": "talked",
    "before-release": "talked",
    "hand-over": "met",
}
DIRECTIONS_OF: dict[str, str] = {
    "back": "in",
    "in": "in",
    "sent": "out",
    "no-answer": "out",
    "message-left": "out",
    "dead-number": "out",
}

POINTING_WORDS = words_of("a an the this that these those his her their my our your its")
# "call in the morning", "text in court": behind these, "in" is a word of the sentence.
IN_GOES_WITH = POINTING_WORDS | words_of(
    """
    it which what all
    about advance april august bed between broken bulk case charge cold court crisis custody danger
    december detail detox early emergency english february french front full fun future general
    good great group hand handcuffs hiding hope hospital jail january july june line march
    may mind morning need november october order pain part peace person pieces place plain principle
    prison private progress public reach reply response return rehab school secret september shock
    short sight silence spanish spite stock stress tears terms theory time total touch town traffic
    transit treatment trouble two three turn vain view with writing
    """
)

# "letter in his date moved": a letter or an email that came must not become one that was sent. Only in front
# of these is "in the ..." a word of the sentence behind them.
COMES_IN = frozenset({"letter", "email"})
IN_THE = words_of(
    """
    afternoon bag bin box coming course day days drawer end envelope evening file folder hope
    hurry inbox language mail mailbox mailroom meantime middle month months morning night office post
    same tray week weekend weeks year
    """
)

_SPACES = re.compile(" *")


def past_spaces(line: str, place: int) -> int:
    """Where the spaces at `place` end."""
    found = _SPACES.match(line, place)
    return found.end() if found else place
