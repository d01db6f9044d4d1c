"""A backup, against a copy and fsync of the same bytes."""

import os
import shutil
from pathlib import Path

from bench.figure import Figure, interleaved, ms, seconds
from bench.stores import Stores
from store import backup
from store.folder import DataFolder

_PAIRS = 30


def backups(stores: Stores) -> list[Figure]:
    """`backup create` at 100k."""
    path = stores.copy(100_000)
    files = [
        path / name for name in ("caseload.json", "caseload.journal", "notebook.json", "notebook.journal")
    ]
    place = stores.place("copied")
    with DataFolder.open(path, stores.clock) as folder:

        def ours() -> float:
            taken = seconds(lambda: backup.create(folder, stores.clock))
            shutil.rmtree(path / "backups")
            return taken

        def theirs() -> float:
            taken = seconds(lambda: _copied(files, place))
            place.unlink()
            return taken

        pairs = stores.pairs(_PAIRS)
        made, copied = interleaved((ours, theirs), pairs)
    size = sum(file.stat().st_size for file in files) / 1e6
    detail = {"ours ms": ms(made), "copy ms": ms(copied), "MB": round(size, 1)}
    what = "a backup at 100k, against copy+fsync of the same bytes"
    return [Figure("backup", what, made / copied, 1.3, pairs=pairs, detail=detail)]


def _copied(files: list[Path], place: Path) -> None:
    for file in files:
        shutil.copyfile(file, place)
        handle = os.open(place, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
