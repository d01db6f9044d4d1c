"""Templates: words that `;` and a digit put into a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.records import NoteTemplate
from store.saved import Saved

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.caseload_reads import CaseloadReads

_CALLED = re.compile(r"(?<!\S);([1-9])(?!\S)")
DIGITS = tuple(range(1, 10))


def templates(caseload: CaseloadReads) -> dict[int, NoteTemplate]:
    """Those there are, by digit; the newest of a digit counts."""
    there = (one for one in caseload.all(NoteTemplate) if one.digit in DIGITS and one.text.strip())
    return dict(sorted({one.digit: one for one in there}.items()))


def text_of(caseload: CaseloadReads, digit: int) -> str:
    """What `;` and this digit put there; "" for nothing."""
    found = templates(caseload).get(digit)
    return found.text if found else ""


def filled_in(line: str, caseload: CaseloadReads) -> str:
    """A line typed where nothing could be shown meanwhile, with its templates in place."""
    there = templates(caseload)

    def words(called: re.Match[str]) -> str:
        found = there.get(int(called[1]))
        return found.text if found else called[0]

    return _CALLED.sub(words, line)


def keep_template(caseload: Caseload, digit: int, text: str) -> Saved:
    """Keep the words of a digit, in place of those it had."""
    from msgspec.structs import replace

    before = templates(caseload).get(digit)
    label = f"template ;{digit}"
    if before is None:
        return caseload.add(NoteTemplate(digit=digit, text=text), label)
    return caseload.change(before, replace(before, text=text), label)
