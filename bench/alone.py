"""Deeds that need a process of their own: `python -m bench.alone TASK FOLDER` prints one number."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, thread_time

import orjson

from store.caseload import Caseload
from store.clock import SystemClock
from store.folder import DataFolder
from store.records import CASELOAD_TABLES


def alone(task: str, folder: str) -> str:
    """What a task prints in a process of its own."""
    words = [sys.executable, "-m", "bench.alone", task, folder]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def _load(folder: str) -> float:
    began = perf_counter()
    opened = DataFolder.open(Path(folder), SystemClock(), read_only=True)
    for _ in opened.load_steps():
        pass
    assert all(opened.caseload.documents(table) is not None for table in CASELOAD_TABLES)
    return perf_counter() - began


def _orjson(folder: str) -> float:
    began = perf_counter()
    orjson.loads((Path(folder) / "caseload.json").read_bytes())
    return perf_counter() - began


def _orjson_gc_off(folder: str) -> float:
    gc.disable()
    return _orjson(folder)


def _longest_step(folder: str, clock: Callable[[], float] = perf_counter) -> float:
    opened = DataFolder.open(Path(folder), SystemClock(), read_only=True)
    longest, began = 0.0, clock()
    for _ in opened.load_steps():
        longest = max(longest, clock() - began)
        began = clock()
    return max(longest, clock() - began)


def _longest_step_cpu(folder: str) -> float:
    return _longest_step(folder, thread_time)


def _memory_nothing(folder: str) -> float:
    return _resident()


def _memory_dicts(folder: str) -> float:
    kept = orjson.loads((Path(folder) / "caseload.json").read_bytes())
    gc.collect()
    return _resident() if kept else 0


def _memory_ours(folder: str) -> float:
    kept = _opened(folder)
    gc.collect()
    return _resident() if kept else 0


def _memory_searched(folder: str) -> float:
    kept = _opened(folder)
    kept.find("library")
    gc.collect()
    return _resident()


def _opened(folder: str) -> Caseload:
    caseload = Caseload(DataFolder.open(Path(folder), SystemClock(), read_only=True), SystemClock())
    caseload.waiting()
    day = SystemClock().now().day
    list(caseload.contacts_between(day, day))
    return caseload


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return float(pages * os.sysconf("SC_PAGE_SIZE"))


_TASKS: dict[str, Callable[[str], float]] = {
    "load": _load,
    "orjson": _orjson,
    "orjson-gc-off": _orjson_gc_off,
    "longest-step": _longest_step,
    "longest-step-cpu": _longest_step_cpu,
    "memory-nothing": _memory_nothing,
    "memory-dicts": _memory_dicts,
    "memory-ours": _memory_ours,
    "memory-searched": _memory_searched,
}

if __name__ == "__main__":
    print(_TASKS[sys.argv[1]](sys.argv[2]))
