"""kill -9 at a random moment of mixed saves with folds going on; what was acknowledged is looked for."""

import os
import random
import select
import signal
import time
from itertools import islice

from tests.faults.deeds import after, deeds
from tests.faults.subjects import Unreadable, remember_in, states_of

LONGEST = 0.03
"""Seconds a writer lives at most."""
RUNS_A_FOLDER = 25


def measure(subject, where, runs, seed):
    """Kill a writer `runs` times; counts of what was found."""
    found = {"runs": 0, "unreadable": 0, "lost": 0, "acknowledged": 0, "in a fold": 0}
    place, kept = None, {}
    for turn in range(runs):
        if place is None or turn % RUNS_A_FOLDER == 0:
            place, kept = where / f"store-{turn}", {}
            remember_in(states_of(place))
            subject.create(place)
        kept = _one(subject, place, kept, f"{seed}-{turn}", found)
        if kept is None:
            place = None
    return found


def _one(subject, place, kept, seed, found):
    acknowledged = _killed(subject, place, kept, seed)
    planned = islice(
        deeds(random.Random(seed), kept, fold=subject.can_fold, prefix=f"{seed}:"), acknowledged + 1
    )
    states = [kept]
    for deed in planned:
        states.append(after(states[-1], deed))
    found["runs"] += 1
    found["acknowledged"] += acknowledged
    found["in a fold"] += deed[0] == "fold"
    try:
        handle = subject.open(place)
        now = handle.kept()
    except Unreadable:
        found["unreadable"] += 1
        return None
    handle.close()
    if now not in states[-2:]:
        found["lost"] += 1
        return None
    return now


def _killed(subject, place, kept, seed):
    """How many deeds a writer acknowledged before it was killed."""
    ear, mouth = os.pipe()
    writer = os.fork()
    if writer == 0:
        _write(subject, place, kept, seed, mouth)
    os.close(mouth)
    assert os.read(ear, 1) == b"<", "the writer did not start"
    until = time.monotonic() + random.Random(f"moment {seed}").random() * LONGEST
    heard = b""
    while (left := until - time.monotonic()) > 0 and select.select([ear], [], [], left)[0]:
        piece = os.read(ear, 4096)
        if not piece:
            break
        heard += piece
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    while piece := os.read(ear, 4096):
        heard += piece
    os.close(ear)
    assert b"!" not in heard, heard
    return len(heard)


def _write(subject, place, kept, seed, mouth):
    try:
        handle = subject.open(place)
        os.write(mouth, b"<")
        for deed in deeds(random.Random(seed), kept, fold=subject.can_fold, prefix=f"{seed}:"):
            handle.do(*deed)
            os.write(mouth, b".")
    except BaseException as error:  # noqa: BLE001 - the parent says it
        os.write(mouth, b"!" + repr(error).encode())
    finally:
        os._exit(1)
