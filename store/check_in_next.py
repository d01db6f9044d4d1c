"""What somebody wants next, as a goal, a promise or a plan. Nothing is written."""

from datetime import date, time

from store.records import Appointment, CheckIn, Goal, Promise


def as_goal(check_in: CheckIn, words: str = "") -> Goal:
    """What they want next (or other words of it) as a goal of theirs, not yet saved."""
    return Goal(
        client_id=check_in.client_id, words=words or check_in.next, whose="theirs", named_on=check_in.on
    )


def as_promise(check_in: CheckIn, words: str = "", due_on: date | None = None) -> Promise:
    """The same as something the mentor said she would do, not yet saved."""
    return Promise(
        client_id=check_in.client_id,
        words=words or check_in.next,
        due_on=due_on,
        made_on=check_in.on,
        contact_id=check_in.contact_id,
    )


def as_plan(
    check_in: CheckIn, on: date, words: str = "", *, at: time | None = None, zone: str = ""
) -> Appointment:
    """The same as a plan on a day, not yet saved."""
    return Appointment(
        client_id=check_in.client_id,
        on=on,
        at=at,
        zone=zone,
        what=words or check_in.next,
        contact_id=check_in.contact_id,
    )
