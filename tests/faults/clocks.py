"""Clocks moved back and zones changed between saves: everything is kept, in the order of saving."""

import random
from datetime import timedelta

from store.clock import FixedClock, moment_from
from tests.faults.subjects import remember_in, states_of

ZONES = ("America/Vancouver", "Asia/Kolkata", "Pacific/Apia", "Europe/Dublin", "UTC")


def measure(subject, where, saves, seed):
    """Each save at a moment that may be years before the last one; what is lost or out of order."""
    from store.folder import DataFolder

    place = where / "store"
    remember_in(states_of(place))
    subject.create(place)
    chance = random.Random(seed)
    folder = None
    for number in range(saves):
        if folder is None or chance.random() < 0.3:
            if folder is not None:
                folder.close()
            folder = DataFolder.open(place, _moment(chance), **subject.keys(place))
        with folder.act(f"save {number}") as act:
            act.insert("contacts", {"name": str(number)})
        if chance.random() < 0.1:
            folder.compact(force=True)
    folder.close()
    with DataFolder.open(place, _moment(chance), **subject.keys(place)) as folder:
        names = [one["name"] for _, one in sorted(folder.caseload.documents("contacts").items())]
        labels = [act.label for act in folder.history()]
    wanted = [str(number) for number in range(saves)]
    lost = len(set(wanted) - set(names))
    order = sum(a != b for a, b in zip(names, wanted, strict=False))
    order += sum(a != f"save {b}" for a, b in zip(labels, reversed(wanted), strict=False))
    return {"saves": saves, "lost": lost, "out of order": order}


def _moment(chance):
    zone = chance.choice(ZONES)
    day = moment_from("2026-11-01T01:30", zone).local + timedelta(days=chance.randrange(-900, 900))
    return FixedClock(moment_from(day.replace(tzinfo=None).isoformat(), zone))
