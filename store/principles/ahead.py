"""What is planned for a day, as far as a question can come from it: never with whom."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from store.principles.happenings import BEFORE, Happening
from store.records import Appointment, Client
from store.standing import plan_shows
from store.vocabulary import WRITTEN_MODES

# In the order of their weight; what follows "Before".
_WORDS = {
    "gate": "a gate pickup today",
    "along": "you go along with somebody today",
    "unanswered": "you try somebody again who has not answered",
    "first-days": "you see somebody in their first days out",
    "called": "you ring somebody today",
    BEFORE: "you see somebody today",
}
KNOWN_AHEAD = frozenset(_WORDS)
"""What can be known of a day before it has begun: no other code is ever given for one."""
_FIRST_DAYS = 14
"""Days after a release that are called first ones while something is planned in them."""
# These fall due by themselves: nobody is met for them.
_DATES = frozenset({"medication-ends", "phone-ends", "condition-ends", "consent-ends", "rent"})
_SPOKEN = frozenset({"phone", "video"})


def ahead(
    day: date, plans: Iterable[Appointment], people: Mapping[int, Client], unanswered: Iterable[int] = ()
) -> tuple[Happening, ...]:
    """What is planned with people for this day, what weighs most first; "before" is always the last.

    Args:
        plans: those of the day; what is closed or rests counts for nothing.
        unanswered: who did not answer the last time they were tried.
    """
    tried = set(unanswered)
    found: set[str] = set()
    for client in people.values():
        if client.status == "not-out" and client.episodes and client.episodes[-1].expected_on == day:
            found |= {"gate", BEFORE}
    for plan in plans:
        client_of = people.get(plan.client_id)
        if plan.result or plan.on != day or client_of is None or not plan_shows(client_of, plan):
            continue
        found |= _codes(plan, client_of, tried)
    return tuple(Happening(code, words) for code, words in _WORDS.items() if code in found)


def _codes(plan: Appointment, client: Client, tried: set[int]) -> set[str]:
    if plan.kind in _DATES or plan.mode in WRITTEN_MODES:
        return set()
    codes = {BEFORE}
    if plan.kind == "release" or plan.mode == "gate":
        codes.add("gate")
    if plan.kind == "touch" and plan.mode in _SPOKEN:
        codes.add("called")
    if plan.going == "me":
        codes.add("along")
    if client.id in tried:
        codes.add("unanswered")
    on = client.episodes[-1].on if client.episodes else None
    if on and on <= plan.on <= on + timedelta(_FIRST_DAYS):
        codes.add("first-days")
    return codes
