"""Words in a cell of a spreadsheet: guarded against being run as a formula, and as they were again."""

import re

# A cell that begins so is run as a formula by spreadsheets, the wide forms in some languages of them. One
# that has a guard already gets another, so that taking one away always gives back what was there.
_RUNS = re.compile("'*\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """The text as a cell no spreadsheet runs: with the apostrophe it puts there itself, where one would."""
    return f"'{text}" if _RUNS.match(text) else text


def in_a_workbook(text: str) -> str:
    """The text as a cell that is text by its kind and needs no guard; what looks guarded already gets one
    more, so that taking one away gives back what was there here too.
    """
    return guarded(text) if text.startswith("'") else text


def unguarded(text: str) -> str:
    """What the cell said before it was guarded."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text
