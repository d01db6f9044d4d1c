"""Several programs write to one store at once, with folds; what each acknowledged is looked for."""

import os
import random
from itertools import islice

from tests.faults.deeds import after, deeds
from tests.faults.subjects import Unreadable, remember_in, states_of


def measure(subject, where, writers, each, seed):
    """`each` deeds by each of the writers; counts of what is not there afterwards."""
    place = where / "store"
    remember_in(states_of(place))
    subject.create(place)
    ears = [_started(subject, place, each, _seed(seed, writer)) for writer in range(writers)]
    acknowledged = []
    for ear in ears:
        with os.fdopen(ear, "rb") as heard:
            acknowledged.append(heard.read().count(b"."))
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    found = {"acknowledged": sum(acknowledged), "stopped": sum(one < each for one in acknowledged)}
    return found | _compared(subject, place, acknowledged, seed)


def _seed(seed, writer):
    return f"{seed}-{writer}"


def _plan(subject, seed):
    return deeds(random.Random(seed), {}, fold=subject.can_fold, prefix=f"{seed}:")


def _started(subject, place, each, seed):
    ear, mouth = os.pipe()
    if os.fork():
        os.close(mouth)
        return ear
    try:
        handle = subject.open(place)
        for deed in islice(_plan(subject, seed), each):
            handle.do(*deed)
            os.write(mouth, b".")
    finally:
        os._exit(0)


def _compared(subject, place, acknowledged, seed):
    wanted = {}
    for writer, count in enumerate(acknowledged):
        kept = {}
        for deed in islice(_plan(subject, _seed(seed, writer)), count):
            kept = after(kept, deed)
        wanted |= kept
    try:
        handle = subject.open(place)
        now = handle.kept()
        handle.close()
    except Unreadable:
        return {"unreadable": 1, "lost": len(wanted)}
    return {"unreadable": 0, "lost": sum(now.get(key) != words for key, words in wanted.items())}
