"""A pytest plugin: from here on whatever asks for TinyDB's storages is given ours, in a folder of its own.

For TinyDB's own tests, which are not part of this repository; `upstream.py` fetches and runs them.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

import tinydb
from tinydb import storages, table

from store.tinydb_storage import JournalStorage, JournalTable
from tests.faults.subjects import SUBJECTS

SUBJECT = SUBJECTS[os.environ.get("TRUST_SUBJECT", "plain")]
outcomes = {}


class OurStorage(JournalStorage):
    """A ledger of a data folder beside the path that TinyDB would have written to."""

    def __init__(self, path=None, **how):
        """Opens the folder of that path, or makes one."""
        if path is not None and not Path(path).parent.is_dir() and not how.get("create_dirs"):
            raise FileNotFoundError(path)
        self.lent = "" if path is not None else tempfile.mkdtemp(prefix="mentor-upstream-")
        place = Path(f"{path}.folder") if path is not None else Path(self.lent) / "folder"
        if not place.exists():
            if how.get("access_mode") == "r":
                raise FileNotFoundError(path)
            SUBJECT.create(place)
        self.open_folder = SUBJECT.open(place, read_only=how.get("access_mode") == "r").folder
        super().__init__(self.open_folder.caseload.ledger, self.open_folder)

    def close(self):
        """The folder goes with the storage."""
        self.open_folder.close()
        shutil.rmtree(self.lent, ignore_errors=True)


class OurTable(JournalTable):
    """Our table over our storage; any other storage has TinyDB's own table."""

    def __new__(cls, storage, name, **how):
        """Which of both."""
        is_ours = hasattr(storage, "scribe")
        return super().__new__(cls) if is_ours else table.Table(storage, name, **how)


class MemoryStorage(OurStorage):
    """For whoever asks for the one in memory."""


def pytest_configure():
    """Before anything imports them."""
    storages.JSONStorage = tinydb.JSONStorage = tinydb.TinyDB.default_storage_class = OurStorage
    storages.MemoryStorage = MemoryStorage
    tinydb.TinyDB.table_class = OurTable


def pytest_runtest_logreport(report):
    """Remember how each ended."""
    if report.when == "call" or report.outcome != "passed":
        outcomes[report.nodeid] = report.outcome


def pytest_sessionfinish():
    """Tell whoever started this."""
    Path(os.environ["TRUST_OUTCOMES"]).write_text(json.dumps(outcomes))
