"""The note line: one line as a mentor types it, understood without guessing.

docs/notes.md shows the grammar to a mentor. Everything here is pure, and quick enough for each key press.
"""

from store.noteline.completing import complete
from store.noteline.parsing import parse
from store.noteline.reading import NEWCOMER, Mark, NextTouch, NoteReading, PromisedThing, ServiceMention
from store.noteline.sheet import sheet_notes

__all__ = [
    "NEWCOMER",
    "Mark",
    "NextTouch",
    "NoteReading",
    "PromisedThing",
    "ServiceMention",
    "complete",
    "parse",
    "sheet_notes",
]
