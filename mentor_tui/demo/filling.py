"""An empty store filled with the demo's people, and the temporary folder they live in."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import msgspec

from mentor_tui.demo.generator import DemoRecords, demo_records
from store.caseload import Caseload
from store.clock import Clock, Moment
from store.folder import DataFolder
from store.notebook import Notebook
from store.records import Record

_LABEL = "demo people"


def build_demo(caseload: Caseload, notebook: Notebook, moment: Moment, seed: int = 1) -> None:
    """Fill an empty store with everyone of the demo, in one act for both ledgers.

    The journal is folded at once and its history let go, so that undo begins with what the viewer does.
    """
    folder = caseload.folder
    fill(folder, demo_records(moment, seed))
    if folder.compact(force=True):
        shutil.rmtree(folder.path / "history", ignore_errors=True)
        (folder.path / "history").mkdir(mode=0o700, exist_ok=True)


def fill(folder: DataFolder, records: DemoRecords) -> None:
    """Keep the records under their own numbers, as one act."""
    with folder.act(_LABEL) as act:
        for table, rows in {**records.caseload, **records.notebook}.items():
            for row in rows:
                act.insert(table, fields_kept(row), wanted_id=row.id)


def fields_kept(record: Record) -> dict[str, object]:
    """What the store keeps of a record: everything but its number."""
    fields = msgspec.to_builtins(record)
    fields.pop("id", None)
    return dict(fields)


def demo_folder(clock: Clock, seed: int = 1) -> Path:
    """A temporary data folder with the demo's people in it, taken away when the program ends."""
    place = Path(tempfile.mkdtemp(prefix="mentor-demo-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    # What the machine remembers of a folder (store.head) would outlive this one.
    os.environ["MENTOR_STATE"] = str(place / "state")
    path = place / "data"
    with DataFolder.create(path, clock) as folder:
        build_demo(Caseload(folder, clock), Notebook(folder, clock), clock.now(), seed)
    return path
