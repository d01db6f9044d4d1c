"""Power loss: a traced run is replayed, and stopped, in hundreds of ways; each is opened and compared."""

import os
import random
import shutil
from pathlib import Path

from tests.faults.deeds import FIRST, after, filled
from tests.faults.subjects import InWords, Unreadable, remember_in
from tests.faults.syscalls import why_not
from tests.faults.traced import Trace, left_by_power_loss

SAVES = [
    ("insert", "contacts", "one", "å" * 700),
    ("update", *FIRST[0][1:3], "other words"),
    ("insert", "reflections", "two", "a page of one's own"),
    ("remove", *FIRST[1][1:3], ""),
    ("insert", "clients", "three", "x" * 1500),
]
FOLD = ("fold", "", "", "")
POSTS = [
    ("post", "inbox", words, words) for words in ("dee call got the boots", "b" * 900, "and a third line")
]
RUNS = {
    "save": SAVES,
    "compaction": [SAVES[0], FOLD, SAVES[2], FOLD, SAVES[4]],
    "posting": [POSTS[0], SAVES[0], *POSTS[1:]],
}


def measure(subject, where, run, states, seed):
    """Open `states` states that a power loss may leave of a run; counts, and the first that went wrong."""
    if reason := why_not():
        return {"skipped": reason}
    place = where / "traced"
    # The state of this machine lies inside the traced folder, and is torn with it.
    remember_in(place / "state")
    kept = filled(subject, place)
    trace = Trace(place)
    deeds = [deed for deed in RUNS[run] if deed != FOLD or subject.can_fold]
    assert trace.run(lambda: _child(subject, place, deeds)) == 0, "the traced run did not end well"
    stages = [kept]
    for deed in deeds:
        stages.append(after(stages[-1], deed))
    assert sum(step[0] == "acknowledged" for step in trace.steps) == len(deeds)
    chance = random.Random(seed)
    found = {"states": 0, "steps": len(trace.steps), "bad": 0, "wrong": []}
    for turn in range(states):
        until = turn % len(trace.steps) + 1
        done = sum(step[0] == "acknowledged" for step in trace.steps[:until])
        again = where / f"after-{turn}"
        _lay_out(trace, left_by_power_loss(trace, until, chance), again)
        wrong = _wrong(subject, again, stages[done : done + 2])
        shutil.rmtree(again)
        found["states"] += 1
        found["bad"] += bool(wrong)
        if wrong and len(found["wrong"]) < 5:
            found["wrong"].append(f"after step {until}, {trace.steps[until - 1][:2]}: {wrong}")
    return found


def _child(subject, place, deeds):
    handle = subject.open(place)
    for deed in deeds:
        handle.do(*deed)
        os.getppid()
    handle.close()
    os._exit(0)


def _lay_out(trace, files, again):
    for folder in trace.folders:
        (again / Path(folder).relative_to(trace.root)).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (again / Path(path).relative_to(trace.root)).write_bytes(content)


def _wrong(subject, again, allowed):
    remember_in(again / "state")
    try:
        handle = subject.open(again)
        now = handle.kept()
        if now not in allowed:
            return "something is lost or half there"
        handle.do("insert", "clients", "after", "and it can be written to")
        handle.close()
    except (Unreadable, InWords) as error:
        return str(error)
    return ""
