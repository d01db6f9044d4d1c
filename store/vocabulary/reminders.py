"""How many days ahead Today shows a plan, by its kind, where the mentor has not said otherwise."""

from collections.abc import Mapping

REMINDERS: Mapping[str, int] = {
    "release": 14,
    "court": 14,
    "treatment": 10,
    "medication-ends": 10,
    "phone-ends": 7,
    "rent": 7,
    "condition-ends": 14,
    "consent-ends": 14,
    "id": 10,
}
"""Kinds for which a week is short: papers to gather, a ride to find, a renewal to ask for."""
REMIND_WEEK = 7
"""Every other kind: what falls within the week."""
