"""Saves: a note, a correction, and what ten and a hundred times the notes do to them."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from statistics import median

import msgspec

from bench.figure import Figure, interleaved, ms, seconds
from bench.stores import Stores
from bench.words import note
from store.caseload import Caseload
from store.records import Contact

_PAIRS = 200


class Bare:
    """A file that lines are appended to and synced: the least a durable save can cost."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def append(self, size: int) -> float:
        """Seconds for one line of that many bytes."""
        line = b"x" * (size - 1) + b"\n"

        def write() -> None:
            os.write(self._handle, line)
            os.fsync(self._handle)

        return seconds(write)


class Saver:
    """Saves notes in one folder and knows how long the journal's last line was."""

    def __init__(self, caseload: Caseload, seed: str) -> None:
        self.caseload = caseload
        self.journal = caseload.folder.path / "caseload.journal"
        self.rng = random.Random(seed)
        self.names = [entry.client.name.lower() for entry in caseload.waiting()]

    def save(self) -> float:
        """Seconds from a note that is understood to a note that is kept."""
        line = f"{self.rng.choice(self.names)} call 15m {note(self.rng)}"
        reading = self.caseload.read_note(line)
        return seconds(lambda: self.caseload.record_note(reading))

    def commit(self) -> float:
        """Seconds for a note's document alone: the engine's part of a save."""
        fields = {"client_ids": [1], "on": "2026-01-05", "mode": "phone", "words": note(self.rng)}

        def act() -> None:
            with self.caseload.folder.act("note") as one:
                one.insert("contacts", fields)

        return seconds(act)

    def update(self) -> float:
        """Seconds for other words in an older note."""
        before = self.caseload.get(Contact, self.rng.randrange(1, 5000))
        after = msgspec.structs.replace(before, words=note(self.rng))
        return seconds(lambda: self.caseload.change(before, after))

    def length_of(self, act: Callable[[], float]) -> tuple[float, int]:
        """Seconds of an act, and the bytes it added to the journal."""
        start = self.journal.stat().st_size
        taken = act()
        return taken, self.journal.stat().st_size - start


def saves(stores: Stores) -> list[Figure]:
    """A note and a correction at 100k, each against an append and fsync of as many bytes."""
    caseload = stores.caseload(stores.copy(100_000))
    saver, bare = Saver(caseload, "saves"), Bare(stores.place("bare"))
    save = "save a note at 100k (reading to saved), against append+fsync"
    commit = "commit a document at 100k (the engine alone), against append+fsync"
    update = "correct a note at 100k, against append+fsync"
    return [
        against_bare(stores, saver, bare, "save", save, saver.save, 1.5),
        against_bare(stores, saver, bare, "commit", commit, saver.commit, 1.5),
        against_bare(stores, saver, bare, "update", update, saver.update, 1.7),
    ]


def against_bare(
    stores: Stores, saver: Saver, bare: Bare, row: str, what: str, act: Callable[[], float], target: float
) -> Figure:
    """One row: an act of the saver's against a bare line as long as the one it wrote."""
    sizes: list[int] = []

    def ours() -> float:
        taken, size = saver.length_of(act)
        sizes.append(size)
        return taken

    def theirs() -> float:
        return bare.append(sizes[-1])

    ours()
    pairs = stores.pairs(_PAIRS)
    kept, least = interleaved((ours, theirs), pairs)
    detail = {"ours ms": ms(kept), "bare ms": ms(least), "bytes a line": int(median(sizes))}
    return Figure(row, what, kept / least, target, pairs=pairs, detail=detail)


def growth(stores: Stores) -> list[Figure]:
    """A save in a folder of a million contacts, against one of ten thousand."""
    large, small = stores.size(1_000_000), 10_000
    savers = [Saver(stores.caseload(stores.copy(size)), "growth") for size in (large, small)]
    pairs = stores.pairs(_PAIRS)
    at_large, at_small = interleaved([saver.save for saver in savers], pairs)
    detail = {f"at {large} ms": ms(at_large), f"at {small} ms": ms(at_small)}
    return [
        Figure(
            "growth", "a save at 1M, against one at 10k", at_large / at_small, 2, pairs=pairs, detail=detail
        )
    ]
