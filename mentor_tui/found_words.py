"""What was found, in words: on the screen and in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui import said
from store.records import Appointment, Contact, Goal, Referral

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.search import Hit


def told(hit: Hit, caseload: Caseload) -> str:
    """The words found; where a record has none of its own, what it is."""
    if hit.text.strip():
        return hit.text
    if hit.table == "referrals":
        bridge = caseload.get(Referral, hit.id)
        return said.bridge(bridge, caseload.service_name(bridge.service_id))
    if hit.table == "appointments":
        return said.plan(caseload.get(Appointment, hit.id), caseload)
    if hit.table == "goals":
        return said.goal(caseload.get(Goal, hit.id))
    return said.how(caseload.get(Contact, hit.id)) if hit.table == "contacts" else ""
