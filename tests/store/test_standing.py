"""Whom the program may speak of by itself."""

from datetime import date

import pytest

from store.records import Appointment, Client
from store.standing import active, counts_days, has_died, is_active, plan_shows, why_it_rests
from store.vocabulary import ACTIVE_STATUSES, STATUSES

LETTER = Appointment(kind="touch", mode="letter", on=date(2026, 12, 1))
CALL = Appointment(kind="touch", mode="phone", on=date(2026, 12, 1))
COURT = Appointment(kind="court", mode="letter", on=date(2026, 12, 1))


@pytest.mark.parametrize("status", [term.code for term in STATUSES])
def test_only_who_is_active_is_spoken_of_by_itself(status):
    client = Client(name="Dee", status=status)
    walking = status in ACTIVE_STATUSES
    assert is_active(client) is walking
    assert bool(active([client])) is walking
    assert plan_shows(client, CALL) is plan_shows(client, COURT) is walking
    assert plan_shows(client, LETTER) is (walking or status == "inside")
    assert has_died(client) is (status == "died")
    assert bool(why_it_rests(client, CALL)) is not walking
    assert counts_days(client) is (status not in ("died", "inside"))
