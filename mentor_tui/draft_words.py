"""What words that were put aside are called, by what they were typed into."""

_CALLED = {
    "note": "a note",
    "catch-up": "catch up",
    "template": "a template",
    "note-many": "note, several",
    "plan-many": "plan, several",
    "reflection": "your page",
    "check-in": "a check-in",
    "first-start": "first people",
    "leave-until": "leave until",
    "own-question": "your question",
}


def called(kind: str) -> str:
    """A draft that is about nobody yet, by its kind; of a form the record it makes."""
    if kind in _CALLED:
        return _CALLED[kind]
    from mentor_tui.forms import SPECS  # most have no form put aside, and forms take a while to wake

    record = next((record for record in SPECS if record.__name__ == kind), None)
    if record is None:
        return "words"
    thing = SPECS[record].called
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"
