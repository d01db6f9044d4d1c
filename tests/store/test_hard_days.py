"""A death, a return inside, a door that stayed shut: on which day, wherever it is told."""

from datetime import date

from store.hard_days import back_inside_on, died_on, doors_shut, shut_on
from store.principles import Lived, happenings
from store.records import Appointment, Client, Episode, Referral

DAY, BEFORE = date(2026, 11, 18), date(2026, 11, 2)


def test_a_return_inside_stays_on_its_day_after_they_came_out_again():
    again = Client(id=1, name="Dee", episodes=(Episode(on=BEFORE, back_on=DAY), Episode(on=DAY)))
    assert back_inside_on(again) == (DAY,)
    assert [one.code for one in happenings(Lived(first=DAY, last=DAY, people=(again,)))] == ["inside"]


def test_where_no_release_says_since_when_the_status_does():
    inside = Client(id=1, name="Dee", status="inside", status_on=DAY)
    assert back_inside_on(inside) == (DAY,)
    assert back_inside_on(Client(id=2, name="Jo", status="walking", status_on=DAY)) == ()
    dated = Client(
        id=1, name="Dee", status="inside", status_on=DAY, episodes=(Episode(on=BEFORE, back_on=BEFORE),)
    )
    assert back_inside_on(dated) == (BEFORE,), "it is one return, on the day that was written"


def test_only_who_died_has_a_day_of_it():
    assert died_on(Client(id=1, name="Dee", status="died", status_on=DAY)) == DAY
    assert died_on(Client(id=1, name="Dee", status="walking", status_on=DAY)) is None


def test_a_door_counts_once_for_whom_a_bridge_and_a_plan_say_so():
    shut = Referral(client_id=1, stage="let-go", stage_on=DAY, ended="rule")
    assert shut_on(shut) == DAY
    assert shut_on(Referral(client_id=1, stage="let-go", stage_on=DAY, ended="changed-mind")) is None
    assert shut_on(Referral(client_id=1, stage="asked", stage_on=DAY, ended="rule")) is None
    turned = [Appointment(client_id=who, on=DAY, result="turned-away") for who in (1, 2)]
    went = Appointment(client_id=3, on=DAY, result="went")
    assert doors_shut([shut], [*turned, went]) == [1, 2]
