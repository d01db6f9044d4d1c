"""Why someone is where they are, in words: what `y` shows."""

from store.waiting.parts import Reason, RecordRef, Waiting

_RULES = {
    "first_days": "The first 14 days after release come first; the day of release is day 0.",
    "expected_release": "A release is ahead, or its day has come; once the day they came out is written, "
    "this goes. Without a day it waits for one.",
    "rhythm": "You two agreed how often to be in touch. It is counted from the last time you were both in "
    "touch, or from the day you agreed it. Trying counts as work, not as being in touch.",
    "window": "No rhythm is agreed and no next touch is planned, so the days after the release count: the "
    "first of them after you two last talked. Nobody was promised anything, so it is never NOW by itself. "
    "A rhythm, a next touch or days of their own take its place.",
    "plan_passed": "The day of an open plan has passed. Say how it went, or let it go.",
    "promise_passed": "The day you gave with a promise has passed. Keep it, move it or let it go.",
    "plan": "A plan is near: within 36 hours is today (without a time: its day and the day before), within 7 "
    "days is this week. Some kinds are said sooner (court, a release, medication that runs out); a plan may "
    "say for itself from how many days ahead.",
    "promise": "You promised something. With a day it is shown as that day comes near; without one, "
    "every week.",
    "bridge": "A service was asked and nothing has been heard for 5 days or more.",
    "left_until": "You left this until a day. Until then only what is for today or tomorrow shows.",
    "nothing_agreed": "There is no rhythm and no open plan, and of the days after a release none is ahead.",
}
_BANDS = {
    "now": "So they are under NOW.",
    "today": "So they are under TODAY.",
    "week": "So they are under THIS WEEK.",
    "later": "So nothing is due this week.",
}
_WHILE_AWAY = "You were away meanwhile. Its day stays what it was."
_MADE_ROOM = "NOW holds five people while you are away and on the day you are back, so they are under TODAY."
_NAMES = {
    "clients": "person",
    "contacts": "contact",
    "appointments": "plan",
    "promises": "promise",
    "referrals": "bridge",
}
# A long silence can hold many attempts; the newest say enough here.
_MOST_RECORDS = 8


def explain(entry: Waiting) -> tuple[str, ...]:
    """Each reason, the rule behind it and the records it was read from; then the band, one line each."""
    lines: list[str] = []
    for reason in entry.reasons:
        lines += [reason.text, f"  {rule_of(reason)}", f"  From: {_records(reason.records)}."]
    return (*lines, *so(entry))


def so(entry: Waiting) -> tuple[str, ...]:
    """What follows from all of the reasons: the band, and what an absence of hers has to do with it."""
    away = (_WHILE_AWAY,) if entry.while_away else ()
    return (*away, _MADE_ROOM if entry.made_room else _BANDS[entry.band])


def rule_of(reason: Reason) -> str:
    """The rule behind a reason, in a sentence or two."""
    return _RULES[reason.kind]


def _records(records: tuple[RecordRef, ...]) -> str:
    named = [f"{_NAMES.get(ref.table, ref.table)} {ref.id}" for ref in records[:_MOST_RECORDS]]
    more = len(records) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")
