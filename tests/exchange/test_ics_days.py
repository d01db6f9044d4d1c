"""What comes back falls on the same days in a calendar as it does here."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from mentor_tui.exchange.ics.choosing import outgoing
from store.records import Appointment, Repeat
from store.recurrence import days_of
from store.series import occurrences

TODAY = date(2026, 11, 23)
LAST = TODAY + timedelta(days=500)
RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=3",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
)


@st.composite
def heads(draw):
    """A plan that comes back, whose next day may have passed, some of its days left out."""
    rule = draw(st.sampled_from(RULES))
    begins = TODAY + timedelta(days=draw(st.integers(-400, 60)))
    whole = list(days_of(Repeat(rule=rule, begins=begins), begins, begins + timedelta(days=1600)))
    place = draw(st.integers(0, min(len(whole) - 1, 30)))
    later = whole[place + 1 : place + 12]
    skips = draw(st.sets(st.sampled_from(later))) if later else set()
    until = draw(st.none() | st.sampled_from(whole[place:]))
    repeats = Repeat(rule=rule, begins=begins, until=until, skips=tuple(sorted(skips)))
    moved = draw(st.sampled_from([0, 0, 1, -2]))
    return Appointment(
        uid="1" * 32, on=whole[place] + timedelta(days=moved), series="2" * 32,
        series_on=whole[place] if moved else None, repeats=repeats,
    )  # fmt: skip


def days_in_calendar(out):
    """As a calendar program reckons them: from the day the event starts on, by its rule, without EXDATE."""
    rule = out.plan.repeats
    if rule is None:
        return [out.plan.on]
    return list(
        days_of(Repeat(rule=rule.rule, begins=out.plan.on, until=rule.until, skips=rule.skips), TODAY, LAST)
    )


@given(heads())
@example(
    Appointment(
        uid="1" * 32, on=date(2026, 11, 26), series="2" * 32, series_on=date(2026, 11, 24),
        repeats=Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=date(2026, 11, 24)),
    )
)  # fmt: skip
def test_a_calendar_shows_the_days_that_are_shown_here(head):
    shown = [day for out in outgoing([head], TODAY) for day in days_in_calendar(out)]
    assert [day for day in shown if day <= LAST] == [plan.on for plan in occurrences(head, TODAY, LAST)]
