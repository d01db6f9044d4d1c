"""A search finds what looking at each record would find, in the same order, noted or not, changed or not."""

import random
import threading
from datetime import date, timedelta

import pytest

from store.search import NOTING

WORDS = ["boots", "socks", "bus", "café", "clinic", "boot camp"]
MODES = ["phone", "text", "letter", ""]
FIRST = date(2026, 8, 1)
LINES = [
    "boots", "boo who:2", "who:an", "who:1 kind:letter", "kind:call from:1 sep to:30 sep", "bus clinic",
    "cafe kind:text who:3", "from:1 oct", "to:10 aug boots", "kind:t who:2 boots", "camp kind:letter to:sep",
    "zzz who:1", "from:20 aug to:20 aug", "kind:letter", "who:4",
]  # fmt: skip


def made(rng):
    return {
        "client_ids": sorted(rng.sample([1, 2, 3], rng.randrange(1, 3))),
        "on": (FIRST + timedelta(days=rng.randrange(90))).isoformat(),
        "mode": rng.choice(MODES),
        "words": " ".join(rng.choices(WORDS, k=rng.randrange(1, 5))),
    }


def looked_for(caseload, asked):
    """The numbers of the contacts that pass, newest first."""
    found = []
    for id, one in caseload.folder.caseload.documents("contacts").items():
        said = one["words"].replace("é", "e")
        passes = (
            all(word in said for word in asked.words.replace("é", "e").split()),
            asked.people is None or set(asked.people) & set(one["client_ids"]),
            asked.kinds is None or one["mode"] in asked.kinds,
            asked.first is None or one["on"] >= asked.first.isoformat(),
            asked.last is None or one["on"] <= asked.last.isoformat(),
        )
        if all(passes):
            found.append((one["on"], id))
    return [id for _, id in sorted(found, reverse=True)]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_search_finds_what_looking_at_each_record_finds(caseload, person, seed):
    rng = random.Random(seed)
    for name in ("Ana", "Anders", "Bo", "Cy"):
        person(name)
    with caseload.folder.act("notes") as act:
        ids = [act.insert("contacts", made(rng)) for _ in range(330)]
    for round in range(3):
        for line in LINES:
            asked = caseload.read_asked(f"kind:notes {line}" if "kind:" not in line else line)
            assert asked.unclear in ("", "Nobody is called “zzz”; the beginning of a name is enough.")
            hits = [hit.id for hit in caseload.find(asked, 999) if hit.table == "contacts"]
            assert hits == looked_for(caseload, asked), (round, line)
        for thread in threading.enumerate():
            if thread.name == NOTING:
                thread.join()
        with caseload.folder.act("changes") as act:
            for id in rng.sample(ids, 20):
                act.update("contacts", id, made(rng))
            act.remove("contacts", ids.pop())
            ids.append(act.insert("contacts", made(rng)))
