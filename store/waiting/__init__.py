"""Who is waiting and why: pure functions from records and a moment. Derived at each look, never stored."""

from store.waiting.coming_up import (
    COMING_DAYS,
    coming,
    in_order,
    is_coming,
    is_open,
    letters_passed,
    open_plans,
    ride_words,
    what_it_is,
)
from store.waiting.coming_up import row as plan_row
from store.waiting.in_words import explain, rule_of, so
from store.waiting.parts import BANDS, KINDS_OF_REASON, Coming, Reason, RecordRef, Records, Waiting
from store.waiting.people import waiting
from store.waiting.releases import expected_release, released_on
from store.waiting.rhythms import rhythm_due_on

__all__ = [
    "BANDS",
    "COMING_DAYS",
    "KINDS_OF_REASON",
    "Coming",
    "Reason",
    "RecordRef",
    "Records",
    "Waiting",
    "coming",
    "expected_release",
    "explain",
    "in_order",
    "is_coming",
    "is_open",
    "letters_passed",
    "open_plans",
    "plan_row",
    "released_on",
    "rhythm_due_on",
    "ride_words",
    "rule_of",
    "so",
    "waiting",
    "what_it_is",
]
