"""The words "+" and "#" know, and the stage words behind "@name". docs/notes.md shows them to a mentor."""

from store.text import fold
from store.vocabulary import ACTIVITIES
from store.vocabulary.themes import THEME_NAMES

# Words mentors use for the activities counted by peers at prison gates; the codes themselves count too.
_ACTIVITY_ALIASES = {
    "support": "listened listening",
    "paperwork": "papers",
    "clothes": "clothing boots shoes coat",
    "basics": "hygiene toiletries",
    "food": "groceries meal lunch",
    "phone": "minutes sim",
    "family": "kids",
    "money": "bank cheque",
    "medical": "doctor dentist",
    "linkage": "link",
    "along": "accompany",
    "navigate": "bus transit",
    "forms": "form",
    "skills": "skill",
    "documents": "id ids docs",
    "naloxone": "kit narcan",
}
ACTIVITY_WORDS: dict[str, str] = {
    **{term.code: term.code for term in ACTIVITIES},
    **{word: code for code, words in _ACTIVITY_ALIASES.items() for word in words.split()},
}
THEME_WORDS = frozenset(THEME_NAMES)

STAGE_WORDS: dict[str, str] = {
    "wanted": "wanted",
    "asked": "asked",
    "yes": "yes",
    "waiting": "waiting-list",
    "waiting-list": "waiting-list",
    "booked": "date-set",
    "date-set": "date-set",
    "went": "went",
    "settled": "settled",
    "let-go": "let-go",
}
# "@clinic asked for his papers" is a sentence about the clinic: these count only where nothing follows.
STAGE_WORDS_THAT_END = frozenset(STAGE_WORDS) - {"went"}


def activity(word: str) -> str:
    """The activity's code, or ""."""
    return ACTIVITY_WORDS.get(fold(word), "")


def theme(word: str) -> str:
    """The theme's short name, or ""."""
    folded = fold(word)
    return folded if folded in THEME_WORDS else ""
