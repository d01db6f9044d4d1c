"""Whom the program may speak of by itself."""

import re
from datetime import date
from pathlib import Path

import pytest

from store.records import Appointment, Client, Episode
from store.standing import active, counts_days, has_died, is_active, plan_shows, status_together, why_it_rests
from store.vocabulary import ACTIVE_STATUSES, STATUSES

ROOT = Path(__file__).parents[2]
LETTER = Appointment(kind="touch", mode="letter", on=date(2026, 12, 1))
CALL = Appointment(kind="touch", mode="phone", on=date(2026, 12, 1))
COURT = Appointment(kind="court", mode="letter", on=date(2026, 12, 1))


def test_it_is_decided_in_one_place_alone():
    rooms = (ROOT / room for room in ("store", "mentor_tui", "widgets"))
    sources = {at: at.read_text("utf-8") for room in rooms for at in room.rglob("*.py")}
    own = {ROOT / "store" / "standing.py", *(ROOT / "store" / "vocabulary").glob("*.py")}
    decides = re.compile(r"ACTIVE_STATUSES|status\s*(?:==|!=|in|not in)\s*[(\[{]?\"died\"")
    assert [at.name for at, text in sources.items() if at not in own and decides.search(text)] == []


@pytest.mark.parametrize(
    ("episodes", "status"),
    [
        ((), "walking"),
        ((Episode(on=date(2026, 11, 1)),), "walking"),
        ((Episode(expected_on=date(2026, 12, 14)),), "not-out"),
        ((Episode(certainty="unknown"),), "not-out"),
        ((Episode(on=date(2026, 1, 1), back_on=date(2026, 2, 1)), Episode(certainty="unknown")), "not-out"),
    ],
)
def test_who_never_came_out_is_not_out_yet_when_they_walk_together_again(episodes, status):
    assert status_together(Client(name="Dee", status="stepping-back", episodes=episodes)) == status


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
