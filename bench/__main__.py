"""`python -m bench [--quick] [--keep FOLDER] [row ...]`: measure, say, keep as JSON."""

import argparse
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path

from bench.backups import backups
from bench.figure import Figure
from bench.locked import encrypted_save, posting
from bench.reading import full_load, memory, month, person, search, slices
from bench.saving import growth, saves
from bench.shell import shell
from bench.stores import Stores
from bench.terminal import first_frames

ROWS: dict[str, Callable[[Stores], list[Figure]]] = {
    "save": saves,
    "encrypted-save": encrypted_save,
    "growth": growth,
    "first-frame": first_frames,
    "load-stall": slices,
    "search": search,
    "person": person,
    "month-report": month,
    "full-load": full_load,
    "memory": memory,
    "shell": shell,
    "posting": posting,
    "backup": backups,
}
_RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure the rows that were asked for, or all."""
    asked = _asked()
    stores = Stores(asked.keep, quick=asked.quick)
    measured: list[Figure] = []
    try:
        for row in asked.rows or ROWS:
            for figure in ROWS[row](stores):
                print(figure.said(), flush=True)
                measured.append(figure)
    finally:
        stores.close()
        if measured:
            print(f"kept in {_kept(measured, stores)}")


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(
        prog="bench", description="Speed: every figure is a ratio inside one run."
    )
    words.add_argument("rows", nargs="*", choices=[[], *ROWS], metavar="row", help=", ".join(ROWS))
    words.add_argument("--quick", action="store_true", help="a tenth of the pairs, and 100k in place of 1M")
    words.add_argument("--keep", type=Path, help="make the folders here and use them again next time")
    return words.parse_args()


def _kept(measured: list[Figure], stores: Stores) -> Path:
    _RESULTS.mkdir(exist_ok=True)
    moment = stores.clock.now()
    place = _RESULTS / f"{moment.at:%Y%m%dT%H%M%SZ}.json"
    machine = {"system": platform.system(), "python": platform.python_version(), "cores": os.cpu_count()}
    whole = {"at": moment.at.isoformat(), "quick": stores.quick, "machine": machine}
    whole["figures"] = [figure.kept() for figure in measured]
    place.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    return place


if __name__ == "__main__":
    main()
