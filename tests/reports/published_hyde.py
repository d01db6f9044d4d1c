"""A caseload whose report is the published one: Hyde 2022, Health & Justice (s40352-022-00195-5), Table 3."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from store.period import Period
from store.records import Client, Contact, Episode, Record

YEARS = Period(date(2018, 1, 1), date(2019, 12, 31))
PEOPLE = 43

# What each was done for: the number of the first and of the last person. Where the table counts several of
# our words as one, they overlap, as they would.
_BEFORE = {"paperwork": (1, 6), "support": (3, 8), "verify": (2, 6), "prep": (5, 8), "partners": (1, 2)}
_DAY_0 = {
    "support": (1, 20),
    "ride-housing": (1, 12), "ride-legal": (9, 19),
    "clothes": (1, 5), "food": (4, 8), "phone": (7, 10), "basics": (11, 12),
    "family": (14, 20),
    "money": (2, 6),
    "medical": (17, 20),
}  # fmt: skip
_AFTER = {
    "support": (1, 43),
    "linkage": (5, 43),
    "ride-legal": (1, 24), "ride-benefits": (21, 37), "ride-money": (23, 38),
    "paperwork": (1, 15), "verify": (11, 25), "prep": (21, 35),
    "along": (16, 43),
    "family": (10, 32),
    "navigate": (1, 20),
    "forms": (25, 43),
    "skills": (4, 22),
    "clothes": (1, 10), "basics": (9, 18),
    "documents": (20, 37),
}  # fmt: skip
_DAYS_AFTER = (1, 9, 21, 60, 200)


def records() -> tuple[Record, ...]:
    """People are numbered from 1 and each has one release; what was done after it lies on five days."""
    people = [Client(id=number, name="p", episodes=(Episode(on=_out(number)),)) for number in _everyone()]
    return (*people, *_contacts())


def _everyone() -> range:
    return range(1, PEOPLE + 1)


def _out(number: int) -> date:
    return date(2018, 3, 1) + timedelta(days=number)


def _contacts() -> list[Contact]:
    done: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for days, activities in ((-20, _BEFORE), (0, _DAY_0)):
        for number, activity in _each(activities):
            done[number, days].append(activity)
    for place, (number, activity) in enumerate(_each(_AFTER)):
        done[number, _DAYS_AFTER[place % len(_DAYS_AFTER)]].append(activity)
    return [
        Contact(id=id, client_ids=(number,), on=_out(number) + timedelta(days=days), mode="in-person",
                outcome="met", activities=tuple(activities))
        for id, ((number, days), activities) in enumerate(sorted(done.items()), 1)
    ]  # fmt: skip


def _each(activities: Mapping[str, tuple[int, int]]) -> list[tuple[int, str]]:
    return [
        (number, activity)
        for activity, (first, last) in activities.items()
        for number in range(first, last + 1)
    ]
