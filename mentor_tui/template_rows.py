"""Templates as rows: nine digits, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.templates import DIGITS, templates
from widgets.chips import ChipRow
from widgets.row import Column, Item, Row

if TYPE_CHECKING:
    from store.caseload import Caseload

COLUMNS = (Column(width=3), Column())
"""The digit; its words."""
_SHOWN = 60
_NONE = "none yet: ; and a digit put words into a note"
NONE_YET = "No template yet; Settings, templates, has room for nine."


def items(caseload: Caseload) -> list[Item]:
    """All nine, those without words too: that is where one goes."""
    there = templates(caseload)
    texts = ((digit, there[digit].text if digit in there else "") for digit in DIGITS)
    return [Row(f"template {digit}", (((f";{digit}", "second"),), _words(text))) for digit, text in texts]


def offered(text: str, caseload: Caseload) -> tuple[ChipRow, ...]:
    """What a digit would put behind the `;` just typed; nothing behind other words."""
    if text[-1:] != ";" or not (len(text) == 1 or text[-2].isspace()):
        return ()
    rows = [((f";{digit} ", "key"), (_cut(one.text), "soft")) for digit, one in templates(caseload).items()]
    return tuple(rows) or (((NONE_YET, "label"),),)


def summary(caseload: Caseload) -> str:
    """For Settings: how many there are."""
    count = len(templates(caseload))
    return f"{count} of 9: ; and its digit put one into a note" if count else _NONE


def _words(text: str) -> tuple[tuple[str, str], ...]:
    return ((" ".join(text.split()), ""),) if text else (("—", "own"),)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
