"""The kind of a plan, read from how its words begin: "court 10am, bring the letter" is court.

Only the beginning counts: "ask about court" is a next touch, and so is "court papers to print".
"""

import re
from collections.abc import Mapping

from store.text import fold
from store.vocabulary.work import APPOINTMENT_KINDS

KIND_WORDS: Mapping[str, tuple[str, ...]] = {
    "court": ("court", "trial date", "sentencing", "bail hearing"),
    "supervision": ("probation", "parole", "bail reporting", "bail supervision"),
    "income": ("income assistance",),
    "housing": ("housing viewing", "housing intake", "apartment viewing"),
    "treatment": (
        *("treatment intake", "treatment centre", "treatment center", "treatment starts"),
        *("recovery intake", "detox intake"),
    ),
    "doctor": ("doctor", "nurse practitioner"),
    "pharmacy": ("pharmacy", "oat dose", "oat renewal"),
    "medication-ends": (
        *("medication runs out", "medication ends", "meds run out", "meds end"),
        *("prescription runs out", "prescription ends"),
    ),
    "dentist": ("dentist", "dental appointment"),
    "id": ("id card", "id appointment", "birth certificate", "health card"),
    "bank": ("bank appointment",),
    "phone-ends": ("phone plan ends", "phone plan runs out", "phone runs out"),
    "family": ("family visit", "visit with the children"),
    "rent": ("rent due", "rent is due", "pay rent", "pay the rent"),
    "condition-ends": ("condition ends", "conditions end", "curfew ends"),
    "consent-ends": ("consent ends", "consent expires", "consent runs out"),
}
"""How the words of a plan begin, for each kind; what is longer is read first."""

KIND_WORDS_ALONE: Mapping[str, str] = {
    "trial": "court",
    "treatment": "treatment",
    "oat": "pharmacy",
    "rent": "rent",
}
"""What begins too much else ("trial shift", "oat milk"): counts alone, or before a comma or a figure."""

_ABOUT_IT = frozenset(
    (
        "about",
        "call",
        "clothes",
        "form",
        "forms",
        "fees",
        "letter",
        "note",
        "notes",
        "paper",
        "papers",
        "paperwork",
        "prep",
        "questions",
        "support",
        "talk",
        "who",
        "worker",
    )
)
"""Behind such a beginning: what has to do with it, and is not it."""
_OVER = re.compile(r"(?:(?:is|was) )?(?:finally )?(?:over|done|finished|ended|ends)\b")
"""Behind such a beginning: it is no more ("parole is over, celebrate")."""
_ALONE = re.compile(r"(\w+)(?:[,.;:]|$| (?=[$£€]?\d))")
_ROUND = ".,;:!?()\"“”'’"


def kind_in(words: str) -> str:
    """The kind that the words of a plan begin with, or name outright; else a touch."""
    said = " ".join(fold(words).split())
    if not said:
        return "touch"
    for term in APPOINTMENT_KINDS:
        labels = [term.code, *(part.strip() for part in fold(term.label).split(","))]
        if term.code not in ("touch", "other") and said in labels:
            return term.code
    alone = _ALONE.match(said)
    if alone and alone[1] in KIND_WORDS_ALONE:
        return KIND_WORDS_ALONE[alone[1]]
    begins = (
        (len(phrase), code)
        for code, phrases in KIND_WORDS.items()
        for phrase in phrases
        if _begins(said.split(" "), phrase.split(" "))
    )
    return max(begins, default=(0, "touch"))[1]


def _begins(said: list[str], phrase: list[str]) -> bool:
    first = [_bare(word) for word in said[: len(phrase)]]
    if first != phrase:
        return False
    behind = said[len(phrase) :]
    # "court, call her before" is court: what stands behind the comma is another thing
    if not behind or said[len(phrase) - 1][-1] in ",.;:":
        return True
    return _bare(behind[0]) not in _ABOUT_IT and not _OVER.match(" ".join(behind))


def _bare(word: str) -> str:
    return word.strip(_ROUND).removesuffix("'s").removesuffix("’s")
